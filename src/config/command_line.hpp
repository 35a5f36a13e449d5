// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the operator typed: a command, its own options, and settings given as flags. Values of
// settings are not judged here but by load_settings, together with all others.
#pragma once

#include "config/setting_table.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

namespace todod::config {

enum class command : std::uint8_t {
  serve,
  migrate,
  backup,
  restore,
  token,
  check,
  healthcheck,
  openapi,
  version,
  help,
};

/// Exit codes of the process (as sysexits.h names them).
inline constexpr int exit_usage = 64;   ///< unknown command or flag
inline constexpr int exit_config = 78;  ///< a bad setting

/// A setting given as a flag. Of a secret it is the path of the file that holds it.
struct flag_value {
  setting id;
  std::string text;
};

struct command_line {
  config::command command = config::command::serve;
  std::string token_user;                ///< token --user
  std::chrono::seconds token_ttl{3600};  ///< token --ttl
  std::string path;                      ///< backup PATH, restore PATH
  std::string env_file;                  ///< --env-file: read instead of .env in the working folder
  std::vector<flag_value> flags;
};

/// `arguments` without the program's name. The error is what to print: one line for each thing that
/// is not understood, then a hint; exit with exit_usage.
[[nodiscard]] std::expected<command_line, std::string> parse_command_line(
    std::span<const std::string> arguments);

/// What `todod --help` prints, at most 100 columns.
[[nodiscard]] std::string help_text();

}  // namespace todod::config
