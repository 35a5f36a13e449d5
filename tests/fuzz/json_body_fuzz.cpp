// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Any bytes as a body: what is accepted keeps every limit and, written out and read again, is the
// same; what is refused has a reason that can be shown.
#include "models/unicode.hpp"
#include "schemas/problem_output.hpp"
#include "schemas/task_input.hpp"
#include "schemas/task_output.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace todod;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_reasons(const schemas::body_error& error) {
  std::vector<schemas::problem_item> items;
  std::string_view detail;
  if (const auto* syntax = std::get_if<schemas::malformed_json>(&error)) {
    detail = syntax->detail;
  } else {
    const auto& faults = std::get<std::vector<schemas::field_error>>(error);
    check(!faults.empty() && faults.size() <= schemas::field_errors_max);
    for (const auto& fault : faults) {
      check(is_utf8(fault.pointer) && count_code_points(fault.pointer) <= 101);
      check(fault.pointer.empty() || fault.pointer.front() == '/');
      items.push_back({fault.pointer, {}, fault.code, fault.detail});
    }
    detail = faults.front().detail;
  }
  check(!detail.empty() && is_utf8(detail) && count_code_points(detail) < 300);
  std::string out;
  schemas::append_problem(out, {400, "Bad Request", "c", detail, items, !items.empty(), "r"});
  const auto document = boost::json::parse(out);
  const std::string_view shown = document.at("detail").as_string();
  check(!has_control_character(shown) && count_code_points(shown) == count_code_points(detail));
  check(shown == detail || has_control_character(detail));
  for (std::size_t i = 0; i < items.size(); ++i)
    check(document.at("errors").at(i).at("pointer").as_string() == items[i].pointer);
}

bool is_malformed(const schemas::body_error& error) {
  return std::holds_alternative<schemas::malformed_json>(error);
}

void check_draft(const task_draft& draft) {
  check(task_title::parse(draft.title.text()).value() == draft.title);
  task_view task;
  task.title = draft.title.text();
  if (draft.description) {
    check(task_description::parse(draft.description->text()).value() == *draft.description);
    task.description = draft.description->text();
  }
  if (draft.status == task_status::completed) task.completed_at = timestamp{};
  std::string out;
  schemas::append_task(out, *user_id::parse("alice"), task);
  const auto again = schemas::read_task_draft(out);
  check(again.has_value() && again->title == draft.title &&
        again->description == draft.description && again->status == draft.status);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  const auto draft = schemas::read_task_draft(body);
  const auto patch = schemas::read_task_patch(body);
  const auto completion = schemas::read_completion(body);
  if (!draft) check_reasons(draft.error());
  if (!patch) check_reasons(patch.error());
  if (!completion) check_reasons(completion.error());

  const bool malformed = !patch && is_malformed(patch.error());
  check(malformed == (!draft && is_malformed(draft.error())));
  if (body.empty()) {
    check(completion == completion_change::toggle);
  } else {
    check(malformed == (!completion && is_malformed(completion.error())));
  }
  if (!malformed) check(is_utf8(body));
  // What Boost.JSON accepts is malformed only for a member that comes twice.
  boost::json::error_code error;
  const auto value = boost::json::parse(body, error);
  if (!malformed) check(!error || error == boost::json::error::exponent_overflow);

  if (draft) {
    check(patch.has_value() && patch->title == draft->title);
    check_draft(*draft);
  }
  return 0;
}
