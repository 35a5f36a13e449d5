// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A service that does what the path says, and a server for it on a port and a thread of its own.
#pragma once

#include "http/server.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace todod::http {

using executor = boost::asio::io_context::executor_type;
constexpr boost::asio::use_awaitable_t<executor> use_awaitable;

class toy_service final : public service {
 public:
  explicit toy_service(boost::asio::io_context& io) : io_(io) {}

  admission admit(request& in, response& out) override {
    ++admitted;
    if (in.late) ++late;
    if (in.path.starts_with("/suspend")) return admission::suspended;
    return decide(in, out);
  }
  awaitable<admission> admit_later(request& in, response& out) override {
    co_await boost::asio::post(io_.get_executor(), use_awaitable);
    co_return decide(in, out);
  }
  awaitable<void> handle(request& in, response& out) override {
    ++handled;
    if (in.path == "/throw") throw std::runtime_error("a secret cause");
    if (in.path == "/later") co_await boost::asio::post(io_.get_executor(), use_awaitable);
    if (in.path == "/busy") be_busy(std::chrono::milliseconds(20));
    if (in.path == "/gate") co_await wait_for_gate();
    out.content_type = "text/plain";
    std::string& body = out.body();
    if (in.path == "/big") {
      body.append(static_cast<std::size_t>(std::stoul(std::string(in.query))), 'x');
    } else if (in.path == "/peer") {
      body.append(in.peer);
    } else {
      body.append(in.method_text).append(" ").append(in.path).append(" ").append(in.body);
    }
  }
  void reject(const request&, protocol_error error, std::string_view detail,
              response& out) override {
    constexpr int statuses[] = {400, 408, 413, 431, 500, 503};
    out.status = statuses[static_cast<std::size_t>(error)];
    out.content_type = "text/plain";
    if (error == protocol_error::too_many_connections) out.add_header("Retry-After", "1");
    out.body().append(detail);
  }
  void finished(const request&, const response& out, std::size_t bytes,
                std::chrono::nanoseconds duration) noexcept override {
    bytes_sent += bytes;
    last_status = out.status;
    if (duration.count() < 0) ++negative_durations;
    ++answered;
  }

  /// Lets everyone go on who waits at "/gate". On the I/O thread.
  void open_gate() {
    for (auto* waiting : at_gate_)
      waiting->cancel();
    at_gate_.clear();
  }

  std::atomic<std::size_t> admitted{0}, late{0}, handled{0}, answered{0}, bytes_sent{0};
  std::atomic<std::size_t> waiting_at_gate{0}, negative_durations{0};
  std::atomic<int> last_status{0};

 private:
  using timer = boost::asio::basic_waitable_timer<
      std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, executor>;

  static admission decide(request& in, response& out) {
    if (in.path == "/throw-in-admit") throw std::runtime_error("a secret cause");
    if (!in.path.ends_with("deny")) return admission::proceed;
    out.status = 401;
    out.content_type = "text/plain";
    out.body().append("denied");
    return admission::answered;
  }

  static void be_busy(std::chrono::milliseconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
    }
  }

  awaitable<void> wait_for_gate() {
    timer forever(io_.get_executor(), std::chrono::steady_clock::time_point::max());
    at_gate_.push_back(&forever);
    ++waiting_at_gate;
    try {
      co_await forever.async_wait(use_awaitable);
    } catch (const boost::system::system_error&) {  // cancelled: the gate is open
      --waiting_at_gate;
    }
  }

  boost::asio::io_context& io_;
  std::vector<timer*> at_gate_;
};

class toy_server {
 public:
  explicit toy_server(limits bounds = {}, connection_gauge* shared = nullptr, int listener = -1)
      : service(io_),
        server_(std::make_unique<server>(io_, listen(listener), bounds, service,
                                         shared != nullptr ? *shared : gauge)) {
    server_->start();
    thread_ = std::jthread([this] { io_.run(); });
  }
  ~toy_server() {
    boost::asio::post(io_, [this] {
      server_->close_all();
      io_.stop();
    });
    thread_.join();
  }

  /// Runs `work` on the I/O thread and waits for it.
  template <class Work>
  void on_thread(Work work) {
    std::packaged_task<void()> task(std::move(work));
    auto done = task.get_future();
    boost::asio::post(io_, [&task] { task(); });
    done.get();
  }
  void open_gate() {
    on_thread([this] { service.open_gate(); });
  }
  /// Ready when the drain is over.
  std::future<void> drain(queued_connections queued = queued_connections::serve) {
    auto over = std::make_shared<std::promise<void>>();
    on_thread([this, over, queued] { server_->drain([over] { over->set_value(); }, queued); });
    return over->get_future();
  }
  void change_limits(const limits& bounds) {
    on_thread([this, &bounds] { server_->change_limits(bounds); });
  }
  void close_all() {
    on_thread([this] { server_->close_all(); });
  }

  std::uint16_t port = 0;
  connection_gauge gauge;

 private:
  int listen(int given);

  boost::asio::io_context io_{1};

 public:
  toy_service service;

 private:
  std::unique_ptr<server> server_;
  std::jthread thread_;
};

inline int toy_server::listen(int given) {
  const int fd = given >= 0 ? given : open_listener(resolve_listen_address("127.0.0.1", 0), true);
  sockaddr_in at{};
  socklen_t size = sizeof at;
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&at), &size);
  port = ntohs(at.sin_port);
  return fd;
}

/// Polls, yielding, until `condition` holds; false after ten seconds.
template <class Condition>
bool eventually(Condition condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace todod::http
