// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Who owns a task: the opaque user id out of a verified token.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace todod {

class user_id {
 public:
  static constexpr std::size_t length_max_bytes = 255;

  user_id() = default;  ///< no user: only a place to assign to

  /// 1 to 255 bytes of UTF-8 without control characters (Unicode Cc), taken as they are; else
  /// nothing.
  [[nodiscard]] static std::optional<user_id> parse(std::string_view text);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  friend auto operator<=>(const user_id&, const user_id&) = default;

 private:
  explicit user_id(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace todod
