// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The routes of the pages that the binary carries: the todo page, and the API's description.
#pragma once

#include "api/exchange.hpp"

namespace todod::api {

/// GET of each page that embedded_pages() lists
http::awaitable<void> embedded_file(exchange& x);
/// GET /app/config.json
http::awaitable<void> page_config(exchange& x);

}  // namespace todod::api
