// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A task's identifier: a UUID (RFC 9562). The server makes version 7; clients may bring any
// version.
#pragma once

#include "models/timestamp.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace todod {

class task_id {
 public:
  static constexpr std::size_t size_bytes = 16;
  static constexpr std::size_t text_length = 36;
  using bytes_type = std::array<std::uint8_t, size_bytes>;

  constexpr task_id() noexcept = default;
  explicit constexpr task_id(const bytes_type& bytes) noexcept : bytes_(bytes) {}

  /// 8-4-4-4-12 hexadecimal digits in either letter case, any version and variant; else nothing.
  [[nodiscard]] static std::optional<task_id> parse(std::string_view text) noexcept;

  /// Network byte order, as PostgreSQL's uuid and SQLite's BLOB hold and compare it.
  [[nodiscard]] const bytes_type& bytes() const noexcept { return bytes_; }

  /// Writes exactly text_length lower-case bytes at `out` and returns the position behind them.
  char* write(char* out) const noexcept;
  [[nodiscard]] std::string to_string() const;

  friend auto operator<=>(const task_id&, const task_id&) = default;

 private:
  bytes_type bytes_{};
};

/// Makes UUIDv7s that grow strictly within one source (RFC 9562, section 6.2, method 2: the random
/// part is incremented within a millisecond, and when the clock steps back). Not thread-safe: one
/// per thread.
class task_id_source {
 public:
  task_id_source();  ///< seeds from getrandom(2); throws std::system_error if that fails
  [[nodiscard]] task_id next(timestamp now);

 private:
  std::uint64_t random() noexcept;

  std::uint64_t millisecond_ = 0;
  std::uint16_t sequence_ = 0;
  std::uint64_t state_[4] = {};
};

}  // namespace todod
