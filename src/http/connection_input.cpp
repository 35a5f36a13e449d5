// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/connection.hpp"
#include "http/server_core.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace todod::http {

// Edge-triggered: a receive that fills less than the room has emptied the socket, and whatever
// comes later is a new event (epoll(7)). Only the end of the stream may hide behind the last bytes.
std::ptrdiff_t connection::receive(std::span<char> room) {
  for (;;) {
    const ssize_t got = ::recv(socket_.get(), room.data(), room.size(), 0);
    if (got >= 0) {
      if (static_cast<std::size_t>(got) < room.size() && !peer_done_) readable_ = false;
      return got;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN && errno != EWOULDBLOCK) return broken;
    readable_ = false;
    return would_block;
  }
}

connection::intake connection::starve() {
  if (exchange_ && exchange_->input.empty()) give_back_exchange();
  return !exchange_ && core_->draining && !is_fresh() ? intake::over : intake::starved;
}

void connection::give_back_exchange() {
  core_->exchanges.release(std::move(exchange_));
}

// Reads on over the body of a request that was answered without it. True when nothing is left of
// it.
bool connection::skip_rest() {
  while (skip_left_ > 0 && readable_) {
    const std::size_t room = std::min(skip_left_, core_->scratch.size());
    const std::ptrdiff_t got = receive(std::span(core_->scratch).first(room));
    if (got > 0) {
      skip_left_ -= static_cast<std::size_t>(got);
    } else if (got != would_block) {
      over_ = true;
      return false;
    }
  }
  return skip_left_ == 0;
}

connection::intake connection::take_head() {
  if (!skip_rest()) {
    // Whoever was answered without the body may never send it: a drain does not wait for that.
    if (core_->draining) linger_ = true;
    return over_ || core_->draining ? intake::over : intake::starved;
  }
  for (;;) {
    if (exchange_ && !exchange_->input.empty()) {
      const intake parsed = parse_buffered();
      if (parsed != intake::again) return parsed;
      exchange_->input.compact();  // no views yet
    }
    if (!readable_) return starve();
    if (!exchange_) exchange_ = core_->exchanges.acquire();
    input_buffer& input = exchange_->input;
    const std::ptrdiff_t got = receive(input.room());
    if (got > 0) {
      if (input.empty()) received_ = clock::now();
      input.commit(static_cast<std::size_t>(got));
    } else if (got == would_block) {
      return starve();
    } else if (got == 0 && !input.empty()) {
      refuse(protocol_error::malformed_request, "the request ended within its head");
      return intake::rejected;
    } else {
      over_ = true;
      return intake::over;
    }
  }
}

connection::intake connection::parse_buffered() {
  exchange& x = *exchange_;
  parse_status status = x.parser.parse_head(x.input.view(), x.request);
  if (status == parse_status::need_more) return intake::again;
  if (status == parse_status::done && x.parser.framing().chunked) {
    // Chunks need room behind the head, and from now on the head must not move.
    x.clear();
    x.input.compact();
    status = x.parser.parse_head(x.input.view(), x.request);
  }
  x.request.peer = {peer_, peer_size_};
  if (burst_ == 0) burst_began_ = received_;
  x.request.received = received_;
  x.request.late = core_->poller.is_late(received_);
  choose_request_id(x.request, core_->bounds.request_id_max_bytes, core_->ids);
  body_ = x.request.has_body ? body_state::unread : body_state::taken;
  used_input_ = x.parser.head_size();
  if (status == parse_status::done) return intake::complete;
  body_ = body_state::unread;
  refuse(x.parser.failure().error, x.parser.failure().detail);
  return intake::rejected;
}

awaitable<connection::wake> connection::await_request() {
  const limits& bounds = core_->bounds;
  clock::time_point deadline;
  if (skip_left_ > 0) {
    deadline = received_ + bounds.request_timeout;
  } else if (exchange_) {
    deadline = received_ + std::min(bounds.head_timeout, bounds.request_timeout);
  } else {
    deadline = clock::now() + (core_->draining ? bounds.fresh_grace : bounds.idle_timeout);
  }
  return wait(direction::read, deadline);
}

connection::intake connection::resume(wake woke) {
  if (woke == wake::ready) return intake::again;
  if (woke == wake::expired && exchange_) {
    refuse(protocol_error::request_timeout, "the request's head did not arrive in time");
    return intake::rejected;
  }
  over_ = true;
  return intake::over;
}

// True if no more has to be received: then request.body is set.
bool connection::body_is_there() {
  exchange& x = *exchange_;
  if (body_ == body_state::taken) return true;
  if (x.parser.framing().chunked) return false;
  const auto length = static_cast<std::size_t>(x.parser.framing().content_length);
  const std::string_view behind = x.input.view().substr(x.parser.head_size());
  if (behind.size() < length) return false;
  x.request.body = behind.substr(0, length);
  used_input_ += length;
  body_ = body_state::taken;
  return true;
}

awaitable<bool> connection::receive_body() {
  exchange& x = *exchange_;
  const framing& framing = x.parser.framing();
  if (framing.expects_continue && x.input.view().size() == x.parser.head_size()) {
    pending_ = "HTTP/1.1 100 Continue\r\n\r\n";
    if (!push()) co_await send_rest();
    if (over_) co_return false;
  }
  const bool complete =
      framing.chunked
          ? co_await receive_chunks()
          : co_await receive_known_length(static_cast<std::size_t>(framing.content_length));
  if (complete) {
    x.request.body = x.body;
    body_ = body_state::taken;
  }
  co_return complete;
}

// False if they won't come: refused, or over.
awaitable<bool> connection::await_body_bytes() {
  if (readable_) co_return true;
  const wake woke = co_await wait(direction::read, received_ + core_->bounds.request_timeout);
  if (woke == wake::ready) co_return true;
  if (woke == wake::expired) {
    refuse(protocol_error::request_timeout, "the request's body did not arrive in time");
  } else {
    over_ = true;
  }
  co_return false;
}

// Into a buffer of its own, which grows with what has come, not with what was announced.
awaitable<bool> connection::receive_known_length(std::size_t length) {
  constexpr std::size_t first_room = 16 * 1024;
  exchange& x = *exchange_;
  x.body.assign(x.input.view().substr(x.parser.head_size()));
  used_input_ = x.input.view().size();
  std::size_t have = x.body.size();
  while (have < length) {
    if (!co_await await_body_bytes()) co_return false;
    if (have == x.body.size()) x.body.resize(std::min(length, std::max(first_room, 2 * have)));
    const std::ptrdiff_t got = receive(std::span(x.body).subspan(have));
    if (got == 0) {
      refuse(protocol_error::malformed_request, "the request ended within its body");
      co_return false;
    }
    if (got == broken) over_ = true;
    if (over_) co_return false;
    if (got > 0) have += static_cast<std::size_t>(got);
  }
  co_return true;
}

awaitable<bool> connection::receive_chunks() {
  exchange& x = *exchange_;
  const std::size_t head = x.parser.head_size();
  for (;;) {
    std::size_t consumed = 0;
    const parse_status status =
        x.parser.parse_chunks(x.input.view().substr(head), x.body, consumed);
    x.input.cut(head, consumed);
    if (status == parse_status::done) co_return true;
    if (status == parse_status::failed) {
      refuse(x.parser.failure().error, x.parser.failure().detail);
      co_return false;
    }
    if (!co_await await_body_bytes()) co_return false;
    const std::ptrdiff_t got = receive(x.input.room());
    if (got == 0) {
      refuse(protocol_error::malformed_request, "the request ended within its body");
      co_return false;
    }
    if (got == broken) over_ = true;
    if (over_) co_return false;
    if (got > 0) x.input.commit(static_cast<std::size_t>(got));
  }
}

// The answer is given without the body. True if the next request can be found all the same.
bool connection::skip_unread_body() {
  exchange& x = *exchange_;
  const framing& framing = x.parser.framing();
  if (body_is_there()) return true;
  if (framing.chunked) {
    std::size_t consumed = 0;
    const auto status =
        x.parser.parse_chunks(x.input.view().substr(x.parser.head_size()), x.body, consumed);
    x.input.cut(x.parser.head_size(), consumed);
    return status == parse_status::done;
  }
  // Whoever was promised a "100 Continue" may send the body or not: nobody can tell what comes
  // next.
  const std::size_t there = x.input.view().size() - x.parser.head_size();
  const auto left = static_cast<std::size_t>(framing.content_length) - there;
  if (framing.expects_continue || left > skipped_body_max_bytes) return false;
  used_input_ = x.input.view().size();
  skip_left_ = left;
  return true;
}

}  // namespace todod::http
