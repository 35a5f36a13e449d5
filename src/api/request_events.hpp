// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the API tells about requests, for log and metrics. One per I/O thread; calls must not block
// or throw.
#pragma once

#include "http/request.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace todod::api {

class request_events {
 public:
  virtual ~request_events() = default;
  virtual void on_answer(const http::request& in, int status, std::size_t bytes,
                         std::chrono::nanoseconds duration) noexcept = 0;
  virtual void on_rate_limited() noexcept = 0;
  /// A handler threw: a defect. `what` may be logged under the request's id.
  virtual void on_defect(const http::request& in, std::string_view what) noexcept = 0;
};

}  // namespace todod::api
