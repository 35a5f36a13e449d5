// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The listening sockets of a server: one for each I/O thread, all at one address.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace todod::app {

class listeners {
 public:
  /// Port 0 takes a free one. Throws start_error if the address cannot be had.
  listeners(const std::string& host, std::uint16_t port, unsigned count);
  ~listeners();
  listeners(const listeners&) = delete;
  listeners& operator=(const listeners&) = delete;

  /// "http://127.0.0.1:8080"
  [[nodiscard]] const std::string& url() const noexcept { return url_; }

  /// The descriptors, which are the caller's from now on.
  [[nodiscard]] std::vector<int> release();

 private:
  std::vector<int> descriptors_;
  std::string url_;
};

}  // namespace todod::app
