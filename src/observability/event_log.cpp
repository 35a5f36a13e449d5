// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/event_log.hpp"

#include "observability/line_formatter.hpp"

#include <fmt/format.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/base_sink.h>

#include <exception>

namespace todod::observability {
namespace {

struct event_info {
  event id;
  std::string_view name;
  observability::level level;
  std::string_view wording;
};

constexpr std::array<event_info, event_count> events{{
    {event::config_notice, "config_notice", level::warn, "about the settings"},
    {event::server_listening, "server_listening", level::info, "listening"},
    {event::metrics_listening, "metrics_listening", level::info, "metrics are served"},
    {event::migrations_applied, "migrations_applied", level::info, "the schema was changed"},
    {event::leaving, "leaving", level::info,
     "not ready from now on, and serving on for DRAIN_DELAY"},
    {event::draining, "draining", level::info, "ending: requests under way may finish"},
    {event::drained, "drained", level::info, "every request was answered"},
    {event::drain_timed_out, "drain_timed_out", level::warn,
     "requests under way were cut off at the end of DRAIN_SECONDS"},
    {event::stopped_at_once, "stopped_at_once", level::warn, "a second signal: ending at once"},
    {event::database_connected, "database_connected", level::info, "the database is connected"},
    {event::database_connection_lost, "database_connection_lost", level::warn,
     "a database connection is gone"},
    {event::database_warning, "database_warning", level::warn, "the database warns"},
    {event::database_error, "database_error", level::error, "a statement failed"},
    {event::database_fatal, "database_fatal", level::error, "the database cannot be used"},
    {event::keys_fetched, "keys_fetched", level::info, "the key set was fetched"},
    {event::keys_failed, "keys_failed", level::warn, "the key set could not be fetched"},
    {event::request_failed, "request_failed", level::error, "a request failed within the server"},
    {event::rate_limited, "rate_limited", level::warn, "requests are refused by the rate limit"},
    {event::connections_exhausted, "connections_exhausted", level::warn,
     "connections are refused beyond MAX_CONNECTIONS"},
    {event::setting_applied, "setting_applied", level::info, "a new setting is in force"},
    {event::setting_needs_restart, "setting_needs_restart", level::warn,
     "a new setting is not in force before a restart"},
    {event::settings_refused, "settings_refused", level::error,
     "the new settings are wrong: all stay as they were"},
    {event::settings_reloaded, "settings_reloaded", level::info, "the settings were read again"},
    {event::thread_stuck, "thread_stuck", level::error,
     "an I/O thread hangs: the service manager gets no sign of life"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (static_cast<std::size_t>(events[i].id) != i) return false;
  }
  return true;
}
static_assert(in_order());

const event_info& info_of(event what) noexcept {
  return events[static_cast<std::size_t>(what)];
}

spdlog::level::level_enum to_spdlog(level of) {
  switch (of) {
    case level::debug:
      return spdlog::level::debug;
    case level::info:
      return spdlog::level::info;
    case level::warn:
      return spdlog::level::warn;
    case level::error:
      return spdlog::level::err;
    case level::off:
      break;
  }
  return spdlog::level::off;
}

/// Rare lines may wait a moment for their reader: they say why a process ends.
class output_sink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  output_sink(log_output& out, std::unique_ptr<spdlog::formatter> formatter)
      : base_sink(std::move(formatter)), out_(out) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    out_.write_lines_patiently({line.data(), line.size()}, std::chrono::milliseconds{20});
  }
  void flush_() override {}

 private:
  log_output& out_;
};

void add_fact(std::string& payload, const field& fact) {
  payload_writer::add_name(payload, fact.name);
  if (const auto* text = std::get_if<std::string_view>(&fact.value)) {
    payload_writer::add_text(payload, text->substr(0, event_log::text_max_bytes));
  } else if (const auto* number = std::get_if<std::int64_t>(&fact.value)) {
    payload_writer::add_number(payload, fmt::format("{}", *number));
  } else {
    payload_writer::add_number(payload, fmt::format("{:.6g}", std::get<double>(fact.value)));
  }
}

}  // namespace

std::string_view name_of(event what) noexcept {
  return info_of(what).name;
}

event_log::event_log(log_output& out, line_format format, level threshold, const clock& time)
    : time_(time) {
  auto sink = std::make_shared<output_sink>(out, std::make_unique<line_formatter>(format));
  logger_ = std::make_unique<spdlog::logger>("todod", std::move(sink));
  logger_->set_level(to_spdlog(threshold));
}

event_log::~event_log() = default;

void event_log::change_threshold(level threshold) noexcept {
  logger_->set_level(to_spdlog(threshold));
}

bool event_log::admit(event what, timestamp now, std::uint64_t& left_out) {
  const std::scoped_lock lock(mutex_);
  burst& of = bursts_[static_cast<std::size_t>(what)];
  if (now - of.since >= burst_window || now < of.since) {
    of.since = now;
    of.lines = 0;
  }
  if (of.lines == burst_max) {
    ++of.left_out;
    return false;
  }
  ++of.lines;
  left_out = std::exchange(of.left_out, 0);
  return true;
}

void event_log::tell(event what, std::initializer_list<field> facts) noexcept {
  counts_[static_cast<std::size_t>(what)].fetch_add(1, std::memory_order_relaxed);
  const event_info& info = info_of(what);
  try {
    if (!logger_->should_log(to_spdlog(info.level))) return;
    const timestamp now = time_.now();
    std::uint64_t left_out = 0;
    if (!admit(what, now, left_out)) return;
    std::string payload = payload_writer::begin(now, info.name, info.wording);
    std::size_t n = 0;
    for (const field& fact : facts) {
      if (n++ < fields_max) add_fact(payload, fact);
    }
    if (left_out != 0) add_fact(payload, {"left_out", left_out});
    logger_->log(to_spdlog(info.level), spdlog::string_view_t(payload.data(), payload.size()));
  } catch (const std::exception&) {
    // Out of memory: the event is counted, and there is nothing to tell it with.
  }
}

std::uint64_t event_log::count(event what) const noexcept {
  return counts_[static_cast<std::size_t>(what)].load(std::memory_order_relaxed);
}

}  // namespace todod::observability
