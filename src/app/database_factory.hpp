// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Settings -> the database behind the port. The only place that knows both backends.
#pragma once

#include "config/settings.hpp"
#include "database/database.hpp"

#include <memory>

namespace todod::app {

/// Throws std::invalid_argument if a PostgreSQL URL cannot be used. `events` outlives the database.
[[nodiscard]] std::unique_ptr<database::database> make_database(const config::settings& settings,
                                                                database::observer& events);

}  // namespace todod::app
