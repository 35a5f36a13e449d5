// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/queue_bound.hpp"

#include <gtest/gtest.h>

namespace todod::database {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t queue_max = 4096;
constexpr std::size_t batch_max = 128;

class queue_bound_of_full_batches : public testing::Test {
 protected:
  void full_batches(int count, std::chrono::milliseconds each) {
    for (int i = 0; i < count; ++i)
      bound.on_full_batch(now += each);
  }
  std::size_t admitted() const {
    std::size_t waiting = 0;
    while (bound.admits(waiting))
      ++waiting;
    return waiting;
  }
  queue_bound bound{queue_max, batch_max};
  queue_bound::time_point now{1h};
};

TEST_F(queue_bound_of_full_batches, admits_what_is_done_within_half_a_second) {
  full_batches(30, 64ms);  // 2,000 in a second
  EXPECT_NEAR(static_cast<double>(admitted()), 1000, 2);
}

TEST_F(queue_bound_of_full_batches, admits_no_more_than_the_queue_however_fast) {
  full_batches(30, 1ms);
  EXPECT_EQ(admitted(), queue_max);
}

TEST_F(queue_bound_of_full_batches, admits_a_batch_however_slow) {
  full_batches(30, 5s);
  EXPECT_EQ(admitted(), batch_max);
}

TEST_F(queue_bound_of_full_batches, is_not_fooled_by_two_that_leave_at_once) {
  for (int i = 0; i < 10; ++i) {
    full_batches(1, 128ms);
    full_batches(1, 0ms);
  }
  EXPECT_NEAR(static_cast<double>(admitted()), 1000, 2);
}

TEST_F(queue_bound_of_full_batches, forgets_one_that_took_long_after_two_that_did_not) {
  full_batches(30, 10ms);
  full_batches(1, 3s);
  EXPECT_EQ(admitted(), batch_max);
  full_batches(2, 10ms);
  EXPECT_EQ(admitted(), queue_max);
}

TEST_F(queue_bound_of_full_batches, is_lifted_once_a_batch_is_not_full) {
  full_batches(30, 5s);
  bound.on_batch(batch_max - 1);
  EXPECT_EQ(admitted(), queue_max);
  full_batches(2, 5s);  // what lies before them was none that was full
  EXPECT_EQ(admitted(), queue_max);
}

TEST(queue_bound, of_a_queue_that_is_smaller_than_a_batch_stays) {
  queue_bound bound(4, batch_max);
  for (int i = 0; i < 3; ++i)
    bound.on_batch(batch_max);
  EXPECT_TRUE(bound.admits(3));
  EXPECT_FALSE(bound.admits(4));
}

}  // namespace
}  // namespace todod::database
