// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// How many operations may wait for a database: as many as it gets done within delay_max, but at
// least a batch. What comes on top is failure::overloaded at once, rather than after a long wait
// that its client may not have.
//
// Only batches that are full tell how fast the database is, and only they are timed, two at a time
// since two may leave at once. One that is not full leaves nothing behind in the queue, and lifts
// the bound. What waits is not thrown out, however long a database stands still (a lock, a commit).
//
// One thread. Hot path: costs nothing but a comparison while batches are not full.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace todod::database {

class queue_bound {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds delay_max{500};

  queue_bound(std::size_t queue_max, std::size_t batch_max) noexcept
      : queue_max_(queue_max), batch_max_(batch_max), bound_(queue_max) {}

  [[nodiscard]] bool admits(std::size_t waiting) const noexcept { return waiting < bound_; }

  /// A batch of so many was taken out of the queue.
  void on_batch(std::size_t size) noexcept {
    if (size >= batch_max_) return on_full_batch(std::chrono::steady_clock::now());
    bound_ = queue_max_;
    before_ = before_that_ = {};
  }
  void on_full_batch(time_point now) noexcept {
    if (before_that_ != time_point{}) {
      const std::chrono::duration<double> took = now - before_that_;
      const double done = 2 * static_cast<double>(batch_max_) * (delay_max / took);
      const double most = static_cast<double>(queue_max_);
      bound_ = std::max(std::min(batch_max_, queue_max_),
                        static_cast<std::size_t>(std::min(done, most)));
    }
    before_that_ = before_;
    before_ = now;
  }

 private:
  std::size_t queue_max_;
  std::size_t batch_max_;
  std::size_t bound_;
  time_point before_;       ///< of the batch before, if that was full
  time_point before_that_;  ///< of the one before it, likewise
};

}  // namespace todod::database
