// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Flags, else environment, else .env, else default -> settings, or every bad setting at once.
//
//   command line ─┐
//   environment ──┼─▶ setting_sources ─▶ one parser per value ─▶ rules between settings ─▶ settings
//   .env ─────────┘   (NAME_FILE read)                                    └─▶ faults (exit code 78)
//
// Nothing is read but what is handed in: tests give their own environment and folders. What a
// command needs decides what is asked for: `migrate` wants no secret, and only `serve`, `migrate`
// and `token` make the data folder (when something is to be kept in it).
#pragma once

#include "config/command_line.hpp"
#include "config/settings.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace todod::config {

/// What of the process's surroundings matters to its settings.
struct surroundings {
  std::function<std::optional<std::string>(std::string_view name)> variable;
  std::filesystem::path working_folder;  ///< where .env is looked for
  bool is_root = false;
  bool stderr_is_terminal = false;
  unsigned cores = 1;
};

/// Those of this process.
[[nodiscard]] surroundings surroundings_of_this_process();

/// One line for the operator: what is wrong, what is allowed, what to do. Never a secret's text.
struct setting_fault {
  std::string name;  ///< of the variable, or ".env"
  std::string text;  ///< begins with the name
};

enum class setting_source : std::uint8_t { by_default, flag, environment, dotenv, generated };

/// For `todod check`.
struct effective_setting {
  setting id;
  std::string value;  ///< secrets masked
  setting_source source = setting_source::by_default;
};

struct loaded_settings {
  settings values;
  std::vector<effective_setting> effective;  ///< in the order of setting_table()
};

[[nodiscard]] std::expected<loaded_settings, std::vector<setting_fault>> load_settings(
    const command_line& given, const surroundings& around);

/// "PORT = 8080  (default)" and so on, one line each.
[[nodiscard]] std::string describe_settings(const loaded_settings& loaded);

/// One line each, headed by a line that says how many: to print before exiting with exit_config.
[[nodiscard]] std::string describe_faults(const std::vector<setting_fault>& faults);

}  // namespace todod::config
