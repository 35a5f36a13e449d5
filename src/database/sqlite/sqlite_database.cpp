// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/sqlite_database.hpp"

#include "database/sqlite/backup.hpp"
#include "database/sqlite/connection.hpp"
#include "database/sqlite/lock_file.hpp"
#include "database/sqlite/repository.hpp"
#include "database/sqlite/schema.hpp"
#include "database/sqlite/writer.hpp"

#include <optional>
#include <string>
#include <utility>

namespace todod::database::sqlite {
namespace {

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
      const auto schema = schema_of(db);
      return "answers; schema " + std::to_string(schema.applied) + " of " +
             std::to_string(schema.known);
    });
  }

  std::string back_up(const std::filesystem::path& to) override {
    return sqlite::back_up(options_.file, to);
  }

  std::string restore(const std::filesystem::path& from) override {
    lock();
    return sqlite::restore(options_.file, from);
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
