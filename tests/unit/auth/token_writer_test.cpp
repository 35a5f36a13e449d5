// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/token_writer.hpp"

#include "auth/authenticator.hpp"
#include "auth/key_source.hpp"
#include "models/base64url.hpp"

#include <gtest/gtest.h>

namespace todod::auth {
namespace {

constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";
const timestamp now{std::chrono::milliseconds{1'800'000'000'999}};

TEST(token_writer, writes_exactly_these_claims) {
  const auto token = write_token(secret, *user_id::parse("a\"ü"), now, std::chrono::minutes{2},
                                 "https://id.example", "todod");
  const auto first = token.find('.');
  const auto second = token.find('.', first + 1);
  EXPECT_EQ(base64url_decode(token.substr(0, first)), R"({"alg":"HS256","typ":"JWT"})");
  EXPECT_EQ(base64url_decode(token.substr(first + 1, second - first - 1)),
            R"({"sub":"a\"ü","iat":1800000000,"exp":1800000120,)"
            R"("iss":"https://id.example","aud":"todod"})");
}

TEST(token_writer, writes_what_an_authenticator_with_the_same_rules_accepts) {
  authenticator judge({std::string(secret), "https://id.example/", "todod"}, nullptr);
  const auto user = *user_id::parse(std::string(255, 'u'));
  const auto token =
      write_token(secret, user, now, std::chrono::seconds{1}, "https://id.example", "todod");
  const auto verdict = judge.verify(token, now);
  ASSERT_NE(verdict.user, nullptr);
  EXPECT_EQ(*verdict.user, user);
  EXPECT_EQ(judge.verify(write_token(secret, user, now, std::chrono::seconds{1}), now).refused,
            refusal::wrong_issuer);
}

}  // namespace
}  // namespace todod::auth
