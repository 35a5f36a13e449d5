// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/watchdog.hpp"

#include <algorithm>
#include <utility>

namespace todod::app {
namespace {

constexpr std::chrono::milliseconds interval_min{200};  // twice the ticks of an I/O thread

}  // namespace

watchdog::watchdog(boost::asio::io_context& control, service_notice& notice,
                   observability::event_log& events, tick_counts counts)
    : timer_(control), notice_(notice), events_(events), counts_(std::move(counts)) {}

void watchdog::start(std::chrono::microseconds due) {
  if (due.count() == 0) return;
  interval_ = std::max<std::chrono::microseconds>(due / 3, interval_min);
  last_ = counts_();
  wait();
}

void watchdog::wait() {
  timer_.expires_after(interval_);
  timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    look();
    wait();
  });
}

void watchdog::look() {
  auto now = counts_();
  std::size_t stuck = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (now[i] == last_[i]) ++stuck;
  }
  last_ = std::move(now);
  if (stuck == 0) return notice_.alive();
  events_.tell(observability::event::thread_stuck, {{"threads", stuck}});
}

}  // namespace todod::app
