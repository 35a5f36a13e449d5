// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/handover.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace todod::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using variables = std::map<std::string, std::string, std::less<>>;

handover read(const variables& given, long process_id = 42) {
  return read_handover(
      [&](std::string_view name) -> std::optional<std::string> {
        const auto at = given.find(name);
        return at == given.end() ? std::nullopt : std::optional(at->second);
      },
      process_id);
}

TEST(Handover, OfNothingIsNothing) {
  const auto got = read({});
  EXPECT_THAT(got.sockets, IsEmpty());
  EXPECT_FALSE(got.is_supervised());
  EXPECT_EQ(got.watchdog.count(), 0);
}

TEST(Handover, CountsSocketsFromDescriptorThree) {
  EXPECT_THAT(read({{"LISTEN_FDS", "3"}, {"LISTEN_PID", "42"}}).sockets, ElementsAre(3, 4, 5));
}

TEST(Handover, OfAnotherProcessIsNotOurs) {
  EXPECT_THAT(read({{"LISTEN_FDS", "1"}, {"LISTEN_PID", "41"}}).sockets, IsEmpty());
  EXPECT_THAT(read({{"LISTEN_FDS", "1"}}).sockets, IsEmpty());
  EXPECT_EQ(read({{"WATCHDOG_USEC", "1000000"}, {"WATCHDOG_PID", "41"}}).watchdog.count(), 0);
}

TEST(Handover, KnowsWhenASignOfLifeIsDue) {
  EXPECT_EQ(read({{"WATCHDOG_USEC", "1000000"}, {"WATCHDOG_PID", "42"}}).watchdog.count(), 1000000);
  EXPECT_EQ(read({{"WATCHDOG_USEC", "30000000"}}).watchdog.count(), 30000000);
}

TEST(Handover, WhatIsNoNumberIsNotThere) {
  for (const char* text : {"", "x", "-1", "1x", " 1", "0", "99999999999999999999", "257"}) {
    EXPECT_THAT(read({{"LISTEN_FDS", text}, {"LISTEN_PID", "42"}}).sockets, IsEmpty()) << text;
  }
  for (const char* text : {"", "x", "-1", "1x", "0", "99999999999999999999"}) {
    EXPECT_EQ(read({{"WATCHDOG_USEC", text}}).watchdog.count(), 0) << text;
  }
}

}  // namespace
}  // namespace todod::app
