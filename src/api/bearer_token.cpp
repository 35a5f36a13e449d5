// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/bearer_token.hpp"

#include <algorithm>

namespace todod::api {

std::optional<std::string_view> bearer_token(const http::request& in) {
  constexpr std::string_view scheme = "bearer";
  const auto value = in.find("Authorization");
  if (!value) return std::nullopt;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (value->size() <= scheme.size() ||
      !std::ranges::equal(value->substr(0, scheme.size()), scheme, {}, lower)) {
    return std::nullopt;
  }
  const auto rest = value->substr(scheme.size());
  const auto start = rest.find_first_not_of(' ');
  if (rest.front() != ' ' || start == std::string_view::npos) {
    return std::nullopt;
  }
  return rest.substr(start);
}

}  // namespace todod::api
