// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the connections of one server share. One thread; lives until its last connection is gone.
#pragma once

#include "http/exchange.hpp"
#include "http/file_descriptor.hpp"
#include "http/http_date.hpp"
#include "http/poller.hpp"
#include "http/request_id.hpp"
#include "http/server.hpp"

#include <boost/asio/basic_waitable_timer.hpp>

#include <netinet/in.h>

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace todod::http {

class connection;

struct server_core : std::enable_shared_from_this<server_core> {
  /// Connections that are told that there are too many and lingered for; more are told and closed
  /// at once, which may cost those that are still sending the answer.
  static constexpr std::size_t refused_max = 64;
  /// Connections taken from the kernel in one turn.
  static constexpr int accept_batch_max = 64;

  server_core(boost::asio::io_context& context, int listening, const limits& all_bounds,
              http::service& the_service, connection_gauge& the_gauge);

  void start();
  void change_limits(const limits& changed);
  void drain(std::function<void()> done, queued_connections queued);
  void close_all();
  /// The server is being destroyed: nothing of the application is touched any more.
  void abandon();

  void accept_ready();
  void leave(connection& gone);
  /// Memory of an answer that waits for its client; ends whoever has waited longest, perhaps the
  /// one that asks, when all of it is too much.
  void hold(std::size_t bytes);
  void let_go(std::size_t bytes) noexcept { unsent_bytes_ -= bytes; }
  void arm_tick();
  [[nodiscard]] bool refuses_many() const noexcept { return refused_ > refused_max; }

  boost::asio::io_context& io;
  limits bounds;
  http::service& service;
  connection_gauge& gauge;
  http::poller poller;
  exchange_pool exchanges;
  http_date date;
  request_id_source ids;
  std::array<char, 64 * 1024> scratch;  ///< where bytes go that nobody wants
  bool draining = false;
  bool abandoned = false;

 private:
  class listener_events final : public pollable {
   public:
    explicit listener_events(server_core& owner) : owner_(owner) {}
    void on_events(std::uint32_t) override { owner_.accept_ready(); }

   private:
    server_core& owner_;
  };
  using timer =
      boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                        boost::asio::wait_traits<std::chrono::steady_clock>,
                                        boost::asio::io_context::executor_type>;

  void listen_again();
  void pause_accepting();
  void stop_accepting();
  void welcome(file_descriptor socket, const sockaddr_storage& peer);
  void tick();
  void finish_if_empty();

  file_descriptor listener_;
  listener_events listener_events_;
  std::vector<std::shared_ptr<connection>> connections_;
  std::vector<std::shared_ptr<connection>> graveyard_;  // left during the batch under way
  std::size_t refused_ = 0;
  std::size_t unsent_bytes_ = 0;
  std::function<void()> drained_;
  timer timer_;
  bool ticking_ = false;
  bool accept_paused_ = false;
  bool closed_ = false;
};

}  // namespace todod::http
