// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/user_id.hpp"

#include "models/unicode.hpp"

namespace todod {

std::optional<user_id> user_id::parse(std::string_view text) {
  if (text.empty() || text.size() > length_max_bytes || !is_utf8(text) ||
      has_control_character(text)) {
    return std::nullopt;
  }
  return user_id(std::string(text));
}

}  // namespace todod
