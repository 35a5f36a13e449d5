// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// SQLite behind the port: the embedded default.
//
//   I/O thread ──reads──▶ its own read-only connection (prepared statements, never blocks on the
//   writer: WAL) I/O thread ──writes─▶ queue ─▶ writer thread: one transaction for all that waits
//   (group commit), commit
//                                  with synchronous=FULL, then each outcome is posted back to its
//                                  I/O thread
//
// One process per file, held by a lock file beside it. See docs/adr/ for why one connection writes
// and checkpoints.
#pragma once

#include "database/database.hpp"

#include <filesystem>
#include <memory>

namespace todod::database::sqlite {

struct sqlite_options {
  std::filesystem::path file;
  std::size_t queue_max = 4096;  ///< writes waiting; beyond it failure::overloaded
  std::size_t batch_max = 256;   ///< writes in one transaction
};

/// Opens nothing yet; start() and migrate() do. `events` outlives the database.
std::unique_ptr<database> make_sqlite_database(sqlite_options options, observer& events);

}  // namespace todod::database::sqlite
