// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/log_output.hpp"

#include <climits>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace todod::observability {

log_output::log_output(int descriptor) : descriptor_(descriptor) {
  struct stat facts = {};
  if (::fstat(descriptor, &facts) != 0) {
    broken_ = true;
    return;
  }
  if (S_ISSOCK(facts.st_mode)) {
    kind_ = kind::socket;
  } else if (S_ISREG(facts.st_mode)) {
    kind_ = kind::non_blocking;  // a file has no reader to wait for
  } else if (S_ISFIFO(facts.st_mode) || S_ISCHR(facts.st_mode)) {
    // Not for files: a second description would have an offset of its own.
    const std::string path = "/proc/self/fd/" + std::to_string(descriptor);
    own_ = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (own_ >= 0) {
      descriptor_ = own_;
      kind_ = kind::non_blocking;
    }
  }
}

log_output::~log_output() {
  if (own_ >= 0) ::close(own_);
}

long log_output::write_some(std::string_view bytes) noexcept {
  for (;;) {
    ssize_t n = 0;
    if (kind_ == kind::socket) {
      n = ::send(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    } else if (kind_ == kind::non_blocking) {
      n = ::write(descriptor_, bytes.data(), bytes.size());
    } else {
      // What poll calls writable takes PIPE_BUF bytes without blocking (pipe(7)).
      pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
      if (::poll(&ready, 1, 0) == 0) return 0;
      n = ::write(descriptor_, bytes.data(), std::min<std::size_t>(bytes.size(), PIPE_BUF));
    }
    if (n > 0) return n;
    if (n < 0 && errno == EINTR) continue;
    if (n == 0 || errno == EAGAIN || errno == EWOULDBLOCK) return 0;
    if (errno == ENOSPC || errno == EDQUOT || errno == ENOBUFS) return 0;  // may pass
    return -1;
  }
}

std::size_t log_output::write_locked(std::string_view lines) noexcept {
  while (!broken_ && !rest_.empty()) {
    const long n = write_some(rest_);
    if (n == 0) return 0;
    if (n < 0)
      broken_ = true;
    else
      rest_.erase(0, static_cast<std::size_t>(n));
  }
  std::size_t done = 0;
  while (!broken_ && done < lines.size()) {
    const long n = write_some(lines.substr(done));
    if (n < 0) broken_ = true;
    if (n <= 0) break;
    done += static_cast<std::size_t>(n);
  }
  if (broken_) return lines.size();
  if (done == 0 || done == lines.size() || lines[done - 1] == '\n') return done;
  const auto newline = lines.find('\n', done);
  const auto end = newline == std::string_view::npos ? lines.size() : newline + 1;
  rest_.assign(lines.substr(done, end - done));
  return end;
}

std::size_t log_output::write_lines(std::string_view lines) noexcept {
  const std::scoped_lock lock(mutex_);
  return write_locked(lines);
}

void log_output::write_lines_patiently(std::string_view lines,
                                       std::chrono::milliseconds patience) noexcept {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  const std::scoped_lock lock(mutex_);
  for (;;) {
    lines.remove_prefix(write_locked(lines));
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if ((lines.empty() && rest_.empty()) || broken_ || left.count() <= 0) return;
    pollfd ready{.fd = descriptor_, .events = POLLOUT, .revents = 0};
    ::poll(&ready, 1, static_cast<int>(left.count()));
  }
}

}  // namespace todod::observability
