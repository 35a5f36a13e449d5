// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Gives the service manager its sign of life while every I/O thread's loop turns. A thread that
// hangs keeps the sign back, and the manager restarts the process (WatchdogSec= in the unit).
//
//   I/O thread ──tick every 100 ms──▶ its counter ──▶ all have moved since the last look? ──▶ alive
//
// One thread, that of `control`, whose own loop is proved by the looking.
#pragma once

#include "app/service_notice.hpp"
#include "observability/event_log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace todod::app {

class watchdog {
 public:
  /// The tick counters of all loops that must turn, in the same order each time.
  using tick_counts = std::function<std::vector<std::uint64_t>()>;

  /// All borrowed ones outlive the watchdog.
  watchdog(boost::asio::io_context& control, service_notice& notice,
           observability::event_log& events, tick_counts counts);

  /// Looks three times within `due`, so that one late look does no harm. Zero = never.
  void start(std::chrono::microseconds due);

 private:
  void wait();
  void look();

  boost::asio::steady_timer timer_;
  service_notice& notice_;
  observability::event_log& events_;
  tick_counts counts_;
  std::vector<std::uint64_t> last_;
  std::chrono::microseconds interval_{0};
};

}  // namespace todod::app
