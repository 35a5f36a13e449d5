// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the database and the key source tell -> event log and metrics.
#pragma once

#include "auth/key_source.hpp"
#include "database/database.hpp"
#include "observability/event_log.hpp"
#include "observability/statement_counters.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace todod::app {

class database_observer final : public database::observer {
 public:
  /// `on_fatal_error` is called from any thread when the process must end.
  database_observer(observability::event_log& events, observability::statement_counters& statements,
                    std::function<void(std::string)> on_fatal_error)
      : events_(events), statements_(statements), on_fatal_error_(std::move(on_fatal_error)) {}

  void on_statement(std::string_view statement, std::chrono::nanoseconds duration,
                    bool ok) noexcept override {
    statements_.on_statement(statement, duration, ok);
  }
  void on_connected(std::string_view lane) noexcept override {
    events_.tell(observability::event::database_connected, {{"lane", lane}});
  }
  void on_connection_lost(std::string_view lane, std::string_view reason) noexcept override {
    events_.tell(observability::event::database_connection_lost,
                 {{"lane", lane}, {"reason", reason}});
  }
  void on_warning(std::string_view text) noexcept override {
    events_.tell(observability::event::database_warning, {{"text", text}});
  }
  void on_error(std::string_view statement, std::string_view cause) noexcept override {
    events_.tell(observability::event::database_error,
                 {{"statement", statement}, {"cause", cause}});
  }
  void on_fatal(std::string_view text) noexcept override {
    events_.tell(observability::event::database_fatal, {{"text", text}});
    on_fatal_error_(std::string(text));
  }

 private:
  observability::event_log& events_;
  observability::statement_counters& statements_;
  std::function<void(std::string)> on_fatal_error_;
};

class key_observer final : public auth::key_source_observer {
 public:
  explicit key_observer(observability::event_log& events) : events_(events) {}

  void on_keys_fetched(std::size_t usable, std::size_t unusable) noexcept override {
    events_.tell(observability::event::keys_fetched, {{"usable", usable}, {"unusable", unusable}});
  }
  void on_keys_failed(std::string_view detail) noexcept override {
    events_.tell(observability::event::keys_failed, {{"detail", detail}});
  }

 private:
  observability::event_log& events_;
};

}  // namespace todod::app
