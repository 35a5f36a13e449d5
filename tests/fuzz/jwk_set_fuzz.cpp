// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Any bytes as a key set: bounded, every key that is kept is of the kind it says, none is
// symmetric, and nothing stays in OpenSSL's error queue.
#include "auth/jwk_set.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace todod::auth;

void check(bool holds) {
  if (!holds) std::abort();
}

bool is_of_its_kind(const public_key& one) {
  const auto bits = static_cast<std::size_t>(EVP_PKEY_get_bits(one.key.get()));
  const auto type = EVP_PKEY_get_base_id(one.key.get());
  switch (one.kind) {
    case key_kind::ed25519:
      return type == EVP_PKEY_ED25519;
    case key_kind::p256:
      return type == EVP_PKEY_EC && bits == 256;
    case key_kind::p384:
      return type == EVP_PKEY_EC && bits == 384;
    case key_kind::p521:
      return type == EVP_PKEY_EC && bits == 521;
    case key_kind::rsa:
      return type == EVP_PKEY_RSA && bits >= jwk_set::rsa_bits_min && bits <= jwk_set::rsa_bits_max;
    case key_kind::secret:
      break;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto set = jwk_set::parse({reinterpret_cast<const char*>(data), size});
  check(ERR_peek_error() == 0);
  if (!set) {
    check(!set.error().empty());
    return 0;
  }
  check(set->keys().size() <= jwk_set::keys_max);
  for (const auto& one : set->keys()) {
    check(one.key != nullptr && is_of_its_kind(one));
    check(!one.only_for || one.usable_for(*one.only_for));
    for (const auto hs : {algorithm::hs256, algorithm::hs384, algorithm::hs512}) {
      check(!one.usable_for(hs));
    }
  }
  return 0;
}
