// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One I/O thread: an io_context and everything that belongs to it alone (listening socket,
// connections, repository with its lanes, verified-token cache, request log). Threads share only
// what io_thread_parts names.
#pragma once

#include "api/cors.hpp"
#include "api/pipeline.hpp"
#include "api/rate_limiter.hpp"
#include "app/request_observer.hpp"
#include "auth/authenticator.hpp"
#include "auth/key_source.hpp"
#include "database/database.hpp"
#include "http/limits.hpp"
#include "http/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace todod::app {

/// All of it outlives the threads.
struct io_thread_parts {
  database::database& database;
  const auth::policy& token_rules;
  auth::key_source* keys;  ///< null where no JWK set is configured
  api::rate_limiter& limiter;
  const std::vector<std::string>& cors_origins;
  const clock& wall_clock;
  const std::atomic<bool>& draining;
  const api::page_settings& page;
  const http::limits& limits;
  http::connection_gauge& connections;
};

class io_thread {
 public:
  /// Takes over the listening descriptor. Nothing runs before start().
  io_thread(const io_thread_parts& parts, int listener, std::unique_ptr<request_observer> observer);
  ~io_thread();  ///< stop() and join()
  io_thread(const io_thread&) = delete;
  io_thread& operator=(const io_thread&) = delete;

  void start();

  /// Any thread. `done` is called on the I/O thread once no connection is left.
  void drain(std::function<void()> done, http::queued_connections queued);
  /// Any thread: from its next turn on the thread works with these.
  void change(const http::limits& limits, const std::vector<std::string>& cors_origins,
              bool log_requests);
  /// Any thread: grows every 100 ms as long as the loop turns.
  [[nodiscard]] std::uint64_t ticks() const noexcept { return ticks_.load(); }
  /// Any thread: ends the event loop, whatever is under way.
  void stop();
  void join();

 private:
  void tick_regularly();

  boost::asio::io_context io_;
  std::unique_ptr<request_observer> observer_;
  boost::asio::steady_timer tick_timer_;
  std::unique_ptr<database::task_repository> tasks_;
  auth::authenticator authenticator_;
  api::cors_policy cors_;
  api::pipeline pipeline_;
  http::server server_;
  std::atomic<std::uint64_t> ticks_{0};
  std::thread thread_;
};

}  // namespace todod::app
