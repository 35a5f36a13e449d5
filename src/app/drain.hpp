// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// How a server ends.
//
//   serving ──begin()──▶ leaving: /readyz answers 503, all else is served as before, for `delay`
//                           │
//                           ▼
//                        draining: no new connections; requests under way finish, for `patience`
//                           │
//                           ▼
//                        ended: I/O threads stopped, `control` stopped
//
// `delay` gives balancers that ask /readyz the time to send their requests elsewhere.
//
// One thread, that of `control`, but for has_begun().
#pragma once

#include "app/io_thread.hpp"
#include "app/listeners.hpp"
#include "app/service_notice.hpp"
#include "http/server.hpp"
#include "observability/event_log.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace todod::app {

struct drain_times {
  std::chrono::seconds delay;     ///< DRAIN_DELAY
  std::chrono::seconds patience;  ///< DRAIN_SECONDS
};

/// All of it outlives the drain.
struct drain_targets {
  observability::event_log& events;
  service_notice& notice;
  const http::connection_gauge& connections;
  const listeners& listening;
  std::vector<std::unique_ptr<io_thread>>& threads;
};

class drain {
 public:
  drain(boost::asio::io_context& control, const drain_targets& targets);

  /// Called again, it only ends a delay under way, and that if `times` has none.
  void begin(drain_times times);

  /// Any thread; also for whoever answers /readyz.
  [[nodiscard]] const std::atomic<bool>& has_begun() const noexcept { return has_begun_; }

 private:
  void refuse_new(std::chrono::seconds patience);
  void end();

  boost::asio::io_context& control_;
  boost::asio::steady_timer timer_;
  drain_targets targets_;
  bool refuses_new_ = false;
  std::size_t threads_left_ = 0;
  std::atomic<bool> has_begun_{false};
};

}  // namespace todod::app
