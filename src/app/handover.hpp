// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a service manager hands to a process that it starts, as systemd does it in variables of the
// environment: sd_listen_fds(3), sd_notify(3), sd_watchdog_enabled(3). Nothing of it is a setting.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace todod::app {

struct handover {
  std::vector<int> sockets;               ///< descriptors that listen; the process owns them
  std::string notify_socket;              ///< where notices go; empty = nobody wants any
  std::chrono::microseconds watchdog{0};  ///< a sign of life is due at least this often; 0 = never

  /// Somebody started the process who is told how it is.
  [[nodiscard]] bool is_supervised() const noexcept { return !notify_socket.empty(); }
};

using variable_lookup = std::function<std::optional<std::string>(std::string_view name)>;

/// What is meant for another process (LISTEN_PID, WATCHDOG_PID) or cannot be read counts as not
/// there.
[[nodiscard]] handover read_handover(const variable_lookup& variable, long process_id);

/// That of this process, taken out of its environment. Once, before there are threads.
[[nodiscard]] handover take_handover();

}  // namespace todod::app
