// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/load_settings.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

namespace todod::config {

surroundings surroundings_of_this_process() {
  surroundings around;
  around.variable = [](std::string_view name) -> std::optional<std::string> {
    const char* const value = std::getenv(std::string(name).c_str());
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  };
  std::error_code error;
  around.working_folder = std::filesystem::current_path(error);
  around.is_root = ::geteuid() == 0;
  around.stderr_is_terminal = ::isatty(STDERR_FILENO) == 1;
  around.cores = std::max(1u, std::thread::hardware_concurrency());
  return around;
}

}  // namespace todod::config
