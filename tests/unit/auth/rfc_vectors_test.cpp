// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The examples of RFC 7515 appendix A, RFC 8037 appendix A.4 and RFC 7519 section 6.1.
#include "auth/jwk_set.hpp"
#include "auth/jws.hpp"
#include "auth/signature.hpp"
#include "models/base64url.hpp"
#include "unit/auth/key_server.hpp"

#include <gtest/gtest.h>

namespace todod::auth {
namespace {

const std::string joe =
    ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
    "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ.";

// RFC 7515, A.1 (also RFC 7519, section 3.1)
const std::string hs256_key =
    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
const std::string hs256_token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9" + joe +
                                "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

struct vector_case {
  const char* name;
  std::string key;
  std::string token;
};

const std::vector<vector_case>& vectors() {
  static const std::vector<vector_case> all{
      {"RFC 7515 A.2 (RS256)",
       R"({"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4)"
       "qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0"
       "LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5"
       R"(ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",)"
       R"("e":"AQAB"})",
       "eyJhbGciOiJSUzI1NiJ9" + joe +
           "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8"
           "W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPv"
           "kSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1ph"
           "CnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"},
      {"RFC 7515 A.3 (ES256)",
       R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
       R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})",
       "eyJhbGciOiJFUzI1NiJ9" + joe +
           "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-"
           "Kg6NU1Q"},
      {"RFC 7515 A.4 (ES512)",
       R"({"kty":"EC","crv":"P-521",)"
       R"("x":"AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk",)"
       R"("y":"ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2"})",
       "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA."
       "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_"
       "7XdtAG8G"
       "aSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn"},
      {"RFC 8037 A.4 (EdDSA)",
       R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})",
       "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
       "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"},
  };
  return all;
}

TEST(rfc_vectors, signatures_under_public_keys_hold_and_break_with_any_changed_byte) {
  strict_json json;
  for (const auto& vector : vectors()) {
    SCOPED_TRACE(vector.name);
    const auto set = jwk_set::parse(R"({"keys":[)" + vector.key + "]}");
    ASSERT_TRUE(set);
    ASSERT_EQ(set->keys().size(), 1u);
    jws_parts parts;
    ASSERT_TRUE(split_jws(vector.token, parts));
    const auto header = read_jws_header(parts.header, json);
    ASSERT_TRUE(header);
    signature_verifier verifier("");
    auto* key = set->keys().front().key.get();
    EXPECT_TRUE(verifier.verify_with_key(header->alg, key, parts.signing_input, parts.signature));
    for (std::size_t i = 0; i < parts.signature.size(); i += 7) {
      auto broken = parts.signature;
      broken[i] ^= 1;
      EXPECT_FALSE(verifier.verify_with_key(header->alg, key, parts.signing_input, broken)) << i;
    }
    EXPECT_FALSE(
        verifier.verify_with_key(header->alg, key, parts.signing_input.substr(1), parts.signature));
  }
}

TEST(rfc_vectors, an_authenticator_gets_as_far_as_the_missing_user) {
  const timestamp before_expiry{std::chrono::seconds{1'300'819'379}};
  authenticator judge({*base64url_decode(hs256_key), {}, {}}, nullptr);
  EXPECT_EQ(judge.verify(hs256_token, before_expiry).refused, refusal::no_user);
  EXPECT_EQ(judge.verify(hs256_token, before_expiry + leeway + std::chrono::seconds{1}).refused,
            refusal::expired);
  auto broken = hs256_token;
  broken[broken.size() - 5] ^= 1;
  EXPECT_EQ(judge.verify(broken, before_expiry).refused, refusal::bad_signature);

  testing::ready_keys keys(R"({"keys":[)" + vectors()[1].key + "]}");
  authenticator asymmetric({}, &keys.source);
  EXPECT_EQ(asymmetric.verify(vectors()[1].token, before_expiry).refused, refusal::no_user);
}

TEST(rfc_vectors, the_unsecured_token_of_rfc_7519_is_refused) {
  const auto token = "eyJhbGciOiJub25lIn0" + joe;
  authenticator judge({*base64url_decode(hs256_key), {}, {}}, nullptr);
  EXPECT_EQ(judge.verify(token, timestamp{}).refused, refusal::unsupported_algorithm);
}

}  // namespace
}  // namespace todod::auth
