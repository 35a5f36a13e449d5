// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The task and the values it is made of. A value of these types is valid once it exists: the
// parsers here are the only way in, so no later code checks again.
#pragma once

#include "models/task_id.hpp"
#include "models/timestamp.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace todod {

enum class task_status : std::uint8_t { pending, completed };

[[nodiscard]] std::string_view to_string(task_status status) noexcept;
[[nodiscard]] std::optional<task_status> parse_task_status(std::string_view text) noexcept;

/// Why a text is no title or no description.
enum class text_fault : std::uint8_t { empty, too_long, control_character, not_utf8 };

/// 1 to 500 code points without control characters, no White_Space at either end.
class task_title {
 public:
  static constexpr std::size_t length_max = 500;  ///< code points
  /// Drops Unicode White_Space at both ends, then checks.
  [[nodiscard]] static std::expected<task_title, text_fault> parse(std::string_view text);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  friend bool operator==(const task_title&, const task_title&) = default;

 private:
  explicit task_title(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// Up to 16,384 code points, kept as sent; of the control characters only tab, newline, carriage
/// return.
class task_description {
 public:
  static constexpr std::size_t length_max = 16'384;  ///< code points
  [[nodiscard]] static std::expected<task_description, text_fault> parse(std::string_view text);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  friend bool operator==(const task_description&, const task_description&) = default;

 private:
  explicit task_description(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

/// A stored task as a database row shows it: borrowed, valid only during the call that passes it.
struct task_view {
  task_id id;
  std::string_view title;
  std::optional<std::string_view> description;
  timestamp created_at;
  timestamp updated_at;
  std::optional<timestamp> completed_at;  ///< set exactly while the task is completed
  std::int64_t version = 1;

  [[nodiscard]] task_status status() const noexcept {
    return completed_at ? task_status::completed : task_status::pending;
  }
};

/// What a client asks to create: everything of a task that is the client's to say.
struct task_draft {
  task_title title;
  std::optional<task_description> description;
  task_status status = task_status::pending;
};

}  // namespace todod
