// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/unicode.hpp"

#include <utf8.h>

#include <bit>
#include <cstdint>
#include <cstring>

namespace todod {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101;
constexpr std::uint64_t high_bits = ones * 0x80;

std::uint64_t word_at(const char* at) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// Whether none of eight bytes may be or begin a control character: below 0x20, 0x7F, or 0xC2, with
/// which U+0080 to U+009F begin.
bool is_plain(std::uint64_t word) noexcept {
  const auto has_zero = [](std::uint64_t x) { return (x - ones) & ~x; };
  const auto below_space = (word - ones * 0x20) & ~word;
  const auto found = below_space | has_zero(word ^ ones * 0x7f) | has_zero(word ^ ones * 0xc2);
  return (found & high_bits) == 0;
}

/// Length of the well-formed sequence that `text` begins with, 0 if it is none: table 3-7 of the
/// Unicode standard.
std::size_t sequence_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const std::size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (text.size() < length) return 0;
  const auto second_min = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  const auto second_max = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (byte(1) < second_min || byte(1) > second_max) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  return length;
}

/// Property White_Space of the Unicode Character Database, PropList.txt.
bool is_white_space(std::uint32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
  while (!text.empty()) {
    if (text.size() >= 8 && (word_at(text.data()) & high_bits) == 0) {
      text.remove_prefix(8);
      continue;
    }
    const auto length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::size_t count_code_points(std::string_view utf8) noexcept {
  std::size_t count = utf8.size();  // less each continuation byte, 10xxxxxx
  std::size_t i = 0;
  for (; i + 8 <= utf8.size(); i += 8) {
    const auto word = word_at(utf8.data() + i);
    count -= static_cast<std::size_t>(std::popcount(word >> 7 & ~(word >> 6) & ones));
  }
  for (; i < utf8.size(); ++i)
    count -= (static_cast<unsigned char>(utf8[i]) & 0xc0) == 0x80 ? 1 : 0;
  return count;
}

std::string_view first_code_points(std::string_view utf8, std::size_t length_max) noexcept {
  const auto* end = utf8.data();
  const auto* const all = end + utf8.size();
  for (std::size_t i = 0; i < length_max && end != all; ++i)
    utf8::unchecked::next(end);
  return {utf8.data(), end};
}

std::string_view trim_white_space(std::string_view utf8) noexcept {
  auto first = utf8.begin();
  while (first != utf8.end()) {
    auto next = first;
    if (!is_white_space(utf8::unchecked::next(next))) break;
    first = next;
  }
  auto last = utf8.end();
  while (last != first) {
    auto former = last;
    if (!is_white_space(utf8::unchecked::prior(former))) break;
    last = former;
  }
  return {first, last};
}

bool has_control_character(std::string_view utf8, std::string_view allowed) noexcept {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    while (i + 8 <= utf8.size() && is_plain(word_at(utf8.data() + i)))
      i += 8;
    if (i == utf8.size()) break;
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x20 || byte == 0x7f) {
      if (!allowed.contains(utf8[i])) return true;
    } else if (byte == 0xc2 && i + 1 < utf8.size() &&
               static_cast<unsigned char>(utf8[i + 1]) < 0xa0) {
      return true;  // U+0080 to U+009F
    }
  }
  return false;
}

}  // namespace todod
