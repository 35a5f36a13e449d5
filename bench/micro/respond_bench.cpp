// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Formatting the answer to a read of one task: head and body into one reused buffer.
#include "http/response.hpp"

#include <benchmark/benchmark.h>

namespace http = todod::http;

namespace {

void format_response(benchmark::State& state) {
  http::response out;
  const std::string body(330, 'x');
  for (auto _ : state) {
    out.clear();
    out.content_type = "application/json";
    out.cache = http::cache_policy::private_no_cache;
    out.add_header("ETag", "\"1\"");
    out.body().append(body);
    benchmark::DoNotOptimize(
        out.finish("0123456789abcdef", "Sun, 06 Nov 1994 08:49:37 GMT", false));
  }
}
BENCHMARK(format_response);

}  // namespace
