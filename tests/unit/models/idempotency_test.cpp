// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/idempotency.hpp"

#include <gtest/gtest.h>

#include <map>

using namespace todod;
using namespace std::string_literals;

namespace {

task_draft draft_of(std::string_view title, std::optional<std::string_view> description,
                    task_status status) {
  task_draft draft{.title = *task_title::parse(title)};
  if (description) draft.description = *task_description::parse(*description);
  draft.status = status;
  return draft;
}

}  // namespace

TEST(fingerprint, is_equal_exactly_for_equal_drafts) {
  std::map<draft_fingerprint, std::string> seen;
  const std::optional<std::string_view> descriptions[] = {std::nullopt, "", "b", "1:b", "p", "c"};
  for (const auto* title : {"a", "b", "ab", "1:a", "a0:"}) {
    for (const auto& description : descriptions) {
      for (const auto status : {task_status::pending, task_status::completed}) {
        const auto draft = draft_of(title, description, status);
        const auto name = std::string(title) + " / " + std::string(description.value_or("null")) +
                          " / " + std::string(to_string(status));
        EXPECT_EQ(fingerprint(draft), fingerprint(draft_of(title, description, status))) << name;
        const auto [at, is_new] = seen.emplace(fingerprint(draft), name);
        EXPECT_TRUE(is_new) << name << " has the fingerprint of " << at->second;
      }
    }
  }
}

TEST(fingerprint, stays_the_same_over_versions_of_the_server) {
  // Replicas of two versions compare each other's: this value must not change. It is the SHA-256
  // of "8:Buy milk" "p".
  const auto digest = fingerprint(draft_of("Buy milk", std::nullopt, task_status::pending));
  std::string hex;
  for (const auto byte : digest) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 0xf];
  }
  EXPECT_EQ(hex, "97d5719539d43ac082d9e8af5f417c4424ff96cc9a0937338f3c892725b7a3b8");
}

TEST(idempotency_key, is_1_to_255_visible_ascii_characters) {
  for (const auto& text : {"a"s, "!~"s, "0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111"s, "\"quoted\""s,
                           std::string(255, 'k')}) {
    const auto key = idempotency_key::parse(text);
    ASSERT_TRUE(key) << text;
    EXPECT_EQ(key->text(), text);
  }
  for (const auto& text :
       {""s, "a b"s, " a"s, "a\t"s, "\x7f"s, "\xc3\xa4"s, "a\0"s, std::string(256, 'k')})
    EXPECT_FALSE(idempotency_key::parse(text)) << testing::PrintToString(text);
}
