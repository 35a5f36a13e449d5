// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/escape.hpp"

#include <array>
#include <cstdint>

namespace todod::observability {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

// Whether a byte may stand in both forms as it is.
constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7f; ++c)
    plain[c] = c != '"' && c != '\\';
  return plain;
}
constexpr auto plain = make_plain();

/// Length of the UTF-8 character at the front of `text` (RFC 3629), 0 if there is none.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned first = byte(0);
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    return follows(1) && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

bool is_c1_control(std::string_view character) {
  return character.size() == 2 && character[0] == '\xC2' &&
         static_cast<unsigned char>(character[1]) < 0xA0;
}

/// Calls `escape(out, bytes, is_character)` for what is not plain and not a printable character.
template <class Escape>
void append_with(std::string& out, std::string_view text, Escape escape) {
  while (!text.empty()) {
    std::size_t n = 0;
    while (n < text.size() && plain[static_cast<unsigned char>(text[n])])
      ++n;
    out.append(text.substr(0, n));
    text.remove_prefix(n);
    if (text.empty()) return;
    const bool ascii = static_cast<unsigned char>(text.front()) < 0x80;
    const std::size_t length = ascii ? 1 : utf8_length(text);
    const std::string_view bytes = text.substr(0, length == 0 ? 1 : length);
    if (ascii || length == 0 || is_c1_control(bytes)) {
      escape(bytes, length != 0);
    } else {
      out.append(bytes);
    }
    text.remove_prefix(bytes.size());
  }
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
  out += '"';
  append_with(out, text, [&out](std::string_view bytes, bool is_character) {
    if (!is_character) {
      out += "\\ufffd";
      return;
    }
    const auto code = static_cast<unsigned char>(bytes.back());  // C1: U+00xx = C2 xx
    if (code == '"' || code == '\\') {
      out += '\\';
      out += bytes;
      return;
    }
    out += "\\u00";
    out += hexadecimal[code >> 4];
    out += hexadecimal[code & 15u];
  });
  out += '"';
}

void append_printable(std::string& out, std::string_view text) {
  append_with(out, text, [&out](std::string_view bytes, bool) {
    if (bytes == "\"") {
      out += '"';
      return;
    }
    for (const char c : bytes) {
      const auto code = static_cast<unsigned char>(c);
      out += "\\x";
      out += hexadecimal[code >> 4];
      out += hexadecimal[code & 15u];
    }
  });
}

}  // namespace todod::observability
