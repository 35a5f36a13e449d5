// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/thread_counters.hpp"

#include <algorithm>

namespace todod::observability {
namespace {

constexpr auto make_status_table() {
  std::array<std::uint8_t, 600> table{};
  table.fill(counted_statuses.size() - 1);
  for (std::size_t i = 0; i + 1 < counted_statuses.size(); ++i) {
    table[static_cast<std::size_t>(counted_statuses[i])] = static_cast<std::uint8_t>(i);
  }
  return table;
}
constexpr auto status_table = make_status_table();

std::size_t status_index(int status) noexcept {
  const auto i = static_cast<std::size_t>(status);
  return i < status_table.size() ? status_table[i] : counted_statuses.size() - 1;
}

}  // namespace

std::size_t latency_bucket(std::chrono::nanoseconds duration) noexcept {
  // Most requests are in the first buckets, so a scan beats a binary search.
  std::size_t i = 0;
  while (i < latency_bounds.size() && latency_bounds[i] < duration)
    ++i;
  return i;
}

thread_counters::thread_counters(std::size_t routes, std::size_t methods)
    : routes_(routes + 1),
      methods_(methods),
      cells_(std::make_unique<cell[]>(routes_ * methods_)) {}

void thread_counters::on_request(std::size_t route, std::size_t method, int status,
                                 std::chrono::nanoseconds duration, std::size_t bytes) noexcept {
  route = std::min(route, routes_ - 1);
  method = std::min(method, methods_ - 1);
  cell& to = cells_[route * methods_ + method];
  to.by_status[status_index(status)].add(1);
  to.by_latency[latency_bucket(duration)].add(1);
  to.nanoseconds.add(static_cast<std::uint64_t>(std::max<std::int64_t>(0, duration.count())));
  to.bytes.add(bytes);
}

}  // namespace todod::observability
