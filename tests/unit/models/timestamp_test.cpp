// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/timestamp.hpp"

#include <gtest/gtest.h>

#include <ctime>

using namespace todod;
using std::chrono::milliseconds;

TEST(timestamp, is_written_as_rfc_3339_in_utc_with_milliseconds) {
  const std::pair<std::int64_t, std::string_view> instants[] = {
      {0, "1970-01-01T00:00:00.000Z"},
      {-1, "1969-12-31T23:59:59.999Z"},
      {1'767'962'096'789, "2026-01-09T12:34:56.789Z"},
      {951'782'399'999, "2000-02-28T23:59:59.999Z"},
      {951'782'400'000, "2000-02-29T00:00:00.000Z"},
      {4'107'542'400'000, "2100-03-01T00:00:00.000Z"},  // no leap year
      {253'402'300'799'999, "9999-12-31T23:59:59.999Z"},
      {-62'167'219'200'000, "0000-01-01T00:00:00.000Z"},
  };
  for (const auto& [count, text] : instants)
    EXPECT_EQ(to_string(timestamp{milliseconds{count}}), text);
}

TEST(timestamp, beyond_four_digit_years_is_clamped) {
  EXPECT_EQ(to_string(timestamp::max()), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(to_string(timestamp::min()), "0000-01-01T00:00:00.000Z");
  EXPECT_EQ(to_string(timestamp{milliseconds{253'402'300'800'000}}), "9999-12-31T23:59:59.999Z");
}

TEST(timestamp, agrees_with_the_c_library) {
  for (std::int64_t second = -3'000'000'000; second < 9'000'000'000; second += 7'654'321) {
    const std::time_t at = second;
    std::tm parts{};
    ASSERT_NE(gmtime_r(&at, &parts), nullptr);
    char expected[32];
    ASSERT_EQ(std::strftime(expected, sizeof expected, "%Y-%m-%dT%H:%M:%S", &parts), 19U);
    ASSERT_EQ(to_string(timestamp{std::chrono::seconds{second} + milliseconds{42}}),
              expected + std::string(".042Z"));
  }
}

TEST(timestamp, is_written_in_place) {
  std::string text(timestamp_text_length + 2, '#');
  EXPECT_EQ(write_timestamp(text.data() + 1, timestamp{}), text.data() + 1 + timestamp_text_length);
  EXPECT_EQ(text, "#1970-01-01T00:00:00.000Z#");
}

TEST(system_clock, shows_the_time_of_now) {
  const auto before = std::chrono::system_clock::now();
  const auto now = todod::system_clock().now();
  const auto after = std::chrono::system_clock::now();
  EXPECT_GE(now, std::chrono::floor<milliseconds>(before));
  EXPECT_LE(now, after);
}
