// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Numbered, forward-only, checksummed migrations: what is common to both backends.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace todod::database {

/// One file of migrations/<backend>/, named NNNN_what.sql.
struct migration {
  int number;
  std::string name;      ///< "0001_users_and_tasks"
  std::string_view sql;  ///< embedded in the binary
  std::string checksum;  ///< SHA-256 of sql, hexadecimal
};

/// A row of the table schema_migrations.
struct applied_migration {
  int number;
  std::string name;
  std::string checksum;
};

/// A file as the build embeds it.
struct migration_file {
  std::string_view name;
  std::string_view content;
};

/// In order. Throws std::logic_error if numbers do not run 1, 2, 3, ... (a defect of the build).
[[nodiscard]] std::vector<migration> make_migrations(std::span<const migration_file> files);

/// Those still to run. Throws schema_error if the database has a migration that this binary does
/// not know (newer schema), or one whose text has changed since it ran.
[[nodiscard]] std::span<const migration> pending_migrations(
    std::span<const migration> known, std::span<const applied_migration> applied);

}  // namespace todod::database
