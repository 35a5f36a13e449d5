// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/request_reader.hpp"

#include "api/media_type.hpp"

#include <iterator>
#include <string>

namespace todod::api {

template <class T>
T request_reader::accept(query_result<T> read, T otherwise) {
  if (read) return std::move(*read);
  if (auto* faults = std::get_if<std::vector<parameter_error>>(&read.error())) {
    faults_.insert(faults_.end(), std::make_move_iterator(faults->begin()),
                   std::make_move_iterator(faults->end()));
  } else {
    malformed_query_ = true;
  }
  return otherwise;
}

void request_reader::no_parameters() {
  if (!x_.in->query.empty()) accept(read_no_parameters(x_.in->query), std::monostate{});
}

page_request request_reader::page() {
  return accept(read_page_request(x_.in->query, x_.user), page_request{});
}

status_filter request_reader::status_to_delete() {
  return accept(read_status_to_delete(x_.in->query), status_filter::all);
}

void request_reader::add_header_fault(std::string_view header, std::string_view allowed) {
  faults_.push_back({std::string(header), "invalid_value",
                     std::string(header) + " must be " + std::string(allowed)});
}

std::optional<tag_condition> request_reader::tags(std::string_view header) {
  const auto value = x_.in->find(header);
  if (!value) return std::nullopt;
  auto condition = x_.in->count(header) == 1 ? parse_tag_condition(*value)
                                             : parse_tag_condition(*x_.in->joined(header));
  if (!condition) add_header_fault(header, "* or a list of entity tags such as \"3\"");
  return condition;
}

task_conditions request_reader::conditions() {
  const auto if_match = tags("If-Match");
  return {.if_match = if_match ? to_precondition(*if_match) : precondition{},
          .if_none_match = if_none_match()};
}

std::optional<tag_condition> request_reader::if_none_match() {
  return tags("If-None-Match");
}

std::optional<idempotency_key> request_reader::key() {
  constexpr std::string_view header = "Idempotency-Key";
  const auto value = x_.in->find(header);
  if (!value) return std::nullopt;
  auto key = x_.in->count(header) == 1 ? idempotency_key::parse(*value) : std::nullopt;
  if (!key) add_header_fault(header, "one value of 1 to 255 visible ASCII characters");
  return key;
}

bool request_reader::head_is_valid() {
  if (malformed_query_) {
    write_problem(*x_.in, *x_.out, problem::malformed_request,
                  "the query's percent-encoding does not decode to UTF-8");
    return false;
  }
  if (faults_.empty()) return true;
  if (faults_.size() > parameter_errors_max) faults_.resize(parameter_errors_max);
  std::vector<schemas::problem_item> items;
  items.reserve(faults_.size());
  for (const auto& fault : faults_) {
    items.push_back(
        {.pointer = {}, .parameter = fault.parameter, .code = fault.code, .detail = fault.detail});
  }
  write_problem(*x_.in, *x_.out, problem::validation_failed, faults_.front().detail, items);
  return false;
}

bool request_reader::has_acceptable_media_type() {
  if (has_json_media_type(*x_.in)) return true;
  write_problem(*x_.in, *x_.out, problem::unsupported_media_type);
  return false;
}

std::optional<task_id> request_reader::id(std::string_view detail) {
  auto id = task_id::parse(x_.task_text);
  if (!id) write_problem(*x_.in, *x_.out, problem::task_not_found, detail);
  return id;
}

}  // namespace todod::api
