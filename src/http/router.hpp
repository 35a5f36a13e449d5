// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Path -> route. Templates are written as in the API's documentation:
// "/api/{user_id}/tasks/{task_id}".
//
// - A path is split at '/' first, then each segment is percent-decoded once: "%2F" is a character
// of its segment.
// - One trailing slash means the same; an empty segment anywhere else matches nothing; dot segments
// mean themselves.
// - Of several templates that match, the one that was added first wins.
#pragma once

#include "http/request.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace todod::http {

enum class route_result : std::uint8_t { found, not_found, bad_encoding };

class router {
 public:
  /// The templates are static texts. Returns the index that match() gives in request::route_index.
  /// `methods` is what the route knows, without HEAD (which comes with GET) and OPTIONS (which
  /// every route has).
  std::uint32_t add(std::string_view pattern, std::vector<method> methods);

  /// Fills route, route_index, path_parameters and path_parameter_count of `in`. bad_encoding: a
  /// "%" without two hexadecimal digits, or a parameter that is not UTF-8 once decoded.
  [[nodiscard]] route_result match(request& in) const;

  [[nodiscard]] bool allows(std::uint32_t route, method m) const noexcept;
  /// The value of Allow: "GET, HEAD, POST, OPTIONS".
  [[nodiscard]] std::string_view allow(std::uint32_t route) const noexcept;

  struct entry {
    std::string_view pattern;
    std::vector<std::string_view> segments;
    std::array<bool, method_count> methods{};
    std::string allow;
  };
  [[nodiscard]] const std::vector<entry>& entries() const noexcept { return entries_; }

 private:
  std::vector<entry> entries_;
};

/// Percent-decodes `text` once into `out`; false if a "%" is not followed by two hexadecimal
/// digits. '+' stays '+'.
[[nodiscard]] bool percent_decode(std::string_view text, std::string& out);

}  // namespace todod::http
