// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/pipeline.hpp"

#include "api/bearer_token.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace todod::api {
namespace {

constexpr std::string_view allow_everything = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/// What of a route answers `method`; HEAD is answered as GET is, without the body.
const endpoint& endpoint_of(const route& route, http::method method) {
  const auto wanted = method == http::method::head ? http::method::get : method;
  return *std::ranges::find(route.endpoints, wanted, &endpoint::method);
}

/// Whether a body makes the request malformed (RFC 9110, section 9.3: it has no meaning there).
bool forbids_body(http::method method) {
  return method == http::method::get || method == http::method::head ||
         method == http::method::delete_;
}

/// Resumes, on its own thread, the coroutine that awaits this once newer keys were asked for.
http::awaitable<void> wait_for_keys(auth::key_source& keys, std::uint64_t seen) {
  using token = boost::asio::use_awaitable_t<boost::asio::io_context::executor_type>;
  const auto executor = co_await boost::asio::this_coro::executor;
  auto start = [&keys, seen, executor](auto handler) {
    auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
    keys.refresh(seen, [waiting, executor] {
      boost::asio::post(executor, [waiting] { std::move (*waiting)(); });
    });
  };
  co_await boost::asio::async_initiate<const token, void()>(start, token{});
}

}  // namespace

pipeline::pipeline(const pipeline_parts& parts)
    : parts_(parts), context_{parts.tasks, ids_, parts.wall_clock, parts.draining, parts.page} {
  for (const auto& route : routes()) {
    std::vector<http::method> methods;
    for (const auto& endpoint : route.endpoints)
      methods.push_back(endpoint.method);
    router_.add(route.pattern, std::move(methods));
  }
}

http::admission pipeline::answer(const http::request& in, http::response& out, problem what,
                                 std::string_view detail) {
  write_problem(in, out, what, detail);
  return http::admission::answered;
}

exchange& pipeline::exchange_of(http::request& in, http::response& out) {
  if (!in.state) in.state = std::make_unique<exchange>();
  auto& x = static_cast<exchange&>(*in.state);
  x.in = &in;
  x.out = &out;
  x.context = &context_;
  x.task_text = {};
  return x;
}

http::admission pipeline::admit(http::request& in, http::response& out) {
  parts_.cors.apply(in, out);
  if (in.has_body && forbids_body(in.method)) {
    return answer(in, out, problem::malformed_request,
                  "a " + std::string(http::to_string(in.method)) + " request must have no body");
  }
  if (in.count("Authorization") > 1) {
    return answer(in, out, problem::malformed_request,
                  "the request has more than one Authorization header");
  }
  if (in.path == "*") return answer_options(in, out, allow_everything);
  switch (router_.match(in)) {
    case http::route_result::bad_encoding:
      return answer(in, out, problem::malformed_request,
                    "the path's percent-encoding is broken or does not decode to UTF-8");
    case http::route_result::not_found:
      return answer(in, out, problem::not_found);
    case http::route_result::found:
      break;
  }
  if (in.method == http::method::options) {
    return answer_options(in, out, router_.allow(in.route_index));
  }
  if (!router_.allows(in.route_index, in.method)) {
    out.add_header("Allow", router_.allow(in.route_index));
    return answer(in, out, problem::method_not_allowed);
  }
  auto& x = exchange_of(in, out);
  const auto& route = routes()[in.route_index];
  if (route.task_parameter != route::none) {
    x.task_text = in.path_parameters[static_cast<std::size_t>(route.task_parameter)];
  }
  if (!route.needs_user) return http::admission::proceed;
  if (in.late) {  // before anything that costs: the others shall not become late as well
    write_problem(in, out, database::failure::overloaded);
    return http::admission::answered;
  }
  return authenticate(in, out, false);
}

http::admission pipeline::answer_options(const http::request& in, http::response& out,
                                         std::string_view allow) {
  out.status = 204;
  out.add_header("Allow", allow);
  parts_.cors.apply_preflight(in, out, allow);
  return http::admission::answered;
}

http::admission pipeline::authenticate(http::request& in, http::response& out, bool last_try) {
  const auto token = bearer_token(in);
  if (!token) return answer(in, out, problem::missing_token);
  const auto now = parts_.wall_clock.now();
  if (const auto* user = parts_.authenticator.recall(*token, now))
    return admit_user(in, out, *user);
  // An address that has sent too many bad tokens is not worth another signature under the key set;
  // tokens known to be good and those under the shared secret, which cost nothing, pass all the
  // same.
  const auto allowance = parts_.limiter.peek(rate_limiter::who::address, in.peer, in.received);
  const auto verdict = allowance.allowed ? parts_.authenticator.verify(*token, now, last_try)
                                         : parts_.authenticator.verify_by_secret(*token, now);
  if (verdict.user) return admit_user(in, out, *verdict.user);
  if (!allowance.allowed) return answer_rate_limited(in, out, allowance.retry_after);
  if (verdict.needs_keys()) return http::admission::suspended;
  return answer_refusal(in, out, *verdict.refused);
}

http::admission pipeline::answer_refusal(const http::request& in, http::response& out,
                                         auth::refusal why) {
  if (why == auth::refusal::keys_unavailable) {
    return answer(in, out, problem::unavailable, auth::describe(why));
  }
  const auto allowance = parts_.limiter.take(rate_limiter::who::address, in.peer, in.received);
  if (!allowance.allowed) return answer_rate_limited(in, out, allowance.retry_after);
  return answer(in, out,
                why == auth::refusal::expired ? problem::token_expired : problem::invalid_token,
                auth::describe(why));
}

http::admission pipeline::answer_rate_limited(const http::request& in, http::response& out,
                                              std::chrono::milliseconds retry_after) {
  const auto seconds = std::to_string(
      std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(retry_after).count()));
  out.add_header("Retry-After", seconds);
  out.add_header("RateLimit", "\"default\";r=0;t=" + seconds);
  out.add_header("RateLimit-Policy",
                 "\"default\";q=" + std::to_string(parts_.limiter.per_second()) + ";w=1");
  parts_.events.on_rate_limited();
  return answer(in, out, problem::rate_limited);
}

http::admission pipeline::admit_user(http::request& in, http::response& out, const user_id& user) {
  auto& x = static_cast<exchange&>(*in.state);
  x.user = user;
  const auto allowance = parts_.limiter.take(rate_limiter::who::user, user.text(), in.received);
  if (!allowance.allowed) return answer_rate_limited(in, out, allowance.retry_after);
  const auto& route = routes()[in.route_index];
  if (route.user_parameter != route::none &&
      in.path_parameters[static_cast<std::size_t>(route.user_parameter)] != user.text()) {
    return answer(in, out, problem::forbidden);
  }
  return http::admission::proceed;
}

http::awaitable<http::admission> pipeline::admit_later(http::request& in, http::response& out) {
  co_await wait_for_keys(*parts_.keys, parts_.authenticator.generation());
  co_return authenticate(in, out, true);
}

http::awaitable<void> pipeline::handle(http::request& in, http::response&) {
  auto& x = static_cast<exchange&>(*in.state);
  return endpoint_of(routes()[in.route_index], in.method).handle(x);
}

void pipeline::reject(const http::request& in, http::protocol_error error, std::string_view detail,
                      http::response& out) {
  out.clear();
  parts_.cors.apply(in, out);
  switch (error) {
    case http::protocol_error::malformed_request:
      return write_problem(in, out, problem::malformed_request, detail);
    case http::protocol_error::request_timeout:
      return write_problem(in, out, problem::request_timeout, detail);
    case http::protocol_error::body_too_large:
      return write_problem(in, out, problem::body_too_large);
    case http::protocol_error::headers_too_large:
      return write_problem(in, out, problem::headers_too_large);
    case http::protocol_error::internal:
      parts_.events.on_defect(in, detail);
      return write_problem(in, out, problem::internal);
    case http::protocol_error::too_many_connections:
      return write_problem(in, out, problem::unavailable, detail);
  }
}

void pipeline::finished(const http::request& in, const http::response& out, std::size_t bytes,
                        std::chrono::nanoseconds duration) noexcept {
  parts_.events.on_answer(in, out.status, bytes, duration);
}

}  // namespace todod::api
