// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/token_cache.hpp"

#include <gtest/gtest.h>

namespace todod::auth {
namespace {

claims of(const std::string& user) {
  return {*user_id::parse(user), {}};
}

std::string text(std::size_t i) {
  return "token number " + std::to_string(i);
}

TEST(token_cache, finds_what_it_was_told_and_nothing_else) {
  token_cache cache(1000);
  for (std::size_t i = 0; i < 1000; ++i) {
    ASSERT_EQ(cache.find(text(i)), nullptr);
    const auto* kept = cache.remember(text(i), of(std::to_string(i)));
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->user.text(), std::to_string(i));
  }
  EXPECT_EQ(cache.size(), 1000u);
  for (std::size_t i = 0; i < 1000; ++i) {
    const auto* known = cache.find(text(i));
    ASSERT_NE(known, nullptr) << "a cache that is just full has lost nothing";
    EXPECT_EQ(known->user.text(), std::to_string(i));
  }
  EXPECT_EQ(cache.find("token number 7 "), nullptr);
  EXPECT_EQ(cache.find(""), nullptr);
}

TEST(token_cache, tells_tokens_apart_that_differ_in_one_byte_anywhere) {
  token_cache cache(10);
  for (const std::size_t length : {1u, 15u, 16u, 17u, 100u, 2048u}) {
    std::string token(length, 'a');
    ASSERT_NE(cache.remember(token, of("u")), nullptr);
    ASSERT_NE(cache.find(token), nullptr);
    for (std::size_t i = 0; i < length; ++i) {
      ++token[i];
      EXPECT_EQ(cache.find(token), nullptr) << length << ' ' << i;
      --token[i];
    }
    EXPECT_EQ(cache.find(token + '\0'), nullptr);
  }
}

TEST(token_cache, is_bounded_and_keeps_what_is_asked_for) {
  token_cache cache(100);
  for (std::size_t i = 0; i < 100; ++i)
    cache.remember(text(i), of("u"));
  cache.remember(text(100), of("u"));
  std::size_t kept = 0;
  for (std::size_t i = 101; i < 1000; ++i) {
    ASSERT_NE(cache.find(text(100)), nullptr) << "asked for all the time: " << i;
    cache.remember(text(i), of("u"));
    ASSERT_EQ(cache.size(), 100u);
  }
  for (std::size_t i = 0; i < 1000; ++i)
    kept += cache.find(text(i)) != nullptr ? 1 : 0;
  EXPECT_EQ(kept, 100u);
}

TEST(token_cache, does_not_keep_long_tokens) {
  token_cache cache(10);
  EXPECT_NE(cache.remember(std::string(token_cache::token_max_bytes, 'x'), of("u")), nullptr);
  EXPECT_EQ(cache.remember(std::string(token_cache::token_max_bytes + 1, 'x'), of("u")), nullptr);
  EXPECT_EQ(cache.find(std::string(token_cache::token_max_bytes + 1, 'x')), nullptr);
  EXPECT_EQ(cache.size(), 1u);
}

TEST(token_cache, forgets_everything_and_starts_again) {
  token_cache cache(10);
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < 25; ++i)
      cache.remember(text(i), of("u"));
    EXPECT_EQ(cache.size(), 10u);
    cache.clear();
    EXPECT_EQ(cache.size(), 0u);
    for (std::size_t i = 0; i < 25; ++i)
      EXPECT_EQ(cache.find(text(i)), nullptr);
  }
}

TEST(token_cache, works_with_one_place) {
  token_cache cache(1);
  for (std::size_t i = 0; i < 5; ++i) {
    cache.remember(text(i), of(std::to_string(i)));
    ASSERT_NE(cache.find(text(i)), nullptr);
    EXPECT_EQ(cache.find(text(i))->user.text(), std::to_string(i));
    EXPECT_EQ(cache.size(), 1u);
  }
}

}  // namespace
}  // namespace todod::auth
