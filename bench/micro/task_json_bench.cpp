// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A task as JSON, both ways.
#include "schemas/problem_output.hpp"
#include "schemas/task_input.hpp"
#include "schemas/task_output.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace todod {
namespace {

using std::chrono::milliseconds;

const user_id& owner() {
  static const auto id = *user_id::parse("Vx3aJ7rKq0bTtYp5WnZc2LdEfGhU9sMi");
  return id;
}

task_view some_task(bool completed) {
  task_view task;
  task.id = *task_id::parse("0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111");
  task.title = "Buy milk, bread and something for dinner";
  if (completed) task.description = "The shop at the corner closes at eight.";
  task.created_at = timestamp(milliseconds(1'767'962'096'789));
  task.updated_at = timestamp(milliseconds(completed ? 1'768'048'500'001 : 1'767'962'096'789));
  if (completed) task.completed_at = task.updated_at;
  task.version = completed ? 2 : 1;
  return task;
}

void write_task(benchmark::State& state) {
  const auto task = some_task(state.range(0) != 0);
  std::string out;
  for (auto _ : state) {
    out.clear();
    schemas::append_task(out, owner(), task);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetLabel(std::to_string(out.size()) + " bytes");
}
BENCHMARK(write_task)->Arg(0)->Arg(1);

void write_task_with_long_description(benchmark::State& state) {
  auto task = some_task(false);
  std::string text;
  while (text.size() < 16'000)
    text += "A line of an ordinary note, with \"quotes\" here and there.\n";
  task.description = text;
  std::string out;
  for (auto _ : state) {
    out.clear();
    schemas::append_task(out, owner(), task);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(out.size()));
}
BENCHMARK(write_task_with_long_description);

void write_time(benchmark::State& state) {
  char text[timestamp_text_length];
  timestamp at(milliseconds(1'767'962'096'789));
  for (auto _ : state) {
    write_timestamp(text, at);
    benchmark::DoNotOptimize(text);
    at += milliseconds(7);
  }
}
BENCHMARK(write_time);

void read_task_draft(benchmark::State& state) {
  const std::string body =
      R"({"title":"Buy milk, bread and something for dinner","description":null})";
  for (auto _ : state) {
    auto draft = schemas::read_task_draft(body);
    benchmark::DoNotOptimize(draft);
  }
}
BENCHMARK(read_task_draft);

void read_whole_task(benchmark::State& state) {  // a client that sends back what it got
  std::string body;
  schemas::append_task(body, owner(), some_task(true));
  for (auto _ : state) {
    auto patch = schemas::read_task_patch(body);
    benchmark::DoNotOptimize(patch);
  }
}
BENCHMARK(read_whole_task);

void read_completion(benchmark::State& state) {
  const std::string body = R"({"completed":true})";
  for (auto _ : state) {
    auto change = schemas::read_completion(body);
    benchmark::DoNotOptimize(change);
  }
}
BENCHMARK(read_completion);

void write_problem(benchmark::State& state) {
  std::string out;
  for (auto _ : state) {
    out.clear();
    schemas::append_problem(out, {.status = 404,
                                  .title = "Not Found",
                                  .code = "task_not_found",
                                  .detail = "there is no such task",
                                  .errors = {},
                                  .has_errors = false,
                                  .request_id = "0199a1f27b1c7c3e"});
    benchmark::DoNotOptimize(out.data());
  }
}
BENCHMARK(write_problem);

}  // namespace
}  // namespace todod
