// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/application.hpp"

#include "api/rate_limiter.hpp"
#include "app/database_factory.hpp"
#include "app/drain.hpp"
#include "app/event_observers.hpp"
#include "app/io_thread.hpp"
#include "app/listeners.hpp"
#include "app/part_options.hpp"
#include "app/service_notice.hpp"
#include "app/settings_reload.hpp"
#include "app/this_process.hpp"
#include "app/watchdog.hpp"
#include "observability/event_log.hpp"
#include "observability/metrics.hpp"
#include "observability/metrics_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <fmt/format.h>

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace todod::app {
namespace {

namespace asio = boost::asio;
using observability::event;

}  // namespace

// In the order in which things are built; what comes later may use what came before.
struct application::parts {
  parts(const config::settings& given, handover from);
  ~parts();

  observability::metrics_sources metrics_sources();
  std::unique_ptr<request_observer> make_request_observer();
  void begin_drain();
  void fail(const std::string& why);
  void wait_for_signal();
  std::vector<std::uint64_t> ticks() const;

  const config::settings settings;  ///< as at the start; reload knows those that have changed since
  const handover from;
  const system_clock wall_clock;
  observability::log_output log_output{STDERR_FILENO};
  observability::event_log events;
  std::atomic<int> exit_code{0};
  http::connection_gauge connections;
  const http::limits limits;
  const auth::policy token_rules;
  const api::page_settings page;
  api::rate_limiter limiter;
  asio::io_context control{1};  ///< of the thread that calls wait(): signals and the drain
  asio::signal_set signals{control};
  read_settings reread;  ///< empty: SIGHUP ends the process
  service_notice notice;
  listeners listening;
  key_observer key_events;
  std::unique_ptr<auth::key_source> keys;
  observability::metrics metrics;
  database_observer database_events;
  std::unique_ptr<database::database> database;
  std::vector<std::unique_ptr<io_thread>> threads;
  drain ending;
  std::unique_ptr<observability::metrics_server> metrics_server;
  settings_reload reload;
  watchdog signs_of_life;
};

namespace {

listeners listen(const config::settings& settings, const handover& from) {
  if (!from.sockets.empty()) return listeners(from.sockets, settings.threads);
  return listeners(settings.host, settings.port, settings.threads);
}

}  // namespace

application::parts::parts(const config::settings& given, handover handed)
    : settings(given),
      from(std::move(handed)),
      events(log_output, format_of(given.log_format), level_of(given.log_level), wall_clock),
      limits(limits_of(given)),
      token_rules(token_rules_of(given)),
      page(page_of(given, !from.is_supervised())),
      limiter(given.rate_limit),
      notice(from.notify_socket),
      listening(listen(given, from)),
      key_events(events),
      metrics(metrics_options_of(given), metrics_sources()),
      database_events(events, metrics.statements(), [this](const std::string& why) { fail(why); }),
      database(make_database(given, database_events)),
      ending(control, {events, notice, connections, listening, threads}),
      reload(given, {events, notice, limiter, threads, keys}),
      signs_of_life(control, notice, events, [this] { return ticks(); }) {
  database->start();
  if (!settings.jwks_url.empty()) {
    auth::key_source_options options;
    options.url = settings.jwks_url;
    options.trusted = {settings.ca_file, settings.ca_folder};
    keys = std::make_unique<auth::key_source>(std::move(options), key_events);
  }
  const io_thread_parts shared{
      *database,  token_rules,        keys.get(), limiter, settings.cors_origins,
      wall_clock, ending.has_begun(), page,       limits,  connections};
  for (const int listener : listening.release()) {
    threads.push_back(std::make_unique<io_thread>(shared, listener, make_request_observer()));
  }
  if (settings.metrics_port) {
    metrics_server = std::make_unique<observability::metrics_server>(
        settings.host, *settings.metrics_port, [this] { return metrics.text(); });
    events.tell(event::metrics_listening, {{"port", metrics_server->port()}});
  }
}

application::parts::~parts() {
  metrics_server.reset();
  for (auto& thread : threads)
    thread->stop();
  for (auto& thread : threads)
    thread->join();
  keys.reset();  // calls back into the event loops that still stand
}

observability::metrics_sources application::parts::metrics_sources() {
  return {
      .lanes =
          [this] {
            std::vector<observability::lane_sample> lanes;
            for (auto& lane : database->stats()) {
              lanes.push_back({std::move(lane.name), lane.queued, lane.in_flight, lane.connected});
            }
            return lanes;
          },
      .connections =
          [this] {
            return observability::connection_sample{connections.open, connections.accepted,
                                                    connections.refused, reload.connections_max()};
          },
      .key_set_age = settings.jwks_url.empty() ? std::function<std::chrono::seconds()>{}
                                               : [this] { return keys->age(); },
      .event_count = [this](event what) { return events.count(what); }};
}

std::unique_ptr<request_observer> application::parts::make_request_observer() {
  auto log = std::make_unique<observability::request_log>(
      log_output, format_of(settings.log_format), isatty(STDERR_FILENO) == 1);
  return std::make_unique<request_observer>(wall_clock, events, metrics.add_thread(),
                                            std::move(log), logs_requests(settings));
}

void application::parts::begin_drain() {
  ending.begin({reload.in_force().drain_delay, reload.in_force().drain});
}

void application::parts::fail(const std::string& why) {
  exit_code = 1;
  fmt::print(stderr, "todod: {}\n", why);
  // Nobody can be served: no delay.
  asio::post(control, [this] { ending.begin({{}, reload.in_force().drain}); });
}

void application::parts::wait_for_signal() {
  signals.async_wait([this](boost::system::error_code error, int number) {
    if (error) return;
    if (number == SIGHUP && reread) {
      if (!ending.has_begun()) reload.run(reread);
      return wait_for_signal();
    }
    if (ending.has_begun()) {
      events.tell(event::stopped_at_once, {{"signal", number}});
      std::_Exit(128 + number);
    }
    begin_drain();
    wait_for_signal();
  });
}

std::vector<std::uint64_t> application::parts::ticks() const {
  std::vector<std::uint64_t> counts;
  for (const auto& thread : threads)
    counts.push_back(thread->ticks());
  return counts;
}

application::application(const config::settings& settings, handover from)
    : parts_(std::make_unique<parts>(settings, std::move(from))) {}

application::~application() = default;

std::string application::url() const {
  return parts_->listening.url();
}

std::string application::database_description() const {
  return parts_->database->description();
}

std::uint16_t application::metrics_port() const {
  return parts_->metrics_server ? parts_->metrics_server->port() : std::uint16_t{0};
}

void application::handle_signals(read_settings reread) {
  parts_->reread = std::move(reread);
  // A log whose reader is gone, and a file that may not grow (RLIMIT_FSIZE), are errors of a write.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  tell_of_lost_files();
  for (const int number : {SIGINT, SIGTERM, SIGHUP})
    parts_->signals.add(number);
  parts_->wait_for_signal();
}

void application::start() {
  for (const auto& line :
       advice(parts_->settings.max_connections, parts_->limits.connections_max)) {
    parts_->events.tell(event::config_notice, {{"text", std::string_view(line)}});
  }
  parts_->events.tell(event::server_listening,
                      {{"url", std::string_view(url())}, {"threads", parts_->threads.size()}});
  for (auto& thread : parts_->threads)
    thread->start();
  parts_->notice.ready("listening on " + url());
  parts_->signs_of_life.start(parts_->from.watchdog);
}

int application::wait() {
  const auto work = asio::make_work_guard(parts_->control);
  parts_->control.run();
  return parts_->exit_code;
}

void application::request_stop() {
  asio::post(parts_->control, [this] { parts_->begin_drain(); });
}

}  // namespace todod::app
