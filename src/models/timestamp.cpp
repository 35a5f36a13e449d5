// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/timestamp.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace todod {
namespace {

// "00" to "99": two digits cost one division less, and one store.
constexpr std::array<char, 200> pairs = [] {
  std::array<char, 200> table{};
  for (std::size_t i = 0; i < 100; ++i) {
    table[2 * i] = static_cast<char>('0' + i / 10);
    table[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return table;
}();

/// Two digits and what follows them.
char* write_pair(char* out, unsigned value, char behind) noexcept {
  std::memcpy(out, &pairs[2 * std::size_t{value}], 2);
  out[2] = behind;
  return out + 3;
}

constexpr timestamp first = std::chrono::sys_days{std::chrono::year{0} / 1 / 1};
constexpr timestamp last = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31} +
                           std::chrono::hours{24} - std::chrono::milliseconds{1};

}  // namespace

char* write_timestamp(char* out, timestamp at) noexcept {
  at = std::clamp(at, first, last);
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const auto in_day = static_cast<unsigned>((at - day).count());
  const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
  const auto second = in_day / 1'000;
  const auto millisecond = in_day % 1'000;
  std::memcpy(out, &pairs[2 * std::size_t{year / 100}], 2);
  out = write_pair(out + 2, year % 100, '-');
  out = write_pair(out, static_cast<unsigned>(date.month()), '-');
  out = write_pair(out, static_cast<unsigned>(date.day()), 'T');
  out = write_pair(out, second / 3'600, ':');
  out = write_pair(out, second / 60 % 60, ':');
  out = write_pair(out, second % 60, '.');
  *out++ = static_cast<char>('0' + millisecond / 100);
  out = write_pair(out, millisecond % 100, 'Z');
  return out;
}

std::string to_string(timestamp at) {
  std::string text(timestamp_text_length, '\0');
  write_timestamp(text.data(), at);
  return text;
}

timestamp system_clock::now() const noexcept {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

}  // namespace todod
