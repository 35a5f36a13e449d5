// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/user_id.hpp"

#include <gtest/gtest.h>

using namespace todod;
using namespace std::string_literals;

TEST(user_id, is_taken_as_it_is) {
  for (const auto& text : {"alice"s, " alice "s, "a/b?c#d%20"s, "."s, "\xc3\xa4\xf0\x9f\x98\x80"s,
                           "auth0|5f7c8ec7c33c6c004bbafe82"s, std::string(255, 'x')}) {
    const auto id = user_id::parse(text);
    ASSERT_TRUE(id) << text;
    EXPECT_EQ(id->text(), text);
  }
}

TEST(user_id, has_1_to_255_bytes_of_utf8_without_control_characters) {
  for (const auto& text : {""s, std::string(256, 'x'), "a\0b"s, "a\nb"s, "\x7f"s, "\xc2\x80"s,
                           "\xff"s, "\xed\xa0\x80"s})
    EXPECT_FALSE(user_id::parse(text)) << testing::PrintToString(text);
  EXPECT_EQ(user_id::length_max_bytes, 255U);
}

TEST(user_id, differs_by_letter_case) {
  EXPECT_NE(user_id::parse("alice"), user_id::parse("Alice"));
  EXPECT_EQ(user_id::parse("alice"), user_id::parse("alice"));
}
