// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Settings -> the database behind the port. The only place that knows both backends.
#pragma once

#include "config/settings.hpp"
#include "database/database.hpp"

#include <memory>
#include <stdexcept>

namespace todod::app {

/// A setting that only the backend could judge is bad: what() is one line without secrets.
class setting_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws setting_error if a PostgreSQL URL cannot be used. `events` outlives the database.
[[nodiscard]] std::unique_ptr<database::database> make_database(const config::settings& settings,
                                                                database::observer& events);

}  // namespace todod::app
