// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// An event loop on a thread of its own with a repository on it: what an I/O thread of the server
// is. A test runs coroutines there and waits for them.
#pragma once

#include "database/database.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>

namespace todod::test {

/// Longer than anything takes that works.
inline constexpr std::chrono::seconds deadline{120};

template <class T>
T wait_for(std::future<T> future) {
  if (future.wait_for(deadline) != std::future_status::ready) {
    throw std::runtime_error("no answer within the deadline");
  }
  return future.get();
}

class event_loop {
 public:
  /// `database` is started and outlives the loop.
  explicit event_loop(database::database& database)
      : repository_(database.make_repository(io_)), thread_([this] { io_.run(); }) {}
  ~event_loop() {
    io_.stop();
    thread_.join();
    repository_.reset();
  }
  event_loop(const event_loop&) = delete;
  event_loop& operator=(const event_loop&) = delete;

  /// Any thread.
  template <class T>
  [[nodiscard]] std::future<T> begin(database::awaitable<T> work) {
    return boost::asio::co_spawn(io_, std::move(work), boost::asio::use_future);
  }
  template <class T>
  T run(database::awaitable<T> work) {
    return wait_for(begin(std::move(work)));
  }

  [[nodiscard]] database::task_repository& repository() noexcept { return *repository_; }
  [[nodiscard]] boost::asio::io_context& context() noexcept { return io_; }

 private:
  boost::asio::io_context io_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> busy_ =
      boost::asio::make_work_guard(io_);
  std::unique_ptr<database::task_repository> repository_;
  std::thread thread_;
};

}  // namespace todod::test
