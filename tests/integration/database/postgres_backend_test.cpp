// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// PostgreSQL under the contract of every backend: directly, and behind PgBouncer in transaction
// mode. Runs under tests/support/with_postgres.
#include "database/postgres/postgres_database.hpp"
#include "integration/database/task_repository_contract.hpp"
#include "support/private_database.hpp"

namespace todod::test {
namespace {

class postgres_on_a_server final : public test_database {
 public:
  postgres_on_a_server(bool pooled, database::observer& events)
      : database_(database::postgres::make_postgres_database(options(pooled), events)) {
    database_->start();
  }
  database::database& get() override { return *database_; }

 private:
  [[nodiscard]] database::postgres::postgres_options options(bool pooled) const {
    database::postgres::postgres_options made;
    made.queue_max = 8'192;  // some tests begin thousands of writes at once
    made.url = pooled ? own_.pooled_url() : own_.url();
    return made;
  }
  private_database own_;
  std::unique_ptr<database::database> database_;
};

backend postgres(const std::string& name, bool pooled) {
  return {name, [pooled](database::observer& events) {
            return std::make_unique<postgres_on_a_server>(pooled, events);
          }};
}

INSTANTIATE_TEST_SUITE_P(postgres, task_repository_contract,
                         testing::Values(postgres("postgres", false), postgres("pgbouncer", true)),
                         name_of_backend);

}  // namespace
}  // namespace todod::test
