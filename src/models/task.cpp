// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task.hpp"

#include "models/unicode.hpp"

namespace todod {

std::string_view to_string(task_status status) noexcept {
  return status == task_status::completed ? "completed" : "pending";
}

std::optional<task_status> parse_task_status(std::string_view text) noexcept {
  if (text == "pending") return task_status::pending;
  if (text == "completed") return task_status::completed;
  return std::nullopt;
}

std::expected<task_title, text_fault> task_title::parse(std::string_view text) {
  if (!is_utf8(text)) return std::unexpected(text_fault::not_utf8);
  text = trim_white_space(text);
  if (text.empty()) return std::unexpected(text_fault::empty);
  if (text.size() > length_max && count_code_points(text) > length_max) {
    return std::unexpected(text_fault::too_long);
  }
  if (has_control_character(text)) return std::unexpected(text_fault::control_character);
  return task_title(std::string(text));
}

std::expected<task_description, text_fault> task_description::parse(std::string_view text) {
  if (!is_utf8(text)) return std::unexpected(text_fault::not_utf8);
  if (text.size() > length_max && count_code_points(text) > length_max) {
    return std::unexpected(text_fault::too_long);
  }
  if (has_control_character(text, "\t\n\r")) return std::unexpected(text_fault::control_character);
  return task_description(std::string(text));
}

}  // namespace todod
