// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The life of a connection; its input is in connection_input.cpp, its output in
// connection_output.cpp.
#include "http/connection.hpp"

#include "http/server_core.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <cstring>
#include <utility>

namespace todod::http {
namespace {

constexpr boost::asio::use_awaitable_t<boost::asio::io_context::executor_type> use_awaitable;

std::size_t format_address(const sockaddr_storage& peer, std::span<char> out) {
  const auto* v4 = reinterpret_cast<const sockaddr_in*>(&peer);
  const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&peer);
  const void* address = &v4->sin_addr;
  int family = peer.ss_family;
  if (family == AF_INET6) {
    const bool mapped = IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr);
    if (mapped) family = AF_INET;
    address = v6->sin6_addr.s6_addr + (mapped ? 12 : 0);
  }
  const char* text = ::inet_ntop(family, address, out.data(), static_cast<socklen_t>(out.size()));
  return text == nullptr ? 0 : std::strlen(text);
}

}  // namespace

// Leaves the server however the coroutine ends: by itself, by an exception, with its io_context.
class connection::departure {
 public:
  explicit departure(connection& leaving) : leaving_(leaving) {}
  departure(const departure&) = delete;
  departure& operator=(const departure&) = delete;
  ~departure() {
    leaving_.socket_.reset();
    leaving_.exchange_.reset();
    leaving_.core_->leave(leaving_);
  }

 private:
  connection& leaving_;
};

connection::connection(std::shared_ptr<server_core> core, file_descriptor socket,
                       const sockaddr_storage& peer, bool refused)
    : core_(std::move(core)), socket_(std::move(socket)), refused_(refused) {
  peer_size_ = static_cast<std::uint8_t>(format_address(peer, peer_));
}

void connection::start() {
  boost::asio::co_spawn(core_->io.get_executor(), serve(shared_from_this()), boost::asio::detached);
}

awaitable<void> connection::serve(std::shared_ptr<connection> self) {
  connection& c = *self;
  const departure leaving(c);
  if (c.refused_) {
    c.receive(c.core_->scratch);  // what is left unread at the end would reset the connection
    c.refuse(protocol_error::too_many_connections, "too many connections");
  }
  for (intake got = c.refused_ ? intake::rejected : intake::again;; got = intake::again) {
    if (got == intake::again) got = c.take_head();
    if (got == intake::starved) {
      const wake woke = co_await c.await_request();
      got = c.resume(woke);
    }
    if (got == intake::again) continue;
    if (got == intake::over) break;
    if (got == intake::complete) co_await c.answer_request();
    if (c.over_) {
      c.drop_answer();
      break;
    }
    c.finish_answer();
    if (!c.push()) co_await c.send_rest();
    if (!c.settle()) break;
    if (++c.burst_ >= burst_max || c.received_ - c.burst_began_ >= burst_time_max) {
      c.burst_ = 0;
      co_await c.give_way();
    }
  }
  if (c.refused_ && c.core_->refuses_many()) co_return;
  if (c.linger_ && !c.over_) co_await c.linger();
}

// Handlers don't catch: what they throw becomes a 500 here, and the connection goes on if it knows
// where the next request begins.
awaitable<void> connection::answer_request() {
  request& in = exchange_->request;
  response& out = exchange_->response;
  service& service = core_->service;
  bool failed = false;
  bool receiving = false;
  try {
    admission verdict = service.admit(in, out);
    if (verdict == admission::suspended) verdict = co_await service.admit_later(in, out);
    if (verdict == admission::proceed) {
      receiving = !body_is_there();
      const bool complete = !receiving || co_await receive_body();
      receiving = false;
      if (complete) co_await service.handle(in, out);
    }
  } catch (...) {
    failed = true;
  }
  if (core_->abandoned) {
    over_ = true;
  } else if (failed) {
    refuse(protocol_error::internal, "an unexpected error occurred");
    out.close = receiving;  // where the next request begins is not known then
  }
}

void connection::refuse(protocol_error error, std::string_view detail) {
  if (!exchange_) exchange_ = core_->exchanges.acquire();
  request& in = exchange_->request;
  response& out = exchange_->response;
  in.peer = {peer_, peer_size_};
  if (in.request_id.empty()) choose_request_id(in, core_->bounds.request_id_max_bytes, core_->ids);
  if (in.received == clock::time_point{}) in.received = refused_ ? clock::now() : received_;
  out.clear();
  try {
    core_->service.reject(in, error, detail, out);
  } catch (...) {
    over_ = true;
  }
  if (error == protocol_error::internal) return;
  out.close = true;
  linger_ = true;
}

awaitable<connection::wake> connection::wait(direction d, clock::time_point deadline) {
  waiting_for_ = d;
  deadline_ = deadline;
  burst_ = 0;
  return boost::asio::async_initiate<decltype(use_awaitable)&, void(wake)>(
      [this](auto handler) { waiter_ = std::move(handler); }, use_awaitable);
}

awaitable<void> connection::give_way() {
  co_await boost::asio::post(core_->io.get_executor(), use_awaitable);
}

void connection::wake_up(wake why) {
  auto waiter = std::exchange(waiter_, nullptr);
  waiter(why);
}

void connection::on_events(std::uint32_t epoll_events) {
  if (epoll_events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) peer_done_ = true;
  if (epoll_events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) readable_ = true;
  if (epoll_events & (EPOLLOUT | EPOLLHUP | EPOLLERR)) writable_ = true;
  if (waiter_ && (waiting_for_ == direction::read ? readable_ : writable_)) wake_up(wake::ready);
}

void connection::expire(clock::time_point now) {
  if (waiter_ && now >= deadline_) wake_up(wake::expired);
}

void connection::drain() {
  if (!waiter_ || waiting_for_ != direction::read || exchange_ || linger_) return;
  readable_ = true;  // a last look whether a request has begun to arrive
  wake_up(wake::ready);
}

void connection::abort() {
  over_ = true;
  ::shutdown(socket_.get(), SHUT_RDWR);
  if (waiter_) wake_up(wake::stopped);
}

}  // namespace todod::http
