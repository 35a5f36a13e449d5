// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A GET as browsers and load generators send it: bytes -> request.
#include "http/request_parser.hpp"

#include <benchmark/benchmark.h>

namespace http = todod::http;

namespace {

const std::string typical_get =
    "GET /api/user_0001/tasks/0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111 HTTP/1.1\r\n"
    "Host: 127.0.0.1:8080\r\nUser-Agent: wrk\r\nAccept: application/json\r\n"
    "Authorization: Bearer " +
    std::string(230, 'x') + "\r\n\r\n";

void parse_head(benchmark::State& state) {
  const http::limits bounds;
  http::request_parser parser(bounds);
  http::request in;
  for (auto _ : state) {
    in.fields.clear();
    parser.reset();
    if (parser.parse_head(typical_get, in) != http::parse_status::done) {
      state.SkipWithError("not parsed");
    }
  }
}
BENCHMARK(parse_head);

void find_field(benchmark::State& state) {
  const http::limits bounds;
  http::request_parser parser(bounds);
  http::request in;
  if (parser.parse_head(typical_get, in) != http::parse_status::done) std::abort();
  for (auto _ : state)
    benchmark::DoNotOptimize(in.find("Authorization"));
}
BENCHMARK(find_field);

}  // namespace
