// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Readiness of many sockets for one wait of the io_context: an epoll instance of our own, itself
// watched by Asio.
//
//   sockets ──edge-triggered──▶ our epoll ──one async_wait per turn──▶ io_context
//
// An Asio socket costs a system call more per request: either a receive that finds nothing (its
// speculative read) or an epoll_ctl that arms the wait again. Here a socket is registered once, for
// both directions, and a turn of the loop serves all sockets that are ready (bench/http_hello.cpp).
// It also makes a turn's requests visible at once to whoever batches them.
//
// One thread. What is registered must be removed, or its descriptor closed, before it is destroyed;
// events of the batch under way may still arrive until then (see the server's graveyard).
#pragma once

#include "http/file_descriptor.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace todod::http {

class pollable {
 public:
  virtual void on_events(std::uint32_t epoll_events) = 0;

 protected:
  ~pollable() = default;
};

class poller {
 public:
  /// Events that one turn takes from the kernel; more wait for the next turn.
  static constexpr int batch_max = 128;

  /// `patience`: how long waiting_since() goes back at most.
  poller(boost::asio::io_context& io, std::chrono::steady_clock::duration patience);

  /// False, with errno set, if the kernel refuses.
  [[nodiscard]] bool add(int fd, pollable& target, std::uint32_t epoll_events) noexcept;
  void remove(int fd) noexcept;

  /// Keeps the io_context running until stop(). `after_batch` is called after each batch. `owner`
  /// keeps this poller alive; nothing is called once it has expired.
  void start(std::weak_ptr<void> owner, std::function<void()> after_batch);
  void stop();

  /// While an event is delivered: a time at which it was ready already, so that it has waited for
  /// at least as long. Within `patience`.
  [[nodiscard]] std::chrono::steady_clock::time_point waiting_since() const noexcept {
    return waiting_since_;
  }
  /// While a batch is under way: events of what is removed now may still be delivered.
  [[nodiscard]] bool delivering() const noexcept { return delivering_; }

 private:
  using descriptor =
      boost::asio::posix::basic_stream_descriptor<boost::asio::io_context::executor_type>;
  /// The kernel hands events out in the order in which they came. Where a batch leaves some behind,
  /// this event is put behind them: what is delivered before it was ready when it was put there.
  class mark final : public pollable {
   public:
    explicit mark(poller& owner);
    void put();
    void on_events(std::uint32_t) override;
    [[nodiscard]] bool is_out() const noexcept { return is_out_; }
    [[nodiscard]] int fd() const noexcept { return event_.get(); }

   private:
    poller& owner_;
    file_descriptor event_;
    bool is_out_ = false;
  };
  void wait();
  void deliver();

  descriptor epoll_;
  std::weak_ptr<void> owner_;
  std::function<void()> after_batch_;
  const std::chrono::steady_clock::duration patience_;
  mark mark_{*this};
  bool delivering_ = false;
  bool left_some_ = false;
  std::chrono::steady_clock::time_point waiting_since_;
};

}  // namespace todod::http
