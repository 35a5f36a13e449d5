// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task_id.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace todod;
using std::chrono::milliseconds;

namespace {

constexpr timestamp noon{milliseconds{1'767'960'000'000}};

}  // namespace

TEST(task_id, reads_every_version_in_either_letter_case_and_writes_lower_case) {
  const std::pair<std::string_view, std::string_view> texts[] = {
      {"0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111", "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111"},
      {"0199A1F2-7B1C-7C3E-9D55-2F6A4BE0C111", "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111"},
      {"f47ac10B-58cc-4372-A567-0e02b2c3d479", "f47ac10b-58cc-4372-a567-0e02b2c3d479"},
      {"00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000"},
      {"ffffffff-ffff-ffff-ffff-ffffffffffff", "ffffffff-ffff-ffff-ffff-ffffffffffff"},
  };
  for (const auto& [text, canonical] : texts) {
    const auto id = task_id::parse(text);
    ASSERT_TRUE(id) << text;
    EXPECT_EQ(id->to_string(), canonical);
  }
}

TEST(task_id, holds_its_bytes_in_network_order) {
  const auto id = *task_id::parse("01020304-0506-0708-090a-0b0c0d0e0f10");
  for (std::size_t i = 0; i < task_id::size_bytes; ++i)
    EXPECT_EQ(id.bytes()[i], i + 1);
  EXPECT_LT(id, *task_id::parse("01020304-0506-0708-090a-0b0c0d0e0f11"));
  EXPECT_GT(id, *task_id::parse("00ffffff-ffff-ffff-ffff-ffffffffffff"));
}

TEST(task_id, takes_nothing_else_for_a_uuid) {
  const std::string_view refused[] = {
      "",
      "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c11",
      "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c1111",
      "0199a1f27b1c7c3e9d552f6a4be0c111",
      "{0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111}",
      "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c11g",
      "0199a1f2-7b1c-7c3e-9d552-f6a4be0c111",
      "0199a1f2_7b1c_7c3e_9d55_2f6a4be0c111",
      " 199a1f2-7b1c-7c3e-9d55-2f6a4be0c111",
      "+199a1f2-7b1c-7c3e-9d55-2f6a4be0c111",
      "------------------------------------",
  };
  for (const auto text : refused)
    EXPECT_EQ(task_id::parse(text), std::nullopt) << text;
}

TEST(task_id_source, makes_uuids_of_version_7) {
  task_id_source source;
  for (int i = 0; i < 5'000; ++i) {
    const auto id = source.next(noon);
    ASSERT_EQ(id.bytes()[6] >> 4, 7) << id.to_string();
    ASSERT_EQ(id.bytes()[8] >> 6, 2) << id.to_string();
  }
  // 1,767,960,000,000 ms
  EXPECT_EQ(task_id_source().next(noon).to_string().substr(0, 13), "019ba2a0-b600");
}

TEST(task_id_source, grows_strictly_also_when_a_millisecond_overflows) {
  task_id_source source;
  auto former = source.next(noon);
  for (int i = 0; i < 20'000; ++i) {  // far more than the 4,096 of one millisecond
    const auto next = source.next(noon);
    ASSERT_LT(former, next) << i;
    former = next;
  }
  const auto a_second_later = source.next(noon + milliseconds{1'000});
  EXPECT_LT(former, a_second_later);
}

TEST(task_id_source, grows_strictly_when_the_clock_steps_back) {
  task_id_source source;
  auto former = source.next(noon);
  for (const auto step : {-1, -1'000, -86'400'000, 0, 1, -5}) {
    const auto next = source.next(noon + milliseconds{step});
    EXPECT_LT(former, next) << step;
    former = next;
  }
  const auto before_1970 = source.next(timestamp{milliseconds{-1}});
  EXPECT_LT(former, before_1970);
}

TEST(task_id_source, differs_from_every_other_source) {
  std::set<task_id> seen;
  for (int i = 0; i < 200; ++i)
    EXPECT_TRUE(seen.insert(task_id_source().next(noon)).second);
}
