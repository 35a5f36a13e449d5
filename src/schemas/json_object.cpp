// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/json_object.hpp"

#include "models/unicode.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <optional>

namespace todod::schemas {
namespace {

namespace json = boost::json;

/// Boost.JSON's events -> json_object. Names of all open objects are kept to find a member that
/// comes twice.
class handler {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  using error = json::error_code;

  json_object result;
  std::optional<std::string> repeated;  ///< the name of a member that came twice

  bool on_document_begin(error&) { return true; }
  bool on_document_end(error&) { return true; }

  bool on_object_begin(error&) {
    if (frames_.empty()) result.is_object = true;
    begin_value(json_kind::object);
    frames_.push_back(names_.size());
    return true;
  }

  bool on_object_end(std::size_t, error& ec) {
    const auto first = names_.begin() + static_cast<std::ptrdiff_t>(frames_.back());
    std::sort(first, names_.end());
    const auto twice = std::adjacent_find(first, names_.end());
    if (twice != names_.end()) {
      repeated = *twice;
      ec = json::error::syntax;
      return false;
    }
    names_.erase(first, names_.end());
    frames_.pop_back();
    return true;
  }

  bool on_array_begin(error&) {
    begin_value(json_kind::array);
    frames_.push_back(names_.size());
    return true;
  }
  bool on_array_end(std::size_t, error&) {
    frames_.pop_back();
    return true;
  }

  bool on_key_part(json::string_view part, std::size_t, error&) {
    key_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, error&) {
    key_.append(part.data(), part.size());
    if (at_top()) result.members.push_back({.name = key_, .text = {}});
    names_.push_back(std::move(key_));
    key_.clear();
    return true;
  }

  bool on_string_part(json::string_view part, std::size_t, error&) {
    if (at_top()) result.members.back().text.append(part.data(), part.size());
    return true;
  }
  bool on_string(json::string_view part, std::size_t, error&) {
    if (at_top()) result.members.back().text.append(part.data(), part.size());
    return begin_value(json_kind::string);
  }

  bool on_number_part(json::string_view, error&) { return true; }
  bool on_int64(std::int64_t, json::string_view, error&) { return begin_value(json_kind::number); }
  bool on_uint64(std::uint64_t, json::string_view, error&) {
    return begin_value(json_kind::number);
  }
  bool on_double(double, json::string_view, error&) { return begin_value(json_kind::number); }
  bool on_bool(bool value, error&) {
    if (at_top()) result.members.back().boolean = value;
    return begin_value(json_kind::boolean);
  }
  bool on_null(error&) { return begin_value(json_kind::null); }
  bool on_comment_part(json::string_view, error&) { return true; }
  bool on_comment(json::string_view, error&) { return true; }

 private:
  /// Whether the parser is directly inside the outermost object.
  [[nodiscard]] bool at_top() const { return frames_.size() == 1 && result.is_object; }

  bool begin_value(json_kind kind) {
    if (at_top() && !result.members.empty()) result.members.back().kind = kind;
    return true;
  }

  std::string key_;
  std::vector<std::string> names_;
  std::vector<std::size_t> frames_;  // for each open object or array: where its names begin
};

std::string place_of(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, offset);
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto newline = before.rfind('\n');
  const auto column = newline == std::string_view::npos ? offset + 1 : offset - newline;
  return "line " + std::to_string(line) + ", byte " + std::to_string(column);
}

std::string explain(const json::error_code& ec) {
  if (ec == json::error::too_deep) return "nested deeper than 32";
  if (ec == json::error::incomplete) return "it ends too early";
  if (ec == json::error::extra_data) return "something follows its end";
  if (ec == json::error::expected_hex_digit || ec == json::error::expected_utf16_escape ||
      ec == json::error::illegal_leading_surrogate ||
      ec == json::error::illegal_trailing_surrogate) {
    return "a \\u escape is incomplete or a lone surrogate";
  }
  return "not JSON";
}

}  // namespace

std::expected<json_object, malformed_json> read_json_object(std::string_view text) {
  if (text.empty()) return std::unexpected(malformed_json{"the body is empty; JSON is expected"});
  if (text.starts_with("\xef\xbb\xbf")) {
    return std::unexpected(
        malformed_json{"the body begins with a byte order mark; send it without"});
  }
  if (!is_utf8(text)) return std::unexpected(malformed_json{"the body is not UTF-8"});
  json::parse_options options;
  options.max_depth = nesting_max;
  json::basic_parser<handler> parser(options);
  json::error_code ec;
  const auto consumed = parser.write_some(false, text.data(), text.size(), ec);
  auto& events = parser.handler();
  if (events.repeated) {
    return std::unexpected(malformed_json{"the body has the member \"" +
                                          events.repeated->substr(0, 100) + "\" twice"});
  }
  if (!ec && consumed < text.size()) ec = json::error::extra_data;
  if (ec) {
    return std::unexpected(malformed_json{"the body is not acceptable JSON at " +
                                          place_of(text, consumed) + ": " + explain(ec)});
  }
  return std::move(events.result);
}

}  // namespace todod::schemas
