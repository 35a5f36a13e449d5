// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/this_process.hpp"

#include <fmt/format.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace todod::app {
namespace {

/// For all that is no client: database, log, key set, metrics, connections that are being refused.
constexpr std::size_t other_descriptors = 256;

/// In a signal handler: async-signal-safe calls only (signal-safety(7)).
void tell_and_end(int) noexcept {
  constexpr char line[] =
      "todod: the database's files can no longer be written to, not even those that are open: is "
      "the file system read-only? Ending by SIGBUS; nothing that was acknowledged is lost\n";
  [[maybe_unused]] const auto told = write(STDERR_FILENO, line, sizeof line - 1);
}

}  // namespace

void keep_memory_private() noexcept {
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // which cannot fail with this value
}

void tell_of_lost_files() noexcept {
  struct sigaction action = {};
  action.sa_handler = tell_and_end;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // what failed is tried again, and ends it
  sigaction(SIGBUS, &action, nullptr);
}

std::size_t make_room_for(std::size_t connections) noexcept {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return connections;
  const rlim_t wanted = connections + other_descriptors;
  if (files.rlim_cur < wanted) {
    files.rlim_cur = std::min(wanted, files.rlim_max);
    if (setrlimit(RLIMIT_NOFILE, &files) != 0) getrlimit(RLIMIT_NOFILE, &files);
  }
  if (files.rlim_cur >= wanted) return connections;
  return files.rlim_cur > 2 * other_descriptors ? files.rlim_cur - other_descriptors
                                                : files.rlim_cur / 2;
}

std::vector<std::string> advice(std::size_t wanted, std::size_t possible) {
  std::vector<std::string> lines;
  if (geteuid() == 0) {
    lines.emplace_back("running as root, which todod has no use for: give it a user of its own");
  }
  if (possible < wanted) {
    lines.push_back(
        fmt::format("MAX_CONNECTIONS is {}, but the limit of open files leaves room for {}: raise "
                    "it (ulimit -Hn, LimitNOFILE=)",
                    wanted, possible));
  }
  return lines;
}

}  // namespace todod::app
