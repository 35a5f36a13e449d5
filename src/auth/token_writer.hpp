// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Makes an HS256 token under the shared secret: for `todod token`, the first run's curl, and tests.
#pragma once

#include "models/timestamp.hpp"
#include "models/user_id.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace todod::auth {

[[nodiscard]] std::string write_token(std::string_view secret, const user_id& user, timestamp now,
                                      std::chrono::seconds ttl, std::string_view issuer = {},
                                      std::string_view audience = {});

}  // namespace todod::auth
