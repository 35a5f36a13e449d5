// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The composition root: builds every object of a server in dependency order, owns them, and drains
// them. main() and the integration tests build the same one.
#pragma once

#include "app/handover.hpp"
#include "app/settings_reload.hpp"
#include "config/settings.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace todod::app {

/// What keeps a server from starting: what() is one line that says what to do.
class start_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class application {
 public:
  /// Listens, opens the database (SQLite) or begins to connect (PostgreSQL), and serves nothing
  /// yet. Throws start_error, database::schema_error or database::unavailable_error.
  explicit application(const config::settings& settings, handover from = {});
  ~application();
  application(const application&) = delete;
  application& operator=(const application&) = delete;

  /// "http://127.0.0.1:8080", with the port that was taken.
  [[nodiscard]] std::string url() const;
  [[nodiscard]] std::string database_description() const;
  /// 0 where METRICS_PORT is not set.
  [[nodiscard]] std::uint16_t metrics_port() const;

  /// SIGINT and SIGTERM begin a drain; a second one ends the process at once, with 128 + its
  /// number. SIGHUP reads the settings again with `reread`; without it, it is as SIGTERM. SIGPIPE
  /// and SIGXFSZ are ignored.
  void handle_signals(read_settings reread);

  /// Starts the I/O threads.
  void start();

  /// Blocks until request_stop(), a signal, or something fatal; then ends as app::drain says, after
  /// something fatal without its delay. Returns the exit code: 0, or 1 after something fatal.
  int wait();

  /// Any thread.
  void request_stop();

 private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

}  // namespace todod::app
