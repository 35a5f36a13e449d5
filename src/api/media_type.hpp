// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What kind of body a request says it has.
#pragma once

#include "http/request.hpp"

namespace todod::api {

/// Whether the body of `in` may be read as JSON: application/json with any parameters, or for PATCH
/// also application/merge-patch+json (RFC 7396); no Content-Encoding.
[[nodiscard]] bool has_json_media_type(const http::request& in);

}  // namespace todod::api
