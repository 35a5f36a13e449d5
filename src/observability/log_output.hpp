// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Where log lines go: one descriptor (standard error) that all threads share. Whole lines only,
// never mixed, and never a wait: a reader that is slow or gone must not stop an event loop.
//
//   pipe, terminal   opened again through /proc/self/fd, so that O_NONBLOCK is ours alone
//   socket           send(MSG_DONTWAIT), as under systemd
//   file             written as it is
//   others           polled first, then written in small pieces
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace todod::observability {

class log_output {
 public:
  /// `descriptor` is borrowed and stays as it is. SIGPIPE must be ignored by the process.
  explicit log_output(int descriptor);
  ~log_output();
  log_output(const log_output&) = delete;
  log_output& operator=(const log_output&) = delete;

  /// Takes complete lines. Returns how many bytes it is done with, always up to the end of a line;
  /// less than all = the reader is slow: come again later. A broken output swallows everything.
  /// Any thread.
  [[nodiscard]] std::size_t write_lines(std::string_view lines) noexcept;

  /// The same, waiting for the reader until `patience` is over: for the end of the process, and for
  /// the rare lines that should not be lost.
  void write_lines_patiently(std::string_view lines, std::chrono::milliseconds patience) noexcept;

 private:
  enum class kind : unsigned char { non_blocking, socket, blocking };

  /// Bytes written, 0 = not now, negative = never again.
  [[nodiscard]] long write_some(std::string_view bytes) noexcept;
  [[nodiscard]] std::size_t write_locked(std::string_view lines) noexcept;

  int descriptor_;
  int own_ = -1;
  kind kind_ = kind::blocking;
  std::mutex mutex_;
  std::string rest_;  // of a line that was cut: goes out before anything else
  bool broken_ = false;
};

}  // namespace todod::observability
