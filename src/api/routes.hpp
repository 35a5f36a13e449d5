// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The whole API on one screen: which paths there are, which methods each knows, and which handler
// answers.
#pragma once

#include "api/exchange.hpp"
#include "http/request.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace todod::api {

struct endpoint {
  http::method method;
  handler handle;
};

struct route {
  static constexpr int none = -1;

  std::string_view pattern;
  bool needs_user;     ///< a token is required
  int user_parameter;  ///< index of {user_id} among the path's parameters, or none
  int task_parameter;  ///< index of {task_id}, or none
  std::vector<endpoint> endpoints;
};

/// In order of precedence: /api/tasks/tasks is the list of the user `tasks`.
[[nodiscard]] const std::vector<route>& routes();

}  // namespace todod::api
