// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the product needs of Unicode: validity, length, trimming, control characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace todod {

/// Well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// Code points of well-formed UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view utf8) noexcept;

/// The first `length_max` code points of well-formed UTF-8.
[[nodiscard]] std::string_view first_code_points(std::string_view utf8,
                                                 std::size_t length_max) noexcept;

/// `utf8` without the characters of property White_Space (Unicode 15) at both ends.
[[nodiscard]] std::string_view trim_white_space(std::string_view utf8) noexcept;

/// Whether well-formed UTF-8 holds a character of category Cc (U+0000-001F, U+007F-009F), other
/// than those of `allowed` (ASCII only).
[[nodiscard]] bool has_control_character(std::string_view utf8,
                                         std::string_view allowed = {}) noexcept;

}  // namespace todod
