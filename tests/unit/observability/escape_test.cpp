// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/escape.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace todod::observability {
namespace {

std::string json(std::string_view text) {
  std::string out;
  append_json(out, text);
  return out;
}
std::string printable(std::string_view text) {
  std::string out;
  append_printable(out, text);
  return out;
}

TEST(AppendJson, EscapesWhatCouldEndItsQuotesOrItsLine) {
  EXPECT_EQ(json("plain /text/ {x}"), "\"plain /text/ {x}\"");
  EXPECT_EQ(json(""), "\"\"");
  EXPECT_EQ(json("a\"b\\c"), "\"a\\\"b\\\\c\"");
  EXPECT_EQ(json("a\nb\r\t\x1b\x7f"), "\"a\\u000ab\\u000d\\u0009\\u001b\\u007f\"");
  EXPECT_EQ(json(std::string_view("\0", 1)), "\"\\u0000\"");
  EXPECT_EQ(json("\xC2\x9B"), "\"\\u009b\"");  // CSI, a C1 control
  EXPECT_EQ(json("\",\"level\":\"error\"}\n{"), "\"\\\",\\\"level\\\":\\\"error\\\"}\\u000a{\"");
}

TEST(AppendJson, KeepsUtf8AndReplacesWhatIsNot) {
  EXPECT_EQ(json("\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x99\x82"),
            "\"\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x99\x82\"");
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",
                          "\xF4\x90\x80\x80", "\xFF", "\xF0\x9F\x99", "\xF5\x80\x80\x80"}) {
    const std::string text = json(bad);
    EXPECT_NE(text.find("\\ufffd"), std::string::npos) << text;
    EXPECT_EQ(boost::json::parse(text).as_string().find('\xC3'), std::string::npos);
  }
}

TEST(AppendJson, IsUndoneByAParserForEveryByteAndPair) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first), static_cast<char>(second)};
      boost::system::error_code error;
      const auto value = boost::json::parse(json(text), error);
      ASSERT_FALSE(error) << first << " " << second;
      if (first < 0x80 && second < 0x80) {
        ASSERT_EQ(value.as_string(), text);
      }
      ASSERT_EQ(json(text).find('\n'), std::string::npos);
    }
  }
}

TEST(AppendPrintable, NeverSteersATerminal) {
  EXPECT_EQ(printable("say \"hi\""), "say \"hi\"");
  EXPECT_EQ(printable("a\\b"), "a\\x5cb");
  EXPECT_EQ(printable("\x1b[31m\n"), "\\x1b[31m\\x0a");
  EXPECT_EQ(printable("\xC2\x9B"), "\\xc2\\x9b");
  EXPECT_EQ(printable("\xFF"), "\\xff");
  EXPECT_EQ(printable("\xC3\xA4"), "\xC3\xA4");
}

}  // namespace
}  // namespace todod::observability
