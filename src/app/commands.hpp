// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What `todod COMMAND` does. Each returns the process's exit code.
#pragma once

#include "config/command_line.hpp"
#include "config/load_settings.hpp"

#include <optional>

namespace todod::app {

/// help, version, openapi: nothing if the command needs settings.
std::optional<int> run_without_settings(const config::command_line& line);

/// All others. Throws setting_error, start_error and what the parts throw at start: one clear line
/// each.
int run(const config::command_line& line, const config::loaded_settings& loaded);

}  // namespace todod::app
