// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The handlers of the task routes: read the request into domain values, ask the repository, write
// the answer.
#pragma once

#include "api/exchange.hpp"

namespace todod::api {

http::awaitable<void> list_tasks(exchange& x);
http::awaitable<void> create_task(exchange& x);
http::awaitable<void> delete_tasks(exchange& x);
http::awaitable<void> read_task(exchange& x);
http::awaitable<void> put_task(exchange& x);
http::awaitable<void> patch_task(exchange& x);
http::awaitable<void> complete_task(exchange& x);
http::awaitable<void> delete_task(exchange& x);

}  // namespace todod::api
