// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Tokens under the keys of a set: every algorithm, how a key is found, and the attacks of RFC 8725
// section 2.
#include "auth/authenticator.hpp"
#include "unit/auth/key_server.hpp"
#include "unit/auth/signing_key.hpp"

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace todod::auth {
namespace {

using testing::jwk_set_of;
using testing::ready_keys;
using testing::signing_key;

constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";
constexpr std::string_view claims = R"({"sub":"u","exp":1800000100})";
const timestamp now{std::chrono::seconds{1'800'000'000}};

std::string header_of(std::string_view alg, std::string_view more = {}) {
  return R"({"alg":")" + std::string(alg) + '"' + std::string(more) + '}';
}

std::string with_kid(std::string_view kid) {
  return R"(,"kid":")" + std::string(kid) + '"';
}

struct algorithm_case {
  std::string alg;
  const signing_key* key;
};

/// A key of every kind, and each algorithm with the one that fits.
struct key_ring {
  signing_key ed25519 = signing_key::ed25519();
  signing_key p256 = signing_key::ec("P-256");
  signing_key p384 = signing_key::ec("P-384");
  signing_key p521 = signing_key::ec("P-521");
  const signing_key& rsa = testing::shared_rsa_key();

  [[nodiscard]] std::vector<algorithm_case> cases() const {
    return {{"EdDSA", &ed25519}, {"Ed25519", &ed25519}, {"ES256", &p256}, {"ES384", &p384},
            {"ES512", &p521},    {"RS256", &rsa},       {"RS384", &rsa},  {"RS512", &rsa},
            {"PS256", &rsa},     {"PS384", &rsa},       {"PS512", &rsa}};
  }
  [[nodiscard]] std::string document() const {
    return jwk_set_of({ed25519.jwk(with_kid("ed")), p256.jwk(with_kid("p256")),
                       p384.jwk(with_kid("p384")), p521.jwk(with_kid("p521")),
                       rsa.jwk(with_kid("rsa"))});
  }
  [[nodiscard]] std::string kid_of(const signing_key* key) const {
    if (key == &ed25519) return "ed";
    if (key == &p256) return "p256";
    if (key == &p384) return "p384";
    return key == &p521 ? "p521" : "rsa";
  }
};

TEST(key_set_tokens, every_algorithm_is_accepted_with_and_without_kid) {
  const key_ring ring;
  ready_keys keys(ring.document());
  authenticator judge({std::string(secret), {}, {}}, &keys.source);
  for (const auto& [alg, key] : ring.cases()) {
    for (const auto& more : {std::string(), with_kid(ring.kid_of(key))}) {
      const auto token = key->token(alg, header_of(alg, more), claims);
      const auto verdict = judge.verify(token, now);
      ASSERT_NE(verdict.user, nullptr) << alg << more;
      EXPECT_EQ(verdict.user->text(), "u");
    }
  }
  EXPECT_NE(judge.verify(testing::hs_token("HS512", secret, header_of("HS512"), claims), now).user,
            nullptr)
      << "the shared secret works beside a key set";
}

TEST(key_set_tokens, every_signature_is_of_exact_length_and_breaks_with_any_bit) {
  const key_ring ring;
  ready_keys keys(ring.document());
  authenticator judge({}, &keys.source);
  for (const auto& [alg, key] : ring.cases()) {
    SCOPED_TRACE(alg);
    const auto input = testing::signing_input(header_of(alg, with_kid(ring.kid_of(key))), claims);
    const auto good = key->sign(alg, input);
    const auto refused = [&](const std::string& signature) {
      return judge.verify(input + '.' + base64url_encode(signature), now).refused;
    };
    const auto bad = refusal::bad_signature;
    EXPECT_EQ(refused(""), bad);
    EXPECT_EQ(refused(good.substr(1)), bad);
    EXPECT_EQ(refused(good.substr(0, good.size() - 1)), bad);
    EXPECT_EQ(refused(good + '\0'), bad);
    EXPECT_EQ(refused('\0' + good), bad);
    EXPECT_EQ(refused(std::string(1, '\0') + good.substr(0, good.size() - 1)), bad);
    EXPECT_EQ(refused(good + good), bad);
    EXPECT_EQ(refused(std::string(good.size(), '\0')), bad) << "zero r and s";
    EXPECT_EQ(refused(std::string(good.size(), '\xff')), bad);
    EXPECT_EQ(refused(good.substr(0, good.size() / 2) + std::string(good.size() / 2, '\0')), bad);
    for (std::size_t i = 0; i < good.size(); i += 13) {
      auto broken = good;
      broken[i] ^= 0x10;
      EXPECT_EQ(refused(broken), bad) << i;
    }
    EXPECT_FALSE(refused(good)) << "and the right one still holds";
  }
}

TEST(key_set_tokens, der_signatures_of_ecdsa_are_refused) {
  const auto key = signing_key::ec("P-256");
  ready_keys keys(jwk_set_of({key.jwk(with_kid("k"))}));
  authenticator judge({}, &keys.source);
  const auto input = testing::signing_input(header_of("ES256", with_kid("k")), claims);
  const md_ctx_ptr context(EVP_MD_CTX_new());
  ASSERT_EQ(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()), 1);
  std::string der(128, '\0');
  std::size_t size = der.size();
  ASSERT_EQ(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(der.data()), &size,
                           as_bytes(input.data()), input.size()),
            1);
  der.resize(size);
  EXPECT_EQ(judge.verify(input + '.' + base64url_encode(der), now).refused, refusal::bad_signature);
}

TEST(key_set_tokens, pss_takes_only_a_salt_as_long_as_the_digest) {
  const auto& key = testing::shared_rsa_key();
  ready_keys keys(jwk_set_of({key.jwk(with_kid("k"))}));
  authenticator judge({}, &keys.source);
  const auto input = testing::signing_input(header_of("PS256", with_kid("k")), claims);
  for (const int salt : {0, 20, 31, 33, 64}) {
    const auto token = input + '.' + base64url_encode(key.sign("PS256", input, salt));
    EXPECT_EQ(judge.verify(token, now).refused, refusal::bad_signature) << salt;
  }
  EXPECT_NE(judge.verify(input + '.' + base64url_encode(key.sign("PS256", input, 32)), now).user,
            nullptr);
}

TEST(key_set_tokens, an_algorithm_is_only_tried_with_a_key_of_its_own_kind) {
  const key_ring ring;
  ready_keys keys(ring.document());
  authenticator judge({std::string(secret), {}, {}}, &keys.source);
  for (const auto& [named, named_key] : ring.cases()) {
    for (const auto& [used, used_key] : ring.cases()) {
      if (named_key == used_key) continue;
      const auto head = header_of(named, with_kid(ring.kid_of(used_key)));
      const auto token = used_key->token(used, head, claims);
      EXPECT_EQ(judge.verify(token, now).refused, refusal::unsupported_algorithm)
          << named << " with the key of " << used;
    }
  }
}

TEST(key_set_tokens, another_algorithm_of_the_same_rsa_key_needs_its_own_signature) {
  const auto& key = testing::shared_rsa_key();
  ready_keys keys(jwk_set_of({key.jwk(with_kid("k"))}));
  authenticator judge({}, &keys.source);
  for (const std::string named : {"RS256", "RS512", "PS256", "PS512"}) {
    for (const std::string used : {"RS256", "RS512", "PS256", "PS512"}) {
      const auto token = key.token(used, header_of(named, with_kid("k")), claims);
      EXPECT_EQ(judge.verify(token, now).user != nullptr, named == used) << named << used;
    }
  }
}

TEST(key_set_tokens, a_key_that_names_its_algorithm_is_for_that_alone) {
  const auto& key = testing::shared_rsa_key();
  const auto ed = signing_key::ed25519();
  ready_keys keys(
      jwk_set_of({key.jwk(R"(,"kid":"k","alg":"RS256")"), ed.jwk(R"(,"kid":"e","alg":"EdDSA")")}));
  authenticator judge({}, &keys.source);
  EXPECT_NE(judge.verify(key.token("RS256", header_of("RS256", with_kid("k")), claims), now).user,
            nullptr);
  EXPECT_EQ(
      judge.verify(key.token("PS256", header_of("PS256", with_kid("k")), claims), now).refused,
      refusal::unsupported_algorithm);
  EXPECT_NE(
      judge.verify(ed.token("Ed25519", header_of("Ed25519", with_kid("e")), claims), now).user,
      nullptr)
      << "EdDSA and Ed25519 are the same";
}

TEST(key_set_tokens, an_hmac_under_anything_public_is_refused) {
  const auto& key = testing::shared_rsa_key();
  ready_keys keys(jwk_set_of(
      {key.jwk(with_kid("k")), R"({"kty":"oct","kid":"o","alg":"HS256","k":"c2VjcmV0"})"}));
  BIO* memory = BIO_new(BIO_s_mem());
  PEM_write_bio_PUBKEY(memory, key.get());
  char* text = nullptr;
  const auto size = BIO_get_mem_data(memory, &text);
  const std::string pem(text, static_cast<std::size_t>(size));
  BIO_free(memory);
  const auto n = key.coordinates().front().second;
  const std::vector<std::string> public_things{
      pem, pem.substr(0, pem.size() - 1), n, base64url_encode(n), key.jwk(), "secret", ""};
  authenticator with_secret({std::string(secret), {}, {}}, &keys.source);
  authenticator without({}, &keys.source);
  for (const auto& thing : public_things) {
    for (const auto& kid : {std::string(), with_kid("k"), with_kid("o")}) {
      const auto token = testing::hs_token("HS256", thing, header_of("HS256", kid), claims);
      EXPECT_EQ(with_secret.verify(token, now).refused, refusal::bad_signature);
      EXPECT_EQ(without.verify(token, now).refused, refusal::unsupported_algorithm);
    }
  }
}

TEST(key_set_tokens, none_in_any_spelling_is_refused) {
  ready_keys keys(jwk_set_of({testing::shared_rsa_key().jwk()}));
  authenticator judge({std::string(secret), {}, {}}, &keys.source);
  for (const std::string alg : {"none", "None", "NONE", "nOnE", "none ", "", "null"}) {
    const auto input = testing::signing_input(header_of(alg), claims);
    for (const std::string& signature : {std::string(), std::string("AA"), std::string(43, 'A')}) {
      EXPECT_EQ(judge.verify(input + '.' + signature, now).refused, refusal::unsupported_algorithm)
          << alg;
    }
  }
}

TEST(key_set_tokens, an_embedded_key_is_never_used) {
  const auto mine = signing_key::ed25519();
  const auto theirs = signing_key::ed25519();
  ready_keys keys(jwk_set_of({mine.jwk(with_kid("k"))}));
  testing::key_server evil(jwk_set_of({theirs.jwk(with_kid("k"))}));
  authenticator judge({}, &keys.source);
  const auto more = R"(,"kid":"k","jwk":)" + theirs.jwk() + R"(,"jku":")" + evil.url() +
                    R"(","x5u":")" + evil.url() + '"';
  EXPECT_EQ(judge.verify(theirs.token("EdDSA", header_of("EdDSA", more), claims), now).refused,
            refusal::bad_signature);
  EXPECT_NE(judge.verify(mine.token("EdDSA", header_of("EdDSA", more), claims), now).user, nullptr);
  EXPECT_EQ(evil.requests(), 0u);
}

TEST(key_set_tokens, an_unknown_kid_asks_for_keys_first_and_is_refused_then) {
  const auto key = signing_key::ed25519();
  ready_keys keys(jwk_set_of({key.jwk(with_kid("k")), signing_key::ed25519().jwk()}));
  authenticator judge({}, &keys.source);
  for (const std::string kid : {"K", "", "k ", "../k"}) {
    const auto token = key.token("EdDSA", header_of("EdDSA", with_kid(kid)), claims);
    EXPECT_TRUE(judge.verify(token, now).needs_keys()) << kid;
    EXPECT_EQ(judge.verify(token, now, true).refused, refusal::unknown_key) << kid;
  }
  const auto forged =
      signing_key::ed25519().token("EdDSA", header_of("EdDSA", with_kid("k")), claims);
  EXPECT_EQ(judge.verify(forged, now).refused, refusal::bad_signature) << "no reason to fetch";
}

TEST(key_set_tokens, without_a_key_of_the_right_kind_asks_for_keys) {
  const auto key = signing_key::ed25519();
  ready_keys keys(jwk_set_of({testing::shared_rsa_key().jwk()}));
  authenticator judge({}, &keys.source);
  const auto token = key.token("EdDSA", header_of("EdDSA"), claims);
  EXPECT_TRUE(judge.verify(token, now).needs_keys());
  EXPECT_EQ(judge.verify(token, now, true).refused, refusal::unknown_key);
}

TEST(key_set_tokens, keys_that_share_a_kid_are_all_tried) {
  std::vector<signing_key> twins;
  std::vector<std::string> jwks;
  for (int i = 0; i < 6; ++i) {
    twins.push_back(i % 2 == 0 ? signing_key::ed25519() : signing_key::ec("P-256"));
    jwks.push_back(twins.back().jwk(with_kid("same")));
  }
  ready_keys keys(jwk_set_of(jwks));
  authenticator judge({}, &keys.source);
  for (std::size_t i = 0; i < twins.size(); ++i) {
    const std::string alg = i % 2 == 0 ? "EdDSA" : "ES256";
    const auto token = twins[i].token(alg, header_of(alg, with_kid("same")), claims);
    EXPECT_NE(judge.verify(token, now).user, nullptr) << i;
  }
}

TEST(key_set_tokens, without_kid_four_keys_of_the_right_kind_are_tried) {
  std::vector<signing_key> all;
  std::vector<std::string> jwks{testing::shared_rsa_key().jwk()};  // not of the kind: not counted
  for (int i = 0; i < 5; ++i) {
    all.push_back(signing_key::ed25519());
    jwks.push_back(all.back().jwk(with_kid(std::to_string(i))));
  }
  ready_keys keys(jwk_set_of(jwks));
  authenticator judge({}, &keys.source);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto token = all[i].token("EdDSA", header_of("EdDSA"), claims);
    const auto verdict = judge.verify(token, now, true);
    EXPECT_EQ(verdict.user != nullptr, i < 4) << i;
    if (i == 4) {
      EXPECT_EQ(verdict.refused, refusal::bad_signature);
    }
  }
}

TEST(key_set_tokens, leaves_nothing_in_the_error_queue_of_openssl) {
  const key_ring ring;
  ready_keys keys(ring.document());
  authenticator judge({}, &keys.source);
  ERR_clear_error();
  for (const auto& [alg, key] : ring.cases()) {
    const auto input = testing::signing_input(header_of(alg, with_kid(ring.kid_of(key))), claims);
    const std::string garbage(key->sign(alg, input).size(), '\x7f');
    EXPECT_EQ(judge.verify(input + '.' + base64url_encode(garbage), now).refused,
              refusal::bad_signature);
    EXPECT_EQ(ERR_peek_error(), 0u) << alg;
  }
}

}  // namespace
}  // namespace todod::auth
