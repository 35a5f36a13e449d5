// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/connection.hpp"
#include "http/server_core.hpp"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace todod::http {
namespace {

// Sent, but not acknowledged by the client's kernel.
int bytes_queued(int socket) noexcept {
  int queued = 0;
  return ::ioctl(socket, SIOCOUTQ, &queued) == 0 ? queued : 0;
}

}  // namespace

// Decides whether the connection lives on, then formats the head.
void connection::finish_answer() {
  exchange& x = *exchange_;
  const framing& framing = x.parser.framing();
  bool keep = framing.keep_alive && !x.response.close && !core_->draining;
  if (body_ == body_state::unread && !linger_ && !skip_unread_body()) {
    keep = false;
    linger_ = true;
  }
  x.response.close = !keep;
  if (keep && framing.http_1_0) x.response.add_header("Connection", "keep-alive");
  const bool head_only = x.request.method == method::head;
  pending_ = x.response.finish(x.request.request_id, core_->date.now(), head_only);
  sent_ = 0;
}

// True when nothing is left to send; over_ then tells whether the client got it all.
bool connection::push() {
  while (!pending_.empty() && !over_) {
    const ssize_t taken = ::send(socket_.get(), pending_.data(), pending_.size(), MSG_NOSIGNAL);
    if (taken >= 0) {
      sent_ += static_cast<std::size_t>(taken);
      pending_.remove_prefix(static_cast<std::size_t>(taken));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      writable_ = false;
      return false;
    } else if (errno != EINTR) {
      over_ = true;
    }
  }
  return true;
}

// The kernel reports room only once a good part of its buffer is free: a slow client that takes
// bytes all the while is told from one that takes none by what is still queued.
awaitable<void> connection::send_rest() {
  held_bytes_ = exchange_->response.body().capacity();
  core_->hold(held_bytes_);
  while (!over_) {
    const int queued = bytes_queued(socket_.get());
    const wake woke = co_await wait(direction::write, clock::now() + core_->bounds.write_timeout);
    const bool slow = woke == wake::expired && bytes_queued(socket_.get()) < queued;
    if (woke != wake::ready && !slow) over_ = true;
    if (push()) break;
  }
  core_->let_go(std::exchange(held_bytes_, 0));
}

// After an answer: tells the service, and whether there may be another request.
bool connection::settle() {
  exchange& x = *exchange_;
  const auto now = clock::now();
  core_->service.finished(x.request, x.response, sent_, now - x.request.received);
  if (over_) return false;
  if (x.response.close) {
    // Closing a socket with unread bytes resets it, and the answer might be lost with it.
    if (x.input.view().size() > used_input_ || (readable_ && receive(core_->scratch) > 0)) {
      linger_ = true;
    }
    return false;
  }
  x.input.consume(used_input_);
  x.clear();
  received_ = now;
  if (x.input.empty()) give_back_exchange();
  return true;
}

// The client is gone: whoever counts requests that were admitted still gets each one's end.
void connection::drop_answer() {
  if (!exchange_ || core_->abandoned) return;
  exchange& x = *exchange_;
  core_->service.finished(x.request, x.response, 0, clock::now() - x.request.received);
}

// Whoever is still sending learns of the answer only if the connection is not reset meanwhile (RFC
// 9112, section 9.6): what comes is read and dropped.
awaitable<void> connection::linger() {
  if (exchange_) give_back_exchange();
  ::shutdown(socket_.get(), SHUT_WR);
  const limits& bounds = core_->bounds;
  const auto end = clock::now() + bounds.linger_max;
  std::size_t turn = 0;
  while (!over_ && clock::now() < end) {
    const std::ptrdiff_t got = receive(core_->scratch);
    if (got == would_block) {
      const auto deadline = std::min(clock::now() + bounds.linger_timeout, end);
      const wake woke = co_await wait(direction::read, deadline);
      if (woke != wake::ready) co_return;
    } else if (got <= 0) {
      co_return;
    } else if ((turn += static_cast<std::size_t>(got)) >= linger_turn_bytes) {
      turn = 0;
      co_await give_way();
    }
  }
}

}  // namespace todod::http
