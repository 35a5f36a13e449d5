// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/file_descriptor.hpp"
#include "http/server.hpp"

#include <boost/asio/ip/address.hpp>
#include <boost/system/system_error.hpp>

#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>

namespace todod::http {
namespace {

using boost::asio::ip::tcp;

[[noreturn]] void throw_errno(const char* what) {
  throw boost::system::system_error(errno, boost::system::system_category(), what);
}

void set_option(int fd, int level, int name) {
  const int on = 1;
  if (::setsockopt(fd, level, name, &on, sizeof on) != 0) throw_errno("setsockopt");
}

}  // namespace

tcp::endpoint resolve_listen_address(const std::string& host, std::uint16_t port) {
  boost::system::error_code ec;
  const auto address = boost::asio::ip::make_address(host, ec);
  if (!ec) return {address, port};

  // IPv4 first: what "localhost" means to the clients of a server that says where it listens.
  for (const int family : {AF_INET, AF_INET6}) {
    addrinfo hints{};
    hints.ai_family = family;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) continue;
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found, ::freeaddrinfo);
    tcp::endpoint at;
    at.resize(found->ai_addrlen);
    std::memcpy(at.data(), found->ai_addr, found->ai_addrlen);
    at.port(port);
    return at;
  }
  throw boost::system::system_error(boost::asio::error::host_not_found, host);
}

int open_listener(const tcp::endpoint& at, bool share) {
  file_descriptor fd(::socket(at.protocol().family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC,
                              at.protocol().protocol()));
  if (!fd.is_open()) throw_errno("socket");
  set_option(fd.get(), SOL_SOCKET, SO_REUSEADDR);
  if (share) set_option(fd.get(), SOL_SOCKET, SO_REUSEPORT);
  if (::bind(fd.get(), at.data(), static_cast<socklen_t>(at.size())) != 0) throw_errno("bind");
  if (::listen(fd.get(), SOMAXCONN) != 0) throw_errno("listen");
  return fd.release();
}

}  // namespace todod::http
