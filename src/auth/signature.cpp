// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/signature.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/rsa.h>

#include <stdexcept>
#include <string>

namespace todod::auth {
namespace {

constexpr std::array<const char*, digests> digest_names = {nullptr, "SHA256", "SHA384", "SHA512"};

mac_ctx_ptr make_keyed_mac(EVP_MAC* hmac, const char* digest_name, std::string_view secret) {
  std::string name = digest_name;
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), name.size()),
      OSSL_PARAM_construct_end()};
  mac_ctx_ptr context(EVP_MAC_CTX_new(hmac));
  if (!context ||
      EVP_MAC_init(context.get(), as_bytes(secret.data()), secret.size(), parameters) != 1) {
    throw std::runtime_error("OpenSSL cannot make an HMAC context");
  }
  return context;
}

/// r||s of fixed length, as JWS has it, to the DER that OpenSSL reads; empty if it cannot be.
std::string der_of(std::string_view signature) {
  const auto half = signature.size() / 2;
  const auto length = static_cast<int>(half);
  bignum_ptr r(BN_bin2bn(as_bytes(signature.data()), length, nullptr));
  bignum_ptr s(BN_bin2bn(as_bytes(signature.data() + half), length, nullptr));
  const ecdsa_sig_ptr pair(ECDSA_SIG_new());
  if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
  static_cast<void>(r.release());  // both are the pair's now
  static_cast<void>(s.release());
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &der);
  if (size <= 0) return {};
  std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return out;
}

bool is_elliptic(key_kind kind) noexcept {
  return kind == key_kind::p256 || kind == key_kind::p384 || kind == key_kind::p521;
}

}  // namespace

signature_verifier::signature_verifier(std::string_view secret) : context_(EVP_MD_CTX_new()) {
  if (!context_) throw std::runtime_error("OpenSSL cannot make a digest context");
  const mac_ptr hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
  if (!hmac) throw std::runtime_error("OpenSSL has no HMAC");
  for (std::size_t i = 1; i < digests; ++i) {
    digests_[i].reset(EVP_MD_fetch(nullptr, digest_names[i], nullptr));
    if (!digests_[i]) throw std::runtime_error("OpenSSL has no " + std::string(digest_names[i]));
    if (!secret.empty()) macs_[i] = make_keyed_mac(hmac.get(), digest_names[i], secret);
  }
}

bool signature_verifier::verify_with_secret(algorithm which, std::string_view input,
                                            std::string_view signature) {
  const auto& traits = traits_of(which);
  if (signature.size() != traits.signature_bytes) return false;
  auto* mac = macs_[static_cast<std::size_t>(traits.digest)].get();
  std::array<unsigned char, EVP_MAX_MD_SIZE> expected{};
  std::size_t length = 0;
  // Without a key: starts again with the one that is scheduled already.
  const bool made = mac != nullptr && EVP_MAC_init(mac, nullptr, 0, nullptr) == 1 &&
                    EVP_MAC_update(mac, as_bytes(input.data()), input.size()) == 1 &&
                    EVP_MAC_final(mac, expected.data(), &length, expected.size()) == 1;
  const bool equal = made && length == signature.size() &&
                     CRYPTO_memcmp(expected.data(), signature.data(), length) == 0;
  OPENSSL_cleanse(expected.data(), expected.size());  // it would sign this input
  return equal;
}

bool signature_verifier::start(const algorithm_traits& traits, EVP_PKEY* key) {
  EVP_MD_CTX_reset(context_.get());
  EVP_PKEY_CTX* key_context = nullptr;  // the digest context's own
  const auto* md = digests_[static_cast<std::size_t>(traits.digest)].get();
  if (EVP_DigestVerifyInit(context_.get(), &key_context, md, nullptr, key) != 1) return false;
  if (!traits.pss) return true;
  // MGF1 takes the same digest by default; the salt is as long as the digest (RFC 7518, 3.5).
  return EVP_PKEY_CTX_set_rsa_padding(key_context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(key_context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

bool signature_verifier::verify_with_key(algorithm which, EVP_PKEY* key, std::string_view input,
                                         std::string_view signature) {
  const clean_error_queue clean;
  const auto& traits = traits_of(which);
  const auto length = traits.signature_bytes != 0
                          ? traits.signature_bytes
                          : static_cast<std::size_t>(EVP_PKEY_get_size(key));
  if (signature.size() != length) return false;
  std::string der;
  if (is_elliptic(traits.kind)) {
    der = der_of(signature);
    if (der.empty()) return false;
    signature = der;
  }
  return start(traits, key) &&
         EVP_DigestVerify(context_.get(), as_bytes(signature.data()), signature.size(),
                          as_bytes(input.data()), input.size()) == 1;
}

}  // namespace todod::auth
