// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/json_fault.hpp"

#include <boost/json/error.hpp>

#include <algorithm>
#include <string>

namespace todod::schemas {
namespace {

namespace json = boost::json;

/// "line 2, column 7" of the byte at `offset`; a column is a code point.
std::string place_of(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, offset);
  const auto line = std::ranges::count(before, '\n') + 1;
  const auto in_line = before.substr(before.rfind('\n') + 1);
  const auto column =
      std::ranges::count_if(in_line,
                            [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }) +
      1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Whether `before` ends with the escape of a high surrogate: Boost.JSON calls it plain bad syntax
/// if no other escape follows.
bool ends_with_high_surrogate(std::string_view before) {
  if (before.size() < 6) return false;
  const auto escape = before.substr(before.size() - 6);
  return escape.starts_with("\\u") && (escape[2] == 'd' || escape[2] == 'D') &&
         std::string_view("89abAB").contains(escape[3]);
}

std::string_view explain(const json::error_code& ec, std::string_view before) {
  if (ec == json::error::too_deep) return "nested deeper than 32";
  if (ec == json::error::incomplete) return "the JSON text ends too early";
  if (ec == json::error::extra_data) return "something follows the end of the JSON value";
  if (ec == json::error::illegal_leading_surrogate ||
      ec == json::error::illegal_trailing_surrogate || ends_with_high_surrogate(before)) {
    return "a \\u escape is half of a surrogate pair";
  }
  if (ec == json::error::expected_hex_digit) return "a \\u escape needs four hexadecimal digits";
  return "this is not JSON";
}

}  // namespace

malformed_json fault_at(std::string_view text, std::size_t offset, std::string_view what) {
  return {place_of(text, offset) + ": " + std::string(what)};
}

malformed_json fault_at(std::string_view text, std::size_t offset, const json::error_code& error) {
  return fault_at(text, offset, explain(error, text.substr(0, offset)));
}

}  // namespace todod::schemas
