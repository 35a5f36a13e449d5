// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/poller.hpp"

#include <boost/system/system_error.hpp>

#include <sys/epoll.h>

#include <array>
#include <cerrno>

namespace todod::http {
namespace {

int make_epoll() {
  const int fd = ::epoll_create1(EPOLL_CLOEXEC);
  if (fd < 0) {
    throw boost::system::system_error(errno, boost::system::system_category(), "epoll_create1");
  }
  return fd;
}

}  // namespace

poller::poller(boost::asio::io_context& io, std::chrono::steady_clock::duration patience)
    : epoll_(io.get_executor(), make_epoll()), patience_(patience) {}

bool poller::add(int fd, pollable& target, std::uint32_t epoll_events) noexcept {
  epoll_event event{};
  event.events = epoll_events;
  event.data.ptr = &target;
  return ::epoll_ctl(epoll_.native_handle(), EPOLL_CTL_ADD, fd, &event) == 0;
}

void poller::remove(int fd) noexcept {
  if (epoll_.is_open()) ::epoll_ctl(epoll_.native_handle(), EPOLL_CTL_DEL, fd, nullptr);
}

void poller::start(std::weak_ptr<void> owner, std::function<void()> after_batch) {
  owner_ = std::move(owner);
  after_batch_ = std::move(after_batch);
  wait();
}

void poller::stop() {
  boost::system::error_code ignored;
  epoll_.close(ignored);
}

void poller::wait() {
  epoll_.async_wait(descriptor::wait_read,
                    [this, owner = owner_](const boost::system::error_code& ec) {
                      const auto alive = owner.lock();
                      if (!ec && alive && epoll_.is_open()) deliver();
                    });
}

void poller::deliver() {
  std::array<epoll_event, batch_max> events;
  delivering_ = true;
  const auto now = std::chrono::steady_clock::now();
  if (left_none_ || now - waiting_since_ > patience_) waiting_since_ = now;
  const int ready = ::epoll_wait(epoll_.native_handle(), events.data(), batch_max, 0);
  left_none_ = ready < batch_max;
  for (int i = 0; i < ready; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    static_cast<pollable*>(event.data.ptr)->on_events(event.events);
  }
  delivering_ = false;
  after_batch_();
  if (epoll_.is_open()) wait();
}

}  // namespace todod::http
