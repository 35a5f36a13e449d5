// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The embedded migrations and a file. Throws sqlite_error, and schema_error where the file's schema
// is newer than this binary or another build's.
#pragma once

#include "database/sqlite/connection.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace todod::database::sqlite {

/// Runs what is pending, all in one transaction; returns the names.
std::vector<std::string> run_migrations(connection& db);

struct schema_state {
  std::size_t applied;  ///< 0: no schema of todod
  std::size_t known;
};

/// Changes nothing.
[[nodiscard]] schema_state schema_of(connection& db);

}  // namespace todod::database::sqlite
