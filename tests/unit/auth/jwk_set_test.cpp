// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/jwk_set.hpp"

#include "unit/auth/signing_key.hpp"

#include <gtest/gtest.h>

namespace todod::auth {
namespace {

using testing::jwk_set_of;
using testing::signing_key;

const std::string p256_x = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
const std::string p256_y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
const std::string ed_x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

std::string p256(const std::string& more = "") {
  return R"({"kty":"EC","crv":"P-256","x":")" + p256_x + R"(","y":")" + p256_y + '"' + more + '}';
}

std::string ed25519(const std::string& more = "") {
  return R"({"kty":"OKP","crv":"Ed25519","x":")" + ed_x + '"' + more + '}';
}

struct key_case {
  const char* what;
  std::string jwk;
  bool usable;
};

TEST(jwk_set, takes_the_keys_that_can_be_used_and_counts_the_others) {
  const auto& rsa = testing::shared_rsa_key();
  const std::vector<key_case> cases{
      {"as Better Auth has it",
       ed25519(R"(,"kid":"0Zr8B9v9vyPyzUNSc0Vfqg4ZQ3Uv9f2s","alg":"EdDSA")"), true},
      {"without alg", ed25519(R"(,"kid":"0Zr8B9v9vyPyzUNSc0Vfqg4ZQ3Uv9f2s")"), true},
      {"as Auth0 has it",
       rsa.jwk(R"(,"use":"sig","kid":"a","x5t":"b","x5c":["MIIC"],"alg":"RS256")"), true},
      {"as Google has it", rsa.jwk(R"(,"use":"sig","kid":"a","alg":"RS256")"), true},
      {"as Apple and Supabase have it",
       p256(R"(,"key_ops":["verify"],"ext":true,"kid":"b","alg":"ES256")"), true},
      {"key_ops with more", p256(R"(,"key_ops":["sign","verify"])"), true},
      {"a private member is not looked at", p256(R"(,"d":"AA")"), true},
      {"Ed25519 by its other name", ed25519(R"(,"alg":"Ed25519")"), true},
      {"RSA for PSS", rsa.jwk(R"(,"alg":"PS512")"), true},
      {"kid empty", ed25519(R"(,"kid":"")"), true},

      {"for encryption", rsa.jwk(R"(,"use":"enc")"), false},
      {"use of another type", rsa.jwk(R"(,"use":["sig"])"), false},
      {"use null", rsa.jwk(R"(,"use":null)"), false},
      {"key_ops without verify", p256(R"(,"key_ops":["sign"])"), false},
      {"key_ops empty", p256(R"(,"key_ops":[])"), false},
      {"key_ops text", p256(R"(,"key_ops":"verify")"), false},
      {"RSA for encryption", rsa.jwk(R"(,"alg":"RSA-OAEP-256")"), false},
      {"alg of another kind", rsa.jwk(R"(,"alg":"ES256")"), false},
      {"alg of another curve", p256(R"(,"alg":"ES384")"), false},
      {"alg HS256", rsa.jwk(R"(,"alg":"HS256")"), false},
      {"alg none", rsa.jwk(R"(,"alg":"none")"), false},
      {"alg number", rsa.jwk(R"(,"alg":256)"), false},
      {"kid number", ed25519(R"(,"kid":1)"), false},
      {"symmetric", R"({"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODw","alg":"HS256"})", false},
      {"unknown kty", R"({"kty":"AKP","alg":"ML-DSA-44","pub":"AA"})", false},
      {"kty in lower case", R"({"kty":"ec","crv":"P-256","x":"AA","y":"AA"})", false},
      {"no kty", R"({"crv":"Ed25519","x":")" + ed_x + R"("})", false},
      {"X25519", R"({"kty":"OKP","crv":"X25519","x":")" + ed_x + R"("})", false},
      {"Ed448", R"({"kty":"OKP","crv":"Ed448","x":")" + ed_x + R"("})", false},
      {"secp256k1",
       R"({"kty":"EC","crv":"secp256k1","x":")" + p256_x + R"(","y":")" + p256_y + R"("})", false},
      {"wrong curve for the point",
       R"({"kty":"EC","crv":"P-384","x":")" + p256_x + R"(","y":")" + p256_y + R"("})", false},
      {"not on the curve",
       R"({"kty":"EC","crv":"P-256","x":")" + p256_x + R"(","y":")" + p256_x + R"("})", false},
      {"the origin",
       R"({"kty":"EC","crv":"P-256","x":")" + std::string(43, 'A') + R"(","y":")" +
           std::string(43, 'A') + R"("})",
       false},
      {"no y", R"({"kty":"EC","crv":"P-256","x":")" + p256_x + R"("})", false},
      {"x with padding", R"({"kty":"OKP","crv":"Ed25519","x":")" + ed_x + R"(="})", false},
      {"x too short", R"({"kty":"OKP","crv":"Ed25519","x":"AAAA"})", false},
      {"x a number", R"({"kty":"OKP","crv":"Ed25519","x":1})", false},
      {"coordinate with a zero in front",
       R"({"kty":"EC","crv":"P-256","x":"AH_Nzidw9sRdQYPL7m_bS3tYBzM1e-nvE7rPbjx70VRF","y":")" +
           p256_y + R"("})",
       false},
      {"a number", "7", false},
      {"null", "null", false},
      {"a list", "[]", false},
      {"empty", "{}", false},
  };
  for (const auto& one : cases) {
    const auto set = jwk_set::parse(jwk_set_of({one.jwk, ed25519(R"(,"kid":"good")")}));
    ASSERT_TRUE(set) << one.what;
    EXPECT_EQ(set->keys().size(), one.usable ? 2u : 1u) << one.what;
    EXPECT_EQ(set->unusable(), one.usable ? 0u : 1u) << one.what;
    EXPECT_EQ(set->keys().back().kid, "good") << "one key does not spoil the others";
    EXPECT_EQ(ERR_peek_error(), 0u) << one.what;
  }
}

std::string rsa_jwk(const std::string& n, const std::string& e) {
  return R"({"kty":"RSA","n":")" + base64url_encode(n) + R"(","e":")" + base64url_encode(e) +
         R"("})";
}

TEST(jwk_set, bounds_rsa_keys) {
  const auto modulus = [](std::size_t bits) {  // odd, and exactly so long
    std::string n((bits + 7) / 8, '\x5a');
    const auto top = (bits - 1) % 8;
    n.front() = static_cast<char>(1u << top);
    n.back() = '\x5b';
    return n;
  };
  const std::string f4("\x01\x00\x01", 3);
  const auto usable = [](const std::string& n, const std::string& e) {
    return jwk_set::parse(jwk_set_of({rsa_jwk(n, e)}))->keys().size() == 1;
  };
  EXPECT_TRUE(usable(modulus(2048), f4));
  EXPECT_FALSE(usable(modulus(2047), f4));
  EXPECT_FALSE(usable(modulus(1024), f4));
  EXPECT_FALSE(usable(std::string(200, '\0') + modulus(1024), f4)) << "zeros do not count";
  EXPECT_TRUE(usable('\0' + modulus(2048), f4));
  EXPECT_TRUE(usable(modulus(4096), f4));
  EXPECT_TRUE(usable(modulus(16384), f4));
  EXPECT_FALSE(usable(modulus(16385), f4));
  EXPECT_FALSE(usable("", f4));
  EXPECT_TRUE(usable(modulus(2048), "\x03"));
  EXPECT_FALSE(usable(modulus(2048), "\x01"));
  EXPECT_FALSE(usable(modulus(2048), ""));
  EXPECT_FALSE(usable(modulus(2048), std::string(1, '\0')));
  EXPECT_FALSE(usable(modulus(2048), "\x04"));
  EXPECT_TRUE(usable(modulus(2048), "\x7f\xff\xff\xff"));
  EXPECT_FALSE(usable(modulus(2048), "\x7f\xff\xff\xff\xff")) << "slow on purpose";
  auto even = modulus(2048);
  even.back() = '\x5a';
  EXPECT_FALSE(usable(even, f4));
}

TEST(jwk_set, bounds_the_number_of_keys) {
  const std::vector<std::string> many(jwk_set::keys_max + 5, ed25519());
  const auto set = jwk_set::parse(jwk_set_of(many));
  ASSERT_TRUE(set);
  EXPECT_EQ(set->keys().size(), jwk_set::keys_max);
  EXPECT_EQ(set->unusable(), 5u);
}

TEST(jwk_set, tells_a_set_from_other_documents) {
  for (const char* document : {"", " ", "<html>", "null", "[]", "{}", R"({"keys":{}})",
                               R"({"keys":null})", R"({"Keys":[]})", R"({"keys":[]}x)",
                               R"({"keys":[)", "{\"keys\":[\"\xff\"]}", R"([{"keys":[]}])"}) {
    EXPECT_FALSE(jwk_set::parse(document)) << document;
  }
  EXPECT_FALSE(jwk_set::parse(R"({"keys":)" + std::string(100'000, '[')));
  const auto empty = jwk_set::parse(R"({"keys":[],"more":1})");
  ASSERT_TRUE(empty) << "a set without keys is a set";
  EXPECT_TRUE(empty->keys().empty());
}

TEST(jwk_set, knows_kind_and_algorithm_of_a_key) {
  const auto set = jwk_set::parse(jwk_set_of(
      {ed25519(), p256(R"(,"alg":"ES256")"), testing::shared_rsa_key().jwk(R"(,"alg":"PS384")"),
       signing_key::ec("P-384").jwk(), signing_key::ec("P-521").jwk()}));
  ASSERT_TRUE(set);
  ASSERT_EQ(set->keys().size(), 5u);
  EXPECT_TRUE(set->keys()[0].usable_for(algorithm::eddsa));
  EXPECT_FALSE(set->keys()[0].usable_for(algorithm::es256));
  EXPECT_TRUE(set->keys()[1].usable_for(algorithm::es256));
  EXPECT_FALSE(set->keys()[1].usable_for(algorithm::es384));
  EXPECT_TRUE(set->keys()[2].usable_for(algorithm::ps384));
  EXPECT_FALSE(set->keys()[2].usable_for(algorithm::rs384));
  EXPECT_TRUE(set->keys()[3].usable_for(algorithm::es384));
  EXPECT_TRUE(set->keys()[4].usable_for(algorithm::es512));
  EXPECT_FALSE(set->keys()[4].usable_for(algorithm::hs256));
}

}  // namespace
}  // namespace todod::auth
