// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/statement_counters.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <thread>

namespace todod::observability {

statement_counters::slot& statement_counters::find(shard& in, std::string_view name) noexcept {
  std::size_t i = std::hash<const char*>{}(name.data()) * 0x9E3779B97F4A7C15u >> 57;
  for (std::size_t tries = 0; tries < slot_count; ++tries, i = (i + 1) % slot_count) {
    slot& at = in.slots[i];
    const char* key = at.key.load(std::memory_order_acquire);
    if (key == name.data()) return at;
    if (key != nullptr) continue;
    if (in.used.fetch_add(1, std::memory_order_relaxed) >= names_max) {
      in.used.fetch_sub(1, std::memory_order_relaxed);
      return in.other;
    }
    if (at.key.compare_exchange_strong(key, name.data(), std::memory_order_acq_rel)) {
      at.length.store(name.size(), std::memory_order_release);  // 0 until then: not collected yet
      return at;
    }
    in.used.fetch_sub(1, std::memory_order_relaxed);
    if (key == name.data()) return at;
  }
  return in.other;
}

void statement_counters::on_statement(std::string_view name, std::chrono::nanoseconds duration,
                                      bool ok) noexcept {
  const std::size_t thread = std::hash<std::thread::id>{}(std::this_thread::get_id());
  slot& to = find(shards_[thread % shard_count], name);
  to.count.fetch_add(1, std::memory_order_relaxed);
  if (!ok) to.errors.fetch_add(1, std::memory_order_relaxed);
  const auto elapsed = std::max<std::int64_t>(0, duration.count());
  to.nanoseconds.fetch_add(static_cast<std::uint64_t>(elapsed), std::memory_order_relaxed);
}

std::vector<statement_sample> statement_counters::collect() const {
  std::map<std::string_view, statement_sample> sums;
  const auto add = [&sums](std::string_view name, const slot& of) {
    const auto count = of.count.load(std::memory_order_relaxed);
    if (count == 0 || name.empty()) return;
    statement_sample& sum = sums[name];
    sum.name = name;
    sum.count += count;
    sum.errors += of.errors.load(std::memory_order_relaxed);
    sum.total += std::chrono::nanoseconds(of.nanoseconds.load(std::memory_order_relaxed));
  };
  for (const shard& in : shards_) {
    for (const slot& of : in.slots) {
      const char* const key = of.key.load(std::memory_order_acquire);
      if (key != nullptr) add({key, of.length.load(std::memory_order_acquire)}, of);
    }
    add("other", in.other);
  }
  std::vector<statement_sample> samples;
  for (auto& [name, sum] : sums)
    samples.push_back(std::move(sum));
  return samples;
}

}  // namespace todod::observability
