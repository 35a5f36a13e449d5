// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Tells the service manager how the process is: the datagrams of sd_notify(3), without libsystemd.
// One thread. Nothing blocks and nothing fails: a manager that does not listen misses the news.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace todod::app {

class service_notice {
 public:
  /// `address` is NOTIFY_SOCKET: a path, or "@" and a name in the abstract namespace; empty = every
  /// call does nothing.
  explicit service_notice(std::string address);
  ~service_notice();
  service_notice(const service_notice&) = delete;
  service_notice& operator=(const service_notice&) = delete;

  /// Started, or done with reloading. `status` is one line for `systemctl status`.
  void ready(std::string_view status);
  /// Settings are being read again; ready() must follow.
  void reloading();
  /// `within`: the manager's patience with the end (TimeoutStopSec=) becomes at least that and a
  /// little more.
  void stopping(std::chrono::seconds within);
  /// The sign of life that WatchdogSec= waits for.
  void alive();

 private:
  void send(std::string_view message) noexcept;

  std::string address_;
  int socket_ = -1;
};

}  // namespace todod::app
