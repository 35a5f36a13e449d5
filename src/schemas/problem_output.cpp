// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/problem_output.hpp"

#include "models/unicode.hpp"
#include "schemas/task_output.hpp"

#include <utf8.h>

#include <iterator>

namespace todod::schemas {
namespace {

/// What a client sent, made fit for JSON.
std::string valid(std::string_view text) {
  std::string valid;
  utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(valid));
  return valid;
}

/// One readable line: a name that it quotes may have control characters.
std::string readable(std::string_view text) {
  std::string line;
  const auto whole = valid(text);
  for (const auto *at = whole.data(), *end = at + whole.size(); at != end;) {
    const auto* const first = at;
    utf8::unchecked::next(at);
    const std::string_view character(first, at);
    line += has_control_character(character) ? " " : character;
  }
  return line;
}

void append_member(std::string& out, std::string_view name, std::string_view value) {
  append_json_string(out, name);
  out += ':';
  append_json_string(out, value);
}

void append_item(std::string& out, const problem_item& item) {
  out += '{';
  if (item.parameter.data() == nullptr) {
    append_member(out, "pointer", first_code_points(valid(item.pointer), shown_name_max + 1));
  } else {
    append_member(out, "parameter", first_code_points(valid(item.parameter), shown_name_max));
  }
  out += ',';
  append_member(out, "code", item.code);
  out += ',';
  append_member(out, "detail", readable(item.detail));
  out += '}';
}

}  // namespace

std::string shown_name(std::string_view name) {
  return name.empty() ? "\"\"" : std::string(first_code_points(name, shown_name_max));
}

void append_problem(std::string& out, const problem_document& problem) {
  out += R"({"type":"about:blank",)";
  append_member(out, "title", problem.title);
  out += R"(,"status":)" + std::to_string(problem.status) + ',';
  append_member(out, "code", problem.code);
  out += ',';
  append_member(out, "detail", readable(problem.detail));
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
