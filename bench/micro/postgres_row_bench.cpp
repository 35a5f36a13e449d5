// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A binary row of libpq to a task's JSON: what a list does for each of its tasks.
#include "database/postgres/binary.hpp"
#include "database/postgres/statements.hpp"
#include "schemas/task_output.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <memory>
#include <string>

namespace todod {
namespace {

using database::postgres::read_id;
using database::postgres::read_task;
using database::postgres::to_postgres_microseconds;
using database::postgres::write_network;

using result_ptr = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// An answer as find_tasks gives it, made without a server.
result_ptr rows_of(int count) {
  result_ptr rows{PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK), &PQclear};
  std::array<std::string, 7> names{"title",        "description", "created_at", "updated_at",
                                   "completed_at", "version",     "id"};
  std::array<PGresAttDesc, 7> columns{};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].name = names[i].data();
    columns[i].format = 1;
  }
  PQsetResultAttrs(rows.get(), static_cast<int>(columns.size()), columns.data());
  std::string time(8, '\0');
  std::string version(8, '\0');
  write_network(time.data(),
                to_postgres_microseconds(timestamp(std::chrono::milliseconds(1'767'962'096'789))));
  write_network(version.data(), std::int64_t{2});
  std::array<std::string, 7> values{"Buy milk, bread and something for dinner",
                                    "The shop at the corner closes at eight.",
                                    time,
                                    time,
                                    time,
                                    version,
                                    std::string(task_id::size_bytes, '\x42')};
  for (int row = 0; row < count; ++row) {
    for (int column = 0; column < static_cast<int>(values.size()); ++column) {
      std::string& value = values[static_cast<std::size_t>(column)];
      PQsetvalue(rows.get(), row, column, value.data(), static_cast<int>(value.size()));
    }
  }
  return rows;
}

void write_rows(benchmark::State& state) {
  const int count = static_cast<int>(state.range(0));
  const result_ptr rows = rows_of(count);
  const auto owner = *user_id::parse("Vx3aJ7rKq0bTtYp5WnZc2LdEfGhU9sMi");
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (int row = 0; row < count; ++row) {
      schemas::append_task(out, owner, read_task(rows.get(), row, read_id(rows.get(), row)));
    }
    benchmark::DoNotOptimize(out.data());
  }
  state.SetItemsProcessed(state.iterations() * count);
}
BENCHMARK(write_rows)->Arg(1)->Arg(20);

}  // namespace
}  // namespace todod
