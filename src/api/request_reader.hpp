// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Reads one request into domain values, in the order in which the API checks: query and headers
// together, then the body, then the task's id.
//
//   request_reader read(x);
//   auto asked = read.conditions();       // any number of these: they collect their faults
//   if (!read.head_is_valid()) co_return;  // the answer is written, with every fault at once
//   const auto patch = read.body(schemas::read_task_patch);
//   if (!patch) co_return;                 // likewise
#pragma once

#include "api/entity_tag.hpp"
#include "api/exchange.hpp"
#include "api/problem.hpp"
#include "api/task_query.hpp"
#include "models/idempotency.hpp"
#include "models/task_page.hpp"
#include "models/task_patch.hpp"
#include "schemas/task_input.hpp"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace todod::api {

/// What a request for one task demands of its version (RFC 9110, section 13).
struct task_conditions {
  precondition if_match;
  std::optional<tag_condition> if_none_match;
};

class request_reader {
 public:
  explicit request_reader(exchange& x) : x_(x) {}

  // What these return means something only once head_is_valid() said true.

  /// The query must be empty.
  void no_parameters();
  [[nodiscard]] page_request page();
  [[nodiscard]] status_filter status_to_delete();
  /// If-Match and If-None-Match of a request for one task.
  [[nodiscard]] task_conditions conditions();
  /// If-None-Match of a read of anything else.
  [[nodiscard]] std::optional<tag_condition> if_none_match();
  [[nodiscard]] std::optional<idempotency_key> key();

  /// Writes the problem and returns false if any of the above found a fault.
  [[nodiscard]] bool head_is_valid();

  /// The body through one of schemas::read_...; nothing once the problem is written.
  template <class T>
  [[nodiscard]] std::optional<T> body(schemas::body_result<T> (*read)(std::string_view)) {
    if (!x_.in->body.empty() && !has_acceptable_media_type()) return std::nullopt;
    auto value = read(x_.in->body);
    if (value) return std::move(*value);
    write_problem(*x_.in, *x_.out, value.error());
    return std::nullopt;
  }

  /// The path's {task_id}; nothing once the problem is written: a text that is no UUID is a task
  /// that never was. `detail` is said of it, else what is said of any such task.
  [[nodiscard]] std::optional<task_id> id(std::string_view detail = {});

 private:
  template <class T>
  T accept(query_result<T> read, T otherwise);
  void add_header_fault(std::string_view header, std::string_view allowed);
  [[nodiscard]] std::optional<tag_condition> tags(std::string_view header);
  [[nodiscard]] bool has_acceptable_media_type();

  exchange& x_;
  bool malformed_query_ = false;
  std::vector<parameter_error> faults_;
};

}  // namespace todod::api
