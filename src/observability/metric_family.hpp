// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Short ways to fill prometheus-cpp's structures.
#pragma once

#include <prometheus/metric_family.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace todod::observability {

using metric_labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

inline prometheus::MetricFamily make_family(std::string_view name, std::string_view help,
                                            prometheus::MetricType type) {
  prometheus::MetricFamily family;
  family.name = name;
  family.help = help;
  family.type = type;
  return family;
}

inline prometheus::ClientMetric& add_metric(prometheus::MetricFamily& to, metric_labels labels) {
  prometheus::ClientMetric& metric = to.metric.emplace_back();
  for (const auto& [name, value] : labels) {
    prometheus::ClientMetric::Label label;
    label.name = name;
    label.value = value;
    metric.label.push_back(std::move(label));
  }
  return metric;
}

inline void add_counter(prometheus::MetricFamily& to, double value, metric_labels labels = {}) {
  add_metric(to, labels).counter.value = value;
}

inline void add_gauge(prometheus::MetricFamily& to, double value, metric_labels labels = {}) {
  add_metric(to, labels).gauge.value = value;
}

inline prometheus::MetricFamily one_counter(std::string_view name, std::string_view help,
                                            double value) {
  auto family = make_family(name, help, prometheus::MetricType::Counter);
  add_counter(family, value);
  return family;
}

inline prometheus::MetricFamily one_gauge(std::string_view name, std::string_view help,
                                          double value) {
  auto family = make_family(name, help, prometheus::MetricType::Gauge);
  add_gauge(family, value);
  return family;
}

}  // namespace todod::observability
