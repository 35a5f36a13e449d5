// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// How often somebody (a user, or an address) may do something: the generic cell rate algorithm,
// `per_second` in the long run and bursts of twice that. Shared by all I/O threads; a fixed table,
// so memory does not grow with users.
//
// A full set of the table forgets the key whose allowance is largest: under a flood of new keys a
// limit may be looser than asked for, never stricter.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

namespace todod::api {

class rate_limiter {
 public:
  using instant = std::chrono::steady_clock::time_point;

  /// 0 = off: everything is allowed.
  explicit rate_limiter(std::uint32_t per_second);

  /// Another limit from now on. Any thread.
  void change(std::uint32_t per_second) noexcept;

  struct decision {
    bool allowed = true;
    std::chrono::milliseconds retry_after{0};  ///< when not allowed: until the next one would be
  };

  /// Whose allowance it is: a user who is named as an address is, is another one than that address.
  enum class who : std::uint8_t { user, address };

  /// Takes one from an allowance if there is one left. Any thread.
  [[nodiscard]] decision take(who kind, std::string_view name, instant now);
  /// What take() would say, without taking.
  [[nodiscard]] decision peek(who kind, std::string_view name, instant now);

  [[nodiscard]] std::uint32_t per_second() const noexcept { return per_second_.load(relaxed); }
  [[nodiscard]] bool off() const noexcept { return per_second() == 0; }

 private:
  static constexpr auto relaxed = std::memory_order_relaxed;
  static constexpr std::size_t ways = 8;
  static constexpr std::size_t sets = 4096;  // 4096 x 8 x 16 bytes = 512 KiB
  static constexpr std::size_t locks = 64;

  struct slot {
    std::uint64_t key = 0;
    std::int64_t next_ns = 0;  // theoretical arrival time of the algorithm
  };
  struct set {
    std::array<slot, ways> slots;
  };

  decision decide(who kind, std::string_view name, instant now, bool take);

  // Changed one by one: a decision made meanwhile is between the two limits.
  std::atomic<std::uint32_t> per_second_{0};
  std::atomic<std::int64_t> interval_ns_{0};
  std::atomic<std::int64_t> burst_ns_{0};
  std::uint64_t seed_ = 0;
  std::vector<set> table_;
  std::array<std::mutex, locks> mutexes_;
};

}  // namespace todod::api
