// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/page_cursor.hpp"

#include "models/base64url.hpp"

#include <algorithm>
#include <cstdint>

namespace todod::api {
namespace {

// Layout: format (1 byte), order and filter (1), hash of the owner (8), id (16), then the key:
// milliseconds since 1970 (8, big endian), or the title.
constexpr char format = 1;
constexpr std::size_t key_offset = 1 + 1 + 8 + task_id::size_bytes;

// A database holds no other instants (the years 0000 to 9999).
constexpr std::int64_t first_millisecond = -62'167'219'200'000;
constexpr std::int64_t last_millisecond = 253'402'300'799'999;

/// FNV-1a: stable over processes and versions, unlike std::hash.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

void append_number(std::string& out, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8)
    out += static_cast<char>(value >> shift);
}

std::uint64_t read_number(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes.substr(0, 8))
    value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

/// What a cursor of this list begins with.
std::string prefix_of(const user_id& owner, const page_request& page) {
  std::string prefix{format, static_cast<char>(static_cast<int>(page.order.field) |
                                               (page.order.descending ? 1 << 2 : 0) |
                                               static_cast<int>(page.status) << 3)};
  append_number(prefix, hash_of(owner.text()));
  return prefix;
}

}  // namespace

std::string encode_cursor(const user_id& owner, const page_request& page,
                          const page_position& last) {
  auto bytes = prefix_of(owner, page);
  for (const auto byte : last.id.bytes())
    bytes += static_cast<char>(byte);
  if (const auto* title = std::get_if<std::string>(&last.key)) {
    bytes += *title;
  } else {
    append_number(bytes, static_cast<std::uint64_t>(
                             std::get<timestamp>(last.key).time_since_epoch().count()));
  }
  return base64url_encode(bytes);
}

std::optional<page_position> decode_cursor(std::string_view text, const user_id& owner,
                                           const page_request& page) {
  const auto bytes = base64url_decode(text);
  if (!bytes || bytes->size() < key_offset || !bytes->starts_with(prefix_of(owner, page))) {
    return std::nullopt;
  }
  page_position position;
  task_id::bytes_type id{};
  std::copy_n(bytes->data() + key_offset - id.size(), id.size(),
              reinterpret_cast<char*>(id.data()));
  position.id = task_id(id);
  const auto key = std::string_view(*bytes).substr(key_offset);
  if (page.order.field == sort_field::title) {
    const auto title = task_title::parse(key);
    if (!title || title->text() != key) return std::nullopt;
    position.key = title->text();
    return position;
  }
  if (key.size() != 8) return std::nullopt;
  const auto milliseconds = static_cast<std::int64_t>(read_number(key));
  if (milliseconds < first_millisecond || milliseconds > last_millisecond) return std::nullopt;
  position.key = timestamp(std::chrono::milliseconds(milliseconds));
  return position;
}

}  // namespace todod::api
