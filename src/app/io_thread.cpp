// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/io_thread.hpp"

#include <boost/asio/post.hpp>

#include <pthread.h>

#include <chrono>
#include <utility>

namespace todod::app {
namespace {

constexpr std::chrono::milliseconds tick_interval{100};

}  // namespace

io_thread::io_thread(const io_thread_parts& parts, int listener,
                     std::unique_ptr<request_observer> observer)
    : io_(1),
      observer_(std::move(observer)),
      tick_timer_(io_),
      tasks_(parts.database.make_repository(io_)),
      authenticator_(parts.token_rules, parts.keys),
      cors_(parts.cors_origins),
      pipeline_({*tasks_, authenticator_, parts.keys, parts.limiter, cors_, parts.wall_clock,
                 parts.draining, parts.page, *observer_}),
      server_(io_, listener, parts.limits, pipeline_, parts.connections) {}

io_thread::~io_thread() {
  stop();
  join();
}

void io_thread::start() {
  server_.start();
  tick_regularly();
  thread_ = std::thread([this] {
    pthread_setname_np(pthread_self(), "todod-io");
    io_.run();
    observer_->on_tick(authenticator_.stats());
  });
}

void io_thread::tick_regularly() {
  tick_timer_.expires_after(tick_interval);
  tick_timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    ticks_.fetch_add(1);
    observer_->on_tick(authenticator_.stats());
    tick_regularly();
  });
}

void io_thread::drain(std::function<void()> done, http::queued_connections queued) {
  boost::asio::post(io_, [this, done = std::move(done), queued]() mutable {
    server_.drain(std::move(done), queued);
  });
}

void io_thread::change(const http::limits& limits, const std::vector<std::string>& cors_origins,
                       bool log_requests) {
  boost::asio::post(io_, [this, limits, cors = api::cors_policy(cors_origins), log_requests] {
    server_.change_limits(limits);
    cors_ = cors;
    observer_->log_requests(log_requests);
  });
}

void io_thread::stop() {
  io_.stop();
}

void io_thread::join() {
  if (thread_.joinable()) thread_.join();
}

}  // namespace todod::app
