// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A real HTTP server for key sets, on a port of its own on loopback, that misbehaves on request.
#pragma once

#include "auth/key_source.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace todod::auth::testing {

inline constexpr std::chrono::seconds patience{20};

class key_server {
 public:
  key_server() : acceptor_(context_, {boost::asio::ip::address_v4::loopback(), 0}) {
    accept();
    thread_ = std::thread([this] { context_.run(); });
  }
  explicit key_server(std::string document) : key_server() { serve(std::move(document)); }
  ~key_server() {
    context_.stop();
    thread_.join();
  }
  key_server(const key_server&) = delete;
  key_server& operator=(const key_server&) = delete;

  [[nodiscard]] std::string url() const {
    return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port()) + "/jwks";
  }

  void serve(std::string document, std::string status = "200 OK", const std::string& more = "") {
    answer_raw("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + more +
               "Content-Length: " + std::to_string(document.size()) + "\r\n\r\n" + document);
  }
  /// Exactly these bytes, then the connection is closed.
  void answer_raw(std::string bytes) {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(bytes);
  }
  /// From now on requests arrive and wait for an answer, until release().
  void hold() {
    const std::lock_guard lock(mutex_);
    held_ = true;
  }
  void release() {
    boost::asio::post(context_, [this] {
      {
        const std::lock_guard lock(mutex_);
        held_ = false;
      }
      for (auto& socket : std::exchange(waiting_, {}))
        answer(std::move(socket));
    });
  }

  [[nodiscard]] std::size_t requests() const {
    const std::lock_guard lock(mutex_);
    return requests_.size();
  }
  [[nodiscard]] bool wait_for_requests(std::size_t count) {
    std::unique_lock lock(mutex_);
    return arrived_.wait_for(lock, patience, [&] { return requests_.size() >= count; });
  }
  [[nodiscard]] std::string last_request() const {
    const std::lock_guard lock(mutex_);
    return requests_.empty() ? "" : requests_.back();
  }

 private:
  using socket_ptr = std::shared_ptr<boost::asio::ip::tcp::socket>;

  void accept() {
    auto socket = std::make_shared<boost::asio::ip::tcp::socket>(context_);
    acceptor_.async_accept(*socket, [this, socket](boost::system::error_code error) {
      if (error) return;
      read(socket);
      accept();
    });
  }

  void read(const socket_ptr& socket) {
    auto text = std::make_shared<std::string>();
    boost::asio::async_read_until(
        *socket, boost::asio::dynamic_buffer(*text), "\r\n\r\n",
        [this, socket, text](boost::system::error_code error, std::size_t) {
          if (error) return;
          bool held = false;
          {
            const std::lock_guard lock(mutex_);
            requests_.push_back(*text);
            held = held_;
          }
          arrived_.notify_all();
          held ? waiting_.push_back(socket) : answer(socket);
        });
  }

  void answer(const socket_ptr& socket) {
    std::shared_ptr<std::string> bytes;
    {
      const std::lock_guard lock(mutex_);
      bytes = std::make_shared<std::string>(answer_);
    }
    boost::asio::async_write(*socket, boost::asio::buffer(*bytes),
                             [socket, bytes](boost::system::error_code, std::size_t) {});
  }

  boost::asio::io_context context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::vector<socket_ptr> waiting_;  ///< the thread's own
  mutable std::mutex mutex_;         ///< guards the rest
  std::condition_variable arrived_;
  std::vector<std::string> requests_;
  std::string answer_;
  bool held_ = false;
  std::thread thread_;
};

/// What a key source tells, kept and waited for.
class key_events final : public key_source_observer {
 public:
  void on_keys_fetched(std::size_t usable, std::size_t unusable) noexcept override {
    note([&] { fetched_.emplace_back(usable, unusable); });
  }
  void on_keys_failed(std::string_view detail) noexcept override {
    note([&] { failed_.emplace_back(detail); });
  }

  [[nodiscard]] bool wait_for_fetches(std::size_t count) {
    return wait([&] { return fetched_.size() >= count; });
  }
  [[nodiscard]] bool wait_for_failures(std::size_t count) {
    return wait([&] { return failed_.size() >= count; });
  }
  /// A failure, since forget_failures(), that is told with this in its line.
  [[nodiscard]] bool wait_for_failure(std::string_view part) {
    return wait([&] {
      return std::ranges::any_of(
          failed_, [&](const auto& line) { return line.find(part) != std::string::npos; });
    });
  }
  void forget_failures() {
    note([&] { failed_.clear(); });
  }
  [[nodiscard]] std::pair<std::size_t, std::size_t> last_fetched() const {
    const std::lock_guard lock(mutex_);
    return fetched_.empty() ? std::pair<std::size_t, std::size_t>{} : fetched_.back();
  }
  [[nodiscard]] std::string last_failure() const {
    const std::lock_guard lock(mutex_);
    return failed_.empty() ? "" : failed_.back();
  }

 private:
  template <typename Action>
  void note(Action action) {
    {
      const std::lock_guard lock(mutex_);
      action();
    }
    changed_.notify_all();
  }
  template <typename Condition>
  bool wait(Condition condition) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, condition);
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::pair<std::size_t, std::size_t>> fetched_;
  std::vector<std::string> failed_;
};

/// A key source that has its first set.
class ready_keys {
 public:
  explicit ready_keys(const std::string& document)
      : server(document), source({.url = server.url(), .cooldown = {}}, events) {
    if (!events.wait_for_fetches(1)) throw std::runtime_error("no key set: " + document);
  }

  key_server server;
  key_events events;
  key_source source;
};

}  // namespace todod::auth::testing
