// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One admitted request on its way through a handler: what it asks, who asks, where the answer goes,
// and what the handler may use. Lives in the request (http::service_state), so it outlives every
// co_await of the handler.
#pragma once

#include "api/page_settings.hpp"
#include "database/task_repository.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/service.hpp"
#include "models/task_id.hpp"
#include "models/timestamp.hpp"
#include "models/user_id.hpp"

#include <atomic>
#include <string_view>

namespace todod::api {

/// What handlers use of the outside; one per I/O thread, outlives every exchange.
struct handler_context {
  database::task_repository& tasks;
  task_id_source& ids;
  const clock& wall_clock;
  const std::atomic<bool>& draining;
  const page_settings& page;
};

struct exchange final : http::service_state {
  http::request* in = nullptr;
  http::response* out = nullptr;
  const handler_context* context = nullptr;
  user_id user;                ///< the token's; empty on open routes
  std::string_view task_text;  ///< the path's {task_id}, decoded, where the route has one
};

using handler = http::awaitable<void> (*)(exchange&);

}  // namespace todod::api
