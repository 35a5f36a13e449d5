// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// PostgreSQL's binary formats (its manual, "Message Formats", and the *send functions of its
// source): integers in network byte order, timestamptz as microseconds since 2000-01-01, arrays
// with a small header. What a connection's server sends is trusted to have the type that the
// statement asked for.
#pragma once

#include "models/task_id.hpp"
#include "models/timestamp.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace todod::database::postgres {

/// Object ids that never change (pg_type.dat), as array headers name them.
inline constexpr std::uint32_t bool_oid = 16;
inline constexpr std::uint32_t text_oid = 25;
inline constexpr std::uint32_t uuid_oid = 2950;
inline constexpr std::uint32_t int8_oid = 20;
inline constexpr std::uint32_t timestamptz_oid = 1184;

template <std::unsigned_integral T>
[[nodiscard]] constexpr T swap_to_network(T value) noexcept {
  static_assert(std::endian::native == std::endian::little, "add the big-endian case");
  if constexpr (sizeof(T) == 2) return __builtin_bswap16(value);
  if constexpr (sizeof(T) == 4) return __builtin_bswap32(value);
  if constexpr (sizeof(T) == 8) return __builtin_bswap64(value);
}

template <std::integral T>
void write_network(char* out, T value) noexcept {
  const auto swapped = swap_to_network(static_cast<std::make_unsigned_t<T>>(value));
  std::memcpy(out, &swapped, sizeof swapped);
}

template <std::integral T>
[[nodiscard]] T read_network(const char* in) noexcept {
  std::make_unsigned_t<T> raw;
  std::memcpy(&raw, in, sizeof raw);
  return static_cast<T>(swap_to_network(raw));
}

/// 2000-01-01T00:00:00Z in Unix milliseconds.
inline constexpr std::int64_t postgres_epoch_ms = 946'684'800'000;

/// Clamped to what PostgreSQL accepts (4713 BC to 294276 AD): a client's cursor may name any time.
[[nodiscard]] constexpr std::int64_t to_postgres_microseconds(timestamp at) noexcept {
  constexpr std::int64_t first_ms = -210'866'803'200'000;
  constexpr std::int64_t last_ms = 9'223'371'331'199'999;
  const auto unix_ms = std::clamp<std::int64_t>(at.time_since_epoch().count(),
                                                first_ms + postgres_epoch_ms, last_ms);
  return (unix_ms - postgres_epoch_ms) * 1000;
}

[[nodiscard]] constexpr timestamp from_postgres_microseconds(std::int64_t microseconds) noexcept {
  // Rounds down, also before 2000. The product writes whole milliseconds only.
  const std::int64_t ms = microseconds >= 0 ? microseconds / 1000 : (microseconds - 999) / 1000;
  return timestamp{std::chrono::milliseconds{ms + postgres_epoch_ms}};
}

/// Builds a one-dimensional array in a buffer that is used again and again.
class array_builder {
 public:
  void start(std::uint32_t element_oid, std::size_t count) {
    bytes_.clear();
    append<std::int32_t>(1);  // dimensions
    append<std::int32_t>(0);  // no nulls so far
    append<std::uint32_t>(element_oid);
    append<std::int32_t>(static_cast<std::int32_t>(count));
    append<std::int32_t>(1);  // lower bound
  }
  void add(std::string_view element) {
    append<std::int32_t>(static_cast<std::int32_t>(element.size()));
    bytes_.append(element);
  }
  void add(const task_id& id) {
    add(std::string_view{reinterpret_cast<const char*>(id.bytes().data()), task_id::size_bytes});
  }
  void add(std::int64_t value) {
    append<std::int32_t>(8);
    append<std::int64_t>(value);
  }
  void add_null() {
    write_network<std::int32_t>(&bytes_[sizeof(std::int32_t)], 1);  // holds nulls
    append<std::int32_t>(-1);
  }
  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }

 private:
  template <class T>
  void append(T value) {
    char raw[sizeof(T)];
    write_network(raw, value);
    bytes_.append(raw, sizeof raw);
  }
  std::string bytes_;
};

}  // namespace todod::database::postgres
