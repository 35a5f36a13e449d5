// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// .env.example names every setting there is, once, with its default, and nothing else.
#include "config/dotenv.hpp"
#include "config/setting_table.hpp"
#include "config/small_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace todod::config {
namespace {

std::string example() {
  auto text = read_small_file(std::filesystem::path(TODOD_SOURCE_DIR) / ".env.example", 64 * 1024);
  if (!text) throw std::runtime_error(".env.example: " + text.error().text);
  return *text;
}

/// The commented lines "#NAME=VALUE", as the reader sees them once uncommented.
std::string uncommented(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (line.size() > 1 && line[0] == '#' && line[1] != ' ') out += line.substr(1) + "\n";
  }
  return out;
}

TEST(EnvExample, SetsNothingAsItStands) {
  const dotenv parsed = parse_dotenv(example());
  EXPECT_TRUE(parsed.faults.empty());
  EXPECT_TRUE(parsed.entries.empty());
}

TEST(EnvExample, NamesEverySettingWithItsDefault) {
  const dotenv parsed = parse_dotenv(uncommented(example()));
  ASSERT_TRUE(parsed.faults.empty());
  std::map<std::string, std::string> named;
  for (const auto& entry : parsed.entries)
    named[entry.name] = entry.value;
  for (const setting_info& info : setting_table()) {
    const auto at = named.find(std::string(info.name));
    ASSERT_NE(at, named.end()) << info.name;
    const bool is_value = !info.default_text.starts_with('(');
    EXPECT_EQ(at->second, is_value ? info.default_text : std::string_view()) << info.name;
    EXPECT_THAT(example(), testing::HasSubstr("# " + std::string(info.meaning) + "\n"))
        << info.name;
    if (!is_value) {
      EXPECT_THAT(example(), testing::HasSubstr("# default: " + std::string(info.default_text)));
    }
    named.erase(at);
  }
  EXPECT_TRUE(named.empty()) << named.begin()->first << " is no setting";
}

}  // namespace
}  // namespace todod::config
