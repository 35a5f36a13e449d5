// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Every setting there is, once: the flags, --help, `todod check`, .env.example and the names that
// load_settings looks up all come from, or are compared with, this table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace todod::config {

enum class setting : std::uint8_t {
  host,
  port,
  cors_origins,
  database_url,
  data_dir,
  better_auth_secret,
  better_auth_url,
  jwks_url,
  jwks_allow_http,
  jwt_issuer,
  jwt_audience,
  rate_limit,
  max_connections,
  threads,
  request_timeout,
  idle_timeout,
  drain_delay,
  drain_seconds,
  metrics_port,
  log_level,
  log_format,
};
inline constexpr std::size_t setting_count = 21;

struct setting_info {
  setting id;
  std::string_view group;         ///< a heading of --help
  std::string_view name;          ///< of the variable
  std::string_view placeholder;   ///< of the flag's value
  std::string_view default_text;  ///< as a value, or in words within parentheses
  std::string_view meaning;       ///< one line
  bool is_secret = false;         ///< never a flag, never shown; NAME_FILE names a file with it
  bool on_reload = false;         ///< a running server takes a new value over at SIGHUP
};

/// In the order of the enumeration, which is the order of --help.
[[nodiscard]] std::span<const setting_info, setting_count> setting_table() noexcept;

[[nodiscard]] const setting_info& info_of(setting id) noexcept;

/// "METRICS_PORT" -> "--metrics-port"; a secret's is that of its file: "--database-url-file".
[[nodiscard]] std::string flag_of(const setting_info& info);

}  // namespace todod::config
