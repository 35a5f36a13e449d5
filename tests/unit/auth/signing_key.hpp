// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The issuer's side, for tests: makes keys, publishes them as JWK and signs whatever header and
// claims a test wants to see refused.
#pragma once

#include "auth/openssl_ptr.hpp"
#include "models/base64url.hpp"

#include <openssl/core_names.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace todod::auth::testing {

inline const EVP_MD* digest_of(std::string_view alg) {
  return alg.ends_with("512") ? EVP_sha512() : alg.ends_with("384") ? EVP_sha384() : EVP_sha256();
}

inline std::string sign_hmac(std::string_view alg, std::string_view secret,
                             std::string_view input) {
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  HMAC(digest_of(alg), secret.data(), static_cast<int>(secret.size()), as_bytes(input.data()),
       input.size(), mac, &length);
  return {reinterpret_cast<char*>(mac), length};
}

inline std::string signing_input(std::string_view header, std::string_view claims) {
  return base64url_encode(header) + '.' + base64url_encode(claims);
}

inline std::string hs_token(std::string_view alg, std::string_view secret, std::string_view header,
                            std::string_view claims) {
  const auto input = signing_input(header, claims);
  return input + '.' + base64url_encode(sign_hmac(alg, secret, input));
}

class signing_key {
 public:
  static signing_key ed25519() {
    return signing_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), "OKP", "Ed25519", 0);
  }
  static signing_key ec(const char* curve) {
    const std::string name = curve;
    const std::size_t bytes = name == "P-256" ? 32 : name == "P-384" ? 48 : 66;
    return signing_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve), "EC", curve, bytes);
  }
  static signing_key rsa(std::size_t bits) {
    return signing_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits), "RSA", "", 0);
  }

  /// The public key as JSON members; `more`, with a comma in front, for kid, alg, use ...
  [[nodiscard]] std::string jwk(std::string_view more = {}) const {
    std::string out = R"({"kty":")" + type_ + '"';
    if (!curve_.empty()) out += R"(,"crv":")" + curve_ + '"';
    for (const auto& [name, value] : coordinates()) {
      out += ",\"" + name + "\":\"" + base64url_encode(value) + '"';
    }
    return out + std::string(more) + '}';
  }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> coordinates() const {
    if (type_ == "OKP") {
      std::string x(32, '\0');
      std::size_t size = x.size();
      EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(x.data()), &size);
      return {{"x", x}};
    }
    if (type_ == "RSA") {
      return {{"n", number(OSSL_PKEY_PARAM_RSA_N, 0)}, {"e", number(OSSL_PKEY_PARAM_RSA_E, 0)}};
    }
    return {{"x", number(OSSL_PKEY_PARAM_EC_PUB_X, bytes_)},
            {"y", number(OSSL_PKEY_PARAM_EC_PUB_Y, bytes_)}};
  }

  /// The signature as JWS has it.
  [[nodiscard]] std::string sign(std::string_view alg, std::string_view input,
                                 int salt = RSA_PSS_SALTLEN_DIGEST) const {
    const md_ctx_ptr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* options = nullptr;
    const auto* md = type_ == "OKP" ? nullptr : digest_of(alg);
    bool done = EVP_DigestSignInit(context.get(), &options, md, nullptr, key_.get()) == 1;
    if (alg.starts_with("PS")) {
      done = done && EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1 &&
             EVP_PKEY_CTX_set_rsa_pss_saltlen(options, salt) == 1;
    }
    std::string out(2048, '\0');
    std::size_t size = out.size();
    done = done && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()),
                                  &size, as_bytes(input.data()), input.size()) == 1;
    if (!done) throw std::runtime_error("cannot sign");
    out.resize(size);
    return type_ == "EC" ? raw_of(out) : out;
  }

  [[nodiscard]] std::string token(std::string_view alg, std::string_view header,
                                  std::string_view claims) const {
    const auto input = signing_input(header, claims);
    return input + '.' + base64url_encode(sign(alg, input));
  }

  [[nodiscard]] EVP_PKEY* get() const noexcept { return key_.get(); }

 private:
  signing_key(EVP_PKEY* key, std::string type, std::string curve, std::size_t bytes)
      : key_(key), type_(std::move(type)), curve_(std::move(curve)), bytes_(bytes) {
    if (!key_) throw std::runtime_error("cannot make a key");
  }

  [[nodiscard]] std::string number(const char* name, std::size_t width) const {
    BIGNUM* raw = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), name, &raw);
    const bignum_ptr value(raw);
    std::string out(width != 0 ? width : static_cast<std::size_t>(BN_num_bytes(raw)), '\0');
    BN_bn2binpad(raw, reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(out.size()));
    return out;
  }

  [[nodiscard]] std::string raw_of(const std::string& der) const {
    const auto* at = as_bytes(der.data());
    const ecdsa_sig_ptr pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    std::string out(2 * bytes_, '\0');
    auto* to = reinterpret_cast<unsigned char*>(out.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), to, static_cast<int>(bytes_));
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), to + bytes_, static_cast<int>(bytes_));
    return out;
  }

  pkey_ptr key_;
  std::string type_;
  std::string curve_;
  std::size_t bytes_;  ///< of an EC coordinate
};

/// One RSA key for all tests of a program: making one takes a while.
inline const signing_key& shared_rsa_key() {
  static const auto key = signing_key::rsa(2048);
  return key;
}

inline std::string jwk_set_of(const std::vector<std::string>& keys) {
  std::string out = R"({"keys":[)";
  for (const auto& key : keys)
    out += (out.back() == '[' ? "" : ",") + key;
  return out + "]}";
}

}  // namespace todod::auth::testing
