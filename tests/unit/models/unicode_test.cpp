// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/unicode.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace todod;
using namespace std::string_literals;

namespace {

std::string utf8_of(char32_t c) {
  std::string out;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  }
  return out;
}

bool is_surrogate(char32_t c) {
  return c >= 0xd800 && c <= 0xdfff;
}

// PropList.txt of Unicode 15, property White_Space.
const std::vector<char32_t> white_space{0x09,   0x0a,   0x0b,   0x0c,   0x0d,   0x20,   0x85,
                                        0xa0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004,
                                        0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028,
                                        0x2029, 0x202f, 0x205f, 0x3000};

}  // namespace

TEST(unicode, every_code_point_but_surrogates_is_valid_and_counts_as_one) {
  for (char32_t c = 0; c <= 0x10ffff; ++c) {
    const auto text = utf8_of(c);
    ASSERT_EQ(is_utf8(text), !is_surrogate(c)) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(count_code_points(text), 1U) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(unicode, refuses_what_is_not_well_formed_wherever_it_stands) {
  const std::string_view bad[] = {
      "\x80",
      "\xbf",  // continuation without a beginning
      "\xc3",
      "\xe2\x82",
      "\xf0\x9f\x98",  // cut short
      "\xc0\x80",
      "\xc1\xbf",
      "\xe0\x9f\xbf",  // overlong
      "\xf0\x8f\xbf\xbf",
      "\xed\xa0\x80",
      "\xed\xbf\xbf",  // surrogates
      "\xf4\x90\x80\x80",
      "\xf5\x80\x80\x80",
      "\xfe",
      "\xff",
      "\xc3\x28",
  };
  for (const auto sequence : bad) {
    for (std::size_t before = 0; before < 20; ++before) {
      const auto text = std::string(before, 'a') + std::string(sequence);
      EXPECT_FALSE(is_utf8(text)) << testing::PrintToString(text);
      EXPECT_FALSE(is_utf8(text + std::string(17, 'b'))) << testing::PrintToString(text);
    }
  }
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("\0\x7f"s));
}

TEST(unicode, counts_code_points_not_bytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("abc"), 3U);
  for (std::size_t n = 0; n < 40; ++n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i)
      text += "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80";
    EXPECT_EQ(count_code_points(text), 4 * n);
  }
}

TEST(unicode, trims_exactly_the_characters_of_property_white_space) {
  for (char32_t c = 0; c <= 0x10ffff; ++c) {
    if (is_surrogate(c)) continue;
    const auto text = utf8_of(c);
    const bool is_space = std::ranges::find(white_space, c) != white_space.end();
    ASSERT_EQ(trim_white_space(text).empty(), is_space) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(trim_white_space(text + "x" + text), is_space ? "x" : text + "x" + text)
        << std::hex << static_cast<unsigned>(c);
  }
}

TEST(unicode, trims_both_ends_and_nothing_between) {
  EXPECT_EQ(trim_white_space(""), "");
  EXPECT_EQ(trim_white_space("  \t\r\n"), "");
  EXPECT_EQ(trim_white_space("a  b"), "a  b");
  EXPECT_EQ(trim_white_space("\xe3\x80\x80 a\xc2\xa0"
                             "b \xe2\x80\xa8"),
            "a\xc2\xa0"
            "b");
  EXPECT_EQ(trim_white_space("\xe2\x80\x8b"), "\xe2\x80\x8b") << "a zero width space is none";
  EXPECT_EQ(trim_white_space("\xef\xbb\xbf"), "\xef\xbb\xbf") << "a byte order mark is none";
}

TEST(unicode, knows_exactly_the_characters_of_category_cc) {
  for (char32_t c = 0; c <= 0x10ffff; ++c) {
    if (is_surrogate(c)) continue;
    const bool is_control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
    ASSERT_EQ(has_control_character(utf8_of(c)), is_control)
        << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(has_control_character("0123456789" + utf8_of(c) + "0123456789"), is_control)
        << std::hex << static_cast<unsigned>(c);
  }
}

TEST(unicode, lets_the_allowed_control_characters_pass) {
  EXPECT_FALSE(has_control_character("a\tb\nc\r", "\t\n\r"));
  EXPECT_TRUE(has_control_character("a\tb\nc\v", "\t\n\r"));
  EXPECT_TRUE(has_control_character("a\0b"s, "\t\n\r"));
}
