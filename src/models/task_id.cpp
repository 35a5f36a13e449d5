// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task_id.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace todod {
namespace {

constexpr bool is_dash_position(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

constexpr std::uint8_t not_hex = 0xff;

constexpr std::array<std::uint8_t, 256> hex_values = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(not_hex);
  for (std::uint8_t i = 0; i < 10; ++i)
    table['0' + i] = i;
  for (std::uint8_t i = 0; i < 6; ++i)
    table['a' + i] = table['A' + i] = static_cast<std::uint8_t>(10 + i);
  return table;
}();

std::uint8_t hex_value(char c) noexcept {
  return hex_values[static_cast<unsigned char>(c)];
}

constexpr std::uint64_t rotate_left(std::uint64_t x, int k) {
  return (x << k) | (x >> (64 - k));
}

// RFC 9562, section 5.7: 12 bits of rand_a, of which this uses all as a counter, and 62 bits of
// rand_b.
constexpr std::uint16_t sequence_max = 0xfff;

}  // namespace

std::optional<task_id> task_id::parse(std::string_view text) noexcept {
  if (text.size() != text_length) return std::nullopt;
  bytes_type bytes{};
  unsigned seen = 0;  // a digit that is none leaves its high bits here
  std::size_t at = 0;
  for (auto& byte : bytes) {
    if (is_dash_position(at) && text[at++] != '-') return std::nullopt;
    const auto high = hex_value(text[at]);
    const auto low = hex_value(text[at + 1]);
    seen |= high | low;
    byte = static_cast<std::uint8_t>(high << 4 | low);
    at += 2;
  }
  if (seen > 0xf) return std::nullopt;
  return task_id(bytes);
}

char* task_id::write(char* out) const noexcept {
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < size_bytes; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *out++ = '-';
    *out++ = digits[bytes_[i] >> 4];
    *out++ = digits[bytes_[i] & 0xf];
  }
  return out;
}

std::string task_id::to_string() const {
  std::string text(text_length, '\0');
  write(text.data());
  return text;
}

task_id_source::task_id_source() {
  if (getrandom(state_, sizeof state_, 0) != static_cast<ssize_t>(sizeof state_)) {
    throw std::system_error(errno, std::generic_category(), "getrandom");
  }
}

std::uint64_t task_id_source::random() noexcept {  // xoshiro256++
  const auto result = rotate_left(state_[0] + state_[3], 23) + state_[0];
  const auto t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = rotate_left(state_[3], 45);
  return result;
}

task_id task_id_source::next(timestamp now) {
  const auto since_epoch = std::max<std::int64_t>(now.time_since_epoch().count(), 0);
  if (const auto millisecond = static_cast<std::uint64_t>(since_epoch);
      millisecond > millisecond_) {
    millisecond_ = millisecond;
    sequence_ = static_cast<std::uint16_t>(random() & 0x7ff);  // leaves room to count
  } else if (sequence_ == sequence_max) {
    ++millisecond_;  // ahead of the clock, as RFC 9562, section 6.2 allows
    sequence_ = 0;
  } else {
    ++sequence_;
  }
  task_id::bytes_type bytes{};
  for (std::size_t i = 0; i < 6; ++i) {
    bytes[i] = static_cast<std::uint8_t>(millisecond_ >> (40 - 8 * i));
  }
  bytes[6] = static_cast<std::uint8_t>(0x70 | sequence_ >> 8);
  bytes[7] = static_cast<std::uint8_t>(sequence_);
  const auto tail = random();
  for (std::size_t i = 0; i < 8; ++i)
    bytes[8 + i] = static_cast<std::uint8_t>(tail >> (56 - 8 * i));
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
  return task_id(bytes);
}

}  // namespace todod
