// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/event_log.hpp"

#include "unit/observability/pipe.hpp"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace todod::observability {
namespace {

using testing::HasSubstr;

struct EventLog : testing::Test {
  pipe_pair pipe;
  log_output out{pipe.writer()};
  fixed_clock time;

  event_log make(line_format format = line_format::json, level threshold = level::info) {
    return event_log(out, format, threshold, time);
  }
};

TEST_F(EventLog, WritesFactsAsJson) {
  event_log log = make();
  log.tell(event::keys_fetched, {{"usable", 3}, {"unusable", std::size_t{1}}, {"age", 1.5}});
  EXPECT_EQ(pipe.read_available(),
            "{\"time\":\"2026-01-09T12:34:56.789Z\",\"level\":\"info\",\"event\":\"keys_fetched\","
            "\"message\":\"the key set was fetched\",\"usable\":3,\"unusable\":1,\"age\":1.5}\n");
}

TEST_F(EventLog, WritesTextForPeople) {
  event_log log = make(line_format::text);
  log.tell(event::database_connection_lost, {{"lane", "writes"}, {"reason", "57P01 by \"x\""}});
  EXPECT_EQ(pipe.read_available(),
            "2026-01-09T12:34:56.789Z warn  a database connection is gone lane=writes "
            "reason=\"57P01 by \"x\"\"\n");
}

TEST_F(EventLog, HostileTextsStayWithinTheirValues) {
  event_log log = make();
  const std::string hostile("\"}\n{\"level\":\"error\"\0x\x1b", 23);
  log.tell(event::database_warning, {{"text", hostile}});
  const std::string line = pipe.read_available();
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
  const auto object = boost::json::parse(line).as_object();
  EXPECT_EQ(object.size(), 5u);
  EXPECT_EQ(object.at("level"), "warn");
  event_log text = make(line_format::text);
  text.tell(event::database_warning, {{"text", hostile}});
  const std::string shown = pipe.read_available();
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 1);
  EXPECT_EQ(shown.find('\x1b'), std::string::npos);
}

TEST_F(EventLog, HeedsItsThreshold) {
  event_log log = make(line_format::json, level::warn);
  log.tell(event::server_listening);
  EXPECT_EQ(pipe.read_available(), "");
  log.tell(event::keys_failed);
  EXPECT_THAT(pipe.read_available(), HasSubstr("keys_failed"));
  event_log off = make(line_format::json, level::off);
  off.tell(event::database_fatal);
  EXPECT_EQ(pipe.read_available(), "");
  EXPECT_EQ(log.count(event::server_listening), 1u);  // counted all the same
}

TEST_F(EventLog, AFloodIsCutAndTold) {
  event_log log = make();
  for (int i = 0; i < 1000; ++i)
    log.tell(event::rate_limited);
  log.tell(event::keys_failed);  // has a bound of its own
  std::string text = pipe.read_available();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), event_log::burst_max + 1);
  time.set(time.now() + event_log::burst_window);
  log.tell(event::rate_limited);
  EXPECT_THAT(pipe.read_available(), HasSubstr("\"left_out\":980}"));
  log.tell(event::rate_limited);
  EXPECT_THAT(pipe.read_available(), testing::Not(HasSubstr("left_out")));
  EXPECT_EQ(log.count(event::rate_limited), 1002u);
}

TEST_F(EventLog, CutsLongTextsAndManyFacts) {
  event_log log = make();
  log.tell(event::database_error, {{"cause", std::string(5000, 'x')}});
  EXPECT_EQ(boost::json::parse(pipe.read_available()).at("cause").as_string().size(),
            event_log::text_max_bytes);
  log.tell(event::database_error, {{"a", 1},
                                   {"b", 1},
                                   {"c", 1},
                                   {"d", 1},
                                   {"e", 1},
                                   {"f", 1},
                                   {"g", 1},
                                   {"h", 1},
                                   {"i", 1},
                                   {"j", 1},
                                   {"k", 1},
                                   {"l", 1},
                                   {"m", 1},
                                   {"n", 1},
                                   {"o", 1},
                                   {"p", 1},
                                   {"q", 1}});
  EXPECT_EQ(boost::json::parse(pipe.read_available()).as_object().size(),
            4 + event_log::fields_max);
}

TEST(Events, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < event_count; ++i)
    names.insert(name_of(static_cast<event>(i)));
  EXPECT_EQ(names.size(), event_count);
}

}  // namespace
}  // namespace todod::observability
