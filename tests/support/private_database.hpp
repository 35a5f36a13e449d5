// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A PostgreSQL database of one test, on the server that tests/support/with_postgres started, and a
// plain blocking session to look into it.
#pragma once

#include "database/postgres/connection.hpp"

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <cstdlib>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>

namespace todod::test {

/// Of with_postgres. Throws where the test does not run under it: `./test` does that.
inline std::string setting(const char* name) {
  const char* value = std::getenv(name);
  if (!value) {
    throw std::runtime_error{std::string{name} +
                             " is not set: run it as tests/support/with_postgres COMMAND"};
  }
  return value;
}

/// `url` with another database, and more parameters ("a=b&c=d").
inline std::string url_to(const std::string& url, const std::string& database,
                          const std::string& parameters = {}) {
  const auto mark = url.find('?');
  std::string made = url.substr(0, url.rfind('/', mark)) + "/" + database;
  std::string query = mark == std::string::npos ? std::string{} : url.substr(mark + 1);
  if (!query.empty() && !parameters.empty()) query += "&";
  query += parameters;
  return query.empty() ? made : made + "?" + query;
}

/// One blocking session. Errors are exceptions.
class sql_session {
 public:
  explicit sql_session(const std::string& url) : session_(connected(url)) {
    PQsetNoticeProcessor(session_.get(), [](void*, const char*) {}, nullptr);
    if (PQstatus(session_.get()) != CONNECTION_OK) {
      throw std::runtime_error{PQerrorMessage(session_.get())};
    }
  }
  /// The first column of the first row; empty if there is none.
  std::string run(const std::string& sql) { return taken(PQexec(session_.get(), sql.c_str())); }
  /// All rows of the first column, one a line.
  std::string lines(const std::string& sql) {
    const result rows{PQexec(session_.get(), sql.c_str())};
    check(rows.get());
    std::string all;
    for (int row = 0; row < PQntuples(rows.get()); ++row) {
      all.append(PQgetvalue(rows.get(), row, 0)).push_back('\n');
    }
    return all;
  }
  /// Sends without waiting; finish() takes the answer.
  void start(const std::string& sql) { PQsendQuery(session_.get(), sql.c_str()); }
  std::string finish() {
    std::string text;
    while (PGresult* next = PQgetResult(session_.get()))
      text = taken(next);
    return text;
  }
  PGconn* raw() { return session_.get(); }

 private:
  struct finisher {
    void operator()(PGconn* session) const { PQfinish(session); }
    void operator()(PGresult* rows) const { PQclear(rows); }
  };
  using result = std::unique_ptr<PGresult, finisher>;
  static PGconn* connected(const std::string& url) {
    database::postgres::keep_openssl_until_the_end();  // this comes before the product's own call
    return PQconnectdb(url.c_str());
  }
  static void check(const PGresult* rows) {
    const ExecStatusType status = PQresultStatus(rows);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
      throw std::runtime_error{PQresultErrorMessage(rows)};
    }
  }
  static std::string taken(PGresult* raw) {
    const result rows{raw};
    check(raw);
    return PQntuples(raw) > 0 && PQnfields(raw) > 0 ? PQgetvalue(raw, 0, 0) : "";
  }
  std::unique_ptr<PGconn, finisher> session_;
};

class private_database {
 public:
  private_database() : server_(setting("TODOD_TEST_POSTGRES")) {
    std::random_device random;
    name_ = "todod_" + std::to_string(random()) + "_" + std::to_string(random());
    server_.run("create database " + name_);
  }
  ~private_database() {
    try {
      server_.run("drop database if exists " + name_ + " with (force)");
    } catch (const std::runtime_error& error) {
      ADD_FAILURE() << "the private database stays behind: " << error.what();
    }
  }
  private_database(const private_database&) = delete;
  private_database& operator=(const private_database&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string url(const std::string& parameters = {}) const {
    return url_to(setting("TODOD_TEST_POSTGRES"), name_, parameters);
  }
  [[nodiscard]] std::string tls_url(const std::string& parameters) const {
    return url_to(setting("TODOD_TEST_POSTGRES_TLS"), name_, parameters);
  }
  [[nodiscard]] std::string pooled_url() const {
    return url_to(setting("TODOD_TEST_PGBOUNCER"), name_);
  }
  /// A new session in this database.
  [[nodiscard]] sql_session open() const { return sql_session{url()}; }
  /// How many of its sessions wait for a lock: others of the server do as well.
  [[nodiscard]] std::string waiting_for_locks() {
    return server_.run(
        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = '" +
        name_ + "'");
  }
  /// Deadlocks in it so far. Waits for the end of all its sessions: a session that ends has told.
  [[nodiscard]] std::string deadlocks() {
    while (server_.run("select count(*) from pg_stat_activity where datname = '" + name_ + "'") !=
           "0") {
    }
    return server_.run("select deadlocks from pg_stat_database where datname = '" + name_ + "'");
  }
  /// The server's administrator, in another database.
  sql_session& server() { return server_; }

 private:
  sql_session server_;
  std::string name_;
};

}  // namespace todod::test
