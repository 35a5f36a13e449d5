// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The one table from what can go wrong to what a client sees: problem details (RFC 9457).
// docs/errors.md lists the same codes for people; a test holds the two together.
#pragma once

#include "database/task_repository.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "schemas/problem_output.hpp"
#include "schemas/task_input.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace todod::api {

enum class problem : std::uint8_t {
  malformed_request,
  malformed_json,
  validation_failed,
  missing_token,
  invalid_token,
  token_expired,
  forbidden,
  not_found,
  task_not_found,
  method_not_allowed,
  request_timeout,
  precondition_failed,
  body_too_large,
  unsupported_media_type,
  idempotency_key_reused,
  rate_limited,
  headers_too_large,
  internal,
  unavailable,
};

struct problem_row {
  problem id;
  std::string_view code;
  int status;
  std::string_view detail;  ///< what is said where nothing more precise is known
};

/// In the order of the enumeration.
[[nodiscard]] std::span<const problem_row> problem_table() noexcept;

/// Makes `out` the answer to `in`: status, body, and the headers that the status demands
/// (WWW-Authenticate, Retry-After). `detail` replaces the table's sentence. `errors` is for
/// validation_failed alone.
void write_problem(const http::request& in, http::response& out, problem what,
                   std::string_view detail = {},
                   std::span<const schemas::problem_item> errors = {});

/// A database's failure as an answer: 503 or 500.
void write_problem(const http::request& in, http::response& out, database::failure why);

/// A body's faults as an answer: 400 malformed_json or validation_failed.
void write_problem(const http::request& in, http::response& out, const schemas::body_error& why);

}  // namespace todod::api
