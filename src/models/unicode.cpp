// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/unicode.hpp"

#include <utf8.h>

#include <algorithm>
#include <cstdint>

namespace todod {
namespace {

/// How many bytes at the start are ASCII.
bool is_ascii(std::string_view text) noexcept {
  return std::ranges::none_of(text,
                              [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

/// Property White_Space of the Unicode Character Database, PropList.txt.
bool is_white_space(std::uint32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
  return is_ascii(text) || utf8::find_invalid(text.begin(), text.end()) == text.end();
}

std::size_t count_code_points(std::string_view utf8) noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
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
