// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/poller.hpp"

#include <boost/system/system_error.hpp>

#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <array>
#include <cerrno>

namespace todod::http {
namespace {

[[noreturn]] void fail(const char* call) {
  throw boost::system::system_error(errno, boost::system::system_category(), call);
}

int made(int fd, const char* by) {
  if (fd < 0) fail(by);
  return fd;
}

}  // namespace

poller::poller(boost::asio::io_context& io, wait_bounds bounds)
    : epoll_(io.get_executor(), made(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      bounds_(bounds) {
  if (!add(mark_.fd(), mark_, EPOLLIN | EPOLLET)) fail("epoll_ctl");
}

poller::mark::mark(poller& owner)
    : owner_(owner), event_(made(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {}

void poller::mark::put() {
  owner_.waiting_since_ = std::chrono::steady_clock::now();
  is_out_ = ::eventfd_write(event_.get(), 1) == 0;  // edge-triggered: each write is an event
}

void poller::mark::on_events(std::uint32_t) {
  is_out_ = false;
  if (owner_.left_some_) put();
}

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

bool poller::is_late(time_point now) noexcept {
  if (!delivering_ || now - waiting_since_ <= wait_max(now)) return false;
  overloaded_until_ = now + overload_memory;
  return true;
}

void poller::deliver() {
  std::array<epoll_event, batch_max> events;
  delivering_ = true;
  const int ready = ::epoll_wait(epoll_.native_handle(), events.data(), batch_max, 0);
  left_some_ = ready == batch_max;
  const auto now = std::chrono::steady_clock::now();
  if (!mark_.is_out() || now - waiting_since_ > wait_max(now) * 6 / 5) waiting_since_ = now;
  if (left_some_ && !mark_.is_out()) mark_.put();
  for (int i = 0; i < ready; ++i) {
    const epoll_event& event = events[static_cast<std::size_t>(i)];
    static_cast<pollable*>(event.data.ptr)->on_events(event.events);
  }
  delivering_ = false;
  after_batch_();
  if (epoll_.is_open()) wait();
}

}  // namespace todod::http
