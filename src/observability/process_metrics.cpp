// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/process_metrics.hpp"

#include "observability/metric_family.hpp"

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace todod::observability {
namespace {

/// What follows "pid (name) " in /proc/self/stat (proc(5)): the fields from the third on.
struct process_stat {
  double start_ticks = 0;     // field 22, since boot
  double threads = 0;         // field 20
  double virtual_bytes = 0;   // field 23
  double resident_pages = 0;  // field 24
};

std::optional<process_stat> read_process_stat() {
  std::ifstream file("/proc/self/stat");
  std::string line;
  if (!std::getline(file, line)) return std::nullopt;
  const auto name_end = line.rfind(')');  // the name may hold anything
  if (name_end == std::string::npos) return std::nullopt;
  std::istringstream fields(line.substr(name_end + 1));
  process_stat stat;
  std::string field;
  for (int number = 3; number <= 24 && fields >> field; ++number) {
    if (number == 20) stat.threads = std::stod(field);
    if (number == 22) stat.start_ticks = std::stod(field);
    if (number == 23) stat.virtual_bytes = std::stod(field);
    if (number == 24) stat.resident_pages = std::stod(field);
  }
  return stat;
}

double seconds_of(clockid_t id) {
  timespec at{};
  ::clock_gettime(id, &at);
  return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
}

/// By two clocks instead of /proc/stat, which a sandbox may hide. Once: the clocks drift apart.
double boot_time() {
  static const double at = seconds_of(CLOCK_REALTIME) - seconds_of(CLOCK_BOOTTIME);
  return at;
}

double open_descriptors() {
  std::error_code error;
  double n = 0;
  for (std::filesystem::directory_iterator at("/proc/self/fd", error), end; !error && at != end;
       at.increment(error)) {
    ++n;
  }
  return n > 0 ? n - 1 : 0;  // without the one that reads the folder
}

double in_seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

void collect_process(std::vector<prometheus::MetricFamily>& to) {
  rusage usage{};
  if (::getrusage(RUSAGE_SELF, &usage) == 0) {
    to.push_back(one_counter("process_cpu_seconds_total", "User and system CPU time spent.",
                             in_seconds(usage.ru_utime) + in_seconds(usage.ru_stime)));
  }
  if (const auto stat = read_process_stat()) {
    const auto page = static_cast<double>(::sysconf(_SC_PAGESIZE));
    to.push_back(one_gauge("process_resident_memory_bytes", "Resident memory.",
                           stat->resident_pages * page));
    to.push_back(one_gauge("process_virtual_memory_bytes", "Virtual memory.", stat->virtual_bytes));
    to.push_back(one_gauge("process_threads", "Threads.", stat->threads));
    const auto ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    to.push_back(one_gauge("process_start_time_seconds",
                           "When the process started, since 1970-01-01 UTC.",
                           boot_time() + stat->start_ticks / ticks));
  }
  to.push_back(one_gauge("process_open_fds", "Open file descriptors.", open_descriptors()));
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) == 0) {
    to.push_back(one_gauge("process_max_fds", "Most file descriptors that may be open.",
                           static_cast<double>(files.rlim_cur)));
  }
}

}  // namespace todod::observability
