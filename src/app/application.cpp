// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/application.hpp"

#include "api/cors.hpp"
#include "api/rate_limiter.hpp"
#include "api/routes.hpp"
#include "app/database_factory.hpp"
#include "app/event_observers.hpp"
#include "app/io_thread.hpp"
#include "app/listeners.hpp"
#include "app/version.hpp"
#include "config/setting_values.hpp"
#include "observability/event_log.hpp"
#include "observability/metrics.hpp"
#include "observability/metrics_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
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

http::limits limits_of(const config::settings& settings) {
  http::limits limits;
  limits.request_timeout = settings.request_timeout;
  limits.head_timeout =
      std::min<std::chrono::milliseconds>(limits.head_timeout, settings.request_timeout);
  limits.idle_timeout = settings.idle_timeout;
  limits.connections_max = settings.max_connections;
  return limits;
}

auth::policy token_rules_of(const config::settings& settings) {
  const auto unless_empty = [](const std::string& text) {
    return text.empty() ? std::optional<std::string>{} : text;
  };
  return {.secret = settings.better_auth_secret.text(),
          .issuer = unless_empty(settings.jwt_issuer),
          .audience = unless_empty(settings.jwt_audience)};
}

api::page_settings page_of(const config::settings& settings) {
  if (!settings.better_auth_url.empty()) {
    return api::describe_page(api::sign_in::better_auth,
                              config::better_auth_base(settings.better_auth_url));
  }
  return api::describe_page(
      settings.secret_was_generated ? api::sign_in::link : api::sign_in::token, {});
}

observability::level level_of(config::log_level level) {
  return static_cast<observability::level>(level);
}

observability::line_format format_of(config::log_format format) {
  return format == config::log_format::text ? observability::line_format::text
                                            : observability::line_format::json;
}

std::vector<std::string> route_templates() {
  std::vector<std::string> templates;
  for (const auto& route : api::routes())
    templates.emplace_back(route.pattern);
  return templates;
}

std::vector<std::string> method_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < http::method_count; ++i) {
    names.emplace_back(http::to_string(static_cast<http::method>(i)));
  }
  return names;
}

}  // namespace

// In the order in which things are built; what comes later may use what came before.
struct application::parts {
  explicit parts(const config::settings& given);
  ~parts();

  observability::metrics_sources metrics_sources();
  std::unique_ptr<request_observer> make_request_observer();
  void begin_drain();
  void end();
  void fail(const std::string& why);
  void wait_for_signal();

  const config::settings settings;
  const system_clock wall_clock;
  observability::log_output log_output{STDERR_FILENO};
  observability::event_log events;
  std::atomic<bool> draining{false};
  std::atomic<int> exit_code{0};
  http::connection_gauge connections;
  const http::limits limits;
  const auth::policy token_rules;
  const api::cors_policy cors;
  const api::page_settings page;
  api::rate_limiter limiter;
  asio::io_context control{1};  ///< of the thread that calls wait(): signals and the drain
  asio::signal_set signals{control};
  asio::steady_timer drain_timer{control};
  std::size_t threads_draining = 0;
  listeners listening;
  key_observer key_events;
  std::unique_ptr<auth::key_source> keys;
  observability::metrics metrics;
  database_observer database_events;
  std::unique_ptr<database::database> database;
  std::vector<std::unique_ptr<io_thread>> threads;
  std::unique_ptr<observability::metrics_server> metrics_server;
};

application::parts::parts(const config::settings& given)
    : settings(given),
      events(log_output, format_of(given.log_format), level_of(given.log_level), wall_clock),
      limits(limits_of(given)),
      token_rules(token_rules_of(given)),
      cors(given.cors_origins),
      page(page_of(given)),
      limiter(given.rate_limit),
      listening(given.host, given.port, given.threads),
      key_events(events),
      metrics({.version = std::string(version),
               .database = given.uses_postgres() ? "postgresql" : "sqlite",
               .routes = route_templates(),
               .methods = method_names()},
              metrics_sources()),
      database_events(events, metrics.statements(), [this](const std::string& why) { fail(why); }),
      database(make_database(given, database_events)) {
  database->start();
  if (!settings.jwks_url.empty()) {
    auth::key_source_options options;
    options.url = settings.jwks_url;
    options.trusted = {settings.ca_file, settings.ca_folder};
    keys = std::make_unique<auth::key_source>(std::move(options), key_events);
  }
  const io_thread_parts shared{*database,  token_rules, keys.get(), limiter, cors,
                               wall_clock, draining,    page,       limits,  connections};
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
                                                    connections.refused, limits.connections_max};
          },
      .key_set_age = settings.jwks_url.empty() ? std::function<std::chrono::seconds()>{}
                                               : [this] { return keys->age(); },
      .event_count = [this](event what) { return events.count(what); }};
}

std::unique_ptr<request_observer> application::parts::make_request_observer() {
  std::unique_ptr<observability::request_log> log;
  if (settings.log_level <= config::log_level::info) {
    log = std::make_unique<observability::request_log>(log_output, format_of(settings.log_format),
                                                       isatty(STDERR_FILENO) == 1);
  }
  return std::make_unique<request_observer>(wall_clock, events, metrics.add_thread(),
                                            std::move(log));
}

void application::parts::begin_drain() {
  if (draining.exchange(true)) return;
  events.tell(event::draining, {{"seconds", settings.drain.count()}});
  threads_draining = threads.size();
  for (auto& thread : threads) {
    thread->drain([this] {
      asio::post(control, [this] {
        if (--threads_draining > 0) return;
        events.tell(event::drained);
        end();
      });
    });
  }
  drain_timer.expires_after(settings.drain);
  drain_timer.async_wait([this](boost::system::error_code error) {
    if (error) return;
    events.tell(event::drain_timed_out, {{"connections", connections.open.load()}});
    end();
  });
}

void application::parts::end() {
  for (auto& thread : threads)
    thread->stop();
  for (auto& thread : threads)
    thread->join();
  control.stop();
}

void application::parts::fail(const std::string& why) {
  exit_code = 1;
  fmt::print(stderr, "todod: {}\n", why);
  asio::post(control, [this] { begin_drain(); });
}

void application::parts::wait_for_signal() {
  signals.async_wait([this](boost::system::error_code error, int number) {
    if (error) return;
    if (draining) {
      events.tell(event::stopped_at_once, {{"signal", number}});
      std::_Exit(128 + number);
    }
    begin_drain();
    wait_for_signal();
  });
}

application::application(const config::settings& settings)
    : parts_(std::make_unique<parts>(settings)) {}

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

void application::handle_signals() {
  // A log whose reader is gone, and a file that may not grow (RLIMIT_FSIZE), are errors of a write.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  parts_->signals.add(SIGINT);
  parts_->signals.add(SIGTERM);
  parts_->wait_for_signal();
}

void application::start() {
  parts_->events.tell(event::server_listening,
                      {{"url", std::string_view(url())}, {"threads", parts_->threads.size()}});
  for (auto& thread : parts_->threads)
    thread->start();
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
