// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Authorization: Bearer <token> (RFC 6750, section 2.1).
#pragma once

#include "api/problem.hpp"
#include "http/request.hpp"

#include <expected>
#include <string_view>

namespace todod::api {

/// The token, or malformed_request (two Authorization headers) or missing_token (none, or another
/// scheme).
[[nodiscard]] std::expected<std::string_view, problem> bearer_token(const http::request& in);

}  // namespace todod::api
