// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/dotenv.hpp"

#include <gtest/gtest.h>

#include <string>

namespace todod::config {
namespace {

struct row {
  std::string text;
  std::string value;  // of the name A
};

TEST(Dotenv, ReadsEveryFormOfAValue) {
  const row rows[] = {
      {"A=1", "1"},
      {"A=1\n", "1"},
      {"A=1\r\n", "1"},
      {"A=1\r", "1"},
      {"\xEF\xBB\xBF"
       "A=1\n",
       "1"},
      {"  export  A = b c \t\n", "b c"},
      {"exportA=2\nA=1", "1"},
      {"# A=0\n\n   \nA=1 # why\n", "1"},
      {"A=a#b", "a#b"},
      {"A=#b", ""},
      {"A=", ""},
      {"A=\nB=1", ""},
      {"A=a=b==", "a=b=="},
      {"A='x # \\n \"y\" $Z'", "x # \\n \"y\" $Z"},
      {"A='two\nlines'\n", "two\nlines"},
      {R"(A="a\n\r\t\"\\\$\q")", "a\n\r\t\"\\$\\q"},
      {"A=\"x\"  # comment", "x"},
      {"A=\"\"", ""},
      {"A=$HOME/${X}", "$HOME/${X}"},
      {"A=1\nA=2\n", "2"},
      {"A=\xC3\xA4", "\xC3\xA4"},
      {"A=it's", "it's"},
  };
  for (const row& r : rows) {
    const dotenv parsed = parse_dotenv(r.text);
    EXPECT_TRUE(parsed.faults.empty()) << r.text;
    bool found = false;
    for (const auto& entry : parsed.entries) {
      if (entry.name != "A") continue;
      found = true;
      EXPECT_EQ(entry.value, r.value) << r.text;
    }
    EXPECT_TRUE(found) << r.text;
  }
}

TEST(Dotenv, TellsTheLineOfWhatItCannotRead) {
  struct fault_row {
    std::string text;
    std::size_t line;
  };
  const fault_row rows[] = {
      {"A=1\nnonsense\nB=2", 2},
      {"=1", 1},
      {"1A=1", 1},
      {"A B=1", 1},
      {"\n\nA=\"x", 3},
      {"A='x\ny", 1},
      {"A=\"x\" y", 1},
      {"A-B=1", 1},
      {"A='1\n2\n3'\n!", 4},
      {"\xff\xfe=1", 1},
      {"export\nB=1", 1},
      {std::string("A=a\0b", 5), 1},
  };
  for (const fault_row& r : rows) {
    const dotenv parsed = parse_dotenv(r.text);
    ASSERT_FALSE(parsed.faults.empty()) << r.text;
    EXPECT_EQ(parsed.faults.front().line, r.line) << r.text;
    EXPECT_FALSE(parsed.faults.front().detail.empty());
  }
}

TEST(Dotenv, GoesOnAfterABadLine) {
  const dotenv parsed = parse_dotenv("A=1\nbad line\nB=2\nworse\nC=3");
  EXPECT_EQ(parsed.faults.size(), 2u);
  EXPECT_EQ(parsed.entries.size(), 3u);
}

TEST(Dotenv, RefusesAFileBeyondItsBound) {
  const std::string largest = "A=" + std::string(dotenv_max_bytes - 2, 'x');
  EXPECT_TRUE(parse_dotenv(largest).faults.empty());
  const dotenv parsed = parse_dotenv(largest + "x");
  ASSERT_EQ(parsed.faults.size(), 1u);
  EXPECT_EQ(parsed.faults.front().line, 0u);
  EXPECT_TRUE(parsed.entries.empty());
}

}  // namespace
}  // namespace todod::config
