// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// PostgreSQL behind the port, over libpq's pipeline mode.
//
//   per I/O thread:   point reads ──▶ lane ─┐   One session each. What the requests of one turn of
//                     lists ────────▶ lane ─┼─▶ the event loop need goes out under one Sync; what
//                     writes ───────▶ lane ─┘   comes meanwhile is the next batch. No timer.
//   two more threads: connector: names, TLS, SCRAM, migrations; growing users (all that blocks)
//
// lane.hpp draws a lane; indexer.hpp says how a user's tasks come into the sort indexes.
#pragma once

#include "database/database.hpp"

#include <memory>
#include <string>
#include <vector>

namespace todod::database::postgres {

struct postgres_options {
  std::string
      url;  ///< as libpq, Neon, Heroku write it; unknown parameters are dropped with a warning
  std::size_t queue_max = 4096;  ///< operations waiting per lane; beyond it failure::overloaded
  std::size_t batch_max = 128;   ///< statements under one Sync
  std::chrono::milliseconds statement_timeout{10'000};
  std::chrono::milliseconds lock_timeout{5'000};
  std::chrono::seconds connect_timeout{15};
};

/// Connects to nothing yet. Throws std::invalid_argument, with one clear line and no password in
/// it, if the URL cannot be used. `events` outlives the database.
std::unique_ptr<database> make_postgres_database(postgres_options options, observer& events);

}  // namespace todod::database::postgres
