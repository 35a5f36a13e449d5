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

#include <algorithm>
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

  /// How long after is_late() was true the shorter bound holds.
  static constexpr std::chrono::seconds overload_memory{1};

  using duration = std::chrono::steady_clock::duration;
  using time_point = std::chrono::steady_clock::time_point;

  /// How long an event may wait for the others: `burst`; and once something was late, `standing`,
  /// until nothing was for a second. So a burst is served that takes a while, but where more comes
  /// than can be served for long, who is told so need not wait for it.
  struct wait_bounds {
    duration burst;
    duration standing;
  };
  poller(boost::asio::io_context& io, wait_bounds bounds);

  /// False, with errno set, if the kernel refuses.
  [[nodiscard]] bool add(int fd, pollable& target, std::uint32_t epoll_events) noexcept;
  void remove(int fd) noexcept;

  /// Keeps the io_context running until stop(). `after_batch` is called after each batch. `owner`
  /// keeps this poller alive; nothing is called once it has expired.
  void start(std::weak_ptr<void> owner, std::function<void()> after_batch);
  void stop();

  /// While an event is delivered: a time at which it was ready already, so that it has waited for
  /// at least as long. Goes back by six fifths of the bound that holds at most: where those who are
  /// told that they are late ask again at once, there is no end of them, and so a sixth of the time
  /// goes to telling, and the rest to serving.
  [[nodiscard]] time_point waiting_since() const noexcept { return waiting_since_; }
  /// Whether an event that is delivered now has waited for too long.
  [[nodiscard]] bool is_late(time_point now) noexcept;
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
  [[nodiscard]] duration wait_max(time_point now) const noexcept {
    return now < overloaded_until_ ? std::min(bounds_.standing, bounds_.burst) : bounds_.burst;
  }
  void wait();
  void deliver();

  descriptor epoll_;
  std::weak_ptr<void> owner_;
  std::function<void()> after_batch_;
  const wait_bounds bounds_;
  mark mark_{*this};
  bool delivering_ = false;
  bool left_some_ = false;
  time_point waiting_since_;
  time_point overloaded_until_;
};

}  // namespace todod::http
