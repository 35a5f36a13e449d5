// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/metrics.hpp"

#include "observability/metric_family.hpp"
#include "observability/process_metrics.hpp"

#include <prometheus/text_serializer.h>

#include <map>
#include <sstream>

namespace todod::observability {
namespace {

using prometheus::MetricFamily;
using prometheus::MetricType;

double seconds(std::chrono::nanoseconds duration) {
  return std::chrono::duration<double>(duration).count();
}

double count(std::uint64_t n) {
  return static_cast<double>(n);
}

/// One route and method, summed over threads.
struct request_sum {
  std::array<std::uint64_t, counted_statuses.size()> by_status{};
  std::array<std::uint64_t, latency_bounds.size() + 1> by_latency{};
  std::uint64_t requests = 0;
  std::uint64_t nanoseconds = 0;
  std::uint64_t bytes = 0;

  void add(const thread_counters::cell& of) {
    for (std::size_t i = 0; i < by_status.size(); ++i)
      by_status[i] += of.by_status[i].get();
    for (std::size_t i = 0; i < by_latency.size(); ++i) {
      by_latency[i] += of.by_latency[i].get();
      requests += of.by_latency[i].get();
    }
    nanoseconds += of.nanoseconds.get();
    bytes += of.bytes.get();
  }
};

void add_histogram(MetricFamily& to, const request_sum& sum, metric_labels labels) {
  auto& histogram = add_metric(to, labels).histogram;
  std::uint64_t cumulative = 0;
  for (std::size_t i = 0; i < latency_bounds.size(); ++i) {
    cumulative += sum.by_latency[i];
    prometheus::ClientMetric::Bucket bucket;
    bucket.cumulative_count = cumulative;
    bucket.upper_bound = seconds(latency_bounds[i]);
    histogram.bucket.push_back(bucket);
  }
  histogram.sample_count = cumulative + sum.by_latency.back();
  histogram.sample_sum = static_cast<double>(sum.nanoseconds) / 1e9;
}

}  // namespace

metrics::metrics(metrics_options options, metrics_sources sources)
    : options_(std::move(options)), sources_(std::move(sources)) {}

thread_counters& metrics::add_thread() {
  threads_.push_back(
      std::make_unique<thread_counters>(options_.routes.size(), options_.methods.size()));
  return *threads_.back();
}

std::vector<MetricFamily> metrics::Collect() const {
  std::vector<MetricFamily> families;
  auto build = make_family("todod_build_info", "Constant 1; the labels tell what is running.",
                           MetricType::Gauge);
  add_gauge(build, 1, {{"version", options_.version}, {"database", options_.database}});
  families.push_back(std::move(build));
  collect_requests(families);
  collect_threads(families);
  collect_database(families);
  collect_sources(families);
  collect_process(families);
  return families;
}

void metrics::collect_requests(std::vector<MetricFamily>& to) const {
  auto requests =
      make_family("todod_http_requests_total",
                  "Requests answered, by route template, method and status.", MetricType::Counter);
  auto bytes = make_family("todod_http_response_bytes_total", "Bytes of answers, heads and bodies.",
                           MetricType::Counter);
  auto latency = make_family("todod_http_request_duration_seconds",
                             "From a request's first byte to its answer.", MetricType::Histogram);
  for (std::size_t route = 0; route <= options_.routes.size(); ++route) {
    const std::string name = route < options_.routes.size() ? options_.routes[route] : "unmatched";
    for (std::size_t method = 0; method < options_.methods.size(); ++method) {
      request_sum sum;
      for (const auto& thread : threads_)
        sum.add(thread->at(route, method));
      if (sum.requests == 0) continue;
      const std::string& verb = options_.methods[method];
      for (std::size_t i = 0; i < counted_statuses.size(); ++i) {
        if (sum.by_status[i] == 0) continue;
        const std::string status =
            counted_statuses[i] == 0 ? "other" : std::to_string(counted_statuses[i]);
        add_counter(requests, count(sum.by_status[i]),
                    {{"route", name}, {"method", verb}, {"status", status}});
      }
      add_counter(bytes, count(sum.bytes), {{"route", name}, {"method", verb}});
      add_histogram(latency, sum, {{"route", name}, {"method", verb}});
    }
  }
  to.push_back(std::move(requests));
  to.push_back(std::move(bytes));
  to.push_back(std::move(latency));
}

void metrics::collect_threads(std::vector<MetricFamily>& to) const {
  std::uint64_t limited = 0;
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
  std::uint64_t entries = 0;
  std::uint64_t dropped = 0;
  for (const auto& thread : threads_) {
    limited += thread->rate_limited();
    hits += thread->cache_hits();
    misses += thread->cache_misses();
    entries += thread->cache_entries();
    dropped += thread->log_lines_dropped();
  }
  to.push_back(one_gauge("todod_io_threads", "Threads that serve requests; each can use one core.",
                         count(threads_.size())));
  to.push_back(one_counter("todod_rate_limited_total", "Requests refused by the rate limit.",
                           count(limited)));
  auto lookups = make_family("todod_token_cache_lookups_total",
                             "Tokens looked up among those verified before.", MetricType::Counter);
  add_counter(lookups, count(hits), {{"result", "hit"}});
  add_counter(lookups, count(misses), {{"result", "miss"}});
  to.push_back(std::move(lookups));
  to.push_back(
      one_gauge("todod_token_cache_entries", "Verified tokens remembered.", count(entries)));
  to.push_back(one_counter("todod_log_lines_dropped_total",
                           "Request lines dropped because their reader was too slow.",
                           count(dropped)));
}

void metrics::collect_database(std::vector<MetricFamily>& to) const {
  auto durations = make_family("todod_database_statement_duration_seconds",
                               "Statements answered, and the time from hand-over to answer.",
                               MetricType::Summary);
  auto errors = make_family("todod_database_statement_errors_total", "Statements that failed.",
                            MetricType::Counter);
  for (const statement_sample& sample : statements_.collect()) {
    auto& summary = add_metric(durations, {{"statement", sample.name}}).summary;
    summary.sample_count = sample.count;
    summary.sample_sum = seconds(sample.total);
    add_counter(errors, count(sample.errors), {{"statement", sample.name}});
  }
  to.push_back(std::move(durations));
  to.push_back(std::move(errors));
  if (!sources_.lanes) return;
  auto queued = make_family("todod_database_lane_queued", "Statements that wait to be sent.",
                            MetricType::Gauge);
  auto in_flight = make_family("todod_database_lane_in_flight",
                               "Statements sent and not answered yet.", MetricType::Gauge);
  auto connected =
      make_family("todod_database_lane_connected",
                  "1 while the lane has its connection, on every I/O thread.", MetricType::Gauge);
  // Each I/O thread has its lanes: a name is one series.
  std::map<std::string, lane_sample> sums;
  for (const lane_sample& lane : sources_.lanes()) {
    lane_sample& sum =
        sums.try_emplace(lane.name, lane_sample{lane.name, 0, 0, true}).first->second;
    sum.queued += lane.queued;
    sum.in_flight += lane.in_flight;
    sum.connected = sum.connected && lane.connected;
  }
  for (const auto& [name, lane] : sums) {
    add_gauge(queued, count(lane.queued), {{"lane", lane.name}});
    add_gauge(in_flight, count(lane.in_flight), {{"lane", lane.name}});
    add_gauge(connected, lane.connected ? 1 : 0, {{"lane", lane.name}});
  }
  to.push_back(std::move(queued));
  to.push_back(std::move(in_flight));
  to.push_back(std::move(connected));
}

void metrics::collect_sources(std::vector<MetricFamily>& to) const {
  if (sources_.connections) {
    const connection_sample sample = sources_.connections();
    to.push_back(
        one_gauge("todod_http_connections_open", "Connections open now.", count(sample.open)));
    to.push_back(one_gauge("todod_http_connections_max",
                           "Open connections beyond which one is refused.", count(sample.max)));
    to.push_back(one_counter("todod_http_connections_accepted_total", "Connections accepted.",
                             count(sample.accepted)));
    to.push_back(one_counter("todod_http_connections_refused_total",
                             "Connections answered 503 for want of room.", count(sample.refused)));
  }
  if (sources_.key_set_age) {
    const std::chrono::seconds age = sources_.key_set_age();
    to.push_back(one_gauge("todod_key_set_fetched", "1 once a key set was fetched.",
                           age.count() < 0 ? 0 : 1));
    if (age.count() >= 0) {
      to.push_back(one_gauge("todod_key_set_age_seconds",
                             "Since the key set was last fetched successfully.",
                             static_cast<double>(age.count())));
    }
  }
  if (sources_.event_count) {
    auto events =
        make_family("todod_events_total", "Rare events, as in the log.", MetricType::Counter);
    for (std::size_t i = 0; i < event_count; ++i) {
      const auto what = static_cast<event>(i);
      add_counter(events, count(sources_.event_count(what)), {{"event", name_of(what)}});
    }
    to.push_back(std::move(events));
  }
}

std::string metrics::text() const {
  std::ostringstream out;
  prometheus::TextSerializer().Serialize(out, Collect());
  return std::move(out).str();
}

}  // namespace todod::observability
