// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/problem.hpp"

#include <cassert>
#include <vector>

namespace todod::api {
namespace {

constexpr std::string_view retry_after_seconds = "1";

constexpr std::array problem_rows{
    problem_row{problem::malformed_request, "malformed_request", 400,
                "the request is not well-formed"},
    problem_row{problem::malformed_json, "malformed_json", 400, "the body is not JSON"},
    problem_row{problem::validation_failed, "validation_failed", 400, "the request is not valid"},
    problem_row{problem::missing_token, "missing_token", 401,
                "a bearer token is required: send Authorization: Bearer <JWT>"},
    problem_row{problem::invalid_token, "invalid_token", 401, "the token is not acceptable"},
    problem_row{problem::token_expired, "token_expired", 401, "the token has expired"},
    problem_row{problem::forbidden, "forbidden", 403, "the path names another user than the token"},
    problem_row{problem::not_found, "not_found", 404, "there is nothing at this path"},
    problem_row{problem::task_not_found, "task_not_found", 404, "there is no such task"},
    problem_row{problem::method_not_allowed, "method_not_allowed", 405,
                "this path does not know the method; Allow lists those it knows"},
    problem_row{problem::request_timeout, "request_timeout", 408,
                "the request did not arrive in time"},
    problem_row{problem::precondition_failed, "precondition_failed", 412,
                "the task is not in the state that the request requires; read it again"},
    problem_row{problem::body_too_large, "body_too_large", 413,
                "the body is larger than 262144 bytes"},
    problem_row{problem::unsupported_media_type, "unsupported_media_type", 415,
                "the body must be application/json, without a Content-Encoding"},
    problem_row{problem::idempotency_key_reused, "idempotency_key_reused", 422,
                "this Idempotency-Key was used with another body; use a new key for a new task"},
    problem_row{problem::rate_limited, "rate_limited", 429,
                "too many requests; wait as long as Retry-After says"},
    problem_row{problem::headers_too_large, "headers_too_large", 431,
                "the request line and headers are larger than 16384 bytes"},
    problem_row{problem::internal, "internal", 500,
                "something went wrong here; the log has the cause under this request_id"},
    problem_row{problem::unavailable, "unavailable", 503,
                "the service is not available at the moment; try again shortly"},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < problem_rows.size(); ++i) {
    if (static_cast<std::size_t>(problem_rows[i].id) != i) return false;
  }
  return true;
}
static_assert(in_order());

void add_headers(http::response& out, problem what) {
  switch (what) {
    case problem::missing_token:
      out.add_header("WWW-Authenticate", "Bearer");
      break;
    case problem::invalid_token:
    case problem::token_expired:
      out.add_header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      break;
    case problem::unavailable:
      out.add_header("Retry-After", retry_after_seconds);
      break;
    default:
      break;
  }
}

}  // namespace

std::span<const problem_row> problem_table() noexcept {
  return problem_rows;
}

void write_problem(const http::request& in, http::response& out, problem what,
                   std::string_view detail, std::span<const schemas::problem_item> errors) {
  const auto& row = problem_rows[static_cast<std::size_t>(what)];
  out.status = row.status;
  out.content_type = "application/problem+json";
  out.cache = http::cache_policy::no_store;
  out.clear_body();
  add_headers(out, what);
  schemas::append_problem(out.body(), {.status = row.status,
                                       .title = http::reason_phrase(row.status),
                                       .code = row.code,
                                       .detail = detail.empty() ? row.detail : detail,
                                       .errors = errors,
                                       .has_errors = what == problem::validation_failed,
                                       .request_id = in.request_id});
}

void write_problem(const http::request& in, http::response& out, database::failure why) {
  switch (why) {
    case database::failure::unavailable:
      write_problem(in, out, problem::unavailable,
                    "the database cannot be reached at the moment; try again shortly");
      break;
    case database::failure::overloaded:
      write_problem(in, out, problem::unavailable,
                    "the server has more to do than it can; try again shortly");
      break;
    case database::failure::internal:
      write_problem(in, out, problem::internal);
      break;
  }
}

void write_problem(const http::request& in, http::response& out, const schemas::body_error& why) {
  if (const auto* syntax = std::get_if<schemas::malformed_json>(&why)) {
    write_problem(in, out, problem::malformed_json, syntax->detail);
    return;
  }
  const auto& faults = std::get<std::vector<schemas::field_error>>(why);
  assert(!faults.empty());
  std::vector<schemas::problem_item> items;
  items.reserve(faults.size());
  for (const auto& fault : faults) {
    items.push_back(
        {.pointer = fault.pointer, .parameter = {}, .code = fault.code, .detail = fault.detail});
  }
  write_problem(in, out, problem::validation_failed, faults.front().detail, items);
}

}  // namespace todod::api
