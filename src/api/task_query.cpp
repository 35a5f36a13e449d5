// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/task_query.hpp"

#include "api/page_cursor.hpp"
#include "http/router.hpp"
#include "models/unicode.hpp"
#include "schemas/problem_output.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace todod::api {
namespace {

struct parameter {
  std::string name;
  std::string value;
};

/// name=value pairs in order, decoded; nothing if they do not decode to UTF-8.
std::optional<std::vector<parameter>> split_query(std::string_view query) {
  std::vector<parameter> parameters;
  while (!query.empty()) {
    const auto pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(pair.size() + 1, query.size()));
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    parameter& next = parameters.emplace_back();
    if (!http::percent_decode(pair.substr(0, equals), next.name) ||
        !http::percent_decode(pair.substr(std::min(equals + 1, pair.size())), next.value) ||
        !is_utf8(next.name) || !is_utf8(next.value)) {
      return std::nullopt;
    }
  }
  return parameters;
}

/// The parameters of one query against those that its route knows.
class query_reader {
 public:
  static query_result<query_reader> make(std::string_view query,
                                         std::initializer_list<std::string_view> known) {
    auto parameters = split_query(query);
    if (!parameters) return std::unexpected(query_error{malformed_query{}});
    query_reader reader;
    reader.parameters_ = std::move(*parameters);
    reader.check_names(known);
    return reader;
  }

  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const {
    const auto found = std::ranges::find(parameters_, name, &parameter::name);
    if (found == parameters_.end()) return std::nullopt;
    return found->value;
  }

  void add_error(std::string_view name, std::string_view code, std::string detail) {
    if (errors_.size() < parameter_errors_max) {
      errors_.push_back({std::string(name), code, std::move(detail)});
    }
  }

  /// The parameter's value through `parse`, or an error that says what is allowed.
  template <class Parse>
  auto read(std::string_view name, Parse parse, std::string_view allowed)
      -> decltype(parse(std::string_view{})) {
    const auto text = find(name);
    if (!text) return std::nullopt;
    auto value = parse(*text);
    if (!value) {
      add_error(name, "invalid_value", std::string(name) + " must be " + std::string(allowed));
    }
    return value;
  }

  [[nodiscard]] bool ok() const { return errors_.empty(); }
  [[nodiscard]] query_error take_errors() { return std::move(errors_); }

 private:
  void check_names(std::initializer_list<std::string_view> known) {
    for (auto at = parameters_.begin(); at != parameters_.end(); ++at) {
      if (std::ranges::find(known, at->name) == known.end()) {
        add_error(at->name, "unknown_parameter",
                  "this path has no query parameter " + schemas::shown_name(at->name));
      } else if (std::find_if(parameters_.begin(), at, [&](const parameter& former) {
                   return former.name == at->name;
                 }) != at) {
        add_error(at->name, "repeated_parameter", at->name + " may be given once");
      }
    }
  }

  std::vector<parameter> parameters_;
  std::vector<parameter_error> errors_;
};

std::optional<std::uint16_t> parse_limit(std::string_view text) {
  std::uint16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value == 0 ||
      value > page_request::limit_max) {
    return std::nullopt;
  }
  return value;
}

constexpr std::string_view statuses = "all, pending or completed";

}  // namespace

query_result<page_request> read_page_request(std::string_view query, const user_id& owner) {
  page_request page;
  if (query.empty()) return page;
  auto reader = query_reader::make(query, {"status", "sort", "limit", "cursor"});
  if (!reader) return std::unexpected(std::move(reader.error()));
  if (const auto status = reader->read("status", parse_status_filter, statuses)) {
    page.status = *status;
  }
  if (const auto order =
          reader->read("sort", parse_task_order,
                       "created_at, updated_at or title, with - in front to descend")) {
    page.order = *order;
  }
  if (const auto limit = reader->read("limit", parse_limit, "a whole number from 1 to 1000")) {
    page.limit = *limit;
  }
  page.after = reader->read(
      "cursor", [&](std::string_view text) { return decode_cursor(text, owner, page); },
      "one out of a next link, used with the same status and sort");
  if (!reader->ok()) return std::unexpected(reader->take_errors());
  return page;
}

query_result<status_filter> read_status_to_delete(std::string_view query) {
  auto reader = query_reader::make(query, {"status"});
  if (!reader) return std::unexpected(std::move(reader.error()));
  const auto status = reader->read("status", parse_status_filter, statuses);
  if (!reader->find("status")) {
    reader->add_error("status", "required",
                      "say which tasks to delete: status=completed, pending or all");
  }
  if (!reader->ok()) return std::unexpected(reader->take_errors());
  return *status;
}

query_result<std::monostate> read_no_parameters(std::string_view query) {
  if (query.empty()) return std::monostate{};
  auto reader = query_reader::make(query, {});
  if (!reader) return std::unexpected(std::move(reader.error()));
  if (!reader->ok()) return std::unexpected(reader->take_errors());
  return std::monostate{};
}

std::string next_page_query(const page_request& page, const user_id& owner,
                            const page_position& last) {
  std::string query = "?status=";
  query += to_string(page.status);
  query += "&sort=";
  query += to_string(page.order);
  query += "&limit=";
  query += std::to_string(page.limit);
  query += "&cursor=";
  query += encode_cursor(owner, page, last);
  return query;
}

}  // namespace todod::api
