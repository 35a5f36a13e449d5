// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Path -> route and parameters, with a table like the API's.
#include "http/router.hpp"

#include <benchmark/benchmark.h>

namespace http = todod::http;

namespace {

void match_route(benchmark::State& state) {
  using enum http::method;
  http::router table;
  table.add("/api/tasks", {get, post, delete_});
  table.add("/api/tasks/{task_id}", {get, put, patch, delete_});
  table.add("/api/tasks/{task_id}/complete", {patch});
  table.add("/api/{user_id}/tasks", {get, post, delete_});
  table.add("/api/{user_id}/tasks/{task_id}", {get, put, patch, delete_});
  table.add("/api/{user_id}/tasks/{task_id}/complete", {patch});
  http::request in;
  in.path = "/api/user_0001/tasks/0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111";
  for (auto _ : state) {
    if (table.match(in) != http::route_result::found) state.SkipWithError("not found");
  }
}
BENCHMARK(match_route);

}  // namespace
