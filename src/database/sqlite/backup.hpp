// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Backups of a SQLite file: one plain file each, mode 0600, with all that was committed when the
// copying began.
//
//   back_up:  snapshot ──▶ PATH.partial-N ──▶ verified ──▶ on the disk ──▶ PATH (a free name)
//   restore:  PATH ──▶ todod.db.partial-N ──▶ verified ──▶ on the disk ──▶ todod.db, and what was
//             there stays as todod.db.before-restore-TIME (a link; without links, a copy)
//
// Verified: SQLite's integrity check and foreign keys, a schema that this binary knows, and as many
// users and tasks as were copied. Both block, and throw backup_error or schema_error; a crash at
// any moment leaves either file whole, as it was or as it shall be.
#pragma once

#include <filesystem>
#include <string>

namespace todod::database::sqlite {

/// A server may run on `file`: a reader never waits for its writer, nor the other way round; the
/// WAL grows meanwhile. Returns a line for people.
std::string back_up(const std::filesystem::path& file, const std::filesystem::path& to);

/// The caller holds `file`'s lock; `file` may be missing or damaged. Returns a line for people.
std::string restore(const std::filesystem::path& file, const std::filesystem::path& from);

}  // namespace todod::database::sqlite
