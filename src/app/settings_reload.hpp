// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What SIGHUP does: reads the settings again, hands what can change while running to those who use
// it, and tells for each changed setting whether it is in force or needs a restart. Settings that
// are wrong change nothing and are told. The key set is fetched again in either case.
//
// One thread, the one that waits for signals.
#pragma once

#include "api/rate_limiter.hpp"
#include "app/io_thread.hpp"
#include "app/service_notice.hpp"
#include "auth/key_source.hpp"
#include "config/load_settings.hpp"
#include "observability/event_log.hpp"

#include <atomic>
#include <cstddef>
#include <expected>
#include <functional>
#include <memory>
#include <vector>

namespace todod::app {

/// The settings as they are to be now, or everything that is wrong with them.
using read_settings =
    std::function<std::expected<config::settings, std::vector<config::setting_fault>>()>;

/// All of it outlives the reload.
struct reload_targets {
  observability::event_log& events;
  service_notice& notice;
  api::rate_limiter& limiter;
  std::vector<std::unique_ptr<io_thread>>& threads;
  const std::unique_ptr<auth::key_source>& keys;  ///< null where no JWK set is configured
};

class settings_reload {
 public:
  settings_reload(const config::settings& in_force, const reload_targets& targets)
      : in_force_(in_force), targets_(targets), connections_max_(in_force.max_connections) {}

  void run(const read_settings& read);

  [[nodiscard]] const config::settings& in_force() const noexcept { return in_force_; }
  /// MAX_CONNECTIONS in force. Any thread.
  [[nodiscard]] std::size_t connections_max() const noexcept { return connections_max_.load(); }

 private:
  void refuse(const std::vector<config::setting_fault>& faults);
  void take_over(const config::settings& fresh);
  void apply();

  config::settings in_force_;
  reload_targets targets_;
  std::atomic<std::size_t> connections_max_;
};

}  // namespace todod::app
