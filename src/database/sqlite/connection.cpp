// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/connection.hpp"

#include "database/sqlite/wal_buffer.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace todod::database::sqlite {

bool sqlite_error::is_outage() const noexcept {
  switch (code()) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_PERM:
      return true;
    default:
      return false;
  }
}

connection connection::open_to_write(const std::filesystem::path& file) {
  // Tasks are private: SQLite would make the file readable for all, and gives its other files the
  // mode of this one. What fails here fails below, with SQLite's reason.
  if (const int made = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600); made >= 0) {
    close(made);
  }
  connection db(file, SQLITE_OPEN_READWRITE, wal_buffering_vfs());
  // SQLite opens a file that it may only read without a word.
  if (sqlite3_db_readonly(db.handle(), "main") != 0) {
    throw sqlite_error(SQLITE_READONLY, "it can be read, but not written");
  }
  {
    statement wal(db, "pragma journal_mode = wal");
    if (!wal.step() || wal.text(0) != "wal") {
      throw sqlite_error(SQLITE_CANTOPEN, "this file system does not support SQLite's WAL mode");
    }
  }
  db.execute(
      "pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off; "
      "pragma mmap_size = 0; pragma wal_autocheckpoint = 0; pragma cache_size = -32768; "
      "pragma journal_size_limit = 134217728;");
  return db;
}

connection connection::open_to_read(const std::filesystem::path& file) {
  connection db(file, SQLITE_OPEN_READONLY);
  db.execute(
      "pragma query_only = on; pragma trusted_schema = off; pragma mmap_size = 0; "
      "pragma wal_autocheckpoint = 0; pragma cache_size = -32768;");
  return db;
}

connection connection::open_copy(const std::filesystem::path& file) {
  connection db(file, SQLITE_OPEN_READWRITE);
  db.execute("pragma synchronous = off; pragma journal_mode = memory; pragma mmap_size = 0;");
  return db;
}

connection::connection(const std::filesystem::path& file, int flags, const char* vfs) {
  sqlite3* handle = nullptr;
  // Also a failed open gives a handle, which holds the reason.
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, vfs);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 250);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void connection::execute(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

void connection::fail(int code) const {
  throw sqlite_error(code, handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code));
}

statement::statement(connection& db, std::string_view sql) : db_(&db) {
  sqlite3_stmt* handle = nullptr;
  check(sqlite3_prepare_v3(db.handle(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle, nullptr));
  handle_.reset(handle);
}

void statement::check(int code) const {
  if (code != SQLITE_OK) db_->fail(code);
}

void statement::bind(int index, std::int64_t value) {
  check(sqlite3_bind_int64(handle_.get(), index, value));
}

void statement::bind(int index, std::string_view text) {
  check(sqlite3_bind_text64(handle_.get(), index, text.data(), text.size(), SQLITE_STATIC,
                            SQLITE_UTF8));
}

void statement::bind(int index, const task_id& id) {
  bind_blob(index, id.bytes().data(), id.bytes().size());
}

void statement::bind_blob(int index, const void* bytes, std::size_t size) {
  check(sqlite3_bind_blob64(handle_.get(), index, bytes, size, SQLITE_STATIC));
}

void statement::bind_null(int index) {
  check(sqlite3_bind_null(handle_.get(), index));
}

bool statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) db_->fail(code);
  return false;
}

void statement::run() {
  while (step()) {
  }
}

void statement::run_regardless() noexcept {
  while (sqlite3_step(handle_.get()) == SQLITE_ROW) {
  }
  reset();
}

std::string_view statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::string_view statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

}  // namespace todod::database::sqlite
