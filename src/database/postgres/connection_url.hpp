// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// DATABASE_URL as libpq, Neon, Heroku and ORMs write it -> parameters that this libpq accepts.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace todod::database::postgres {

struct connection_url {
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::string> dropped;  ///< names of parameters that libpq does not know
  std::string description;           ///< "PostgreSQL at host:port/dbname", no user, no password
};

/// Adds what a server wants where the URL does not say otherwise: application_name, keepalives,
/// tcp_user_timeout, connect_timeout. Throws std::invalid_argument: one line that quotes no value.
[[nodiscard]] connection_url parse_connection_url(std::string_view url,
                                                  std::chrono::seconds connect_timeout);

}  // namespace todod::database::postgres
