// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/database_factory.hpp"

#include "database/postgres/postgres_database.hpp"
#include "database/sqlite/sqlite_database.hpp"

namespace todod::app {

std::unique_ptr<database::database> make_database(const config::settings& settings,
                                                  database::observer& events) {
  if (settings.uses_postgres()) {
    database::postgres::postgres_options options;
    options.url = settings.postgres_url.text();
    try {
      return database::postgres::make_postgres_database(std::move(options), events);
    } catch (const std::invalid_argument& error) {
      throw setting_error{std::string{"DATABASE_URL: "} + error.what()};
    }
  }
  database::sqlite::sqlite_options options;
  options.file = settings.sqlite_file ? std::filesystem::path(*settings.sqlite_file)
                                      : settings.data_dir / "todod.db";
  return database::sqlite::make_sqlite_database(std::move(options), events);
}

}  // namespace todod::app
