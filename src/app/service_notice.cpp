// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/service_notice.hpp"

#include <fmt/format.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <ctime>
#include <utility>

namespace todod::app {
namespace {

// After the drain: threads end, databases close.
constexpr std::chrono::seconds time_to_end{10};

}  // namespace

service_notice::service_notice(std::string address) : address_(std::move(address)) {
  const bool usable = address_.size() > 1 && address_.size() < sizeof(sockaddr_un::sun_path) &&
                      (address_[0] == '/' || address_[0] == '@');
  if (usable) socket_ = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

service_notice::~service_notice() {
  if (socket_ >= 0) close(socket_);
}

void service_notice::ready(std::string_view status) {
  send(fmt::format("READY=1\nSTATUS={}", status));
}

// systemd compares the time with that of its SIGHUP (Type=notify-reload, from systemd 253 on).
void service_notice::reloading() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  send(fmt::format("RELOADING=1\nMONOTONIC_USEC={}",
                   static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1'000));
}

void service_notice::stopping(std::chrono::seconds within) {
  send(fmt::format(
      "STOPPING=1\nSTATUS=ending: requests under way may finish\nEXTEND_TIMEOUT_USEC={}",
      std::chrono::microseconds(within + time_to_end).count()));
}

void service_notice::alive() {
  send("WATCHDOG=1");
}

void service_notice::send(std::string_view message) noexcept {
  if (socket_ < 0) return;
  sockaddr_un to{};
  to.sun_family = AF_UNIX;
  std::memcpy(to.sun_path, address_.data(), address_.size());
  if (to.sun_path[0] == '@') to.sun_path[0] = '\0';  // the abstract namespace: no NUL at the end
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + address_.size());
  // What fails is lost: there is nobody else to tell.
  [[maybe_unused]] const auto sent = sendto(socket_, message.data(), message.size(), MSG_NOSIGNAL,
                                            reinterpret_cast<const sockaddr*>(&to), size);
}

}  // namespace todod::app
