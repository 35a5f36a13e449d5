// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// JSON objects out of tokens, read strictly (RFC 8725 section 2.4 and RFC 7519 section 4: names are
// unique): well-formed UTF-8, one object and nothing behind it, at most 32 levels, and no name
// twice at any level. One reader per thread; its memory is reused.
#pragma once

#include <boost/json/basic_parser.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value_stack.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace todod::auth {

/// Builds the tree as boost::json::parser does, and counts names on the way: Boost.JSON keeps only
/// the last of two equal names, so fewer members in the tree than names in the text tell.
struct counting_handler {
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  using error = boost::system::error_code;
  using text = boost::json::string_view;

  boost::json::value_stack stack;
  std::size_t names = 0;

  bool on_document_begin(error&) { return true; }
  bool on_document_end(error&) { return true; }
  bool on_object_begin(error&) { return true; }
  bool on_object_end(std::size_t n, error&) { return stack.push_object(n), true; }
  bool on_array_begin(error&) { return true; }
  bool on_array_end(std::size_t n, error&) { return stack.push_array(n), true; }
  bool on_key_part(text s, std::size_t, error&) { return stack.push_chars(s), true; }
  bool on_key(text s, std::size_t, error&) { return ++names, stack.push_key(s), true; }
  bool on_string_part(text s, std::size_t, error&) { return stack.push_chars(s), true; }
  bool on_string(text s, std::size_t, error&) { return stack.push_string(s), true; }
  bool on_number_part(text, error&) { return true; }
  bool on_int64(std::int64_t i, text, error&) { return stack.push_int64(i), true; }
  bool on_uint64(std::uint64_t u, text, error&) { return stack.push_uint64(u), true; }
  bool on_double(double d, text, error&) { return stack.push_double(d), true; }
  bool on_bool(bool b, error&) { return stack.push_bool(b), true; }
  bool on_null(error&) { return stack.push_null(), true; }
  bool on_comment_part(text, error&) { return true; }
  bool on_comment(text, error&) { return true; }
};

class strict_json {
 public:
  static constexpr std::size_t depth_max = 32;

  strict_json();
  strict_json(const strict_json&) = delete;
  strict_json& operator=(const strict_json&) = delete;

  /// The object that `text` is, or null. Valid until the next call.
  [[nodiscard]] const boost::json::object* read_object(std::string_view text);

 private:
  std::array<unsigned char, 4096> buffer_;
  boost::json::monotonic_resource memory_;
  boost::json::basic_parser<counting_handler> parser_;
  std::optional<boost::json::value> root_;  ///< lives in memory_
};

}  // namespace todod::auth
