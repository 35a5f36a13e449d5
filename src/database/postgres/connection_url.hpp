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

/// Names and values as libpq takes them.
using connection_parameters = std::vector<std::pair<std::string, std::string>>;

struct connection_url {
  connection_parameters parameters;
  std::vector<std::string> dropped;  ///< names of parameters that libpq does not know
  std::string description;           ///< "PostgreSQL at host:port/dbname", no user, no password
};

/// Adds what a server wants where the URL does not say otherwise: application_name, keepalives,
/// tcp_user_timeout, connect_timeout; of several hosts, the one that takes writes. Throws
/// std::invalid_argument: one line that quotes no value.
[[nodiscard]] connection_url parse_connection_url(std::string_view url,
                                                  std::chrono::seconds connect_timeout);

/// Of several hosts, this one is tried first from now on: a host that is silent costs each attempt
/// its connect_timeout. No change if the list does not have it.
void put_first(connection_parameters& parameters, std::string_view host, std::string_view port);

}  // namespace todod::database::postgres
