// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a connection asks of the application. One service per I/O thread, called on that thread
// only.
//
//   head read ─▶ admit ─┬─ answered ──────────────────────────▶ answer (the body is not read first)
//                       ├─ proceed ─▶ body read ─▶ handle ────▶ answer
//                       └─ suspended ─▶ admit_later (awaits) ─▶ one of the two above
//   anything broken ───▶ reject ──────────────────────────────▶ answer, close
//   answer sent, or the client gone ─▶ finished
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace todod::http {

template <class T>
using awaitable = boost::asio::awaitable<T, boost::asio::io_context::executor_type>;

/// What the HTTP layer itself can find wrong.
enum class protocol_error : std::uint8_t {
  malformed_request,     ///< 400
  request_timeout,       ///< 408
  body_too_large,        ///< 413
  headers_too_large,     ///< 431
  internal,              ///< 500: a handler threw
  too_many_connections,  ///< 503
};

enum class admission : std::uint8_t { proceed, answered, suspended };

class service {
 public:
  virtual ~service() = default;

  /// All that can be said from the head: route, method, token, user, limits. `answered`: `out` is
  /// the answer.
  virtual admission admit(request& in, response& out) = 0;
  /// Continues an admission that was `suspended`. Never returns `suspended`.
  virtual awaitable<admission> admit_later(request& in, response& out) = 0;
  /// The whole request is there.
  virtual awaitable<void> handle(request& in, response& out) = 0;
  /// Writes the answer to what the HTTP layer refuses. `in` may be empty but for request_id.
  /// `detail` is a fixed sentence that says what was wrong.
  virtual void reject(const request& in, protocol_error error, std::string_view detail,
                      response& out) = 0;
  /// Once for each request that was admitted or rejected; `bytes` were handed to the kernel, 0 if
  /// the client was gone before its answer. Must not throw or block.
  virtual void finished(const request& in, const response& out, std::size_t bytes,
                        std::chrono::nanoseconds duration) noexcept = 0;
};

}  // namespace todod::http
