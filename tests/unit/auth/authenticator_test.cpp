// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Form, header and claims, one table each; signed with the shared secret, so that only what the row
// says is wrong.
#include "auth/authenticator.hpp"

#include "auth/token_writer.hpp"
#include "unit/auth/signing_key.hpp"

#include <gtest/gtest.h>

#include <set>

namespace todod::auth {

// For readable failures.
static void PrintTo(const authenticator::verdict& verdict, std::ostream* out) {
  if (verdict.user != nullptr) {
    *out << "user " << verdict.user->text();
  } else {
    *out << (verdict.refused ? describe(*verdict.refused) : "needs keys");
  }
}

namespace {

using testing::hs_token;

constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";
constexpr std::string_view header = R"({"alg":"HS256","typ":"JWT"})";
const timestamp now{std::chrono::seconds{1'800'000'000}};

policy secret_only() {
  return {std::string(secret), std::nullopt, std::nullopt};
}

std::string signed_token(std::string_view head, std::string_view claims) {
  return hs_token("HS256", secret, head, claims);
}

struct table_row {
  const char* what;
  std::string text;
  std::optional<refusal> expected;  ///< nothing: accepted
};

void expect(authenticator& judge, const table_row& row, const std::string& token) {
  for (const bool last_try : {false, true, true}) {  // the last one may come from the cache
    const auto verdict = judge.verify(token, now, last_try);
    EXPECT_EQ(verdict.refused, row.expected)
        << row.what << ": " << ::testing::PrintToString(verdict) << "\n"
        << row.text;
    EXPECT_EQ(verdict.user != nullptr, !row.expected.has_value()) << row.what;
  }
}

TEST(authenticator, accepts_what_the_token_writer_makes) {
  authenticator judge(secret_only(), nullptr);
  const auto alice = user_id::parse("alice");
  const auto token = write_token(secret, *alice, now, std::chrono::hours{1});
  for (int round = 0; round < 3; ++round) {
    const auto verdict = judge.verify(token, now);
    ASSERT_NE(verdict.user, nullptr);
    EXPECT_EQ(verdict.user->text(), "alice");
  }
  EXPECT_EQ(judge.stats().cache_hits, 2u);
  EXPECT_EQ(judge.stats().cache_misses, 1u);
}

TEST(authenticator, judges_the_form_of_a_token) {
  authenticator judge(secret_only(), nullptr);
  const auto good = signed_token(header, R"({"sub":"u","exp":1800000100})");
  const auto first = good.find('.');
  const auto second = good.find('.', first + 1);
  const auto head = good.substr(0, first);
  const auto body = good.substr(first + 1, second - first - 1);
  const auto signature = good.substr(second + 1);
  const std::vector<table_row> rows{
      {"as it should be", good, {}},
      {"empty", "", refusal::malformed},
      {"one part", head, refusal::malformed},
      {"two parts", head + '.' + body, refusal::malformed},
      {"two dots only", "..", refusal::malformed},
      {"four parts", good + ".e30", refusal::malformed},
      {"five parts, as a JWE", good + ".e30.e30", refusal::malformed},
      {"a dot in front", '.' + good, refusal::malformed},
      {"a dot behind", good + '.', refusal::malformed},
      {"padding", good + '=', refusal::malformed},
      {"padding of the payload", head + '.' + body + "==." + signature, refusal::malformed},
      {"a space behind", good + ' ', refusal::malformed},
      {"a line feed within", head + ".\n" + body + '.' + signature, refusal::malformed},
      {"a NUL behind", good + std::string(1, '\0'), refusal::malformed},
      {"the other base64 alphabet", head + '.' + body + ".+/" + signature.substr(2),
       refusal::malformed},
      {"no signature", head + '.' + body + '.', refusal::bad_signature},
      {"a shorter signature", good.substr(0, good.size() - 3) + "A", refusal::malformed},
      {"not JSON", signed_token("alg=HS256", "{}"), refusal::malformed},
      {"an impossible length of base64url", head + '.' + body + ".AAAAA", refusal::malformed},
  };
  for (const auto& row : rows)
    expect(judge, row, row.text);
}

TEST(authenticator, refuses_base64url_that_is_not_canonical) {
  authenticator judge(secret_only(), nullptr);
  const auto good = signed_token(header, R"({"sub":"u","exp":1800000100})");
  ASSERT_NE(judge.verify(good, now).user, nullptr);
  // 32 bytes are 43 characters; the last carries two bits that must be zero.
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const auto last = alphabet.find(good.back());
  for (std::size_t bits = 1; bits < 4; ++bits) {
    auto twin = good;
    twin.back() = alphabet[last + bits];
    EXPECT_EQ(judge.verify(twin, now).refused, refusal::malformed) << bits;
  }
}

TEST(authenticator, bounds_the_length_of_a_token) {
  authenticator judge(secret_only(), nullptr);
  const auto of_padding = [](std::size_t n) {
    return signed_token(header,
                        R"({"sub":"u","exp":1800000100,"p":")" + std::string(n, 'x') + R"("})");
  };
  std::size_t n = 5'900;
  while (of_padding(n + 1).size() <= token_max_bytes)
    ++n;
  EXPECT_NE(judge.verify(of_padding(n), now).user, nullptr);
  EXPECT_EQ(judge.verify(of_padding(n + 1), now).refused, refusal::too_long);
  EXPECT_EQ(judge.verify(std::string(1'000'000, '.'), now).refused, refusal::too_long);
  EXPECT_EQ(judge.stats().cache_entries, 0u) << "long tokens are not remembered";
}

TEST(authenticator, judges_the_header) {
  authenticator judge(secret_only(), nullptr);
  const std::vector<table_row> rows{
      {"alg alone", R"({"alg":"HS256"})", {}},
      {"typ JWT", R"({"alg":"HS256","typ":"JWT"})", {}},
      {"typ in lower case", R"({"alg":"HS256","typ":"jwt"})", {}},
      {"typ with prefix", R"({"alg":"HS256","typ":"Application/JWT"})", {}},
      {"an access token", R"({"alg":"HS256","typ":"at+jwt"})", {}},
      {"likewise", R"({"alg":"HS256","typ":"AT+JWT"})", {}},
      {"with prefix", R"({"alg":"HS256","typ":"application/at+JWT"})", {}},
      {"a kid nobody needs", R"({"alg":"HS256","kid":"1"})", {}},
      {"other members", R"({"alg":"HS256","cty":"x","x":{"a":[1,{"a":2}]}})", {}},
      {"embedded keys are not read",
       R"({"alg":"HS256","jwk":{"kty":"oct","k":"AA"},"jku":"x"})",
       {}},
      {"certificates neither", R"({"alg":"HS256","x5u":"http://127.0.0.1:1/","x5c":["AA"]})", {}},
      {"typ of another token", R"({"alg":"HS256","typ":"logout+jwt"})",
       refusal::unsupported_header},
      {"typ dpop", R"({"alg":"HS256","typ":"dpop+jwt"})", refusal::unsupported_header},
      {"typ JWE", R"({"alg":"HS256","typ":"JOSE"})", refusal::unsupported_header},
      {"typ empty", R"({"alg":"HS256","typ":""})", refusal::unsupported_header},
      {"typ of the prefix only", R"({"alg":"HS256","typ":"application/"})",
       refusal::unsupported_header},
      {"typ prefix twice", R"({"alg":"HS256","typ":"application/application/jwt"})",
       refusal::unsupported_header},
      {"typ longer", R"({"alg":"HS256","typ":"JWTx"})", refusal::unsupported_header},
      {"typ null", R"({"alg":"HS256","typ":null})", refusal::malformed},
      {"typ number", R"({"alg":"HS256","typ":1})", refusal::malformed},
      {"crit", R"({"alg":"HS256","crit":["exp"],"exp":1})", refusal::unsupported_header},
      {"crit empty", R"({"alg":"HS256","crit":[]})", refusal::unsupported_header},
      {"crit null", R"({"alg":"HS256","crit":null})", refusal::unsupported_header},
      {"b64", R"({"alg":"HS256","b64":true})", refusal::unsupported_header},
      {"zip", R"({"alg":"HS256","zip":"DEF"})", refusal::unsupported_header},
      {"no alg", R"({"typ":"JWT"})", refusal::malformed},
      {"alg null", R"({"alg":null})", refusal::malformed},
      {"alg list", R"({"alg":["HS256"]})", refusal::malformed},
      {"alg number", R"({"alg":256})", refusal::malformed},
      {"kid number", R"({"alg":"HS256","kid":1})", refusal::malformed},
      {"kid null", R"({"alg":"HS256","kid":null})", refusal::malformed},
      {"alg in lower case", R"({"alg":"hs256"})", refusal::unsupported_algorithm},
      {"none", R"({"alg":"none"})", refusal::unsupported_algorithm},
      {"alg empty", R"({"alg":""})", refusal::unsupported_algorithm},
      {"alg unknown", R"({"alg":"HS256 "})", refusal::unsupported_algorithm},
      {"alg of encryption", R"({"alg":"dir"})", refusal::unsupported_algorithm},
      {"asymmetric without a key set", R"({"alg":"EdDSA"})", refusal::unsupported_algorithm},
      {"a list", R"(["alg"])", refusal::malformed},
      {"a string", R"("HS256")", refusal::malformed},
      {"null", "null", refusal::malformed},
      {"empty", "", refusal::malformed},
      {"white space is JSON's", " {\r\n\t\"alg\" : \"HS256\" } ", {}},
      {"something behind", R"({"alg":"HS256"}{})", refusal::malformed},
      {"alg twice", R"({"alg":"none","alg":"HS256"})", refusal::malformed},
      {"alg twice, the same", R"({"alg":"HS256","alg":"HS256"})", refusal::malformed},
      {"alg twice, escaped", R"({"alg":"HS256","\u0061lg":"none"})", refusal::malformed},
      {"a name twice deep down", R"({"alg":"HS256","x":[{"a":1,"b":2,"a":1}]})",
       refusal::malformed},
      {"a name at two levels", R"({"alg":"HS256","x":{"alg":"none"}})", {}},
      {"a comment", R"({"alg":"HS256"/**/})", refusal::malformed},
      {"a trailing comma", R"({"alg":"HS256",})", refusal::malformed},
      {"not UTF-8", "{\"alg\":\"HS256\",\"x\":\"\xff\"}", refusal::malformed},
      {"an overlong form", "{\"alg\":\"HS256\",\"x\":\"\xc0\xaf\"}", refusal::malformed},
      {"a lone surrogate", R"({"alg":"HS256","x":"\ud800"})", refusal::malformed},
      {"a byte order mark", "\xef\xbb\xbf{\"alg\":\"HS256\"}", refusal::malformed},
  };
  for (const auto& row : rows) {
    expect(judge, row, signed_token(row.text, R"({"sub":"u","exp":1800000100})"));
  }
}

TEST(authenticator, judges_the_claims) {
  authenticator judge(secret_only(), nullptr);
  const std::vector<table_row> rows{
      {"sub and exp", R"({"sub":"u","exp":1800000001})", {}},
      {"user_id instead", R"({"user_id":"u","exp":1800000001})", {}},
      {"both equal", R"({"sub":"u","user_id":"u","exp":1800000001})", {}},
      {"equal after escapes", R"({"sub":"u","user_id":"\u0075","exp":1800000001})", {}},
      {"both different", R"({"sub":"u","user_id":"v","exp":1800000001})",
       refusal::conflicting_user},
      {"user_id a number", R"({"sub":"1","user_id":1,"exp":1800000001})",
       refusal::conflicting_user},
      {"user_id null", R"({"sub":"u","user_id":null,"exp":1800000001})", refusal::conflicting_user},
      {"sub null", R"({"sub":null,"user_id":"u","exp":1800000001})", refusal::no_user},
      {"sub a number", R"({"sub":7,"exp":1800000001})", refusal::no_user},
      {"sub empty", R"({"sub":"","exp":1800000001})", refusal::no_user},
      {"sub empty beside user_id", R"({"sub":"","user_id":"","exp":1800000001})", refusal::no_user},
      {"neither", R"({"exp":1800000001})", refusal::no_user},
      {"name is not a user", R"({"name":"u","id":"u","exp":1800000001})", refusal::no_user},
      {"255 bytes", R"({"sub":")" + std::string(255, 'u') + R"(","exp":1800000001})", {}},
      {"256 bytes", R"({"sub":")" + std::string(256, 'u') + R"(","exp":1800000001})",
       refusal::no_user},
      {"control characters", R"({"sub":"a\u0000b","exp":1800000001})", refusal::no_user},
      {"C1 controls", R"({"sub":"a\u0085b","exp":1800000001})", refusal::no_user},
      {"any other text", R"({"sub":"|ü 😀/..%2F","exp":1800000001})", {}},

      {"no exp", R"({"sub":"u"})", refusal::missing_expiry},
      {"exp null", R"({"sub":"u","exp":null})", refusal::missing_expiry},
      {"exp text", R"({"sub":"u","exp":"1800000001"})", refusal::missing_expiry},
      {"exp list", R"({"sub":"u","exp":[1800000001]})", refusal::missing_expiry},
      {"exp true", R"({"sub":"u","exp":true})", refusal::missing_expiry},
      {"exp with a fraction", R"({"sub":"u","exp":1800000001.5})", {}},
      {"exp with an exponent", R"({"sub":"u","exp":1.8000001e9})", {}},
      {"29 s ago is within the leeway", R"({"sub":"u","exp":1799999971})", {}},
      {"just within", R"({"sub":"u","exp":1799999970.001})", {}},
      {"30 s ago is not", R"({"sub":"u","exp":1799999970})", refusal::expired},
      {"just not", R"({"sub":"u","exp":1799999969.999})", refusal::expired},
      {"exp 0", R"({"sub":"u","exp":0})", refusal::expired},
      {"exp -1", R"({"sub":"u","exp":-1})", refusal::expired},
      {"exp far in the past", R"({"sub":"u","exp":-1e308})", refusal::expired},
      {"exp int64 min", R"({"sub":"u","exp":-9223372036854775808})", refusal::expired},
      {"exp int64 max", R"({"sub":"u","exp":9223372036854775807})", {}},
      {"exp uint64 max", R"({"sub":"u","exp":18446744073709551615})", {}},
      {"exp beyond", R"({"sub":"u","exp":99999999999999999999999})", {}},
      {"exp 1e308", R"({"sub":"u","exp":1e308})", {}},
      {"exp NaN is not JSON", R"({"sub":"u","exp":NaN})", refusal::malformed},
      {"exp twice", R"({"sub":"u","exp":1,"exp":1800000001})", refusal::malformed},

      {"nbf now", R"({"sub":"u","exp":1800000001,"nbf":1800000000})", {}},
      {"nbf in 30 s", R"({"sub":"u","exp":1800000100,"nbf":1800000030})", {}},
      {"nbf in more", R"({"sub":"u","exp":1800000100,"nbf":1800000030.001})",
       refusal::not_yet_valid},
      {"nbf far", R"({"sub":"u","exp":1800000100,"nbf":1e300})", refusal::not_yet_valid},
      {"nbf negative", R"({"sub":"u","exp":1800000100,"nbf":-5})", {}},
      {"nbf text", R"({"sub":"u","exp":1800000100,"nbf":"0"})", refusal::malformed},
      {"nbf null", R"({"sub":"u","exp":1800000100,"nbf":null})", refusal::malformed},
      {"iat is not looked at", R"({"sub":"u","exp":1800000100,"iat":"tomorrow"})", {}},

      {"any issuer and audience", R"({"sub":"u","exp":1800000100,"iss":"i","aud":"a"})", {}},
      {"any audiences", R"({"sub":"u","exp":1800000100,"aud":["a","b"]})", {}},
      {"iss a number", R"({"sub":"u","exp":1800000100,"iss":1})", refusal::malformed},
      {"aud a number", R"({"sub":"u","exp":1800000100,"aud":1})", refusal::malformed},
      {"aud of numbers", R"({"sub":"u","exp":1800000100,"aud":["a",1]})", refusal::malformed},
      {"sub twice", R"({"sub":"u","exp":1800000100,"sub":"v"})", refusal::malformed},
      {"a name twice deep down", R"({"sub":"u","exp":1800000100,"x":{"y":[{"z":1,"z":2}]}})",
       refusal::malformed},
      {"not UTF-8", "{\"sub\":\"\xed\xa0\x80\",\"exp\":1800000001}", refusal::malformed},
      {"a list", R"([{"sub":"u","exp":1800000001}])", refusal::malformed},
      {"a string", R"("u")", refusal::malformed},
      {"empty", "", refusal::malformed},
      {"32 levels",
       R"({"sub":"u","exp":1800000100,"x":)" + std::string(31, '[') + std::string(31, ']') + "}",
       {}},
      {"33 levels",
       R"({"sub":"u","exp":1800000100,"x":)" + std::string(32, '[') + std::string(32, ']') + "}",
       refusal::malformed},
      {"a bomb", std::string(6'000, '['), refusal::malformed},
      {"a bomb of objects", R"({"a":)" + std::string(1'000, '{'), refusal::malformed},
  };
  for (const auto& row : rows)
    expect(judge, row, signed_token(header, row.text));
}

TEST(authenticator, tells_of_claims_only_when_the_signature_holds) {
  authenticator judge(secret_only(), nullptr);
  const auto forged =
      hs_token("HS256", "another secret, as long as it is", header, R"({"sub":"u","exp":1})");
  EXPECT_EQ(judge.verify(forged, now).refused, refusal::bad_signature);
}

TEST(authenticator, compares_issuer_and_audience_without_a_trailing_slash) {
  const std::vector<table_row> rows{
      {"equal", R"("iss":"https://id.example","aud":"todod")", {}},
      {"slashes", R"("iss":"https://id.example/","aud":"todod/")", {}},
      {"one of a list", R"("iss":"https://id.example","aud":["x","todod"])", {}},
      {"one of a list with slash", R"("iss":"https://id.example","aud":["todod/","x"])", {}},
      {"no issuer", R"("aud":"todod")", refusal::wrong_issuer},
      {"another", R"("iss":"https://id.example.com","aud":"todod")", refusal::wrong_issuer},
      {"letter case", R"("iss":"https://ID.example","aud":"todod")", refusal::wrong_issuer},
      {"two slashes", R"("iss":"https://id.example//","aud":"todod")", refusal::wrong_issuer},
      {"issuer list", R"("iss":["https://id.example"],"aud":"todod")", refusal::malformed},
      {"no audience", R"("iss":"https://id.example")", refusal::wrong_audience},
      {"other audience", R"("iss":"https://id.example","aud":"tod")", refusal::wrong_audience},
      {"empty list", R"("iss":"https://id.example","aud":[])", refusal::wrong_audience},
      {"nested list", R"("iss":"https://id.example","aud":[["todod"]])", refusal::malformed},
      {"null audience", R"("iss":"https://id.example","aud":null)", refusal::malformed},
  };
  for (const std::string slash : {"", "/"}) {
    authenticator judge({std::string(secret), "https://id.example" + slash, "todod" + slash},
                        nullptr);
    for (const auto& row : rows) {
      expect(judge, row, signed_token(header, R"({"sub":"u","exp":1800000100,)" + row.text + "}"));
    }
  }
}

TEST(authenticator, remembers_a_token_but_never_past_its_expiry) {
  authenticator judge(secret_only(), nullptr);
  const auto token = signed_token(header, R"({"sub":"u","exp":1800000010,"nbf":1799999990})");
  ASSERT_NE(judge.verify(token, now).user, nullptr);
  const auto end = now + std::chrono::seconds{10} + leeway;
  EXPECT_NE(judge.verify(token, end - std::chrono::milliseconds{1}).user, nullptr);
  EXPECT_EQ(judge.verify(token, end).refused, refusal::expired);
  const auto start = now - std::chrono::seconds{10} - leeway;
  EXPECT_NE(judge.verify(token, start).user, nullptr) << "clocks go back, too";
  EXPECT_EQ(judge.verify(token, start - std::chrono::milliseconds{1}).refused,
            refusal::not_yet_valid);
  EXPECT_EQ(judge.stats().cache_hits, 4u);
}

TEST(authenticator, recalls_only_what_it_has_verified_and_still_is_good) {
  authenticator judge(secret_only(), nullptr);
  const auto token = signed_token(header, R"({"sub":"u","exp":1800000010})");
  EXPECT_EQ(judge.recall(token, now), nullptr);
  ASSERT_NE(judge.verify(token, now).user, nullptr);
  const auto* user = judge.recall(token, now);
  ASSERT_NE(user, nullptr);
  EXPECT_EQ(user->text(), "u");
  EXPECT_EQ(judge.recall(token, now + std::chrono::seconds{10} + leeway), nullptr);
  EXPECT_EQ(judge.recall(token + 'A', now), nullptr);
}

TEST(authenticator, does_not_remember_what_it_refused) {
  authenticator judge(secret_only(), nullptr);
  const auto token = signed_token(header, R"({"sub":"u","exp":1})");
  EXPECT_EQ(judge.verify(token, now).refused, refusal::expired);
  EXPECT_EQ(judge.stats().cache_entries, 0u);
}

TEST(authenticator, verifies_every_hmac_and_no_other_length) {
  const std::string long_secret(200, 's');  // longer than a block: hashed first
  for (const std::string& key : {std::string(secret), long_secret}) {
    authenticator judge({key, {}, {}}, nullptr);
    for (const std::string alg : {"HS256", "HS384", "HS512"}) {
      const auto head = R"({"alg":")" + alg + "\"}";
      const std::string claims = R"({"sub":"u","exp":1800000100})";
      EXPECT_NE(judge.verify(hs_token(alg, key, head, claims), now).user, nullptr) << alg;
      const auto input = testing::signing_input(head, claims);
      const auto mac = testing::sign_hmac(alg, key, input);
      for (const std::size_t length : {std::size_t{1}, std::size_t{16}, mac.size() - 1}) {
        const auto cut = input + '.' + base64url_encode(mac.substr(0, length));
        EXPECT_EQ(judge.verify(cut, now).refused, refusal::bad_signature) << alg << length;
      }
      const auto extended = input + '.' + base64url_encode(mac + 'x');
      EXPECT_EQ(judge.verify(extended, now).refused, refusal::bad_signature) << alg;
    }
  }
}

TEST(authenticator, without_a_secret_accepts_no_hmac) {
  authenticator judge({}, nullptr);
  EXPECT_EQ(
      judge.verify(hs_token("HS256", "", header, R"({"sub":"u","exp":1800000100})"), now).refused,
      refusal::unsupported_algorithm);
}

TEST(authenticator, describes_every_refusal_in_a_sentence_of_its_own) {
  std::set<std::string_view> sentences;
  for (auto why = refusal::too_long; why <= refusal::keys_unavailable;
       why = static_cast<refusal>(static_cast<int>(why) + 1)) {
    EXPECT_GT(describe(why).size(), 15u);
    EXPECT_TRUE(sentences.insert(describe(why)).second) << describe(why);
  }
  EXPECT_NE(describe(refusal::expired).find("expired"), std::string_view::npos);
}

}  // namespace
}  // namespace todod::auth
