// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One HTTP request (RFC 9110, 9112). Views point into the connection's buffer: valid until the
// answer has been sent, so across every co_await of its handler.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace todod::http {

enum class method : std::uint8_t { get, head, post, put, patch, delete_, options, other };
inline constexpr std::size_t method_count = 8;
[[nodiscard]] std::string_view to_string(method m) noexcept;

struct header_field {
  std::string_view name;   ///< as sent
  std::string_view value;  ///< without white space around
};

/// Whatever a service keeps for one request; it outlives the request's answer and may be reused for
/// the next.
class service_state {
 public:
  virtual ~service_state() = default;
};

struct request {
  http::method method = http::method::other;
  std::string_view method_text;
  /// Of the target, still percent-encoded; begins with '/', but for "OPTIONS *": "*", which no
  /// route matches.
  std::string_view path;
  std::string_view query;  ///< without '?', still percent-encoded
  bool has_query = false;
  std::vector<header_field> fields;
  bool has_body = false;   ///< a body was announced: Content-Length > 0 or chunked
  std::string_view body;   ///< set before service::handle
  std::string_view peer;   ///< the client's address as text, without port
  std::string request_id;  ///< the client's if acceptable, else made here
  std::chrono::steady_clock::time_point received;  ///< when its first byte was there

  // Filled by the service while it admits the request, for its own later steps and for the log.
  std::string_view route;                    ///< static route template, empty while none matched
  std::uint32_t route_index = 0;             ///< the service's own
  std::vector<std::string> path_parameters;  ///< percent-decoded; capacity is reused
  std::size_t path_parameter_count = 0;
  std::unique_ptr<service_state> state;  ///< made by the service, kept from request to request

  /// It waited for longer than limits::queue_delay_max, or the bound that holds in an overload,
  /// while others were served.
  bool late = false;

  /// Value of the first field of that name (any letter case).
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const noexcept;
  [[nodiscard]] std::size_t count(std::string_view name) const noexcept;
  /// Values of all fields of that name joined with ", " (RFC 9110, section 5.3); nothing if there
  /// is none.
  [[nodiscard]] std::optional<std::string> joined(std::string_view name) const;
};

}  // namespace todod::http
