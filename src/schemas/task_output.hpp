// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Tasks -> JSON, written straight behind what `out` holds. Hot path: no tree and no copy between
// the database row and the answer's buffer (bench/micro: write_task).
#pragma once

#include "models/task.hpp"
#include "models/user_id.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace todod::schemas {

/// Appends `utf8` as a JSON string with its quotes (RFC 8259, section 7). Well-formed UTF-8 stays
/// as it is.
void append_json_string(std::string& out, std::string_view utf8);

/// Appends one task as a JSON object, its members in the order of the API's documentation.
void append_task(std::string& out, const user_id& owner, const task_view& task);

}  // namespace todod::schemas
