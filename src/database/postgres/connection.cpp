// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/connection.hpp"

#include "database/postgres/sqlstate.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include <charconv>
#include <string_view>

namespace todod::database::postgres {
namespace {

connection_ptr connect(const session_options& options) {
  std::vector<const char*> names;
  std::vector<const char*> values;
  for (const auto& [name, value] : options.parameters) {
    names.push_back(name.c_str());
    values.push_back(value.c_str());
  }
  names.push_back(nullptr);
  values.push_back(nullptr);
  return connection_ptr{PQconnectdbParams(names.data(), values.data(), 0)};
}

/// A pooler answers the start-up with a process id of its own making.
std::expected<bool, std::string> is_pooled(PGconn* session) {
  const result_ptr answer{PQexec(session, "select pg_backend_pid()")};
  if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) {
    return std::unexpected(describe_error(answer.get()));
  }
  const std::string_view text = PQgetvalue(answer.get(), 0, 0);
  int server_pid = 0;
  std::from_chars(text.data(), text.data() + text.size(), server_pid);
  return server_pid != PQbackendPID(session);
}

/// Plain SET after connecting, because poolers refuse `options=` in the start-up packet. A
/// statement is planned once, perhaps while its tables are empty: only index plans stay good as
/// they grow.
const std::string session_settings[] = {
    fmt::format("set client_connection_check_interval = {}", session_check_interval.count()),
    "set plan_cache_mode = force_generic_plan",
    "set jit = off",
    "set enable_seqscan = off",
    "set enable_bitmapscan = off",
    "set enable_hashjoin = off",
    "set enable_mergejoin = off",
    "set enable_sort = off",
};

bool accepts(PGconn* session, const std::string& sql) {
  const result_ptr answer{PQexec(session, sql.c_str())};
  return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
}

bool set_up(PGconn* session, const session_options& options) {
  std::string timeouts =
      fmt::format("set statement_timeout = {}; set lock_timeout = {}",
                  options.statement_timeout.count(), options.lock_timeout.count());
  std::string all = timeouts;
  for (const std::string& setting : session_settings)
    all.append("; ").append(setting);
  if (accepts(session, all)) return true;
  // A relative of PostgreSQL that lacks one of them: take what it has.
  if (!accepts(session, timeouts)) return false;
  for (const std::string& setting : session_settings)
    accepts(session, setting);
  return true;
}

/// What set_up() bounds, for one transaction; empty if the server does not know it.
std::string transaction_settings(PGconn* session, const session_options& options) {
  std::string sql = fmt::format(
      "select set_config('statement_timeout', '{}', true), set_config('lock_timeout', '{}', true), "
      "set_config('client_connection_check_interval', '{}', true)",
      options.statement_timeout.count(), options.lock_timeout.count(),
      session_check_interval.count());
  const result_ptr answer{PQexec(session, sql.c_str())};
  if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) sql.clear();
  return sql;
}

}  // namespace

void keep_openssl_until_the_end() noexcept {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
}

std::expected<connection, std::string> open_session(const session_options& options) {
  connection opened{connect(options), false, {}};
  PGconn* session = opened.session.get();
  if (!session) return std::unexpected("out of memory");
  constexpr auto drop_notice = [](void*, const char*) {};
  PQsetNoticeProcessor(session, drop_notice, nullptr);
  if (PQstatus(session) != CONNECTION_OK) {
    return std::unexpected(first_line(PQerrorMessage(session)));
  }
  const auto pooled = is_pooled(session);
  if (!pooled) return std::unexpected(pooled.error());
  opened.pooled = *pooled;
  if (opened.pooled) {
    opened.transaction_settings = transaction_settings(session, options);
  } else if (!set_up(session, options)) {
    return std::unexpected(first_line(PQerrorMessage(session)));
  }
  return opened;
}

}  // namespace todod::database::postgres
