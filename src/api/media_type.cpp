// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/media_type.hpp"

#include <algorithm>
#include <string_view>

namespace todod::api {
namespace {

bool equals_lower_case(std::string_view text, std::string_view lower_case) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(text, lower_case, {}, lower);
}

}  // namespace

bool has_json_media_type(const http::request& in) {
  if (in.count("Content-Type") != 1 || in.count("Content-Encoding") != 0) return false;
  auto type = *in.find("Content-Type");
  type = type.substr(0, type.find(';'));
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
    type.remove_suffix(1);
  return equals_lower_case(type, "application/json") ||
         (in.method == http::method::patch &&
          equals_lower_case(type, "application/merge-patch+json"));
}

}  // namespace todod::api
