// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/postgres_database.hpp"

#include "database/postgres/connection.hpp"
#include "database/postgres/connection_url.hpp"
#include "database/postgres/connector.hpp"
#include "database/postgres/migrator.hpp"
#include "database/postgres/postgres_repository.hpp"

#include <fmt/format.h>

#include <mutex>

namespace todod::database::postgres {
namespace {

session_options session_options_of(const postgres_options& options, const connection_url& url) {
  return {url.parameters, options.statement_timeout, options.lock_timeout};
}

class postgres_database final : public database {
 public:
  postgres_database(postgres_options options, const connection_url& url, observer& events)
      : options_(std::move(options)),
        session_options_(session_options_of(options_, url)),
        description_(url.description),
        events_(events),
        sessions_(session_options_, events) {}

  std::vector<std::string> migrate() override {
    auto session = open_session(session_options_);
    if (!session) throw unavailable_error{description_ + ": " + session.error()};
    auto names = run_migrations(session->session.get());
    if (names) return std::move(*names);
    if (names.error().wrong_schema) throw schema_error{names.error().text};
    throw unavailable_error{description_ + ": " + names.error().text};
  }

  std::string probe() override {
    auto session = open_session(session_options_);
    if (!session) throw unavailable_error{description_ + ": " + session.error()};
    PGconn* opened = session->session.get();
    const auto schema = describe_schema(opened);
    const char* version = PQparameterStatus(opened, "server_version");
    return fmt::format("PostgreSQL {} answers{}; {}", version ? version : "(unknown version)",
                       session->pooled ? " through a pooler" : "",
                       schema ? *schema : schema.error().text);
  }

  std::string back_up(const std::filesystem::path& to) override {
    throw backup_error{"todod backup copies SQLite files; this is " + description_ +
                       ": use pg_dump --format=custom --file=" + to.string() +
                       " \"$DATABASE_URL\" (docs/operations.md)"};
  }

  std::string restore(const std::filesystem::path& from) override {
    throw backup_error{"todod restore takes SQLite files; this is " + description_ +
                       ": use pg_restore --exit-on-error --single-transaction --no-owner "
                       "--dbname=\"$DATABASE_URL\" " +
                       from.string() + " into an empty database (docs/operations.md)"};
  }

  void start() override { sessions_.start(); }

  std::unique_ptr<task_repository> make_repository(boost::asio::io_context& io) override {
    auto made = std::make_unique<postgres_repository>(io, options_, sessions_, events_);
    const std::scoped_lock lock{mutex_};
    for (auto& each : made->lanes())
      lanes_.push_back(each);
    return made;
  }

  [[nodiscard]] std::vector<lane_stats> stats() const override {
    const std::scoped_lock lock{mutex_};
    std::vector<lane_stats> all;
    for (const auto& each : lanes_) {
      if (const auto alive = each.lock()) all.push_back(alive->stats());
    }
    return all;
  }

  [[nodiscard]] std::string description() const override { return description_; }

 private:
  const postgres_options options_;
  const session_options session_options_;
  const std::string description_;
  observer& events_;
  mutable std::mutex mutex_;
  std::vector<std::weak_ptr<lane>> lanes_;
  connector sessions_;
};

}  // namespace

std::unique_ptr<database> make_postgres_database(postgres_options options, observer& events) {
  keep_openssl_until_the_end();
  const connection_url url = parse_connection_url(options.url, options.connect_timeout);
  for (const std::string& name : url.dropped) {
    events.on_warning("the database URL's parameter " + name +
                      " is not known to libpq and was left out");
  }
  return std::make_unique<postgres_database>(std::move(options), url, events);
}

}  // namespace todod::database::postgres
