// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One I/O thread's requests -> its request log and its counters.
#pragma once

#include "api/request_events.hpp"
#include "auth/authenticator.hpp"
#include "models/timestamp.hpp"
#include "observability/event_log.hpp"
#include "observability/request_log.hpp"
#include "observability/thread_counters.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace todod::app {

class request_observer final : public api::request_events {
 public:
  /// All borrowed ones outlive the observer. `log` is never null: it writes while `logs_requests`.
  request_observer(const clock& time, observability::event_log& events,
                   observability::thread_counters& counters,
                   std::unique_ptr<observability::request_log> log, bool logs_requests);

  void on_answer(const http::request& in, int status, std::size_t bytes,
                 std::chrono::nanoseconds duration) noexcept override;
  void on_rate_limited() noexcept override;
  void on_defect(const http::request& in, std::string_view what) noexcept override;

  /// On the I/O thread.
  void log_requests(bool on) noexcept { logs_requests_ = on; }

  /// Now and then, on the I/O thread.
  void on_tick(const auth::authenticator_stats& tokens) noexcept;

 private:
  const clock& time_;
  observability::event_log& events_;
  observability::thread_counters& counters_;
  std::unique_ptr<observability::request_log> log_;
  bool logs_requests_;
};

}  // namespace todod::app
