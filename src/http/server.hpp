// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The HTTP/1.1 server of one I/O thread: its listening socket, its connections and their deadlines.
#pragma once

#include "http/limits.hpp"
#include "http/service.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace todod::http {

/// Shared by the servers of a process; any thread.
struct connection_gauge {
  std::atomic<std::size_t> open{0};
  std::atomic<std::uint64_t> accepted{0};
  std::atomic<std::uint64_t> refused{0};  ///< answered 503 for want of room
};

/// A listening socket with SO_REUSEPORT (when `share`) and a backlog of SOMAXCONN. `host` is an
/// address or a name; port 0 takes a free one. Throws boost::system::system_error ("address in
/// use", "permission denied", ...).
[[nodiscard]] boost::asio::ip::tcp::endpoint resolve_listen_address(const std::string& host,
                                                                    std::uint16_t port);
[[nodiscard]] int open_listener(const boost::asio::ip::tcp::endpoint& at, bool share);

/// What a drain does with connections that the kernel has made and nobody has accepted yet.
enum class queued_connections : std::uint8_t {
  serve,       ///< accept them: they end with the listening socket
  leave_them,  ///< somebody else holds the listening socket, and the next process accepts them
};

class server {
 public:
  /// Takes over the listening descriptor. `io`, `service` and `gauge` outlive the server. One
  /// thread runs `io`.
  server(boost::asio::io_context& io, int listener, const limits& bounds, service& service,
         connection_gauge& gauge);
  ~server();
  server(const server&) = delete;
  server& operator=(const server&) = delete;

  void start();

  /// New bounds, as far as they are judged while a connection lives: its timeouts, and
  /// connections_max. Sizes stay as they were. Call on the I/O thread.
  void change_limits(const limits& bounds);

  /// Stops accepting, closes idle connections, lets requests under way finish with `Connection:
  /// close`, and calls `done` (on the I/O thread) when no connection is left. A connection without
  /// a request so far is given limits::fresh_grace for its first one. Call on the I/O thread.
  void drain(std::function<void()> done, queued_connections queued);

  /// Closes everything at once. Call on the I/O thread.
  void close_all();

 private:
  struct state;
  std::shared_ptr<state> state_;
};

}  // namespace todod::http
