// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The listening sockets of a server, one descriptor for each I/O thread.
//
//   opened here   all at one address, each with a queue of its own (SO_REUSEPORT)
//   passed        by the service manager, which holds them over a restart, so that no connection is
//                 refused meanwhile: threads share them, by duplicates of their descriptors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace todod::app {

class listeners {
 public:
  /// Port 0 takes a free one. Throws start_error if the address cannot be had.
  listeners(const std::string& host, std::uint16_t port, unsigned count);
  /// Takes over descriptors that listen. At least one thread accepts on each: there are more
  /// threads than `count` if more than that are passed. Throws start_error for what does not listen
  /// for TCP.
  listeners(std::vector<int> passed, unsigned count);
  ~listeners();
  listeners(const listeners&) = delete;
  listeners& operator=(const listeners&) = delete;

  /// "http://127.0.0.1:8080"; of several passed ones the first.
  [[nodiscard]] const std::string& url() const noexcept { return url_; }

  /// Another process goes on accepting at these sockets when this one ends.
  [[nodiscard]] bool are_passed() const noexcept { return are_passed_; }

  /// The descriptors, which are the caller's from now on.
  [[nodiscard]] std::vector<int> release();

 private:
  std::vector<int> descriptors_;
  std::string url_;
  bool are_passed_ = false;
};

}  // namespace todod::app
