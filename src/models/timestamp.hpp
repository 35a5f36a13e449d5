// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Instants as the product knows them: UTC, milliseconds. Both databases store exactly this
// resolution, so a time that was written is the time that is read.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace todod {

/// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
using timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// Length of "2026-01-09T12:34:56.789Z".
inline constexpr std::size_t timestamp_text_length = 24;

/// Writes exactly timestamp_text_length bytes of RFC 3339 text at `out` (years 0000 to 9999; other
/// instants are clamped to that range) and returns the position behind them.
char* write_timestamp(char* out, timestamp at) noexcept;

std::string to_string(timestamp at);

/// The wall clock, as a value that a test can replace. Implementations are thread-safe.
class clock {
 public:
  virtual ~clock() = default;
  [[nodiscard]] virtual timestamp now() const noexcept = 0;
};

/// CLOCK_REALTIME.
class system_clock final : public clock {
 public:
  [[nodiscard]] timestamp now() const noexcept override;
};

}  // namespace todod
