// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A TCP proxy on loopback that a test can make behave badly: hold connections back, hold answers
// back, cut. Runs on a thread of its own; every function can be called from any thread.
#pragma once

#include <boost/asio/connect.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <array>
#include <atomic>
#include <future>
#include <list>
#include <memory>
#include <string>
#include <thread>

namespace todod::test {

class tcp_gate {
  using tcp = boost::asio::ip::tcp;

 public:
  explicit tcp_gate(std::uint16_t port) : target_(boost::asio::ip::address_v4::loopback(), port) {
    accept();
    thread_ = std::thread{[this] { io_.run(); }};
  }
  ~tcp_gate() {
    cut();
    io_.stop();
    thread_.join();
  }
  tcp_gate(const tcp_gate&) = delete;
  tcp_gate& operator=(const tcp_gate&) = delete;

  [[nodiscard]] std::uint16_t port() { return acceptor_.local_endpoint().port(); }

  /// New connections are accepted but reach the server only after let_in().
  void hold_connections() {
    on_thread([this] { holding_connections_ = true; });
  }
  void let_in() {
    on_thread([this] {
      holding_connections_ = false;
      for (const auto& each : pairs_) {
        if (!each->joined) join(each);
      }
    });
  }
  /// What the server sends stays here until let_answers_out().
  void hold_answers() {
    on_thread([this] { holding_answers_ = true; });
  }
  void let_answers_out() {
    on_thread([this] {
      holding_answers_ = false;
      for (const auto& each : pairs_) {
        if (!std::exchange(each->held, false)) continue;
        if (const std::size_t kept = std::exchange(each->kept, 0)) {
          pass(each, false, kept);
        } else {
          pump(each, false);
        }
      }
    });
  }
  /// Closes every connection at once.
  void cut() {
    on_thread([this] {
      for (const auto& each : pairs_)
        close(*each);
      pairs_.clear();
    });
  }
  [[nodiscard]] std::size_t accepted() const { return accepted_; }
  /// Everything that clients have sent.
  [[nodiscard]] std::string sent() {
    std::string copy;
    on_thread([&] { copy = sent_; });
    return copy;
  }

 private:
  struct pair {
    explicit pair(boost::asio::io_context& io) : client(io), server(io) {}
    tcp::socket client;
    tcp::socket server;
    std::array<char, 65536> up;
    std::array<char, 65536> down;
    bool joined = false;
    bool held = false;
    std::size_t kept = 0;  ///< bytes of `down` that wait
  };
  using pair_ptr = std::shared_ptr<pair>;

  template <class Work>
  void on_thread(Work work) {
    std::promise<void> done;
    boost::asio::post(io_, [&] {
      work();
      done.set_value();
    });
    done.get_future().get();
  }
  void accept() {
    auto made = std::make_shared<pair>(io_);
    acceptor_.async_accept(made->client, [this, made](const auto& error) {
      if (error) return;
      ++accepted_;
      pairs_.push_back(made);
      if (!holding_connections_) join(made);
      accept();
    });
  }
  void join(const pair_ptr& each) {
    each->joined = true;
    boost::system::error_code error;
    each->server.connect(target_, error);
    if (error) return close(*each);
    each->server.set_option(tcp::no_delay{true});
    each->client.set_option(tcp::no_delay{true});
    pump(each, true);
    pump(each, false);
  }
  void pump(const pair_ptr& each, bool upwards) {
    auto& from = upwards ? each->client : each->server;
    if (!upwards && holding_answers_) {
      each->held = true;
      return;
    }
    auto& bytes = upwards ? each->up : each->down;
    from.async_read_some(
        boost::asio::buffer(bytes), [this, each, upwards](const auto& error, std::size_t count) {
          if (error) return close(*each);
          if (upwards) sent_.append(each->up.data(), count);
          if (!upwards && holding_answers_) {  // the read was under way when the hold began
            each->held = true;
            each->kept = count;
            return;
          }
          pass(each, upwards, count);
        });
  }
  void pass(const pair_ptr& each, bool upwards, std::size_t count) {
    auto& to = upwards ? each->server : each->client;
    auto& bytes = upwards ? each->up : each->down;
    boost::asio::async_write(to, boost::asio::buffer(bytes, count),
                             [this, each, upwards](const auto& error, std::size_t) {
                               if (error) return close(*each);
                               pump(each, upwards);
                             });
  }
  static void close(pair& each) {
    boost::system::error_code ignored;
    each.client.close(ignored);
    each.server.close(ignored);
  }

  boost::asio::io_context io_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{
      io_.get_executor()};
  tcp::endpoint target_;
  tcp::acceptor acceptor_{io_, {boost::asio::ip::address_v4::loopback(), 0}};
  std::list<pair_ptr> pairs_;
  std::string sent_;
  bool holding_connections_ = false;
  bool holding_answers_ = false;
  std::atomic<std::size_t> accepted_{0};
  std::thread thread_;
};

inline std::uint16_t port_of(const std::string& url) {
  const auto at = url.find('@');
  const auto colon = url.find(':', at);
  return static_cast<std::uint16_t>(std::stoi(url.substr(colon + 1)));
}

/// `url`, of a database, with the gate's port instead of its own.
inline std::string through(tcp_gate& gate, const std::string& url) {
  std::string changed = url;
  const std::string from = ":" + std::to_string(port_of(url)) + "/";
  return changed.replace(changed.find(from), from.size(), ":" + std::to_string(gate.port()) + "/");
}

}  // namespace todod::test
