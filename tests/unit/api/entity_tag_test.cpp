// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/entity_tag.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

using namespace todod;
using namespace std::string_literals;

namespace {

std::string versions_of(const std::optional<std::vector<std::int64_t>>& versions) {
  if (!versions) return "any";
  std::string text = "[";
  for (const auto version : *versions)
    text += std::to_string(version) + ",";
  return text + "]";
}

}  // namespace

TEST(entity_tag, is_the_version_between_quotes) {
  EXPECT_EQ(api::entity_tag(1), "\"1\"");
  EXPECT_EQ(api::entity_tag(9'223'372'036'854'775'807), "\"9223372036854775807\"");
}

TEST(entity_tag, can_be_weak) {
  EXPECT_EQ(api::weak_entity_tag(7), "W/\"7\"");
}

TEST(tag_digest, is_a_version_that_conditions_can_name) {
  api::tag_digest digest;
  digest.add("bytes");
  ASSERT_GE(digest.version(), 1);
  const auto named = api::parse_tag_condition(api::weak_entity_tag(digest.version()));
  ASSERT_TRUE(named);
  EXPECT_TRUE(api::matches_weakly(*named, digest.version()));
}

TEST(tag_digest, differs_by_value_order_and_length) {
  std::set<std::int64_t> seen;
  const auto note = [&](auto... values) {
    api::tag_digest digest;
    (digest.add(values), ...);
    EXPECT_TRUE(seen.insert(digest.version()).second);
  };
  note();
  for (std::uint64_t value = 0; value < 1000; ++value)
    note(value);
  note(std::uint64_t{1}, std::uint64_t{2});
  note(std::uint64_t{2}, std::uint64_t{1});
  for (const std::string_view text : {"", "a", "ab", "abcdefgh", "abcdefghi", "bacdefghi"})
    note(text);
  note(std::string_view("a"), std::string_view("b"));
}

TEST(tag_condition, of_if_match_allows_the_versions_that_it_names_strongly) {
  const std::pair<std::string, std::string_view> table[] = {
      {"*", "any"},
      {" * ", "any"},
      {"\"3\"", "[3,]"},
      {"\"9223372036854775807\"", "[9223372036854775807,]"},
      {"\"3\", \"5\"", "[3,5,]"},
      {"\"3\",\"5\"", "[3,5,]"},
      {"\t\"3\"\t,\t\"5\"\t", "[3,5,]"},
      {",,\"3\", ,, \"5\" ,", "[3,5,]"},
      {"W/\"3\"", "[]"},
      {"W/\"3\", \"5\"", "[5,]"},
      // Tags that no task ever has.
      {"\"\"", "[]"},
      {"\"0\"", "[]"},
      {"\"03\"", "[]"},
      {"\"+3\"", "[]"},
      {"\"-3\"", "[]"},
      {"\"3a\"", "[]"},
      {"\"*\"", "[]"},
      {"\"9223372036854775808\"", "[]"},
      {"\"99999999999999999999999999\"", "[]"},
      {"\"a,b\"", "[]"},
      {"\"\\\"", "[]"},  // a backslash is a character like any other
      {"\"!#~\"", "[]"},
      {"\"\x80\xff\"", "[]"},
      {"\"a,\", \"4\"", "[4,]"},
  };
  for (const auto& [value, versions] : table) {
    const auto condition = api::parse_tag_condition(value);
    ASSERT_TRUE(condition) << value;
    EXPECT_EQ(versions_of(api::to_precondition(*condition).versions), versions) << value;
  }
}

TEST(tag_condition, of_if_none_match_compares_weakly) {
  const struct {
    std::string_view value;
    std::int64_t version;
    bool matches;
  } table[] = {
      {"*", 1, true},
      {"\"3\"", 3, true},
      {"\"3\"", 4, false},
      {"W/\"3\"", 3, true},
      {"W/\"3\"", 33, false},
      {"\"1\", W/\"2\", \"3\"", 2, true},
      {"\"1\", \"3\"", 2, false},
      {"\"03\"", 3, false},
      {"\"x\"", 1, false},
  };
  for (const auto& row : table) {
    const auto condition = api::parse_tag_condition(row.value);
    ASSERT_TRUE(condition) << row.value;
    EXPECT_EQ(api::matches_weakly(*condition, row.version), row.matches)
        << row.value << " " << row.version;
  }
}

TEST(tag_condition, is_nothing_where_the_value_is_not_of_that_form) {
  const std::string refused[] = {
      "",        " ",        ",",          ", ,",         "3",          "\"",
      "\"3",     "3\"",      "'3'",        "\"3\" \"4\"", "\"3\"\"4\"", "\"3\";\"4\"",
      "\"a b\"", "\"a\tb\"", "\"\x7f\"",   "\"a\0b\""s,   "w/\"3\"",    "W\"3\"",
      "W/3",     "W/ \"3\"", "W/",         "**",          "*, \"3\"",   "\"3\", *",
      "*,",      "\"3\", x", "\"3\", \"4", "\"3\"x",      "x\"3\"",     "\"3\",\n\"4\"",
  };
  for (const auto& value : refused)
    EXPECT_FALSE(api::parse_tag_condition(value)) << testing::PrintToString(value);
}

TEST(tag_condition, takes_as_many_tags_as_a_request_can_hold) {
  std::string value = "\"0\"";
  std::size_t count = 0;
  while (value.size() < 16 * 1024) {
    value += ",\"7\"";
    ++count;
  }
  const auto condition = api::parse_tag_condition(value);
  ASSERT_TRUE(condition);
  EXPECT_EQ(api::to_precondition(*condition).versions->size(), count);
}
