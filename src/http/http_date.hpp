// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The value of Date (RFC 9110, section 5.6.7), formatted once per second. One thread.
#pragma once

#include <array>
#include <ctime>
#include <string_view>

namespace todod::http {

class http_date {
 public:
  /// Valid until the next call.
  [[nodiscard]] std::string_view at(std::time_t now);
  [[nodiscard]] std::string_view now() { return at(std::time(nullptr)); }

 private:
  static constexpr std::size_t length = 29;  // "Sun, 06 Nov 1994 08:49:37 GMT"
  std::time_t second_ = -1;
  std::array<char, length> text_{};
};

}  // namespace todod::http
