// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What being watched costs each request: its log line (bound: 0.3 us) and its counts.
#include "observability/metrics.hpp"
#include "observability/request_log.hpp"

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

namespace todod::observability {
namespace {

void request_log_line(benchmark::State& state) {
  const int fd = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  {
    log_output out(fd);
    request_log log(out, state.range(0) == 0 ? line_format::json : line_format::text, false);
    request_record record{.at = timestamp{std::chrono::milliseconds{1'767'962'096'789}},
                          .request_id = "0199a1f27b1c7c3e9d552f6a4be0c111",
                          .method = "GET",
                          .route = "/api/{user_id}/tasks/{task_id}",
                          .status = 200,
                          .duration = std::chrono::microseconds{123},
                          .bytes = 512,
                          .traceparent = {},
                          .peer = "127.0.0.1"};
    for (auto _ : state) {
      record.at += std::chrono::milliseconds{1};
      log.write(record);
    }
  }
  ::close(fd);
}
BENCHMARK(request_log_line)->Arg(0)->Arg(1);

void count_request(benchmark::State& state) {
  thread_counters counters(8, 8);
  std::size_t i = 0;
  for (auto _ : state) {
    ++i;
    counters.on_request(i % 8, i % 4, 200, std::chrono::microseconds{i % 512}, 512);
  }
}
BENCHMARK(count_request);

void count_statement(benchmark::State& state) {
  statement_counters counters;
  for (auto _ : state)
    counters.on_statement("find_task", std::chrono::microseconds{5}, true);
}
BENCHMARK(count_statement);

void scrape(benchmark::State& state) {
  metrics all(
      {.version = "1", .database = "sqlite", .routes = {"/a", "/b", "/c"}, .methods = {"GET"}}, {});
  auto& thread = all.add_thread();
  for (std::size_t i = 0; i < 3; ++i)
    thread.on_request(i, 0, 200, std::chrono::milliseconds{1}, 1);
  for (auto _ : state) {
    auto text = all.text();
    benchmark::DoNotOptimize(text);
  }
}
BENCHMARK(scrape);

}  // namespace
}  // namespace todod::observability
