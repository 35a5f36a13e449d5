// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A pipe whose reading end a test holds: what was logged, or a reader that does not read.
#pragma once

#include "models/timestamp.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <string>

namespace todod::observability {

class pipe_pair {
 public:
  pipe_pair() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe2");
    reader_ = ends[0];
    writer_ = ends[1];
  }
  ~pipe_pair() {
    close_reader();
    ::close(writer_);
  }
  pipe_pair(const pipe_pair&) = delete;
  pipe_pair& operator=(const pipe_pair&) = delete;

  [[nodiscard]] int writer() const { return writer_; }
  /// The smallest a pipe can be: one page.
  std::size_t shrink() { return static_cast<std::size_t>(::fcntl(writer_, F_SETPIPE_SZ, 4096)); }
  void close_reader() {
    if (reader_ >= 0) ::close(reader_);
    reader_ = -1;
  }
  /// What is there now.
  std::string read_available() {
    std::string text;
    std::array<char, 65536> chunk;
    for (;;) {
      pollfd ready{.fd = reader_, .events = POLLIN, .revents = 0};
      if (::poll(&ready, 1, 0) <= 0) return text;
      const ssize_t n = ::read(reader_, chunk.data(), chunk.size());
      if (n <= 0) return text;
      text.append(chunk.data(), static_cast<std::size_t>(n));
    }
  }

 private:
  int reader_ = -1;
  int writer_ = -1;
};

class fixed_clock final : public clock {
 public:
  [[nodiscard]] timestamp now() const noexcept override { return at_.load(); }
  void set(timestamp at) noexcept { at_.store(at); }

 private:
  std::atomic<timestamp> at_{timestamp{std::chrono::milliseconds{1'767'962'096'789}}};
};

}  // namespace todod::observability
