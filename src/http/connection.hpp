// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One client connection: reads requests, has them answered, writes the answers, one at a time.
//
//        ┌────────────────────────────── keep-alive ◀──────────────────────────────┐
//   idle ─▶ head ─▶ admit ─▶ body ─▶ handle ─▶ writing ─┬───────────────────────────┘
//            └────────┴───────┴──▶ reject ──────▲       └─▶ lingering ─▶ closed
//
// One coroutine per connection, one waiter at most. A pipelined request waits in the buffer or in
// the kernel until the one before is answered. Deadlines are compared by the server's coarse tick,
// there is no timer here. All on the I/O thread.
#pragma once

#include "http/exchange.hpp"
#include "http/file_descriptor.hpp"
#include "http/poller.hpp"
#include "http/service.hpp"

#include <netinet/in.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace todod::http {

struct server_core;

class connection final : public pollable, public std::enable_shared_from_this<connection> {
 public:
  using clock = std::chrono::steady_clock;

  /// Rest of a body that nobody asked for and that is read on after the answer, so that the
  /// connection can be kept; beyond it the connection closes.
  static constexpr std::size_t skipped_body_max_bytes = 64 * 1024;
  /// What a lingering connection reads before other connections get their turn.
  static constexpr std::size_t linger_turn_bytes = 1024 * 1024;
  /// Requests in a row, and their time, before other connections get their turn.
  static constexpr unsigned burst_max = 64;
  static constexpr std::chrono::milliseconds burst_time_max{2};

  connection(std::shared_ptr<server_core> core, file_descriptor socket,
             const sockaddr_storage& peer, bool refused);

  void start();
  void on_events(std::uint32_t epoll_events) override;
  /// Ends what is waited for if its time is over.
  void expire(clock::time_point now);
  /// Closes unless a request is under way, or the first one may be: its answer will be the last.
  void drain();
  /// Closes at once; a handler under way finishes, its answer is dropped.
  void abort();

  [[nodiscard]] int socket() const noexcept { return socket_.get(); }
  [[nodiscard]] bool refused() const noexcept { return refused_; }
  /// Of an answer that its client is slow to take.
  [[nodiscard]] std::size_t held_bytes() const noexcept { return over_ ? 0 : held_bytes_; }
  [[nodiscard]] clock::time_point received() const noexcept { return received_; }
  std::size_t index = 0;  ///< the server's own: place in its list

 private:
  enum class wake : std::uint8_t { ready, expired, stopped };
  enum class direction : std::uint8_t { read, write };
  enum class intake : std::uint8_t { again, starved, complete, rejected, over };
  enum class body_state : std::uint8_t { unread, taken };
  static constexpr std::ptrdiff_t would_block = -1;
  static constexpr std::ptrdiff_t broken = -2;

  class departure;

  static awaitable<void> serve(std::shared_ptr<connection> self);
  awaitable<void> answer_request();
  awaitable<bool> receive_body();
  awaitable<bool> receive_known_length(std::size_t length);
  awaitable<bool> receive_chunks();
  awaitable<bool> await_body_bytes();
  awaitable<void> send_rest();
  awaitable<void> linger();
  awaitable<void> give_way();
  awaitable<wake> wait(direction d, clock::time_point deadline);
  awaitable<wake> await_request();

  intake take_head();
  intake parse_buffered();
  intake resume(wake woke);
  bool skip_rest();
  intake starve();
  [[nodiscard]] bool is_fresh() const noexcept { return received_ == clock::time_point{}; }
  bool body_is_there();
  bool skip_unread_body();
  void refuse(protocol_error error, std::string_view detail);
  void finish_answer();
  bool push();
  bool settle();
  void drop_answer();
  void give_back_exchange();
  std::ptrdiff_t receive(std::span<char> room);
  void wake_up(wake why);

  std::shared_ptr<server_core> core_;
  file_descriptor socket_;
  std::unique_ptr<exchange> exchange_;  // none while idle
  std::move_only_function<void(wake)> waiter_;
  clock::time_point deadline_;
  clock::time_point received_;  // first byte of the current request, or of the one before
  clock::time_point burst_began_;
  std::string_view pending_;    // of the answer, still to be sent
  std::size_t sent_ = 0;        // bytes of the current answer
  std::size_t used_input_ = 0;  // bytes of the input that the current request takes
  std::size_t held_bytes_ = 0;  // the answer's, while waiting to send the rest
  std::size_t skip_left_ = 0;   // bytes of an answered request's body that are still to come
  unsigned burst_ = 0;
  direction waiting_for_ = direction::read;
  body_state body_ = body_state::unread;
  bool refused_;
  bool readable_ = false;
  bool writable_ = true;
  bool peer_done_ = false;  // it will send no more, or is gone
  bool over_ = false;       // close without another byte
  bool linger_ = false;
  std::uint8_t peer_size_ = 0;
  char peer_[INET6_ADDRSTRLEN];
};

}  // namespace todod::http
