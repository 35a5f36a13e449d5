// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Cross-origin resource sharing (the Fetch standard's CORS protocol) for the origins that an
// operator names.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace todod::api {

class cors_policy {
 public:
  explicit cors_policy(std::vector<std::string> origins) : origins_(std::move(origins)) {}

  /// Headers of every answer: for a named origin those that let it read the answer, else none of
  /// them.
  void apply(const http::request& in, http::response& out) const;

  /// Headers of the answer to OPTIONS, on top of apply(): the preflight of a named origin is
  /// granted `methods`.
  void apply_preflight(const http::request& in, http::response& out,
                       std::string_view methods) const;

 private:
  [[nodiscard]] bool names_origin_of(const http::request& in) const;

  std::vector<std::string> origins_;
};

}  // namespace todod::api
