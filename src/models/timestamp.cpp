// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/timestamp.hpp"

#include <algorithm>

namespace todod {
namespace {

char* write_digits(char* out, unsigned value, int digits) noexcept {
  for (int i = digits - 1; i >= 0; --i) {
    out[i] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  return out + digits;
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
  out = write_digits(out, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  *out++ = '-';
  out = write_digits(out, static_cast<unsigned>(date.month()), 2);
  *out++ = '-';
  out = write_digits(out, static_cast<unsigned>(date.day()), 2);
  *out++ = 'T';
  out = write_digits(out, in_day / 3'600'000, 2);
  *out++ = ':';
  out = write_digits(out, in_day / 60'000 % 60, 2);
  *out++ = ':';
  out = write_digits(out, in_day / 1'000 % 60, 2);
  *out++ = '.';
  out = write_digits(out, in_day % 1'000, 3);
  *out++ = 'Z';
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
