// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/request.hpp"

#include "http/ascii.hpp"

#include <array>

namespace todod::http {

std::string_view to_string(method m) noexcept {
  static constexpr std::array<std::string_view, method_count> names{
      "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER"};
  return names[static_cast<std::size_t>(m)];
}

std::optional<std::string_view> request::find(std::string_view name) const noexcept {
  for (const header_field& field : fields) {
    if (equal_ignoring_case(field.name, name)) return field.value;
  }
  return std::nullopt;
}

std::size_t request::count(std::string_view name) const noexcept {
  std::size_t found = 0;
  for (const header_field& field : fields) {
    if (equal_ignoring_case(field.name, name)) ++found;
  }
  return found;
}

std::optional<std::string> request::joined(std::string_view name) const {
  std::optional<std::string> all;
  for (const header_field& field : fields) {
    if (!equal_ignoring_case(field.name, name)) continue;
    if (all) {
      all->append(", ");
    } else {
      all.emplace();
    }
    all->append(field.value);
  }
  return all;
}

}  // namespace todod::http
