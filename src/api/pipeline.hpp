// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The middleware: every request passes these steps in this order (http::service calls them).
//
//   admit   route ─▶ CORS ─▶ OPTIONS ─▶ method ─▶ token ─▶ rate ─▶ user of the path      each can
//   answer at once handle  the route's handler (api/task_handlers.cpp): query, headers, body,
//   repository, answer finished  log and metrics
//
// One per I/O thread, used on that thread only.
#pragma once

#include "api/cors.hpp"
#include "api/exchange.hpp"
#include "api/problem.hpp"
#include "api/rate_limiter.hpp"
#include "api/request_events.hpp"
#include "api/routes.hpp"
#include "auth/authenticator.hpp"
#include "auth/key_source.hpp"
#include "http/router.hpp"
#include "http/service.hpp"

#include <atomic>
#include <cstdint>
#include <string_view>
#include <vector>

namespace todod::api {

/// What a pipeline uses; all of it outlives the pipeline. `limiter`, `cors`
/// and `page` are shared by all threads.
struct pipeline_parts {
  database::task_repository& tasks;
  auth::authenticator& authenticator;
  auth::key_source* keys;  ///< null where no JWK set is configured
  rate_limiter& limiter;
  const cors_policy& cors;
  const clock& wall_clock;
  const std::atomic<bool>& draining;
  const page_settings& page;
  request_events& events;
};

class pipeline final : public http::service {
 public:
  explicit pipeline(const pipeline_parts& parts);

  http::admission admit(http::request& in, http::response& out) override;
  http::awaitable<http::admission> admit_later(http::request& in, http::response& out) override;
  http::awaitable<void> handle(http::request& in, http::response& out) override;
  void reject(const http::request& in, http::protocol_error error, std::string_view detail,
              http::response& out) override;
  void finished(const http::request& in, const http::response& out, std::size_t bytes,
                std::chrono::nanoseconds duration) noexcept override;

 private:
  http::admission answer(const http::request& in, http::response& out, problem what,
                         std::string_view detail = {});
  http::admission answer_options(const http::request& in, http::response& out,
                                 std::string_view allow);
  http::admission answer_rate_limited(const http::request& in, http::response& out,
                                      std::chrono::milliseconds retry_after);
  http::admission answer_refusal(const http::request& in, http::response& out, auth::refusal why);
  http::admission authenticate(http::request& in, http::response& out, bool last_try);
  http::admission admit_user(http::request& in, http::response& out, const user_id& user);
  exchange& exchange_of(http::request& in, http::response& out);

  pipeline_parts parts_;
  task_id_source ids_;
  handler_context context_;
  http::router router_;
};

}  // namespace todod::api
