// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/indexer.hpp"

#include "database/postgres/connection.hpp"
#include "database/postgres/operation.hpp"
#include "database/postgres/sqlstate.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>

namespace todod::database::postgres {
namespace {

/// Rows locked at a time: a request that wants one of them waits some milliseconds.
constexpr std::int64_t part_size = 500;

/// A statement that writes tasks locks the table before it takes its snapshot, and until its
/// transaction ends ("Explicit Locking" in PostgreSQL's manual). Without a value: who does now;
/// else who of those still does. Null: nobody.
constexpr const char* writers_of_tasks =
    "select string_agg(virtualtransaction, ',') from pg_locks "
    "where database = (select oid from pg_database where datname = current_database()) "
    "and relation = 'tasks'::regclass and mode = 'RowExclusiveLock' "
    "and pid is distinct from pg_backend_pid() "
    "and ($1::text is null or virtualtransaction = any (string_to_array($1, ',')))";

/// Batches commit within milliseconds; another program's transaction may take as long as it likes.
constexpr std::chrono::milliseconds writers_wait_max{250};
constexpr std::chrono::milliseconds writers_wait_step{2};

/// Before each statement: a bound that ends with its transaction, for no pooler's session may be
/// set up. What waits for a lock may hold others, which requests wait for: it gives up soon.
constexpr const char* begin_bounded =
    "begin; set local lock_timeout = 250; set local statement_timeout = 10000";

struct step_failed : std::runtime_error {
  explicit step_failed(const PGresult* error)
      : std::runtime_error(describe_error(error)), waited_in_vain(sqlstate_of(error) == "55P03") {}
  const bool waited_in_vain;
};

result_ptr checked(PGresult* raw) {
  result_ptr answer{raw};
  const ExecStatusType status = PQresultStatus(raw);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw step_failed{raw};
  return answer;
}

result_ptr run(PGconn* session, const char* sql, const parameter_list& parameters) {
  static constexpr auto binary = [] {
    std::array<int, parameter_list::size_max> formats{};
    formats.fill(1);
    return formats;
  }();
  checked(PQexec(session, begin_bounded));
  auto answer = checked(PQexecParams(session, sql, parameters.count(), nullptr, parameters.values(),
                                     parameters.lengths(), binary.data(), 1));
  checked(PQexec(session, "commit"));
  return answer;
}

result_ptr run(PGconn* session, query which, const parameter_list& parameters) {
  return run(session, statement_of(which).sql.c_str(), parameters);
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

/// Of those in `among`, or of all.
std::optional<std::string> writers(PGconn* session, const std::optional<std::string>& among) {
  parameter_list parameters;
  among ? parameters.text(*among) : parameters.null();
  const result_ptr rows = run(session, writers_of_tasks, parameters);
  if (PQgetisnull(rows.get(), 0, 0)) return std::nullopt;
  return PQgetvalue(rows.get(), 0, 0);
}

/// False when some are left after a while. Looks again and again: what makes PostgreSQL itself wait
/// for a transaction (a lock on the table) makes every write after it wait as well.
bool wait_for_writers(PGconn* session) {
  const auto end = std::chrono::steady_clock::now() + writers_wait_max;
  auto left = writers(session, std::nullopt);
  while (left) {
    if (std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(writers_wait_step);
    left = writers(session, left);
  }
  return true;
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
    if (!wait_for_writers(session)) return false;
    task_id last;  // nil: the smallest there is
    while (index_part(session, user, last)) {
    }
    run_for(session, query::finish_indexing, user);
    return true;
  } catch (const step_failed& failed) {
    const result_ptr ignored{PQexec(session, "rollback")};
    if (failed.waited_in_vain) return false;
    return std::unexpected(std::string{failed.what()});
  }
}

}  // namespace todod::database::postgres
