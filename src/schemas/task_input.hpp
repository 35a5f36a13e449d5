// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// JSON bodies of requests -> domain values. Every fault of a body is found in one pass.
//
// Syntax (RFC 8259, stricter): UTF-8 without byte order mark, no member twice (at any depth), no
// lone surrogate, nested at most 32 deep; numbers of any size are syntax, never an overflow. Then
// fields: each wrong one becomes a field_error with its JSON Pointer (RFC 6901).
#pragma once

#include "models/task_patch.hpp"

#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace todod::schemas {

/// `pointer` is a JSON Pointer, its member name shortened to 100 characters; `code` one of:
/// required, invalid_type, empty, too_long, control_character, invalid_value, conflict,
/// unknown_member.
struct field_error {
  std::string pointer;
  std::string code;
  std::string detail;
};

struct malformed_json {
  std::string detail;  ///< what and where ("line 1, column 14: ..."), never the content itself
};

inline constexpr std::size_t field_errors_max = 100;
inline constexpr std::size_t nesting_max = 32;

using body_error = std::variant<malformed_json, std::vector<field_error>>;
template <class T>
using body_result = std::expected<T, body_error>;

/// POST, and PUT with If-None-Match: *. `title` is required.
[[nodiscard]] body_result<task_draft> read_task_draft(std::string_view body);

/// PUT and PATCH of a task: what is absent is kept.
[[nodiscard]] body_result<task_patch> read_task_patch(std::string_view body);

/// PATCH .../complete: empty body or {} toggles.
[[nodiscard]] body_result<completion_change> read_completion(std::string_view body);

}  // namespace todod::schemas
