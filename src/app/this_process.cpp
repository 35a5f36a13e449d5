// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/this_process.hpp"

#include <fmt/format.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace todod::app {
namespace {

/// For all that is no client: database, log, key set, metrics, connections that are being refused.
constexpr std::size_t other_descriptors = 256;

}  // namespace

void keep_memory_private() noexcept {
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);  // which cannot fail with this value
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
