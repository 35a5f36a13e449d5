// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Rare events, told and not worded: whoever sees one names it from the list below and gives its
// facts; level, wording and format are decided here, once. (Requests are not rare:
// request_log.hpp.)
//
// Any thread. An event that floods is cut to `burst_max` lines per `burst_window`; the next line
// says how many were left out. Every one counts for the metrics.
#pragma once

#include "observability/log_output.hpp"
#include "observability/request_log.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string_view>
#include <variant>

namespace spdlog {
class logger;
}

namespace todod::observability {

enum class event : std::uint8_t {
  config_notice,
  server_listening,
  metrics_listening,
  migrations_applied,
  leaving,
  draining,
  drained,
  drain_timed_out,
  stopped_at_once,
  database_connected,
  database_connection_lost,
  database_warning,
  database_error,
  database_fatal,
  keys_fetched,
  keys_failed,
  request_failed,
  rate_limited,
  connections_exhausted,
  setting_applied,
  setting_needs_restart,
  settings_refused,
  settings_reloaded,
  thread_stuck,
};
inline constexpr std::size_t event_count = 24;

/// As in the log's member "event" and the metric's label: "server_listening".
[[nodiscard]] std::string_view name_of(event what) noexcept;

enum class level : std::uint8_t { debug, info, warn, error, off };

/// One fact of an event. Views are read during the call only.
struct field {
  std::string_view name;  ///< static text
  std::variant<std::string_view, std::int64_t, double> value;

  field(std::string_view n, std::string_view text) : name(n), value(text) {}
  field(std::string_view n, const char* text) : name(n), value(std::string_view(text)) {}
  field(std::string_view n, std::integral auto number)
      : name(n), value(static_cast<std::int64_t>(number)) {}
  field(std::string_view n, double number) : name(n), value(number) {}
};

class event_log {
 public:
  static constexpr std::uint32_t burst_max = 20;
  static constexpr std::chrono::seconds burst_window{10};
  static constexpr std::size_t text_max_bytes = 2048;  ///< of a fact; what is longer is cut
  static constexpr std::size_t fields_max = 16;

  /// `out` and `time` outlive the log.
  event_log(log_output& out, line_format format, level threshold, const clock& time);
  ~event_log();
  event_log(const event_log&) = delete;
  event_log& operator=(const event_log&) = delete;

  /// From now on less, or more, is written. Any thread.
  void change_threshold(level threshold) noexcept;

  void tell(event what, std::initializer_list<field> facts = {}) noexcept;

  /// How often it was told, written or not.
  [[nodiscard]] std::uint64_t count(event what) const noexcept;

 private:
  struct burst {
    timestamp since{};
    std::uint32_t lines = 0;
    std::uint64_t left_out = 0;
  };
  /// Whether a line may be written now, and how many were left out before it.
  [[nodiscard]] bool admit(event what, timestamp now, std::uint64_t& left_out);

  const clock& time_;
  std::unique_ptr<spdlog::logger> logger_;
  std::array<std::atomic<std::uint64_t>, event_count> counts_{};
  std::mutex mutex_;
  std::array<burst, event_count> bursts_;
};

}  // namespace todod::observability
