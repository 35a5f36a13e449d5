// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/request_log.hpp"

#include "unit/observability/pipe.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/socket.h>

#include <csignal>
#include <set>
#include <sstream>
#include <thread>

namespace todod::observability {
namespace {

using testing::HasSubstr;

request_record some_record() {
  return {.at = timestamp{std::chrono::milliseconds{1'767'962'096'789}},
          .request_id = "req-1",
          .method = "GET",
          .route = "/api/{user_id}/tasks",
          .status = 200,
          .duration = std::chrono::nanoseconds{123'456},
          .bytes = 512,
          .traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
          .peer = "127.0.0.1"};
}

TEST(RequestLog, WritesOneJsonObjectPerRequest) {
  pipe_pair pipe;
  log_output out(pipe.writer());
  request_log log(out, line_format::json, false);
  log.write(some_record());
  EXPECT_EQ(pipe.read_available(), "");  // in bulk, not each
  log.flush();
  EXPECT_EQ(pipe.read_available(),
            "{\"time\":\"2026-01-09T12:34:56.789Z\",\"level\":\"info\",\"event\":\"request\","
            "\"request_id\":\"req-1\",\"method\":\"GET\",\"route\":\"/api/{user_id}/tasks\","
            "\"status\":200,\"duration_ms\":0.123,\"bytes\":512,"
            "\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"peer\":\"127.0.0.1\"}\n");
}

TEST(RequestLog, WritesTextAtOnceOnATerminal) {
  pipe_pair pipe;
  log_output out(pipe.writer());
  request_log log(out, line_format::text, true);
  log.write(some_record());
  EXPECT_EQ(pipe.read_available(),
            "2026-01-09T12:34:56.789Z info  200 GET /api/{user_id}/tasks 0.123 ms 512 bytes from "
            "127.0.0.1 request_id=req-1 trace_id=4bf92f3577b34da6a3ce929d0e0e4736\n");
}

TEST(RequestLog, TimesFollowTheClock) {
  pipe_pair pipe;
  log_output out(pipe.writer());
  request_log log(out, line_format::json, true);
  request_record record = some_record();
  for (const std::int64_t ms : {0LL, 999LL, 1000LL, 86'399'999LL, 999LL}) {
    record.at = timestamp{std::chrono::milliseconds{ms}};
    log.write(record);
    EXPECT_THAT(pipe.read_available(), HasSubstr("{\"time\":\"" + to_string(record.at) + "\""));
  }
}

TEST(RequestLog, HostileTextsStayWithinTheirValues) {
  pipe_pair pipe;
  log_output out(pipe.writer());
  request_log log(out, line_format::json, true);
  request_record record = some_record();
  const std::string hostile = "\"}\n{\"level\":\"error\",\"x\":\"\x1b[2J\xff";
  record.request_id = hostile;
  record.method = hostile;
  record.route = "";
  record.traceparent = hostile;
  record.peer = hostile;
  record.duration = std::chrono::nanoseconds{-5};
  log.write(record);
  const std::string text = pipe.read_available();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 1);
  const auto line = boost::json::parse(text).as_object();
  EXPECT_EQ(line.size(), 10u);
  EXPECT_EQ(line.at("level"), "info");
  EXPECT_EQ(line.at("route"), "unmatched");
  EXPECT_EQ(line.at("duration_ms").as_double(), 0.0);
  EXPECT_FALSE(line.contains("trace_id"));
}

TEST(RequestLog, CutsLongTexts) {
  pipe_pair pipe;
  log_output out(pipe.writer());
  request_log log(out, line_format::json, true);
  request_record record = some_record();
  const std::string longest(request_log::text_max_bytes + 1, 'm');
  record.method = longest;
  log.write(record);
  EXPECT_EQ(boost::json::parse(pipe.read_available()).at("method").as_string().size(),
            request_log::text_max_bytes);
}

TEST(RequestLog, FlushesByItselfInBulk) {
  pipe_pair pipe;
  log_output out(pipe.writer());
  request_log log(out, line_format::json, false);
  std::string text;
  std::size_t written = 0;
  while (text.empty()) {
    log.write(some_record());
    ++written;
    text = pipe.read_available();
  }
  EXPECT_GE(text.size(), request_log::flush_at_bytes);
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), written);
}

TEST(RequestLog, ASlowReaderCostsLinesAndNeverTheServer) {
  pipe_pair pipe;
  pipe.shrink();
  log_output out(pipe.writer());
  request_log log(out, line_format::json, false);
  while (log.dropped() == 0)
    log.write(some_record());
  const std::uint64_t dropped = log.dropped();
  std::string text;
  for (std::string more; !(more = pipe.read_available()).empty(); log.flush())
    text += more;
  log.write(some_record());
  log.flush();
  text += pipe.read_available();
  std::istringstream lines(text);
  std::size_t requests = 0;
  std::uint64_t told = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto object = boost::json::parse(line).as_object();  // throws if lines were torn
    if (object.at("event") == "request") ++requests;
    if (object.at("event") == "log_lines_dropped") {
      told += static_cast<std::uint64_t>(object.at("count").as_int64());
    }
  }
  EXPECT_EQ(told, dropped);
  EXPECT_GT(requests * 100, request_log::buffer_max_bytes / 10);
}

TEST(LogOutput, AReaderThatIsGoneSwallowsEverything) {
  std::signal(SIGPIPE, SIG_IGN);
  pipe_pair pipe;
  log_output out(pipe.writer());
  pipe.close_reader();
  EXPECT_EQ(out.write_lines("one\n"), 4u);
  EXPECT_EQ(out.write_lines("two\n"), 4u);
  std::signal(SIGPIPE, SIG_DFL);
}

TEST(LogOutput, LeavesTheDescriptorBlockingForOthers) {
  pipe_pair pipe;
  log_output out(pipe.writer());
  EXPECT_EQ(out.write_lines("one\n"), 4u);
  EXPECT_EQ(::fcntl(pipe.writer(), F_GETFL) & O_NONBLOCK, 0);
}

TEST(LogOutput, ASocketIsNeverWaitedFor) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
  {
    log_output out(ends[0]);
    const std::string line(1000, 'x');
    std::size_t sent = 0;
    for (std::size_t n = 1; n != 0; sent += n)
      n = out.write_lines(line + "\n");
    EXPECT_GT(sent, 1000u);
  }
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(LogOutput, LinesOfManyThreadsAreNeverMixed) {
  pipe_pair pipe;
  pipe.shrink();
  log_output out(pipe.writer());
  constexpr int lines_each = 300;
  std::string text;
  {
    std::atomic<int> running{4};
    std::vector<std::jthread> threads;
    for (char c = 'a'; c < 'e'; ++c) {
      threads.emplace_back([&, c] {
        const std::string line = std::string(700, c) + "\n";
        for (int i = 0; i < lines_each; ++i) {
          out.write_lines_patiently(line, std::chrono::seconds{20});
        }
        --running;
      });
    }
    while (running > 0)
      text += pipe.read_available();
  }
  text += pipe.read_available();
  std::istringstream in(text);
  int count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    ASSERT_EQ(line.size(), 700u);
    ASSERT_EQ(std::set<char>(line.begin(), line.end()).size(), 1u);
  }
  EXPECT_EQ(count, 4 * lines_each);
}

}  // namespace
}  // namespace todod::observability
