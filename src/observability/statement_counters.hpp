// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Database statements by name. Any thread: a statement is counted in one of a few shards, chosen by
// thread, so that I/O threads do not share a cache line.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace todod::observability {

struct statement_sample {
  std::string name;
  std::uint64_t count = 0;
  std::uint64_t errors = 0;
  std::chrono::nanoseconds total{};
};

class statement_counters {
 public:
  static constexpr std::size_t shard_count = 8;
  /// Different names (by address); beyond it a statement counts as "other".
  static constexpr std::size_t names_max = 96;

  /// `name` is a static text: it is known by its address.
  void on_statement(std::string_view name, std::chrono::nanoseconds duration, bool ok) noexcept;

  /// Summed over shards, one for each name, in order of names.
  [[nodiscard]] std::vector<statement_sample> collect() const;

 private:
  static constexpr std::size_t slot_count = 128;  // a power of two above names_max

  struct slot {
    std::atomic<const char*> key{nullptr};
    std::atomic<std::size_t> length{0};
    std::atomic<std::uint64_t> count{0};
    std::atomic<std::uint64_t> errors{0};
    std::atomic<std::uint64_t> nanoseconds{0};
  };
  struct alignas(64) shard {
    std::array<slot, slot_count> slots;
    std::atomic<std::size_t> used{0};
    slot other;
  };
  [[nodiscard]] static slot& find(shard& in, std::string_view name) noexcept;

  std::array<shard, shard_count> shards_;
};

}  // namespace todod::observability
