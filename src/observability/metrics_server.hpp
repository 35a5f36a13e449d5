// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// GET /metrics on a port of its own, by one thread of its own: a scrape never touches an event
// loop. One request at a time, each within its deadline, then the connection closes.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>

namespace todod::observability {

class metrics_server {
 public:
  static constexpr std::size_t request_max_bytes = 8 * 1024;
  static constexpr std::chrono::milliseconds deadline{2'000};  ///< for a request and its answer

  /// Listens on `host` (address or name) and serves. Port 0 takes a free one. `text` is called on
  /// the server's thread. Throws std::runtime_error with one clear line.
  metrics_server(const std::string& host, std::uint16_t port, std::function<std::string()> text);
  ~metrics_server();  ///< ends at once
  metrics_server(const metrics_server&) = delete;
  metrics_server& operator=(const metrics_server&) = delete;

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }

 private:
  void serve(const std::stop_token& stop);
  void answer(int connection) const;

  std::function<std::string()> text_;
  int listener_ = -1;
  int wake_ = -1;  // an eventfd: readable = end
  std::uint16_t port_ = 0;
  std::jthread thread_;
};

}  // namespace todod::observability
