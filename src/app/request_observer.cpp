// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/request_observer.hpp"

#include <limits>
#include <utility>

namespace todod::app {

request_observer::request_observer(const clock& time, observability::event_log& events,
                                   observability::thread_counters& counters,
                                   std::unique_ptr<observability::request_log> log,
                                   bool logs_requests)
    : time_(time),
      events_(events),
      counters_(counters),
      log_(std::move(log)),
      logs_requests_(logs_requests) {}

void request_observer::on_answer(const http::request& in, int status, std::size_t bytes,
                                 std::chrono::nanoseconds duration) noexcept {
  const auto route = in.route.empty() ? std::numeric_limits<std::size_t>::max() : in.route_index;
  counters_.on_request(route, static_cast<std::size_t>(in.method), status, duration, bytes);
  if (!logs_requests_) return;
  log_->write({.at = time_.now(),
               .request_id = in.request_id,
               .method = in.method_text,
               .route = in.route,
               .status = status,
               .duration = duration,
               .bytes = bytes,
               .traceparent = in.find("traceparent").value_or(std::string_view{}),
               .peer = in.peer});
}

void request_observer::on_rate_limited() noexcept {
  counters_.on_rate_limited();
  events_.tell(observability::event::rate_limited);
}

void request_observer::on_defect(const http::request& in, std::string_view what) noexcept {
  events_.tell(observability::event::request_failed,
               {{"request_id", std::string_view(in.request_id)}, {"cause", what}});
}

void request_observer::on_tick(const auth::authenticator_stats& tokens) noexcept {
  counters_.set_token_cache(tokens.cache_hits, tokens.cache_misses, tokens.cache_entries);
  counters_.set_log_lines_dropped(log_->dropped());
  log_->flush();
}

}  // namespace todod::app
