// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/page_cursor.hpp"

#include "models/base64url.hpp"

#include <algorithm>
#include <cstdint>

namespace todod::api {
namespace {

// Layout: format (1 byte), order and filter (1), hash of all else and the owner (8), id (16), then
// the key: milliseconds since 1970 (8, big endian), or the title.
constexpr char format = 2;
constexpr std::size_t id_offset = 1 + 1 + 8;
constexpr std::size_t key_offset = id_offset + task_id::size_bytes;

// A database holds no other instants (the years 0000 to 9999).
constexpr std::int64_t first_millisecond = -62'167'219'200'000;
constexpr std::int64_t last_millisecond = 253'402'300'799'999;

/// FNV-1a: stable over processes and versions, unlike std::hash.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325) {
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

/// Format, order and filter.
std::string head_of(const page_request& page) {
  return {format, static_cast<char>(static_cast<int>(page.order.field) |
                                    (page.order.descending ? 1 << 2 : 0) |
                                    static_cast<int>(page.status) << 3)};
}

/// Id and key.
std::string tail_of(const page_position& last) {
  std::string tail;
  for (const auto byte : last.id.bytes())
    tail += static_cast<char>(byte);
  if (const auto* title = std::get_if<std::string>(&last.key)) return tail += *title;
  append_number(
      tail, static_cast<std::uint64_t>(std::get<timestamp>(last.key).time_since_epoch().count()));
  return tail;
}

}  // namespace

std::string encode_cursor(const user_id& owner, const page_request& page,
                          const page_position& last) {
  auto bytes = head_of(page);
  const auto tail = tail_of(last);
  append_number(bytes, hash_of(tail, hash_of(bytes, hash_of(owner.text()))));
  return base64url_encode(bytes += tail);
}

std::optional<page_position> decode_cursor(std::string_view text, const user_id& owner,
                                           const page_request& page) {
  const auto bytes = base64url_decode(text);
  if (!bytes || bytes->size() < key_offset) return std::nullopt;
  page_position position;
  task_id::bytes_type id{};
  std::copy_n(bytes->data() + id_offset, id.size(), reinterpret_cast<char*>(id.data()));
  position.id = task_id(id);
  const auto key = std::string_view(*bytes).substr(key_offset);
  if (page.order.field == sort_field::title) {
    const auto title = task_title::parse(key);
    if (!title) return std::nullopt;
    position.key = title->text();
  } else {
    if (key.size() != 8) return std::nullopt;
    const auto milliseconds = static_cast<std::int64_t>(read_number(key));
    if (milliseconds < first_millisecond || milliseconds > last_millisecond) return std::nullopt;
    position.key = timestamp(std::chrono::milliseconds(milliseconds));
  }
  // A damaged one, and one of another list, has another hash.
  if (encode_cursor(owner, page, position) != text) return std::nullopt;
  return position;
}

}  // namespace todod::api
