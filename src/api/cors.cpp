// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/cors.hpp"

#include <algorithm>

namespace todod::api {

bool cors_policy::names_origin_of(const http::request& in) const {
  const auto origin = in.find("Origin");
  return origin && in.count("Origin") == 1 &&
         std::ranges::find(origins_, *origin) != origins_.end();
}

void cors_policy::apply(const http::request& in, http::response& out) const {
  if (origins_.empty()) return;
  out.add_header("Vary", "Origin");
  if (!names_origin_of(in)) return;
  out.add_header("Access-Control-Allow-Origin", *in.find("Origin"));
  out.add_header("Access-Control-Allow-Credentials", "true");
  out.add_header("Access-Control-Expose-Headers",
                 "ETag, Link, Location, Retry-After, X-Request-Id, Idempotency-Replayed");
}

void cors_policy::apply_preflight(const http::request& in, http::response& out,
                                  std::string_view methods) const {
  if (!names_origin_of(in) || !in.find("Access-Control-Request-Method")) return;
  out.add_header("Access-Control-Allow-Methods", methods);
  out.add_header("Access-Control-Allow-Headers",
                 "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, "
                 "X-Request-Id");
  out.add_header("Access-Control-Max-Age", "600");
}

}  // namespace todod::api
