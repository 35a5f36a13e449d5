// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A JSON text as the flat list of its top-level members: all that a task's body needs, with the
// strictness that Boost.JSON's own values do not have (they keep the last of two members of one
// name).
#pragma once

#include "schemas/task_input.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace todod::schemas {

enum class json_kind : std::uint8_t { null, boolean, number, string, array, object };

struct json_member {
  std::string name;
  json_kind kind = json_kind::null;
  bool boolean = false;
  std::string text;  ///< of a string
};

struct json_object {
  bool is_object = false;  ///< else the text is some other JSON value, and there are no members
  std::vector<json_member> members;
};

/// The whole of `text` must be one JSON value (RFC 8259) as task_input.hpp describes it. Nested
/// values are checked, not kept.
[[nodiscard]] std::expected<json_object, malformed_json> read_json_object(std::string_view text);

}  // namespace todod::schemas
