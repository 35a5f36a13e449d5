// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/indexer.hpp"

#include "database/postgres/connection.hpp"
#include "database/postgres/operation.hpp"
#include "database/postgres/sqlstate.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace todod::database::postgres {
namespace {

/// Rows locked at a time: a request that wants one of them waits some milliseconds.
constexpr std::int64_t part_size = 500;

struct step_failed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

result_ptr run(PGconn* session, query which, const parameter_list& parameters) {
  static constexpr auto binary = [] {
    std::array<int, parameter_list::size_max> formats{};
    formats.fill(1);
    return formats;
  }();
  result_ptr answer{PQexecParams(session, statement_of(which).sql.c_str(), parameters.count(),
                                 nullptr, parameters.values(), parameters.lengths(), binary.data(),
                                 1)};
  const ExecStatusType status = PQresultStatus(answer.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    throw step_failed{describe_error(answer.get())};
  }
  return answer;
}

void run_for(PGconn* session, query which, const std::string& user) {
  parameter_list parameters;
  parameters.text(user);
  run(session, which, parameters);
}

bool is_too_large(PGconn* session, const std::string& user) {
  parameter_list parameters;
  parameters.text(user);
  parameters.number<std::int64_t>(small_user_tasks_max + 1);
  const result_ptr rows = run(session, query::look_at_user, parameters);
  return PQntuples(rows.get()) == 1 &&
         read_network<std::int64_t>(PQgetvalue(rows.get(), 0, 0)) > small_user_tasks_max;
}

/// Indexes the next tasks from `last` on; false when none was left.
bool index_part(PGconn* session, const std::string& user, task_id& last) {
  parameter_list parameters;
  parameters.text(user);
  parameters.id(last);
  parameters.number(part_size);
  const result_ptr rows = run(session, query::index_tasks, parameters);
  for (int row = 0; row < PQntuples(rows.get()); ++row) {
    last = std::max(last, read_id(rows.get(), row, 0));
  }
  return PQntuples(rows.get()) > 0;
}

}  // namespace

std::expected<bool, std::string> index_user_if_large(PGconn* session, const std::string& user) {
  try {
    if (!is_too_large(session, user)) return false;
    run_for(session, query::begin_indexing, user);
    task_id last;  // nil: the smallest there is
    while (index_part(session, user, last)) {
    }
    run_for(session, query::finish_indexing, user);
    return true;
  } catch (const step_failed& failed) {
    return std::unexpected(std::string{failed.what()});
  }
}

}  // namespace todod::database::postgres
