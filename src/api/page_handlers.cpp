// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/page_handlers.hpp"

#include "api/embedded_pages.hpp"
#include "api/entity_tag.hpp"
#include "api/page_settings.hpp"
#include "api/problem.hpp"
#include "api/request_reader.hpp"
#include "api/routes.hpp"
#include "api/task_answer.hpp"

#include <algorithm>
#include <cassert>
#include <string>

namespace todod::api {
namespace {

/// Every path that leads to embedded_file() is that of a page: routes.cpp.
const page& page_of(const http::request& in) {
  const auto pages = embedded_pages();
  const auto found = std::ranges::find(pages, routes()[in.route_index].pattern, &page::path);
  assert(found != pages.end());
  return *found;
}

std::string_view policy_of(const page& from, const exchange& x) {
  return from.family == page_family::app ? std::string_view(x.context->page.security_policy)
                                         : docs_security_policy;
}

}  // namespace

http::awaitable<void> embedded_file(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  const auto known = read.if_none_match();
  if (!read.head_is_valid()) co_return;
  const page& found = page_of(*x.in);
  const auto accepted = x.in->joined("Accept-Encoding");
  const bool packed = accepted && accepts_gzip(*accepted);
  const auto tag = packed ? found.gzip_tag : found.identity_tag;
  x.out->add_header("Content-Security-Policy", policy_of(found, x));
  x.out->add_header("Vary", "Accept-Encoding");
  x.out->add_header("ETag", entity_tag(tag));
  if (known && matches_weakly(*known, tag)) {
    x.out->status = 304;
    co_return;
  }
  x.out->content_type = found.content_type;
  if (packed) {
    x.out->add_header("Content-Encoding", "gzip");
    x.out->body() += found.gzip;
    co_return;
  }
  const auto content = inflate_page(found);
  if (!content) {
    write_problem(*x.in, *x.out, problem::internal);
    co_return;
  }
  x.out->body() += *content;
}

http::awaitable<void> page_config(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  if (!read.head_is_valid()) co_return;
  x.out->content_type = json_content;
  x.out->body() += x.context->page.document;
}

}  // namespace todod::api
