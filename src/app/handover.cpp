// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/handover.hpp"

#include <unistd.h>

#include <charconv>
#include <cstdlib>

namespace todod::app {
namespace {

constexpr int first_passed_descriptor = 3;  // SD_LISTEN_FDS_START
constexpr long passed_max = 256;

/// -1 where there is no such number.
long number(const variable_lookup& variable, std::string_view name) {
  const auto text = variable(name);
  if (!text) return -1;
  long value = -1;
  const char* const last = text->data() + text->size();
  const auto [end, error] = std::from_chars(text->data(), last, value);
  return error == std::errc{} && end == last && value >= 0 ? value : -1;
}

}  // namespace

handover read_handover(const variable_lookup& variable, long process_id) {
  handover found;
  const long count = number(variable, "LISTEN_FDS");
  if (count > 0 && count <= passed_max && number(variable, "LISTEN_PID") == process_id) {
    for (int i = 0; i < static_cast<int>(count); ++i)
      found.sockets.push_back(first_passed_descriptor + i);
  }
  found.notify_socket = variable("NOTIFY_SOCKET").value_or("");
  const long interval = number(variable, "WATCHDOG_USEC");
  const bool for_us = !variable("WATCHDOG_PID") || number(variable, "WATCHDOG_PID") == process_id;
  if (interval > 0 && for_us) found.watchdog = std::chrono::microseconds{interval};
  return found;
}

handover take_handover() {
  const auto variable = [](std::string_view name) -> std::optional<std::string> {
    const char* const value = std::getenv(std::string(name).c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  };
  handover found = read_handover(variable, getpid());
  for (const char* name : {"LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES", "NOTIFY_SOCKET",
                           "WATCHDOG_USEC", "WATCHDOG_PID"}) {
    unsetenv(name);
  }
  return found;
}

}  // namespace todod::app
