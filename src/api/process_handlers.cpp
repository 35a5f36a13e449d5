// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/process_handlers.hpp"

#include "api/problem.hpp"
#include "api/request_reader.hpp"
#include "api/task_answer.hpp"

namespace todod::api {
namespace {

/// Whether the query is empty, as it must be here; else the problem is written.
bool has_no_parameters(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  return read.head_is_valid();
}

}  // namespace

http::awaitable<void> live(exchange& x) {
  if (!has_no_parameters(x)) co_return;
  x.out->content_type = json_content;
  x.out->body() += R"({"status":"ok"})";
  co_return;
}

http::awaitable<void> ready(exchange& x) {
  if (!has_no_parameters(x)) co_return;
  if (x.context->draining) {
    write_problem(*x.in, *x.out, problem::unavailable, "the server is shutting down");
    co_return;
  }
  const auto answer = co_await x.context->tasks.check();
  if (!answer) {
    write_problem(*x.in, *x.out, answer.error());
    co_return;
  }
  x.out->content_type = json_content;
  x.out->body() += R"({"status":"ready"})";
}

}  // namespace todod::api
