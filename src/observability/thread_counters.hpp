// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What one I/O thread counts. Hot path: one writer, so that a count is a relaxed load and store
// without a locked instruction (bench/micro: thread_counters); a scrape reads from another thread
// and may be behind by a request.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace todod::observability {

class single_writer_count {
 public:
  void add(std::uint64_t n) noexcept {
    value_.store(value_.load(std::memory_order_relaxed) + n, std::memory_order_relaxed);
  }
  void set(std::uint64_t n) noexcept { value_.store(n, std::memory_order_relaxed); }
  [[nodiscard]] std::uint64_t get() const noexcept {
    return value_.load(std::memory_order_relaxed);
  }

 private:
  std::atomic<std::uint64_t> value_{0};
};

/// Upper bounds of the latency histogram; one more bucket holds what is slower.
inline constexpr std::array<std::chrono::nanoseconds, 15> latency_bounds{
    std::chrono::microseconds{100}, std::chrono::microseconds{250},  std::chrono::microseconds{500},
    std::chrono::milliseconds{1},   std::chrono::microseconds{2500}, std::chrono::milliseconds{5},
    std::chrono::milliseconds{10},  std::chrono::milliseconds{25},   std::chrono::milliseconds{50},
    std::chrono::milliseconds{100}, std::chrono::milliseconds{250},  std::chrono::milliseconds{500},
    std::chrono::seconds{1},        std::chrono::milliseconds{2500}, std::chrono::seconds{10}};

/// Every status that todod sends; the last entry stands for any other.
inline constexpr std::array<int, 20> counted_statuses{200, 201, 204, 304, 400, 401, 403,
                                                      404, 405, 408, 412, 413, 415, 422,
                                                      429, 431, 500, 503, 100, 0};

class thread_counters {
 public:
  /// Route indexes are 0 to routes - 1, and one more for what matched no route; likewise methods.
  thread_counters(std::size_t routes, std::size_t methods);

  /// An index out of range counts as the last one.
  void on_request(std::size_t route, std::size_t method, int status,
                  std::chrono::nanoseconds duration, std::size_t bytes) noexcept;
  void on_rate_limited() noexcept { rate_limited_.add(1); }
  void set_token_cache(std::uint64_t hits, std::uint64_t misses, std::uint64_t entries) noexcept {
    cache_hits_.set(hits);
    cache_misses_.set(misses);
    cache_entries_.set(entries);
  }
  void set_log_lines_dropped(std::uint64_t lines) noexcept { log_lines_dropped_.set(lines); }

  struct cell {
    std::array<single_writer_count, counted_statuses.size()> by_status;
    std::array<single_writer_count, latency_bounds.size() + 1> by_latency;
    single_writer_count nanoseconds;
    single_writer_count bytes;
  };
  [[nodiscard]] const cell& at(std::size_t route, std::size_t method) const noexcept {
    return cells_[route * methods_ + method];
  }
  [[nodiscard]] std::uint64_t rate_limited() const noexcept { return rate_limited_.get(); }
  [[nodiscard]] std::uint64_t cache_hits() const noexcept { return cache_hits_.get(); }
  [[nodiscard]] std::uint64_t cache_misses() const noexcept { return cache_misses_.get(); }
  [[nodiscard]] std::uint64_t cache_entries() const noexcept { return cache_entries_.get(); }
  [[nodiscard]] std::uint64_t log_lines_dropped() const noexcept {
    return log_lines_dropped_.get();
  }

 private:
  std::size_t routes_;  // with the one for no route
  std::size_t methods_;
  std::unique_ptr<cell[]> cells_;
  single_writer_count rate_limited_;
  single_writer_count cache_hits_;
  single_writer_count cache_misses_;
  single_writer_count cache_entries_;
  single_writer_count log_lines_dropped_;
};

/// The bucket of latency_bounds that `duration` belongs to: the first whose bound is not smaller.
[[nodiscard]] std::size_t latency_bucket(std::chrono::nanoseconds duration) noexcept;

}  // namespace todod::observability
