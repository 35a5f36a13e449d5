// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/commands.hpp"
#include "app/database_factory.hpp"
#include "app/this_process.hpp"
#include "config/command_line.hpp"
#include "config/load_settings.hpp"

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  using namespace todod;
  app::keep_memory_private();
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const auto line = config::parse_command_line(arguments);
    if (!line) {
      std::fputs(line.error().c_str(), stderr);
      return config::exit_usage;
    }
    if (const auto code = app::run_without_settings(*line)) return *code;

    const auto settings = config::load_settings(*line, config::surroundings_of_this_process());
    if (!settings) {
      std::fputs(config::describe_faults(settings.error()).c_str(), stderr);
      return config::exit_config;
    }
    return app::run(*line, *settings);
  } catch (const app::setting_error& error) {
    std::fprintf(stderr, "todod: %s\n", error.what());
    return config::exit_config;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "todod: %s\n", error.what());
    return 1;
  }
}
