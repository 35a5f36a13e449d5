// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/authenticator.hpp"

#include "auth/token_writer.hpp"

#include <gtest/gtest.h>

namespace todod::auth {
namespace {

constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";
const timestamp now{std::chrono::seconds{1'800'000'000}};

TEST(authenticator, accepts_what_the_token_writer_makes) {
  authenticator judge({std::string(secret), {}, {}}, nullptr);
  const auto alice = user_id::parse("alice");
  const auto token = write_token(secret, *alice, now, std::chrono::hours{1});
  for (int round = 0; round < 3; ++round) {
    const auto verdict = judge.verify(token, now);
    ASSERT_NE(verdict.user, nullptr);
    EXPECT_EQ(verdict.user->text(), "alice");
  }
  EXPECT_EQ(judge.stats().cache_hits, 2u);
}

}  // namespace
}  // namespace todod::auth
