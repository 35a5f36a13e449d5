// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// For commands that use a database without serving: warnings go to standard error, all else is
// silent.
#pragma once

#include "database/database.hpp"

#include <cstdio>

namespace todod::app {

class quiet_observer final : public database::observer {
 public:
  void on_statement(std::string_view, std::chrono::nanoseconds, bool) noexcept override {}
  void on_connected(std::string_view) noexcept override {}
  void on_connection_lost(std::string_view, std::string_view) noexcept override {}
  void on_warning(std::string_view text) noexcept override { print(text); }
  void on_error(std::string_view, std::string_view cause) noexcept override { print(cause); }
  void on_fatal(std::string_view text) noexcept override { print(text); }

 private:
  static void print(std::string_view text) noexcept {
    std::fprintf(stderr, "todod: %.*s\n", static_cast<int>(text.size()), text.data());
  }
};

}  // namespace todod::app
