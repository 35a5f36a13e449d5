// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A JSON text as the flat list of its top-level members: all that a task's body needs, with the
// strictness that Boost.JSON's own values do not have (they keep the last of two members of one
// name).
#pragma once

#include "schemas/task_input.hpp"

#include <cstdint>
#include <expected>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace todod::schemas {

enum class json_kind : std::uint8_t { null, boolean, number, string, array, object };

/// Names and texts are unescaped; they lie in the JSON text where nothing was escaped, else in the
/// arena.
struct json_member {
  std::string_view name;
  std::string_view text;  ///< of a string
  json_kind kind = json_kind::null;
  bool boolean = false;
};

struct json_object {
  bool is_object = false;  ///< else the text is some other JSON value, and there are no members
  std::pmr::vector<json_member> members;
};

/// The whole of `text` must be one JSON value (RFC 8259) as task_input.hpp describes it. Nested
/// values are checked, not kept. The result lives as long as `text` and `arena`; the arena grows
/// with the number of members, so at most in proportion to `text`.
[[nodiscard]] std::expected<json_object, malformed_json> read_json_object(
    std::string_view text, std::pmr::memory_resource& arena);

}  // namespace todod::schemas
