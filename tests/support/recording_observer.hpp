// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a database tells, kept for a test to look at. Thread-safe.
#pragma once

#include "database/database.hpp"

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

namespace todod::test {

class recording_observer final : public database::observer {
 public:
  void on_statement(std::string_view statement, std::chrono::nanoseconds duration,
                    bool ok) noexcept override {
    const std::scoped_lock lock(mutex_);
    statements_.push_back({std::string(statement), duration, ok});
  }
  void on_connected(std::string_view lane) noexcept override { tell("connected", lane); }
  void on_connection_lost(std::string_view lane, std::string_view reason) noexcept override {
    tell("lost", std::string(lane) + ": " + std::string(reason));
  }
  void on_warning(std::string_view text) noexcept override { tell("warning", text); }
  void on_error(std::string_view statement, std::string_view cause) noexcept override {
    tell("error", std::string(statement) + ": " + std::string(cause));
  }
  void on_fatal(std::string_view text) noexcept override { tell("fatal", text); }

  struct statement_run {
    std::string name;
    std::chrono::nanoseconds duration{};
    bool ok = false;
  };
  [[nodiscard]] std::vector<statement_run> statements() const {
    const std::scoped_lock lock(mutex_);
    return statements_;
  }
  /// All that was told of that kind: connected, lost, warning, error, fatal.
  [[nodiscard]] std::vector<std::string> told(std::string_view kind) const {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> texts;
    for (const auto& [of, text] : told_) {
      if (of == kind) texts.push_back(text);
    }
    return texts;
  }

 private:
  void tell(std::string_view kind, std::string_view text) {
    const std::scoped_lock lock(mutex_);
    told_.emplace_back(kind, text);
  }

  mutable std::mutex mutex_;
  std::vector<statement_run> statements_;
  std::vector<std::pair<std::string, std::string>> told_;
};

}  // namespace todod::test
