// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The routes that are about the process: probes.
#pragma once

#include "api/exchange.hpp"

namespace todod::api {

http::awaitable<void> live(exchange& x);   ///< GET /livez
http::awaitable<void> ready(exchange& x);  ///< GET /readyz

}  // namespace todod::api
