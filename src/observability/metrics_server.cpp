// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/metrics_server.hpp"

#include <fmt/format.h>

#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <system_error>

namespace todod::observability {
namespace {

using steady = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& host, std::uint16_t port, const std::string& why) {
  throw std::runtime_error(
      fmt::format("metrics cannot be served on {}:{}: {}; set METRICS_PORT to a free port, or to "
                  "nothing",
                  host, port, why));
}

int open_listener(const std::string& host, std::uint16_t port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int error = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (error != 0) fail(host, port, ::gai_strerror(error));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
  int code = 0;
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
    const int fd = ::socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    if (fd >= 0 && ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
        ::bind(fd, at->ai_addr, at->ai_addrlen) == 0 && ::listen(fd, 16) == 0) {
      return fd;
    }
    code = errno;
    if (fd >= 0) ::close(fd);
  }
  fail(host, port, std::generic_category().message(code));
}

std::uint16_t port_of(int fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.ss_family == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                   : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

/// Whether `fd` became ready, and `wake` not, before `until`.
bool wait_for(int fd, short what, int wake, steady::time_point until) {
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - steady::now()).count();
    if (left <= 0) return false;
    std::array<pollfd, 2> ready{
        {{.fd = fd, .events = what, .revents = 0}, {.fd = wake, .events = POLLIN, .revents = 0}}};
    const int n = ::poll(ready.data(), ready.size(), static_cast<int>(left));
    if (n < 0 && errno == EINTR) continue;
    return n > 0 && ready[1].revents == 0;
  }
}

std::string read_head(int fd, int wake, steady::time_point until) {
  std::string head;
  std::array<char, 1024> chunk;
  while (head.find("\r\n\r\n") == std::string::npos &&
         head.size() < metrics_server::request_max_bytes) {
    const ssize_t n = ::recv(fd, chunk.data(), chunk.size(), MSG_DONTWAIT);
    if (n > 0) {
      head.append(chunk.data(), static_cast<std::size_t>(n));
    } else if (n == 0 || (errno != EAGAIN && errno != EINTR) ||
               !wait_for(fd, POLLIN, wake, until)) {
      return {};
    }
  }
  return head;
}

void send_all(int fd, int wake, std::string_view bytes, steady::time_point until) {
  while (!bytes.empty()) {
    const ssize_t n = ::send(fd, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (n > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if ((errno != EAGAIN && errno != EINTR) || !wait_for(fd, POLLOUT, wake, until)) {
      return;
    }
  }
}

std::string make_answer(std::string_view status, std::string_view type, std::string_view body,
                        std::string_view more, bool head_only) {
  std::string answer = fmt::format(
      "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n"
      "X-Content-Type-Options: nosniff\r\n{}Connection: close\r\n\r\n",
      status, type, body.size(), more);
  if (!head_only) answer += body;
  return answer;
}

std::string answer_to(std::string_view head, const std::function<std::string()>& text) {
  constexpr std::string_view plain = "text/plain; charset=utf-8";
  const std::string_view line = head.substr(0, head.find("\r\n"));
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (head.find("\r\n\r\n") == std::string_view::npos || first == last ||
      !line.substr(last + 1).starts_with("HTTP/1.")) {
    return make_answer("400 Bad Request", plain, "not a request\n", "", false);
  }
  const std::string_view method = line.substr(0, first);
  std::string_view target = line.substr(first + 1, last - first - 1);
  target = target.substr(0, target.find('?'));
  const bool head_only = method == "HEAD";
  if (target != "/metrics") {
    return make_answer("404 Not Found", plain, "only /metrics is here\n", "", head_only);
  }
  if (method != "GET" && !head_only) {
    return make_answer("405 Method Not Allowed", plain, "only GET\n", "Allow: GET, HEAD\r\n",
                       false);
  }
  return make_answer("200 OK", "text/plain; version=0.0.4; charset=utf-8", text(), "", head_only);
}

}  // namespace

metrics_server::metrics_server(const std::string& host, std::uint16_t port,
                               std::function<std::string()> text)
    : text_(std::move(text)), listener_(open_listener(host, port)), port_(port_of(listener_)) {
  wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (wake_ < 0) {
    const int code = errno;
    ::close(listener_);
    fail(host, port, std::generic_category().message(code));
  }
  thread_ = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

metrics_server::~metrics_server() {
  thread_.request_stop();
  ::eventfd_write(wake_, 1);
  thread_.join();
  ::close(listener_);
  ::close(wake_);
}

void metrics_server::serve(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (!wait_for(listener_, POLLIN, wake_, steady::now() + std::chrono::minutes{1})) continue;
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (connection < 0) {
      // Out of descriptors: the listener stays readable, so breathe before trying again.
      if (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS) {
        wait_for(wake_, POLLIN, wake_, steady::now() + std::chrono::milliseconds{100});
      }
      continue;
    }
    answer(connection);
    ::close(connection);
  }
}

void metrics_server::answer(int connection) const {
  const auto until = steady::now() + deadline;
  try {
    const std::string head = read_head(connection, wake_, until);
    if (head.empty()) return;
    send_all(connection, wake_, answer_to(head, text_), until);
    ::shutdown(connection, SHUT_WR);
  } catch (const std::exception&) {
    // Out of memory: the scraper sees a closed connection and comes again.
  }
}

}  // namespace todod::observability
