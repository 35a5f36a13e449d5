// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Runs the embedded migrations. One transaction under an advisory lock of that transaction, so that
// replicas may start together, also behind a pooler (no session state).
#pragma once

#include "database/postgres/connection.hpp"

#include <expected>
#include <string>
#include <vector>

namespace todod::database::postgres {

struct migration_failure {
  bool wrong_schema = false;  ///< newer than this binary, or changed: never tried again
  std::string text;           ///< one clear line
};

/// Names of the migrations that were run now. Blocks.
[[nodiscard]] std::expected<std::vector<std::string>, migration_failure> run_migrations(
    PGconn* session);

/// "schema 1 of 2": how many of the known migrations have run. Changes nothing. Blocks.
[[nodiscard]] std::expected<std::string, migration_failure> describe_schema(PGconn* session);

}  // namespace todod::database::postgres
