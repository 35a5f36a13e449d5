// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// OpenSSL's objects as owners, and its error queue kept clean.
#pragma once

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

namespace todod::auth {

template <auto Free>
struct openssl_free {
  template <typename T>
  void operator()(T* object) const noexcept {
    Free(object);
  }
};

template <typename T, auto Free>
using openssl_ptr = std::unique_ptr<T, openssl_free<Free>>;

using pkey_ptr = openssl_ptr<EVP_PKEY, &EVP_PKEY_free>;
using pkey_ctx_ptr = openssl_ptr<EVP_PKEY_CTX, &EVP_PKEY_CTX_free>;
using md_ptr = openssl_ptr<EVP_MD, &EVP_MD_free>;
using md_ctx_ptr = openssl_ptr<EVP_MD_CTX, &EVP_MD_CTX_free>;
using mac_ptr = openssl_ptr<EVP_MAC, &EVP_MAC_free>;
using mac_ctx_ptr = openssl_ptr<EVP_MAC_CTX, &EVP_MAC_CTX_free>;
using bignum_ptr = openssl_ptr<BIGNUM, &BN_free>;
using ecdsa_sig_ptr = openssl_ptr<ECDSA_SIG, &ECDSA_SIG_free>;
using param_bld_ptr = openssl_ptr<OSSL_PARAM_BLD, &OSSL_PARAM_BLD_free>;
using param_ptr = openssl_ptr<OSSL_PARAM, &OSSL_PARAM_free>;

/// A refused key or signature leaves entries in the thread's error queue, which the next TLS
/// connection on this thread (libpq, libcurl) would take for its own.
class clean_error_queue {
 public:
  clean_error_queue() = default;
  ~clean_error_queue() { ERR_clear_error(); }
  clean_error_queue(const clean_error_queue&) = delete;
  clean_error_queue& operator=(const clean_error_queue&) = delete;
};

[[nodiscard]] inline const unsigned char* as_bytes(const char* text) noexcept {
  return reinterpret_cast<const unsigned char*>(text);
}

}  // namespace todod::auth
