// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a request brings besides its body: cursors, conditions, ids.
#include "api/entity_tag.hpp"
#include "api/page_cursor.hpp"
#include "models/base64url.hpp"
#include "models/idempotency.hpp"
#include "models/unicode.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace todod {
namespace {

const user_id& owner() {
  static const auto id = *user_id::parse("Vx3aJ7rKq0bTtYp5WnZc2LdEfGhU9sMi");
  return id;
}

page_position some_position() {
  return {timestamp(std::chrono::milliseconds(1'767'962'096'789)),
          *task_id::parse("0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111")};
}

void encode_cursor(benchmark::State& state) {
  const page_request page;
  const auto position = some_position();
  for (auto _ : state) {
    auto text = api::encode_cursor(owner(), page, position);
    benchmark::DoNotOptimize(text);
  }
}
BENCHMARK(encode_cursor);

void decode_cursor(benchmark::State& state) {
  const page_request page;
  const auto text = api::encode_cursor(owner(), page, some_position());
  for (auto _ : state) {
    auto position = api::decode_cursor(text, owner(), page);
    benchmark::DoNotOptimize(position);
  }
}
BENCHMARK(decode_cursor);

void parse_tag_condition(benchmark::State& state) {
  const std::string value = state.range(0) == 1 ? "\"17\"" : "W/\"17\", \"18\", \"abc\", \"19\"";
  for (auto _ : state) {
    auto condition = api::parse_tag_condition(value);
    benchmark::DoNotOptimize(condition);
  }
}
BENCHMARK(parse_tag_condition)->Arg(1)->Arg(4);

void write_entity_tag(benchmark::State& state) {
  for (auto _ : state) {
    auto tag = api::entity_tag(17);
    benchmark::DoNotOptimize(tag);
  }
}
BENCHMARK(write_entity_tag);

void base64url(benchmark::State& state) {
  const std::string bytes(static_cast<std::size_t>(state.range(0)), '\x5a');
  std::string decoded;
  for (auto _ : state) {
    const auto text = base64url_encode(bytes);
    benchmark::DoNotOptimize(base64url_decode(text, decoded));
  }
}
BENCHMARK(base64url)->Arg(34)->Arg(1024);

void make_task_id(benchmark::State& state) {
  task_id_source source;
  const timestamp now(std::chrono::milliseconds(1'767'962'096'789));
  char text[task_id::text_length];
  for (auto _ : state) {
    source.next(now).write(text);
    benchmark::DoNotOptimize(text);
  }
}
BENCHMARK(make_task_id);

void parse_task_id(benchmark::State& state) {
  const std::string text = "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111";
  for (auto _ : state) {
    auto id = task_id::parse(text);
    benchmark::DoNotOptimize(id);
  }
}
BENCHMARK(parse_task_id);

void fingerprint_draft(benchmark::State& state) {
  const task_draft draft{.title = *task_title::parse("Buy milk, bread and something for dinner")};
  for (auto _ : state) {
    auto digest = fingerprint(draft);
    benchmark::DoNotOptimize(digest);
  }
}
BENCHMARK(fingerprint_draft);

void check_utf8(benchmark::State& state) {
  std::string text(16'000, 'a');
  if (state.range(0) == 1) {
    text.clear();
    while (text.size() < 16'000)
      text += "\xc3\xa4\xe2\x82\xac";
  }
  for (auto _ : state)
    benchmark::DoNotOptimize(is_utf8(text) && !has_control_character(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(check_utf8)->Arg(0)->Arg(1);

}  // namespace
}  // namespace todod
