// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Authorization: Bearer <token> (RFC 6750, section 2.1).
#pragma once

#include "http/request.hpp"

#include <optional>
#include <string_view>

namespace todod::api {

/// The token of the first Authorization header; nothing if there is none, or another scheme.
[[nodiscard]] std::optional<std::string_view> bearer_token(const http::request& in);

}  // namespace todod::api
