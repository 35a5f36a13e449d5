// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One structured line per request. Hot path: lines are formatted by hand into one reused buffer per
// I/O thread, and the buffer is written in bulk, so that a request costs neither a system call nor
// an allocation (bench/micro: request_log).
//
// What a line holds is all there is: no path, no query, no user id, no token, no body.
#pragma once

#include "models/timestamp.hpp"
#include "observability/log_output.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace todod::observability {

enum class line_format : std::uint8_t { text, json };

struct request_record {
  timestamp at;  ///< when it was answered
  std::string_view request_id;
  std::string_view method;
  std::string_view route;  ///< the template; empty = none matched
  int status = 0;
  std::chrono::nanoseconds duration{};
  std::size_t bytes = 0;         ///< of the answer, head and body
  std::string_view traceparent;  ///< the header as sent; its trace id is logged if it is valid
  std::string_view peer;
};

/// One I/O thread's own; not thread-safe.
class request_log {
 public:
  static constexpr std::size_t flush_at_bytes = 16 * 1024;
  /// Kept while the reader is slow; beyond it lines are dropped, counted, and the count is logged.
  static constexpr std::size_t buffer_max_bytes = 256 * 1024;
  /// Of each text in a line; what is longer is cut.
  static constexpr std::size_t text_max_bytes = 256;

  /// `out` outlives the log. `each_at_once`: for a terminal.
  request_log(log_output& out, line_format format, bool each_at_once);
  ~request_log();  ///< flushes, waiting a moment for a slow reader
  request_log(const request_log&) = delete;
  request_log& operator=(const request_log&) = delete;

  void write(const request_record& record) noexcept;

  /// Writes what is there, without waiting. Call now and then (every 100 ms), or lines of a quiet
  /// server are seen late.
  void flush() noexcept;

  [[nodiscard]] std::uint64_t dropped() const noexcept { return dropped_total_; }

 private:
  void append_json_line(const request_record& record);
  void append_text_line(const request_record& record);
  void append_time(timestamp at);
  void append_dropped_note(timestamp at);

  log_output& out_;
  line_format format_;
  bool each_at_once_;
  std::string buffer_;
  std::size_t next_flush_ = flush_at_bytes;
  std::chrono::sys_seconds second_{std::chrono::seconds{-1}};  // that second_text_ is
  std::array<char, timestamp_text_length> second_text_{};
  std::uint64_t dropped_ = 0;  // and not yet told
  std::uint64_t dropped_total_ = 0;
};

}  // namespace todod::observability
