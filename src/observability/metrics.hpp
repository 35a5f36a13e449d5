// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Everything /metrics tells (Prometheus text format). Counting happens elsewhere and is cheap;
// here it is gathered, on the scraping thread, when somebody asks. Labels are templates, names and
// codes: never a user id, a path or an address.
#pragma once

#include "observability/event_log.hpp"
#include "observability/statement_counters.hpp"
#include "observability/thread_counters.hpp"

#include <prometheus/collectable.h>
#include <prometheus/metric_family.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace todod::observability {

struct lane_sample {
  std::string name;
  std::size_t queued = 0;
  std::size_t in_flight = 0;
  bool connected = false;
};

struct connection_sample {
  std::uint64_t open = 0;
  std::uint64_t accepted = 0;
  std::uint64_t refused = 0;
  std::uint64_t max = 0;  ///< MAX_CONNECTIONS
};

/// What lives elsewhere. Called on the scraping thread; must not block. An empty function = no such
/// metric.
struct metrics_sources {
  std::function<std::vector<lane_sample>()> lanes;
  std::function<connection_sample()> connections;
  /// Negative = no key set was fetched yet.
  std::function<std::chrono::seconds()> key_set_age;
  std::function<std::uint64_t(event)> event_count;
};

struct metrics_options {
  std::string version;
  std::string database;              ///< "sqlite" or "postgresql"
  std::vector<std::string> routes;   ///< templates; the index is what on_request is given
  std::vector<std::string> methods;  ///< likewise; the last one stands for all others
};

class metrics final : public prometheus::Collectable {
 public:
  metrics(metrics_options options, metrics_sources sources);

  /// One for each I/O thread; lives as long as the metrics. Call before the threads run.
  thread_counters& add_thread();
  /// Any thread.
  statement_counters& statements() noexcept { return statements_; }

  /// Any thread.
  [[nodiscard]] std::vector<prometheus::MetricFamily> Collect() const override;
  /// The same as text, version 0.0.4.
  [[nodiscard]] std::string text() const;

 private:
  void collect_requests(std::vector<prometheus::MetricFamily>& to) const;
  void collect_database(std::vector<prometheus::MetricFamily>& to) const;
  void collect_threads(std::vector<prometheus::MetricFamily>& to) const;
  void collect_sources(std::vector<prometheus::MetricFamily>& to) const;

  metrics_options options_;
  metrics_sources sources_;
  std::vector<std::unique_ptr<thread_counters>> threads_;
  statement_counters statements_;
};

}  // namespace todod::observability
