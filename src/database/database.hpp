// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One database of a process: its schema, its background threads, and a repository per I/O thread.
#pragma once

#include "database/task_repository.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace todod::database {

/// What a backend tells. Called from any thread; must not block. Texts hold no secret and no user
/// content.
class observer {
 public:
  virtual ~observer() = default;
  /// A statement's answer came; `duration` is from hand-over to answer. `statement` is a static
  /// name.
  virtual void on_statement(std::string_view statement, std::chrono::nanoseconds duration,
                            bool ok) noexcept = 0;
  virtual void on_connected(std::string_view lane) noexcept = 0;
  /// `reason` is one readable line with SQLSTATE where there is one.
  virtual void on_connection_lost(std::string_view lane, std::string_view reason) noexcept = 0;
  virtual void on_warning(std::string_view text) noexcept = 0;
  /// A statement failed in a way that is a defect (failure::internal).
  virtual void on_error(std::string_view statement, std::string_view cause) noexcept = 0;
  /// The process must end: the schema found is newer than, or differs from, what this binary knows.
  virtual void on_fatal(std::string_view text) noexcept = 0;
};

/// A schema that this binary must not touch: what() is one clear line that says what to do.
class schema_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The database cannot be reached or opened: what() is one clear line, without password.
class unavailable_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A backup or its restoring came to nothing, and nothing was changed: what() is one clear line.
class backup_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a lane or queue looks like at this moment, for metrics.
struct lane_stats {
  std::string name;
  std::size_t queued = 0;
  std::size_t in_flight = 0;
  bool connected = false;
};

class database {
 public:
  virtual ~database() = default;  ///< all repositories are gone by then

  /// Brings the schema to the newest version under a lock. Blocks. Returns the names of the
  /// migrations that were run now. Throws schema_error or unavailable_error.
  virtual std::vector<std::string> migrate() = 0;

  /// For `todod check`: connects, changes nothing, and says in one line what was found
  /// ("PostgreSQL 15.18 answers; schema 2 of 2", "the file does not exist yet; `todod serve` makes
  /// it"). Blocks. Throws unavailable_error.
  virtual std::string probe() = 0;

  /// Starts background work. Migrates too, as soon as the database can be reached: until then every
  /// operation waits (wait_max). Returns at once for PostgreSQL; throws as migrate() does for
  /// SQLite.
  virtual void start() = 0;

  /// One for each I/O thread, made before that thread runs; `io` outlives it.
  virtual std::unique_ptr<task_repository> make_repository(boost::asio::io_context& io) = 0;

  /// Any thread.
  [[nodiscard]] virtual std::vector<lane_stats> stats() const = 0;

  /// Where the data is, for people: no password ("PostgreSQL at db.example:5432/app", "SQLite at
  /// /x/todod.db").
  [[nodiscard]] virtual std::string description() const = 0;

  /// Copies the database, also while a server runs, into the new file `to`, verifies the copy and
  /// says in one line what it holds. Blocks. Throws backup_error; also where the database has tools
  /// of its own for it (PostgreSQL), which it then names.
  virtual std::string back_up(const std::filesystem::path& to) = 0;

  /// Puts such a copy, once verified, in the place of the database and keeps what was there under
  /// another name. No server may run. Returns a line that names both. Blocks. Throws backup_error
  /// or unavailable_error.
  virtual std::string restore(const std::filesystem::path& from) = 0;
};

}  // namespace todod::database
