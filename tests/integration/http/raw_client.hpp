// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A client that sends bytes and reads answers; nothing takes longer than ten seconds.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace todod::http {

struct answer {
  int status = 0;  ///< 0: the connection ended instead
  std::string head;
  std::string body;

  /// Value of the field, "" without it.
  [[nodiscard]] std::string field(std::string_view name) const {
    const std::size_t at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return {};
    const std::size_t start = at + name.size() + 4;
    return head.substr(start, head.find("\r\n", start) - start);
  }
};

class raw_client {
 public:
  explicit raw_client(std::uint16_t port, int receive_buffer_bytes = 0)
      : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{.tv_sec = 10, .tv_usec = 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (receive_buffer_bytes > 0) {
      ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
    }
    const int on = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
      throw std::runtime_error(std::string("connect: ") + std::strerror(errno));
    }
  }
  raw_client(raw_client&& other) noexcept
      : fd_(std::exchange(other.fd_, -1)), received_(std::move(other.received_)) {}
  ~raw_client() { close(); }

  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

  /// False if the server does not take it all.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  /// Sends until the server takes no more for now; how many bytes it took.
  std::size_t send_what_fits(std::string_view bytes) {
    std::size_t all = 0;
    for (;;) {
      const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent <= 0) return all;
      all += static_cast<std::size_t>(sent);
    }
  }
  void shut_down_sending() { ::shutdown(fd_, SHUT_WR); }

  answer read_answer(bool to_head = false) {
    answer got;
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!receive()) return got;
    }
    got.head = received_.substr(0, end + 2);
    received_.erase(0, end + 4);
    got.status = std::stoi(got.head.substr(9, 3));
    const std::string length = got.field("Content-Length");
    const std::size_t size = to_head || length.empty() ? 0 : std::stoul(length);
    while (received_.size() < size) {
      if (!receive()) return {};
    }
    got.body = received_.substr(0, size);
    received_.erase(0, size);
    return got;
  }
  /// Takes what is there, at most 64 KiB, and keeps it for read_answer().
  bool read_a_little() { return receive(); }
  answer exchange(std::string_view bytes) {
    send(bytes);
    return read_answer();
  }
  /// True if the server has ended the connection in order (no reset) and sent nothing more.
  bool ended() {
    if (!received_.empty()) return false;
    char byte = 0;
    return ::recv(fd_, &byte, 1, 0) == 0;
  }
  /// True if the connection is over, in order or not, once what came before is read.
  bool is_over() {
    while (receive())
      received_.clear();
    return errno != EAGAIN && errno != EWOULDBLOCK;
  }
  [[nodiscard]] bool has_input() const {
    pollfd one{.fd = fd_, .events = POLLIN, .revents = 0};
    return ::poll(&one, 1, 0) == 1;
  }

 private:
  bool receive() {
    char bytes[65536];
    errno = 0;
    const ssize_t got = ::recv(fd_, bytes, sizeof bytes, 0);
    if (got > 0) received_.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
  }

  int fd_;
  std::string received_;
};

inline std::string get(std::string_view path, std::string_view fields = "") {
  return std::string("GET ")
      .append(path)
      .append(" HTTP/1.1\r\nHost: a\r\n")
      .append(fields)
      .append("\r\n");
}

inline std::string post(std::string_view path, std::string_view body,
                        std::string_view fields = "") {
  return std::string("POST ")
      .append(path)
      .append(" HTTP/1.1\r\nHost: a\r\nContent-Length: ")
      .append(std::to_string(body.size()))
      .append("\r\n")
      .append(fields)
      .append("\r\n")
      .append(body);
}

}  // namespace todod::http
