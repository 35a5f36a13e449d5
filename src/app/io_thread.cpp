// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/io_thread.hpp"

#include <boost/asio/post.hpp>

#include <pthread.h>

#include <chrono>
#include <utility>

namespace todod::app {
namespace {

constexpr std::chrono::milliseconds log_flush_interval{100};

}  // namespace

io_thread::io_thread(const io_thread_parts& parts, int listener,
                     std::unique_ptr<request_observer> observer)
    : io_(1),
      observer_(std::move(observer)),
      flush_timer_(io_),
      tasks_(parts.database.make_repository(io_)),
      authenticator_(parts.token_rules, parts.keys),
      pipeline_({*tasks_, authenticator_, parts.keys, parts.limiter, parts.cors, parts.wall_clock,
                 parts.draining, parts.page, *observer_}),
      server_(io_, listener, parts.limits, pipeline_, parts.connections) {}

io_thread::~io_thread() {
  stop();
  join();
}

void io_thread::start() {
  server_.start();
  flush_log_regularly();
  thread_ = std::thread([this] {
    pthread_setname_np(pthread_self(), "todod-io");
    io_.run();
    observer_->on_tick(authenticator_.stats());
  });
}

void io_thread::flush_log_regularly() {
  flush_timer_.expires_after(log_flush_interval);
  flush_timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    observer_->on_tick(authenticator_.stats());
    flush_log_regularly();
  });
}

void io_thread::drain(std::function<void()> done) {
  boost::asio::post(io_,
                    [this, done = std::move(done)]() mutable { server_.drain(std::move(done)); });
}

void io_thread::stop() {
  io_.stop();
}

void io_thread::join() {
  if (thread_.joinable()) thread_.join();
}

}  // namespace todod::app
