// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Problem details (RFC 9457) -> JSON.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace todod::schemas {

/// A name that a client sent is repeated to so many code points.
inline constexpr std::size_t shown_name_max = 100;

/// Such a name, well-formed UTF-8, as a detail has it: shortened, and seen also where it is empty.
[[nodiscard]] std::string shown_name(std::string_view name);

/// One entry of `errors`: `parameter` where that is not null (it may be empty), else `pointer`.
struct problem_item {
  std::string_view pointer;    ///< JSON Pointer into the body
  std::string_view parameter;  ///< name of a query parameter or header
  std::string_view code;
  std::string_view detail;
};

struct problem_document {
  int status;
  std::string_view title;
  std::string_view code;
  std::string_view detail;
  std::span<const problem_item> errors;
  bool has_errors = false;  ///< whether the member `errors` is written at all
  std::string_view request_id;
};

/// Appends the document. Names and details may hold any bytes: what is not UTF-8 becomes U+FFFD, a
/// control character of a detail a space, and `pointer` and `parameter` are shortened.
void append_problem(std::string& out, const problem_document& problem);

}  // namespace todod::schemas
