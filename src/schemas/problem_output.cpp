// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/problem_output.hpp"

#include "models/unicode.hpp"
#include "schemas/task_output.hpp"

#include <utf8.h>

#include <iterator>

namespace todod::schemas {
namespace {

constexpr std::size_t name_length_max = 100;  // code points

/// What a client sent, made fit for JSON.
std::string printable(std::string_view text, std::size_t length_max = std::string_view::npos) {
  std::string valid;
  utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
  if (count_code_points(valid) > length_max) {
    auto end = valid.begin();
    utf8::unchecked::advance(end, length_max);
    valid.erase(end, valid.end());
  }
  return valid;
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  append_json_string(out, name);
  out += ':';
  append_json_string(out, value);
}

void append_item(std::string& out, const problem_item& item) {
  out += '{';
  if (item.parameter.data() == nullptr) {
    append_member(out, "pointer", printable(item.pointer, name_length_max + 1));
  } else {
    append_member(out, "parameter", printable(item.parameter, name_length_max));
  }
  out += ',';
  append_member(out, "code", item.code);
  out += ',';
  append_member(out, "detail", printable(item.detail));
  out += '}';
}

}  // namespace

void append_problem(std::string& out, const problem_document& problem) {
  out += R"({"type":"about:blank",)";
  append_member(out, "title", problem.title);
  out += R"(,"status":)" + std::to_string(problem.status) + ',';
  append_member(out, "code", problem.code);
  out += ',';
  append_member(out, "detail", printable(problem.detail));
  if (problem.has_errors) {
    out += R"(,"errors":[)";
    for (const auto& item : problem.errors) {
      if (&item != problem.errors.data()) out += ',';
      append_item(out, item);
    }
    out += ']';
  }
  out += ',';
  append_member(out, "request_id", problem.request_id);
  out += '}';
}

}  // namespace todod::schemas
