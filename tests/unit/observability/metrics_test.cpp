// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/metrics.hpp"

#include "observability/metrics_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <thread>

namespace todod::observability {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

metrics_options some_options() {
  return {.version = "1.2.3",
          .database = "sqlite",
          .routes = {"/api/{user_id}/tasks", "/livez"},
          .methods = {"GET", "POST", "other"}};
}
metrics_sources some_sources() {
  return {
      .lanes =
          [] { return std::vector<lane_sample>{{"reads", 3, 2, true}, {"writes", 0, 0, false}}; },
      .connections = [] { return connection_sample{1, 2, 3, 4}; },
      .key_set_age = [] { return 42s; },
      .event_count = [](event what) { return what == event::keys_failed ? 7u : 0u; }};
}

TEST(LatencyBucket, HoldsItsUpperBound) {
  EXPECT_EQ(latency_bucket(0ns), 0u);
  EXPECT_EQ(latency_bucket(-1ns), 0u);
  for (std::size_t i = 0; i < latency_bounds.size(); ++i) {
    EXPECT_EQ(latency_bucket(latency_bounds[i]), i);
    EXPECT_EQ(latency_bucket(latency_bounds[i] + 1ns), i + 1);
    if (i > 0) {
      EXPECT_LT(latency_bounds[i - 1], latency_bounds[i]);
    }
  }
}

TEST(Metrics, CountRequestsByRouteMethodAndStatus) {
  metrics all(some_options(), {});
  thread_counters& one = all.add_thread();
  thread_counters& two = all.add_thread();
  one.on_request(0, 0, 200, 150us, 1000);
  two.on_request(0, 0, 200, 20s, 24);
  two.on_request(0, 1, 418, 1ms, 1);
  one.on_request(99, 99, 404, 1ms, 5);
  const std::string text = all.text();
  const std::string labels = "route=\"/api/{user_id}/tasks\",method=\"GET\"";
  EXPECT_THAT(text, HasSubstr("todod_http_requests_total{" + labels + ",status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("method=\"POST\",status=\"other\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("{route=\"unmatched\",method=\"other\",status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("todod_http_response_bytes_total{" + labels + "} 1024\n"));
  const std::string histogram = "todod_http_request_duration_seconds";
  EXPECT_THAT(text, HasSubstr(histogram + "_bucket{" + labels + ",le=\"0.0001\"} 0\n"));
  EXPECT_THAT(text, HasSubstr(histogram + "_bucket{" + labels + ",le=\"0.00025\"} 1\n"));
  EXPECT_THAT(text, HasSubstr(histogram + "_bucket{" + labels + ",le=\"10\"} 1\n"));
  EXPECT_THAT(text, HasSubstr(histogram + "_bucket{" + labels + ",le=\"+Inf\"} 2\n"));
  EXPECT_THAT(text, HasSubstr(histogram + "_count{" + labels + "} 2\n"));
  EXPECT_THAT(text, HasSubstr(histogram + "_sum{" + labels + "} 20.00015"));
}

TEST(Metrics, TellWhatLivesElsewhere) {
  metrics all(some_options(), some_sources());
  thread_counters& thread = all.add_thread();
  thread.on_rate_limited();
  thread.set_token_cache(10, 4, 3);
  thread.set_log_lines_dropped(6);
  const std::string text = all.text();
  for (const char* line : {
           "todod_build_info{version=\"1.2.3\",database=\"sqlite\"} 1\n",
           "todod_rate_limited_total 1\n",
           "todod_token_cache_lookups_total{result=\"hit\"} 10\n",
           "todod_token_cache_lookups_total{result=\"miss\"} 4\n",
           "todod_token_cache_entries 3\n",
           "todod_log_lines_dropped_total 6\n",
           "todod_database_lane_queued{lane=\"reads\"} 3\n",
           "todod_database_lane_in_flight{lane=\"reads\"} 2\n",
           "todod_database_lane_connected{lane=\"reads\"} 1\n",
           "todod_database_lane_connected{lane=\"writes\"} 0\n",
           "todod_http_connections_open 1\n",
           "todod_http_connections_accepted_total 2\n",
           "todod_http_connections_refused_total 3\n",
           "todod_http_connections_max 4\n",
           "todod_io_threads 1\n",
           "todod_key_set_fetched 1\n",
           "todod_key_set_age_seconds 42\n",
           "todod_events_total{event=\"keys_failed\"} 7\n",
           "todod_events_total{event=\"draining\"} 0\n",
       }) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

TEST(Metrics, LanesOfAllThreadsAreOneSeries) {
  metrics all(some_options(), {.lanes = [] {
                return std::vector<lane_sample>{{"reads", 3, 2, true},
                                                {"writes", 1, 0, true},
                                                {"reads", 4, 1, true},
                                                {"writes", 0, 0, false}};
              }});
  const std::string text = all.text();
  EXPECT_THAT(text, HasSubstr("todod_database_lane_queued{lane=\"reads\"} 7\n"));
  EXPECT_THAT(text, HasSubstr("todod_database_lane_in_flight{lane=\"reads\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("todod_database_lane_connected{lane=\"reads\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("todod_database_lane_connected{lane=\"writes\"} 0\n"));
  EXPECT_EQ(text.find("lane=\"reads\"} 4\n"), std::string::npos);
}

TEST(Metrics, AKeySetNeverFetchedHasNoAge) {
  metrics all(some_options(), {.key_set_age = [] { return -1s; }});
  EXPECT_THAT(all.text(), HasSubstr("todod_key_set_fetched 0\n"));
  EXPECT_THAT(all.text(), Not(HasSubstr("todod_key_set_age_seconds")));
}

TEST(Metrics, FollowPrometheusConventions) {
  metrics all(some_options(), some_sources());
  all.add_thread().on_request(0, 0, 200, 1ms, 10);
  all.statements().on_statement("find_task", 1ms, true);
  std::istringstream lines(all.text());
  const std::regex sample(R"(([a-z_]+)(\{([a-z_]+="([^"\\\n]|\\.)*",?)+\})? [-+0-9.eInfNa]+)");
  std::map<std::string, std::string> types;
  std::set<std::string> helped;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string hash;
    std::string word;
    std::string name;
    if (line.starts_with("# HELP ")) {
      words >> hash >> word >> name;
      EXPECT_TRUE(helped.insert(name).second) << name << " twice";
      EXPECT_TRUE(line.ends_with('.')) << line;
    } else if (line.starts_with("# TYPE ")) {
      words >> hash >> word >> name;
      words >> types[name];
      EXPECT_TRUE(helped.contains(name));
      EXPECT_EQ(types[name] == "counter", name.ends_with("_total")) << name;
      EXPECT_TRUE(name.starts_with("todod_") || name.starts_with("process_")) << name;
      EXPECT_EQ(name.find("_ms"), std::string::npos) << "base units: " << name;
    } else {
      std::smatch match;
      ASSERT_TRUE(std::regex_match(line, match, sample)) << line;
      const std::string base =
          std::regex_replace(match[1].str(), std::regex("_(bucket|sum|count)$"), "");
      EXPECT_TRUE(types.contains(match[1]) || types.contains(base)) << line;
    }
  }
  EXPECT_GT(types.size(), 15u);
}

TEST(Metrics, DescribeTheProcess) {
  const std::string text = metrics(some_options(), {}).text();
  const auto value = [&text](const std::string& name) {
    const auto at = text.find("\n" + name + " ");
    return at == std::string::npos ? -1.0 : std::stod(text.substr(at + name.size() + 2));
  };
  EXPECT_GT(value("process_resident_memory_bytes"), 1e6);
  EXPECT_GT(value("process_virtual_memory_bytes"), value("process_resident_memory_bytes"));
  EXPECT_GE(value("process_cpu_seconds_total"), 0.0);
  EXPECT_GE(value("process_open_fds"), 3.0);
  EXPECT_GE(value("process_max_fds"), value("process_open_fds"));
  EXPECT_GE(value("process_threads"), 1.0);
  const double now =
      std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
  EXPECT_GT(value("process_start_time_seconds"), now - 3600 * 24);
  EXPECT_LE(value("process_start_time_seconds"), now + 2);
}

TEST(StatementCounters, SumOverThreadsAndNames) {
  statement_counters counters;
  static const std::string same_name_elsewhere = "find_task";
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&counters] {
        for (int n = 0; n < 1000; ++n) {
          counters.on_statement("find_task", 2us, n % 10 != 0);
          counters.on_statement("list_tasks", 1us, true);
        }
      });
    }
  }
  counters.on_statement(same_name_elsewhere, 1us, true);
  const auto samples = counters.collect();
  ASSERT_EQ(samples.size(), 2u);
  EXPECT_EQ(samples[0].name, "find_task");
  EXPECT_EQ(samples[0].count, 4001u);
  EXPECT_EQ(samples[0].errors, 400u);
  EXPECT_EQ(samples[0].total, 8001us);
  EXPECT_EQ(samples[1].count, 4000u);
}

TEST(StatementCounters, HaveABound) {
  statement_counters counters;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < 2 * statement_counters::names_max; ++i) {
    names.push_back("a_statement_name_of_its_own_" + std::to_string(i));
  }
  for (const std::string& name : names)
    counters.on_statement(name, 1us, true);
  const auto samples = counters.collect();
  EXPECT_EQ(samples.size(), statement_counters::names_max + 1);
  EXPECT_EQ(samples.back().name, "other");
  EXPECT_EQ(samples.back().count, statement_counters::names_max);
}

/// Sends `request` and reads until the server closes.
std::string exchange(std::uint16_t port, std::string_view request) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0) {
    (void)::send(fd, request.data(), request.size(), MSG_NOSIGNAL);
    std::array<char, 4096> chunk;
    for (ssize_t n = 0; (n = ::recv(fd, chunk.data(), chunk.size(), 0)) > 0;) {
      answer.append(chunk.data(), static_cast<std::size_t>(n));
    }
  }
  ::close(fd);
  return answer;
}

TEST(MetricsServer, ServesOnlyMetricsAndOnlyToReaders) {
  metrics_server server("127.0.0.1", 0, [] { return std::string("a 1\n"); });
  const auto get = [&](const std::string& line) {
    return exchange(server.port(), line + " HTTP/1.1\r\nHost: x\r\n\r\n");
  };
  EXPECT_THAT(get("GET /metrics"), HasSubstr("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(get("GET /metrics"), HasSubstr("text/plain; version=0.0.4"));
  EXPECT_THAT(get("GET /metrics"), testing::EndsWith("\r\n\r\na 1\n"));
  EXPECT_THAT(get("GET /metrics?x=1"), HasSubstr(" 200 "));
  EXPECT_THAT(get("HEAD /metrics"), testing::EndsWith("\r\n\r\n"));
  EXPECT_THAT(get("HEAD /metrics"), HasSubstr("Content-Length: 4\r\n"));
  EXPECT_THAT(get("GET /"), HasSubstr(" 404 "));
  EXPECT_THAT(get("GET /metrics/"), HasSubstr(" 404 "));
  EXPECT_THAT(get("POST /metrics"), HasSubstr("Allow: GET, HEAD\r\n"));
  EXPECT_THAT(exchange(server.port(), "nonsense\r\n\r\n"), HasSubstr(" 400 "));
  EXPECT_THAT(exchange(server.port(), "\r\n\r\n"), HasSubstr(" 400 "));
  EXPECT_THAT(exchange(server.port(), std::string(metrics_server::request_max_bytes + 1, 'x')),
              testing::Not(HasSubstr("200")));
}

TEST(MetricsServer, ASilentClientHoldsItUpNoLongerThanItsDeadline) {
  metrics_server server("127.0.0.1", 0, [] { return std::string("a 1\n"); });
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(exchange(server.port(), "GET /met"), "");  // closed by the server
  EXPECT_LT(std::chrono::steady_clock::now() - began, metrics_server::deadline + 5s);
  EXPECT_THAT(exchange(server.port(), "GET /metrics HTTP/1.1\r\n\r\n"), HasSubstr(" 200 "));
}

TEST(MetricsServer, SaysClearlyWhyItCannotListen) {
  metrics_server first("127.0.0.1", 0, [] { return std::string(); });
  try {
    metrics_server second("127.0.0.1", first.port(), [] { return std::string(); });
    FAIL() << "two servers on one port";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("Address already in use; set METRICS_PORT"));
  }
}

}  // namespace
}  // namespace todod::observability
