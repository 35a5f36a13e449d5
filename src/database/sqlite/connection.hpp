// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The C API of SQLite as two owning types. Errors are exceptions inside this folder; the repository
// turns them into values. A connection and its statements belong to one thread at a time.
#pragma once

#include "models/task.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace todod::database::sqlite {

class sqlite_error : public std::runtime_error {
 public:
  sqlite_error(int code, const std::string& text) : std::runtime_error(text), code_(code) {}
  /// Primary result code: SQLITE_FULL, SQLITE_IOERR, ...
  [[nodiscard]] int code() const noexcept { return code_ & 0xff; }
  /// Whether it is the surroundings that fail (disk full or away, file locked), not the data or
  /// this program.
  [[nodiscard]] bool is_outage() const noexcept;

 private:
  int code_;
};

class connection {
 public:
  /// The one connection that writes. Makes the file if there is none. WAL, synchronous=FULL,
  /// foreign keys on, never a checkpoint of its own accord.
  [[nodiscard]] static connection open_to_write(const std::filesystem::path& file);
  /// A connection that cannot change the file, which must exist.
  [[nodiscard]] static connection open_to_read(const std::filesystem::path& file);
  /// A file that nobody else knows yet and that needs no journal: the caller brings it to the disk.
  [[nodiscard]] static connection open_copy(const std::filesystem::path& file);

  /// Any number of statements without parameters.
  void execute(const char* sql);
  [[nodiscard]] sqlite3* handle() const noexcept { return handle_.get(); }
  /// Rows that the last INSERT, UPDATE or DELETE touched.
  [[nodiscard]] std::int64_t changes() const noexcept { return sqlite3_changes64(handle_.get()); }
  [[nodiscard]] std::int64_t last_row() const noexcept {
    return sqlite3_last_insert_rowid(handle_.get());
  }
  [[nodiscard]] bool in_transaction() const noexcept {
    return sqlite3_get_autocommit(handle_.get()) == 0;
  }
  [[noreturn]] void fail(int code) const;

 private:
  /// `vfs`: null for SQLite's default.
  connection(const std::filesystem::path& file, int flags, const char* vfs = nullptr);

  struct closer {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, closer> handle_;
};

/// A prepared statement. Parameters are numbered from 1, columns from 0. Bound texts must live
/// until reset().
class statement {
 public:
  statement(connection& db, std::string_view sql);

  void bind(int index, std::int64_t value);
  void bind(int index, std::string_view text);
  void bind(int index, const task_id& id);
  void bind(int index, timestamp at) {
    bind(index, static_cast<std::int64_t>(at.time_since_epoch().count()));
  }
  void bind_blob(int index, const void* bytes, std::size_t size);
  void bind_null(int index);
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : bind_null(index);
  }

  /// True while there is a row.
  [[nodiscard]] bool step();
  /// For a statement without rows.
  void run();
  /// The same where it does not matter whether it fails; resets it too.
  void run_regardless() noexcept;
  void reset() noexcept { sqlite3_reset(handle_.get()); }

  [[nodiscard]] std::int64_t number(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
  }
  /// Valid until the next step() or reset().
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;
  [[nodiscard]] bool is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
  }

 private:
  void check(int code) const;

  struct finalizer {
    void operator()(sqlite3_stmt* handle) const noexcept { sqlite3_finalize(handle); }
  };
  connection* db_;
  std::unique_ptr<sqlite3_stmt, finalizer> handle_;
};

/// Resets a statement at the end of its use, so that it holds neither locks nor borrowed texts.
class use_of {
 public:
  explicit use_of(statement& used) : used_(used) {}
  ~use_of() { used_.reset(); }
  use_of(const use_of&) = delete;
  use_of& operator=(const use_of&) = delete;
  statement* operator->() const noexcept { return &used_; }
  statement& operator*() const noexcept { return used_; }

 private:
  statement& used_;
};

}  // namespace todod::database::sqlite
