// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/poller.hpp"

#include <gtest/gtest.h>

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

namespace todod::http {
namespace {

using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

constexpr auto long_time = 200ms;

/// Is ready again as soon as it has been delivered, until it has had enough.
class busy_source final : public pollable {
 public:
  busy_source(poller& from, int rounds) : from_(from), rounds_(rounds) {
    EXPECT_TRUE(from.add(event_.get(), *this, EPOLLIN | EPOLLET));
    make_ready();
  }
  void on_events(std::uint32_t) override {
    const auto now = clock::now();
    longest_wait = std::max(longest_wait, now - from_.waiting_since());
    starts_before_the_last_but_one += from_.waiting_since() < last_but_one_ ? 1 : 0;
    starts_in_the_future += from_.waiting_since() > now ? 1 : 0;
    last_but_one_ = std::exchange(last_, now);
    if (++delivered == stall_at) stall();
    if (delivered < rounds_) make_ready();
  }
  void stall() const {
    for (const auto end = clock::now() + long_time; clock::now() < end;) {
    }
  }

  int delivered = 0, stall_at = 0, starts_before_the_last_but_one = 0, starts_in_the_future = 0;
  clock::duration longest_wait{};

 private:
  void make_ready() { EXPECT_EQ(::eventfd_write(event_.get(), 1), 0); }

  poller& from_;
  const int rounds_;
  file_descriptor event_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
  clock::time_point last_, last_but_one_;
};

struct saturated_poller {
  explicit saturated_poller(int count, poller::wait_bounds bounds = {1h, 1h}) : tested(io, bounds) {
    for (int i = 0; i < count; ++i)
      sources.emplace_back(tested, rounds);
  }
  void run() {
    tested.start(alive, [this] {
      if (std::ranges::all_of(sources, [](const auto& it) { return it.delivered == rounds; })) {
        tested.stop();
      }
    });
    io.run();
  }

  static constexpr int rounds = 40;
  boost::asio::io_context io;
  std::shared_ptr<void> alive = std::make_shared<int>();
  poller tested;
  std::deque<busy_source> sources;
};

// More events than a batch takes, all the time: none waits for longer than the others take.
TEST(poller, a_queue_that_is_never_empty_is_no_wait_without_end) {
  for (const int count : {1, poller::batch_max, 3 * poller::batch_max, 3 * poller::batch_max + 7}) {
    saturated_poller all(count);
    all.run();
    for (const busy_source& each : all.sources) {
      EXPECT_EQ(each.delivered, saturated_poller::rounds);
      EXPECT_EQ(each.starts_before_the_last_but_one, 0) << count;
      EXPECT_EQ(each.starts_in_the_future, 0) << count;
    }
  }
}

TEST(poller, who_waits_for_another_is_known) {
  saturated_poller all(3 * poller::batch_max);
  all.sources.front().stall_at = 20;
  all.run();
  EXPECT_GE(all.sources.back().longest_wait, long_time);
}

TEST(poller, the_bound_is_how_far_back_it_goes) {
  saturated_poller all(3 * poller::batch_max, {10ms, 10ms});
  all.sources.front().stall_at = 20;
  all.run();
  EXPECT_LT(all.sources.back().longest_wait, long_time);
}

/// What is_late() says within one event, if it came so much later.
class late_probe final : public pollable {
 public:
  late_probe(poller& of, std::vector<clock::duration> ask) : of_(of), ask_(std::move(ask)) {
    EXPECT_TRUE(of.add(event_.get(), *this, EPOLLIN | EPOLLET));
    EXPECT_EQ(::eventfd_write(event_.get(), 1), 0);
  }
  void on_events(std::uint32_t) override {
    const auto now = clock::now();
    for (const auto later : ask_)
      answers.push_back(of_.is_late(now + later));
  }
  std::vector<bool> answers;

 private:
  poller& of_;
  const std::vector<clock::duration> ask_;
  file_descriptor event_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
};

TEST(poller, once_something_was_late_a_shorter_wait_is_until_nothing_was_for_a_second) {
  boost::asio::io_context io;
  const auto alive = std::make_shared<int>();
  poller tested(io, {.burst = 60s, .standing = 10s});
  late_probe probe(tested, {59s, 20s, 61s, 20s, 5s, 19s, 20s + 2 * poller::overload_memory});
  tested.start(alive, [&] { tested.stop(); });
  io.run();
  EXPECT_EQ(probe.answers, (std::vector<bool>{false, false, true, true, false, true, false}));
  EXPECT_FALSE(tested.is_late(clock::now() + 2h)) << "nothing is delivered";
}

}  // namespace
}  // namespace todod::http
