// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// SQLite under the contract of every backend.
#include "database/sqlite/sqlite_database.hpp"
#include "integration/database/task_repository_contract.hpp"
#include "support/temporary_folder.hpp"

namespace todod::test {
namespace {

class sqlite_in_a_folder final : public test_database {
 public:
  explicit sqlite_in_a_folder(database::observer& events)
      : database_(
            database::sqlite::make_sqlite_database({.file = folder_.path() / "todod.db"}, events)) {
    database_->start();
  }
  database::database& get() override { return *database_; }

 private:
  temporary_folder folder_;
  std::unique_ptr<database::database> database_;
};

INSTANTIATE_TEST_SUITE_P(sqlite, task_repository_contract,
                         testing::Values(backend{"sqlite",
                                                 [](database::observer& events) {
                                                   return std::make_unique<sqlite_in_a_folder>(
                                                       events);
                                                 }}),
                         name_of_backend);

}  // namespace
}  // namespace todod::test
