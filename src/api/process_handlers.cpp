// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/process_handlers.hpp"

#include "api/embedded_pages.hpp"
#include "api/problem.hpp"
#include "api/request_reader.hpp"
#include "api/task_answer.hpp"

#include <algorithm>
#include <string>

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

http::awaitable<void> embedded_file(exchange& x) {
  if (!has_no_parameters(x)) co_return;
  auto path = x.in->path;
  if (path.ends_with('/')) path.remove_suffix(1);
  const auto pages = embedded_pages();
  const auto found = std::ranges::find(pages, path, &page::path);
  if (found == pages.end()) {
    write_problem(*x.in, *x.out, problem::not_found);
    co_return;
  }
  x.out->content_type = found->content_type;
  x.out->add_header("Content-Security-Policy", docs_security_policy);
  x.out->add_header("Vary", "Accept-Encoding");
  const auto accepted = x.in->joined("Accept-Encoding");
  if (accepted && accepts_gzip(*accepted)) {
    x.out->add_header("Content-Encoding", "gzip");
    x.out->body() += found->gzip;
    co_return;
  }
  const auto content = inflate_page(*found);
  if (!content) {
    write_problem(*x.in, *x.out, problem::internal);
    co_return;
  }
  x.out->body() += *content;
}

}  // namespace todod::api
