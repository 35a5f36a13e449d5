// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The routes that are about the process: probes, and the files that the binary carries (the API's
// description and the page that shows it).
#pragma once

#include "api/exchange.hpp"

namespace todod::api {

http::awaitable<void> live(exchange& x);           ///< GET /livez
http::awaitable<void> ready(exchange& x);          ///< GET /readyz
http::awaitable<void> embedded_file(exchange& x);  ///< GET /openapi.json, /docs, /docs/{file}

}  // namespace todod::api
