// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Query parameters of the task routes -> domain values. Every fault of a query is found in one
// pass.
#pragma once

#include "models/task_page.hpp"
#include "models/user_id.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace todod::api {

/// `code` is one of: unknown_parameter, repeated_parameter, required, invalid_value.
struct parameter_error {
  std::string parameter;
  std::string_view code;
  std::string detail;
};

inline constexpr std::size_t parameter_errors_max = 100;

/// The query's percent-encoding is broken.
struct malformed_query {};

using query_error = std::variant<malformed_query, std::vector<parameter_error>>;
template <class T>
using query_result = std::expected<T, query_error>;

/// GET .../tasks: status, sort, limit, cursor. `query` is still percent-encoded.
[[nodiscard]] query_result<page_request> read_page_request(std::string_view query,
                                                           const user_id& owner);

/// DELETE .../tasks: status, which is required.
[[nodiscard]] query_result<status_filter> read_status_to_delete(std::string_view query);

/// A route that takes no parameters.
[[nodiscard]] query_result<std::monostate> read_no_parameters(std::string_view query);

/// The query of the page behind `last`: the same filter, order and size.
[[nodiscard]] std::string next_page_query(const page_request& page, const user_id& owner,
                                          const page_position& last);

}  // namespace todod::api
