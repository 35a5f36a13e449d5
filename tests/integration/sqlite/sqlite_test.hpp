// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A SQLite database in a folder of a test's own, and a foreign connection to its file, as the
// sqlite3 tool would make one.
#pragma once

#include "database/sqlite/connection.hpp"
#include "database/sqlite/sqlite_database.hpp"
#include "support/event_loop.hpp"
#include "support/recording_observer.hpp"
#include "support/tasks_of.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace todod::test {

using database::create_outcome;
using database::failure;
using database::write_outcome;
using database::sqlite::connection;
using database::sqlite::sqlite_options;
using database::sqlite::statement;

class sqlite_test : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return folder.path() / "todod.db"; }
  [[nodiscard]] std::unique_ptr<database::database> make() { return make({.file = file()}); }
  [[nodiscard]] std::unique_ptr<database::database> make(sqlite_options options) {
    options.file = file();
    return database::sqlite::make_sqlite_database(std::move(options), events);
  }
  [[nodiscard]] std::unique_ptr<database::database> started(sqlite_options options = {}) {
    auto one = make(std::move(options));
    one->start();
    return one;
  }
  /// A connection of another program: it knows nothing of the lock.
  [[nodiscard]] connection foreign() const { return connection::open_to_write(file()); }

  /// What `work` throws, of that type; "" if it throws nothing.
  template <class Error, class Work>
  static std::string thrown_by(Work work) {
    try {
      work();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  temporary_folder folder;
  recording_observer events;
};

}  // namespace todod::test
