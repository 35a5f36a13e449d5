// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/server_core.hpp"

#include "http/connection.hpp"

#include <boost/asio/post.hpp>

#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace todod::http {
namespace {

// Deadlines are checked this often: at most a quarter of the shortest late.
std::chrono::milliseconds tick_interval(const limits& bounds) {
  using std::chrono::milliseconds;
  const auto shortest = std::min({bounds.head_timeout, bounds.request_timeout, bounds.idle_timeout,
                                  bounds.write_timeout, bounds.linger_timeout});
  return std::clamp(shortest / 4, milliseconds(2), milliseconds(250));
}

// Of a connection that died in the queue: the next one may be fine (accept(2), "Error handling").
bool concerns_one_connection(int error) noexcept {
  switch (error) {
    case EINTR:
    case ECONNABORTED:
    case EPROTO:
    case ENOPROTOOPT:
    case ENETDOWN:
    case EHOSTDOWN:
    case ENONET:
    case EHOSTUNREACH:
    case EOPNOTSUPP:
    case ENETUNREACH:
    case EPERM:
      return true;
    default:
      return false;
  }
}

}  // namespace

server_core::server_core(boost::asio::io_context& context, int listening, const limits& all_bounds,
                         http::service& the_service, connection_gauge& the_gauge)
    : io(context),
      bounds(all_bounds),
      service(the_service),
      gauge(the_gauge),
      poller(context, {bounds.queue_delay_max, bounds.standing_queue_delay_max}),
      exchanges(bounds),
      listener_(listening),
      listener_events_(*this),
      timer_(context.get_executor()) {}

void server_core::start() {
  const int on = 1;  // accepted sockets inherit it
  ::setsockopt(listener_.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  poller.start(weak_from_this(), [this] { graveyard_.clear(); });
  listen_again();
}

void server_core::listen_again() {
  accept_paused_ = listener_.is_open() && !poller.add(listener_.get(), listener_events_, EPOLLIN);
  if (accept_paused_) arm_tick();
}

// Out of descriptors or memory: the kernel would report the listener as ready again and again.
void server_core::pause_accepting() {
  poller.remove(listener_.get());
  accept_paused_ = true;
  arm_tick();
}

void server_core::stop_accepting() {
  if (!listener_.is_open()) return;
  poller.remove(listener_.get());
  listener_.reset();
  accept_paused_ = false;
}

void server_core::accept_ready() {
  for (int i = 0; i < accept_batch_max && listener_.is_open(); ++i) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    file_descriptor socket(::accept4(listener_.get(), reinterpret_cast<sockaddr*>(&peer), &size,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.is_open()) {
      welcome(std::move(socket), peer);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      return;
    } else if (!concerns_one_connection(errno)) {
      return pause_accepting();
    }
  }
}

void server_core::welcome(file_descriptor socket, const sockaddr_storage& peer) {
  const bool refused = gauge.open.fetch_add(1) >= bounds.connections_max;
  if (refused) {
    gauge.open.fetch_sub(1);
    gauge.refused.fetch_add(1);
    ++refused_;
  } else {
    gauge.accepted.fetch_add(1);
  }
  auto added = std::make_shared<connection>(shared_from_this(), std::move(socket), peer, refused);
  added->index = connections_.size();
  connections_.push_back(added);
  if (!poller.add(added->socket(), *added, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET)) {
    return leave(*added);
  }
  arm_tick();
  added->start();
}

void server_core::leave(connection& gone) {
  if (abandoned) return;
  std::shared_ptr<connection>& place = connections_[gone.index];
  std::swap(place, connections_.back());
  place->index = gone.index;
  if (poller.delivering()) graveyard_.push_back(std::move(connections_.back()));
  connections_.pop_back();
  if (gone.refused()) {
    --refused_;
  } else {
    gauge.open.fetch_sub(1);
  }
  finish_if_empty();
}

void server_core::hold(std::size_t bytes) {
  unsent_bytes_ += bytes;
  std::size_t too_much =
      unsent_bytes_ > bounds.unsent_max_bytes ? unsent_bytes_ - bounds.unsent_max_bytes : 0;
  while (too_much > 0) {
    std::shared_ptr<connection> oldest;
    for (const auto& each : connections_) {
      if (each->held_bytes() == 0) continue;
      if (!oldest || each->received() < oldest->received()) oldest = each;
    }
    if (!oldest) return;
    too_much -= std::min(too_much, oldest->held_bytes());
    oldest->abort();
  }
}

void server_core::arm_tick() {
  if (ticking_) return;
  ticking_ = true;
  timer_.expires_after(tick_interval(bounds));
  timer_.async_wait([this, owner = weak_from_this()](const boost::system::error_code& ec) {
    const auto alive = owner.lock();
    if (ec || !alive) return;
    ticking_ = false;
    tick();
  });
}

void server_core::tick() {
  if (accept_paused_) listen_again();
  const auto now = std::chrono::steady_clock::now();
  // Whoever expires may leave the list, so it is not walked by place.
  const std::vector<std::shared_ptr<connection>> all = connections_;
  for (const auto& each : all)
    each->expire(now);
  if (!connections_.empty()) arm_tick();
}

void server_core::change_limits(const limits& changed) {
  bounds.head_timeout = changed.head_timeout;
  bounds.request_timeout = changed.request_timeout;
  bounds.idle_timeout = changed.idle_timeout;
  bounds.connections_max = changed.connections_max;
}

void server_core::drain(std::function<void()> done, queued_connections queued) {
  if (queued == queued_connections::serve) accept_ready();
  draining = true;
  drained_ = std::move(done);
  stop_accepting();
  const std::vector<std::shared_ptr<connection>> all = connections_;
  for (const auto& each : all)
    each->drain();
  finish_if_empty();
}

void server_core::close_all() {
  closed_ = true;
  stop_accepting();
  const std::vector<std::shared_ptr<connection>> all = connections_;
  for (const auto& each : all)
    each->abort();
  finish_if_empty();
}

void server_core::abandon() {
  close_all();
  abandoned = true;
  // What is left waits in a handler; its coroutine holds it.
  gauge.open.fetch_sub(connections_.size() - refused_);
  connections_.clear();
  drained_ = nullptr;
  timer_.cancel();
  poller.stop();
}

void server_core::finish_if_empty() {
  if (!connections_.empty() || listener_.is_open() || !(draining || closed_)) return;
  timer_.cancel();
  poller.stop();
  if (drained_) boost::asio::post(io.get_executor(), std::exchange(drained_, nullptr));
}

}  // namespace todod::http
