// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/task_output.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace todod::schemas {
namespace {

// For each byte: 0 = stands for itself, 'u' = \u00XX, else the letter of its short escape.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c)
    table[c] = 'u';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

constexpr std::size_t escaped_max = 6;  // \u00XX

char* write(char* out, std::string_view text) noexcept {
  std::memcpy(out, text.data(), text.size());
  return out + text.size();
}

/// The bytes of a word that need an escape, by their highest bits: one test for eight bytes (the
/// well-known "has a byte less than n", exact up to the first that it finds).
std::uint64_t to_escape(std::uint64_t word) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const auto below_space = word - ones * 0x20;
  const auto quote = (word ^ ones * '"') - ones;
  const auto backslash = (word ^ ones * '\\') - ones;
  return (below_space | quote | backslash) & ~word & (ones * 0x80);
}

/// Eight bytes, the first of them lowest.
std::uint64_t word_at(const char* at) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = std::byteswap(word);
  return word;
}

char* write_escaped(char* out, char c) noexcept {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  const char escape = escapes[byte];
  if (escape == 0) {
    *out = c;
    return out + 1;
  }
  *out++ = '\\';
  *out++ = escape;
  if (escape != 'u') return out;
  out = write(out, "00");
  *out++ = digits[byte >> 4];
  *out++ = digits[byte & 0xf];
  return out;
}

/// Writes `utf8` between quotes; at most escaped_max bytes for each, and two.
char* write_string(char* out, std::string_view utf8) noexcept {
  const char* at = utf8.data();
  const char* const end = at + utf8.size();
  *out++ = '"';
  while (end - at >= 8) {
    const auto found = to_escape(word_at(at));
    std::memcpy(out, at, 8);  // what must be escaped is written over
    if (found == 0) [[likely]] {
      out += 8;
      at += 8;
    } else {
      const auto clean = std::countr_zero(found) / 8;
      at += clean;
      out = write_escaped(out + clean, *at++);
    }
  }
  for (; at != end; ++at)
    out = write_escaped(out, *at);
  *out++ = '"';
  return out;
}

char* write_time(char* out, timestamp at) noexcept {
  *out++ = '"';
  out = write_timestamp(out, at);
  *out++ = '"';
  return out;
}

/// Lets `fill` write at most `size_max` bytes behind `out`, without clearing them first.
template <class Fill>
void append_at_most(std::string& out, std::size_t size_max, Fill fill) {
  const auto size = out.size();
  out.resize_and_overwrite(size + size_max, [&](char* data, std::size_t) {
    return static_cast<std::size_t>(fill(data + size) - data);
  });
}

// Member names, punctuation, id, times, numbers: everything but the three texts.
constexpr std::size_t frame_max = 400;

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
  append_at_most(out, utf8.size() * escaped_max + 2,
                 [&](char* at) { return write_string(at, utf8); });
}

void append_task(std::string& out, const user_id& owner, const task_view& task) {
  const auto texts =
      owner.text().size() + task.title.size() + (task.description ? task.description->size() : 0);
  append_at_most(out, frame_max + texts * escaped_max, [&](char* at) {
    at = write(at, R"({"id":")");
    at = task.id.write(at);
    at = write(at, R"(","user_id":)");
    at = write_string(at, owner.text());
    at = write(at, R"(,"title":)");
    at = write_string(at, task.title);
    at = write(at, R"(,"description":)");
    at = task.description ? write_string(at, *task.description) : write(at, "null");
    at = write(at, task.completed_at ? R"(,"status":"completed","completed":true,"created_at":)"
                                     : R"(,"status":"pending","completed":false,"created_at":)");
    at = write_time(at, task.created_at);
    at = write(at, R"(,"updated_at":)");
    at = write_time(at, task.updated_at);
    at = write(at, R"(,"completed_at":)");
    at = task.completed_at ? write_time(at, *task.completed_at) : write(at, "null");
    at = write(at, R"(,"version":)");
    at = std::to_chars(at, at + 20, task.version).ptr;
    *at++ = '}';
    return at;
  });
}

}  // namespace todod::schemas
