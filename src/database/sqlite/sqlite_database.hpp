// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// SQLite behind the port: the embedded default.
//
//   I/O thread ── reads ──▶ its own read-only connection; WAL: a reader never waits for the writer
//   I/O thread ── writes ─▶ queue ─▶ writer thread: one transaction for all that waits
//                                    │  (group commit, synchronous=FULL)
//              ◀── outcomes ─────────┘  posted back once the commit is durable
//
// One process per file, held by a lock file beside it. One connection writes, and the same one
// checkpoints: before 3.51.3 SQLite can lose the WAL's reset to a second one
// (docs/adr/0004-sqlite-indexes.md).
#pragma once

#include "database/database.hpp"

#include <chrono>
#include <filesystem>
#include <memory>

namespace todod::database::sqlite {

struct sqlite_options {
  std::filesystem::path file;
  std::size_t queue_max = 4096;  ///< writes waiting; beyond it failure::overloaded
  std::size_t batch_max = 256;   ///< writes in one transaction
  /// When nothing waits, the WAL is copied back into the file once it has this many pages (4 KiB)
  /// times the square of the writes in a usual commit: who writes alone waits for few pages, many
  /// at once share a long WAL, from which a page that changed often is copied once;
  int checkpoint_pages = 100;
  /// or once it has this many;
  int checkpoint_pages_max = 16'000;
  /// and at this many in any case: it grows no further than that and one transaction, unless
  /// another program (a backup) reads for long.
  int wal_pages_max = 20'000;
  /// What many have left in the WAL is copied when no write has come for so long, lest one who
  /// comes alone has to wait for that.
  std::chrono::milliseconds quiet_time{100};
};

/// Opens nothing yet; start() and migrate() do. `events` outlives the database.
std::unique_ptr<database> make_sqlite_database(sqlite_options options, observer& events);

}  // namespace todod::database::sqlite
