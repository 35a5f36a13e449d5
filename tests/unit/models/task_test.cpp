// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task.hpp"

#include <gtest/gtest.h>

using namespace todod;
using namespace std::string_literals;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i)
    out += text;
  return out;
}

}  // namespace

TEST(task_status, has_two_names) {
  EXPECT_EQ(to_string(task_status::pending), "pending");
  EXPECT_EQ(to_string(task_status::completed), "completed");
  EXPECT_EQ(parse_task_status("pending"), task_status::pending);
  EXPECT_EQ(parse_task_status("completed"), task_status::completed);
  for (const auto* text : {"", "Pending", "done", "pending ", "completed\n", "all"})
    EXPECT_EQ(parse_task_status(text), std::nullopt) << text;
}

TEST(task_title, drops_white_space_at_both_ends) {
  EXPECT_EQ(task_title::parse(" \t Buy milk \n")->text(), "Buy milk");
  EXPECT_EQ(task_title::parse("\xc2\xa0"
                              "a  b"
                              "\xe3\x80\x80")
                ->text(),
            "a  b");
  EXPECT_EQ(task_title::parse("\xc2\x85x\xc2\x85")->text(), "x") << "next line, U+0085";
}

TEST(task_title, has_1_to_500_code_points_after_trimming) {
  for (const auto* unit : {"a", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80"}) {
    const auto longest = repeated(unit, task_title::length_max);
    ASSERT_TRUE(task_title::parse(longest)) << unit;
    EXPECT_EQ(task_title::parse("  " + longest + "  ")->text(), longest);
    EXPECT_EQ(task_title::parse(longest + unit).error(), text_fault::too_long) << unit;
  }
  EXPECT_EQ(task_title::length_max, 500U);
  for (const auto* text : {"", " ", "\n\t", "\xe2\x80\x83"})
    EXPECT_EQ(task_title::parse(text).error(), text_fault::empty) << text;
}

TEST(task_title, has_no_control_characters) {
  for (const auto& text :
       {"a\tb"s, "a\nb"s, "a\0b"s, "\0"s, "\x1b[0m"s, "a\x7f"s, "a\xc2\x9fz"s, "a\xc2\x85z"s})
    EXPECT_EQ(task_title::parse(text).error(), text_fault::control_character)
        << testing::PrintToString(text);
}

TEST(task_title, is_utf8) {
  EXPECT_EQ(task_title::parse("a\xff").error(), text_fault::not_utf8);
  EXPECT_EQ(task_title::parse("\xed\xa0\x80").error(), text_fault::not_utf8);
}

TEST(task_description, is_kept_as_sent) {
  for (const auto& text : {""s, " "s, "\n a \t\r\n"s, "\xe2\x80\x83\xf0\x9f\x98\x80"s})
    EXPECT_EQ(task_description::parse(text)->text(), text);
}

TEST(task_description, has_up_to_16384_code_points) {
  EXPECT_EQ(task_description::length_max, 16'384U);
  for (const auto* unit : {"a", "\xf0\x9f\x98\x80"}) {
    const auto longest = repeated(unit, task_description::length_max);
    EXPECT_TRUE(task_description::parse(longest)) << unit;
    EXPECT_EQ(task_description::parse(longest + unit).error(), text_fault::too_long) << unit;
  }
}

TEST(task_description, has_no_control_characters_but_tab_and_line_ends) {
  for (const auto& text : {"\0"s, "a\vb"s, "a\x1b"s, "\x7f"s, "\xc2\x80"s})
    EXPECT_EQ(task_description::parse(text).error(), text_fault::control_character)
        << testing::PrintToString(text);
  EXPECT_EQ(task_description::parse("\xc3").error(), text_fault::not_utf8);
}

TEST(task_view, is_completed_exactly_when_it_has_a_time_of_completion) {
  task_view task;
  EXPECT_EQ(task.status(), task_status::pending);
  task.completed_at = timestamp{};
  EXPECT_EQ(task.status(), task_status::completed);
}
