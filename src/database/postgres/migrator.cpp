// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/migrator.hpp"

#include "database/database.hpp"
#include "database/migrations.hpp"
#include "database/postgres/sqlstate.hpp"
#include "postgres_migrations.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

namespace todod::database::postgres {
namespace {

/// Any number that other programs in the same database are unlikely to lock: "todod" in ASCII.
constexpr std::string_view lock_number = "499967421284";

struct statement_failed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

result_ptr run(PGconn* session, const std::string& sql) {
  result_ptr answer{PQexec(session, sql.c_str())};
  const ExecStatusType status = PQresultStatus(answer.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    throw statement_failed{describe_error(answer.get())};
  }
  return answer;
}

std::vector<applied_migration> applied_migrations(PGconn* session) {
  std::vector<applied_migration> applied;
  const auto known = run(session, "select to_regclass('schema_migrations') is not null");
  if (*PQgetvalue(known.get(), 0, 0) != 't') return applied;
  const auto rows =
      run(session, "select number, name, checksum from schema_migrations order by number");
  for (int row = 0; row < PQntuples(rows.get()); ++row) {
    applied.push_back({std::atoi(PQgetvalue(rows.get(), row, 0)), PQgetvalue(rows.get(), row, 1),
                       PQgetvalue(rows.get(), row, 2)});
  }
  return applied;
}

std::vector<migration> known_migrations() {
  std::vector<migration_file> files;
  for (const auto& file : embedded::embedded_files())
    files.push_back({file.name, file.content});
  return make_migrations(files);
}

void record(PGconn* session, const migration& done) {
  const std::string number = std::to_string(done.number);
  const char* values[] = {number.c_str(), done.name.c_str(), done.checksum.c_str()};
  const result_ptr answer{PQexecParams(
      session, "insert into schema_migrations (number, name, checksum) values ($1::int, $2, $3)", 3,
      nullptr, values, nullptr, nullptr, 0)};
  if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) {
    throw statement_failed{describe_error(answer.get())};
  }
}

std::vector<std::string> migrate_locked(PGconn* session, const std::vector<migration>& known) {
  std::vector<std::string> names;
  run(session, "begin");
  run(session, "set local statement_timeout = 0");
  run(session, "set local lock_timeout = 0");
  run(session, fmt::format("select pg_advisory_xact_lock({})", lock_number));
  // Not behind a test: what this session remembers of the catalog may be older than the lock.
  run(session,
      "create table if not exists schema_migrations (number int primary key, name text not null, "
      "checksum text not null, applied_at timestamptz not null default now())");
  // Another replica may have been faster.
  for (const migration& next : pending_migrations(known, applied_migrations(session))) {
    run(session, std::string{next.sql});
    record(session, next);
    names.push_back(next.name);
  }
  run(session, "commit");
  return names;
}

}  // namespace

std::expected<std::vector<std::string>, migration_failure> run_migrations(PGconn* session) {
  try {
    const std::vector<migration> known = known_migrations();
    if (pending_migrations(known, applied_migrations(session)).empty()) {
      return std::vector<std::string>{};
    }
    return migrate_locked(session, known);
  } catch (const schema_error& wrong) {
    const result_ptr ignored{PQexec(session, "rollback")};
    return std::unexpected(migration_failure{true, wrong.what()});
  } catch (const statement_failed& failed) {
    const result_ptr ignored{PQexec(session, "rollback")};
    return std::unexpected(
        migration_failure{false, fmt::format("migrating the schema failed: {}", failed.what())});
  }
}

std::expected<std::string, migration_failure> describe_schema(PGconn* session) {
  try {
    const std::vector<migration> known = known_migrations();
    const std::size_t pending = pending_migrations(known, applied_migrations(session)).size();
    return fmt::format("schema {} of {}", known.size() - pending, known.size());
  } catch (const schema_error& wrong) {
    return std::unexpected(migration_failure{true, wrong.what()});
  } catch (const statement_failed& failed) {
    return std::unexpected(migration_failure{false, failed.what()});
  }
}

}  // namespace todod::database::postgres
