// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/base64url.hpp"

#include <array>
#include <cstdint>

namespace todod {
namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t invalid = 0xff;

constexpr std::array<std::uint8_t, 256> values = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(invalid);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return table;
}();

}  // namespace

std::string base64url_encode(std::string_view bytes) {
  std::string text((bytes.size() * 4 + 2) / 3, '\0');
  char* out = text.data();
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6)
      *out++ = alphabet[bits >> (count - 6) & 0x3f];
  }
  if (count > 0) *out = alphabet[bits << (6 - count) & 0x3f];
  return text;
}

bool base64url_decode(std::string_view text, std::string& out) {
  if (text.size() % 4 == 1) return false;
  out.resize(text.size() * 3 / 4);
  char* at = out.data();
  std::uint32_t bits = 0;
  std::uint32_t seen = 0;  // a character that is none leaves its high bits here
  int count = 0;
  for (const char c : text) {
    const auto value = values[static_cast<unsigned char>(c)];
    seen |= value;
    bits = bits << 6 | (value & 0x3fU);
    if ((count += 6) >= 8) *at++ = static_cast<char>(bits >> (count -= 8));
  }
  return seen <= 0x3f && (bits & ((1U << count) - 1)) == 0;
}

std::optional<std::string> base64url_decode(std::string_view text) {
  std::string bytes;
  if (!base64url_decode(text, bytes)) return std::nullopt;
  return bytes;
}

}  // namespace todod
