// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The process as /proc tells it, under the names that every Prometheus client library uses.
#pragma once

#include <prometheus/metric_family.h>

#include <vector>

namespace todod::observability {

/// Adds process_cpu_seconds_total, process_resident_memory_bytes, process_virtual_memory_bytes,
/// process_open_fds, process_max_fds, process_start_time_seconds, process_threads; each only if the
/// system tells it. Any thread.
void collect_process(std::vector<prometheus::MetricFamily>& to);

}  // namespace todod::observability
