// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/listeners.hpp"

#include "app/application.hpp"
#include "http/server.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace todod::app {
namespace {

using boost::asio::ip::tcp;

tcp::endpoint local_endpoint(int descriptor) {
  tcp::endpoint at;
  auto size = static_cast<socklen_t>(at.capacity());
  if (getsockname(descriptor, at.data(), &size) != 0) {
    throw start_error("the listening socket has no address");
  }
  at.resize(size);
  return at;
}

std::string url_of(const tcp::endpoint& at) {
  const auto address = at.address().to_string();
  return at.address().is_v6() ? fmt::format("http://[{}]:{}", address, at.port())
                              : fmt::format("http://{}:{}", address, at.port());
}

bool listens_for_tcp(int descriptor) {
  const auto option = [descriptor](int name) {
    int value = -1;
    socklen_t size = sizeof value;
    return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : -1;
  };
  const int family = option(SO_DOMAIN);
  return (family == AF_INET || family == AF_INET6) && option(SO_TYPE) == SOCK_STREAM &&
         option(SO_ACCEPTCONN) == 1;
}

[[noreturn]] void explain(const boost::system::system_error& error, const std::string& host,
                          std::uint16_t port) {
  const auto code = error.code();
  std::string advice = "see that HOST names an address of this machine";
  if (code == boost::system::errc::address_in_use) {
    advice =
        "another program listens there: stop it, or set PORT to another one (0 takes any that is "
        "free)";
  } else if (code == boost::system::errc::permission_denied) {
    advice = "ports below 1024 need a right that this user does not have: set PORT to a higher one";
  }
  throw start_error(
      fmt::format("cannot listen on {} port {}: {}; {}", host, port, code.message(), advice));
}

}  // namespace

listeners::listeners(const std::string& host, std::uint16_t port, unsigned count) {
  try {
    // Sockets that share a port would also share it with another todod of this user, so whether the
    // port is free is tried first without sharing.
    auto at = http::resolve_listen_address(host, port);
    descriptors_.push_back(http::open_listener(at, false));
    at = local_endpoint(descriptors_.back());
    if (count > 1) {
      close(descriptors_.back());
      descriptors_.clear();
      while (descriptors_.size() < count)
        descriptors_.push_back(http::open_listener(at, true));
    }
    url_ = url_of(at);
  } catch (const boost::system::system_error& error) {
    explain(error, host, port);
  }
}

listeners::listeners(std::vector<int> passed, unsigned count) : are_passed_(true) {
  const std::size_t threads = std::max<std::size_t>(count, passed.size());
  for (const int descriptor : passed) {
    if (listens_for_tcp(descriptor)) continue;
    throw start_error(
        fmt::format("descriptor {} was passed by the service manager and does not listen for TCP; "
                    "the socket unit needs ListenStream=ADDRESS:PORT and Accept=no",
                    descriptor));
  }
  url_ = url_of(local_endpoint(passed.front()));
  for (std::size_t i = 0; i < threads; ++i) {
    const int from = passed[i % passed.size()];
    const int own = fcntl(from, F_DUPFD_CLOEXEC, 0);
    if (own < 0) throw start_error("a passed descriptor cannot be duplicated: too many are open");
    descriptors_.push_back(own);
    fcntl(own, F_SETFL, fcntl(own, F_GETFL) | O_NONBLOCK);
  }
  for (const int descriptor : passed)
    close(descriptor);
}

listeners::~listeners() {
  for (const int descriptor : descriptors_)
    close(descriptor);
}

std::vector<int> listeners::release() {
  return std::exchange(descriptors_, {});
}

}  // namespace todod::app
