// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/sqlite_database.hpp"

#include "database/migrations.hpp"
#include "database/sqlite/connection.hpp"
#include "database/sqlite/lock_file.hpp"
#include "database/sqlite/repository.hpp"
#include "database/sqlite/writer.hpp"
#include "sqlite_migrations.hpp"

#include <optional>
#include <string>
#include <utility>

namespace todod::database::sqlite {
namespace {

std::vector<migration> known_migrations() {
  std::vector<migration_file> files;
  for (const auto& file : embedded::embedded_files())
    files.push_back({file.name, file.content});
  return make_migrations(files);
}

std::vector<applied_migration> applied_migrations(connection& db) {
  std::vector<applied_migration> applied;
  {
    statement exists(db, "select 1 from sqlite_schema where name = 'schema_migrations'");
    if (!exists.step()) return applied;
  }
  statement query(db, "select number, name, checksum from schema_migrations order by number");
  while (query.step()) {
    applied.push_back({static_cast<int>(query.number(0)), std::string(query.text(1)),
                       std::string(query.text(2))});
  }
  return applied;
}

std::vector<std::string> run_migrations(connection& db) {
  const auto known = known_migrations();
  db.execute("begin immediate");
  try {
    db.execute(
        "create table if not exists schema_migrations (number integer primary key, "
        "name text not null, checksum text not null, applied_at integer not null) strict");
    const auto applied = applied_migrations(db);
    std::vector<std::string> names;
    for (const auto& next : pending_migrations(known, applied)) {
      db.execute(std::string(next.sql).c_str());
      statement note(db,
                     "insert into schema_migrations values (?1, ?2, ?3, "
                     "cast((julianday('now') - 2440587.5) * 86400000 as integer))");
      note.bind(1, std::int64_t{next.number});
      note.bind(2, next.name);
      note.bind(3, next.checksum);
      note.run();
      names.push_back(next.name);
    }
    db.execute("commit");
    return names;
  } catch (...) {
    sqlite3_exec(db.handle(), "rollback", nullptr, nullptr, nullptr);
    throw;
  }
}

class sqlite_database final : public database {
 public:
  sqlite_database(sqlite_options options, observer& events)
      : options_(std::move(options)), events_(events) {}

  std::vector<std::string> migrate() override {
    return explained([&] {
      lock();
      auto db = connection::open_to_write(options_.file);
      return run_migrations(db);
    });
  }

  std::string probe() override {
    if (!std::filesystem::exists(options_.file)) {
      return "there is no file yet; `todod serve` makes it";
    }
    return explained([&] {
      auto db = connection::open_to_read(options_.file);
      const auto known = known_migrations();
      const auto applied = applied_migrations(db);
      const auto pending = pending_migrations(known, applied);
      return "answers; schema " + std::to_string(known.size() - pending.size()) + " of " +
             std::to_string(known.size());
    });
  }

  void start() override {
    explained([&] {
      lock();
      auto db = connection::open_to_write(options_.file);
      run_migrations(db);
      writer_.emplace(std::move(db), options_, events_);
      return true;
    });
    events_.on_connected("writer");
  }

  std::unique_ptr<task_repository> make_repository(boost::asio::io_context& io) override {
    return explained([&]() -> std::unique_ptr<task_repository> {
      return std::make_unique<repository>(io, options_.file, writer_.value(), events_);
    });
  }

  std::vector<lane_stats> stats() const override {
    if (!writer_) return {};
    return {{"writer", writer_->queued(), writer_->in_flight(), writer_->connected()}};
  }

  std::string description() const override { return "SQLite at " + options_.file.string(); }

 private:
  void lock() {
    if (!lock_) lock_.emplace(options_.file);
  }

  /// A failure of SQLite as one clear line.
  template <class Work>
  auto explained(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (const sqlite_error& error) {
      std::string advice;
      if (error.code() == SQLITE_NOTADB || error.code() == SQLITE_CORRUPT) {
        advice = "; restore a backup, or set DATABASE_URL or DATA_DIR to another place";
      } else if (error.is_outage()) {
        advice = "; let this user write to the file and its folder, and see that the disk has room";
      }
      throw unavailable_error("cannot use " + options_.file.string() + ": " + error.what() +
                              advice);
    }
  }

  sqlite_options options_;
  observer& events_;
  std::optional<lock_file> lock_;
  std::optional<writer> writer_;
};

}  // namespace

std::unique_ptr<database> make_sqlite_database(sqlite_options options, observer& events) {
  return std::make_unique<sqlite_database>(std::move(options), events);
}

}  // namespace todod::database::sqlite
