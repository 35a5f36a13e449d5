// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/rate_limiter.hpp"

#include <algorithm>
#include <functional>
#include <random>

namespace todod::api {

rate_limiter::rate_limiter(std::uint32_t per_second) : table_(sets) {
  std::random_device random;
  seed_ = (std::uint64_t{random()} << 32) | random();
  change(per_second);
}

void rate_limiter::change(std::uint32_t per_second) noexcept {
  const std::int64_t interval = per_second == 0 ? 0 : 1'000'000'000 / per_second;
  interval_ns_.store(interval, relaxed);
  burst_ns_.store(interval * 2 * per_second, relaxed);
  per_second_.store(per_second, relaxed);
}

rate_limiter::decision rate_limiter::take(who kind, std::string_view name, instant now) {
  return decide(kind, name, now, true);
}

rate_limiter::decision rate_limiter::peek(who kind, std::string_view name, instant now) {
  return decide(kind, name, now, false);
}

rate_limiter::decision rate_limiter::decide(who kind, std::string_view name, instant now,
                                            bool take) {
  if (off()) return {};
  // Mixed with a seed of this process, so that nobody can pick ids that share a set (splitmix64).
  auto hash = std::hash<std::string_view>{}(name) ^ (kind == who::user ? seed_ : ~seed_);
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
  hash ^= hash >> 31;

  const auto now_ns =
      std::chrono::duration_cast<std::chrono::nanoseconds>(now.time_since_epoch()).count();
  const auto index = hash % sets;
  const std::scoped_lock lock(mutexes_[index % locks]);
  auto& slots = table_[index].slots;
  auto found = std::ranges::find(slots, hash, &slot::key);
  if (found == slots.end()) {
    found = std::ranges::min_element(slots, {}, &slot::next_ns);
    *found = {.key = hash, .next_ns = now_ns};
  }
  const auto next = std::max(found->next_ns, now_ns) + interval_ns_.load(relaxed);
  if (const auto over = next - now_ns - burst_ns_.load(relaxed); over > 0) {
    return {.allowed = false,
            .retry_after =
                std::chrono::ceil<std::chrono::milliseconds>(std::chrono::nanoseconds(over))};
  }
  if (take) found->next_ns = next;
  return {};
}

}  // namespace todod::api
