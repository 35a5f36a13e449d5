// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The public keys of a JWK set (RFC 7517; parameters: RFC 7518 section 6, RFC 8037 section 2).
// Immutable once parsed, so any number of threads may verify with its keys. A key that cannot be
// used (unknown kty or curve, too short, not for signatures, garbage) is counted and left out.
// Symmetric keys ("oct") are never taken from a set: they would let its readers sign.
#pragma once

#include "auth/algorithm.hpp"
#include "auth/openssl_ptr.hpp"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace todod::auth {

struct public_key {
  std::optional<std::string> kid;
  key_kind kind{};
  std::optional<algorithm> only_for;  ///< the JWK's "alg"
  pkey_ptr key;

  [[nodiscard]] bool usable_for(algorithm which) const noexcept {
    return traits_of(which).kind == kind && (!only_for || *only_for == which);
  }
};

class jwk_set {
 public:
  static constexpr std::size_t keys_max = 100;  ///< usable ones; the rest counts as unusable
  static constexpr std::size_t rsa_bits_min = 2048;
  static constexpr std::size_t rsa_bits_max = 16384;
  static constexpr std::size_t rsa_exponent_max_bytes = 4;  ///< a huge one makes verifying slow

  /// A set, even without any usable key; or what is wrong with the document, as a phrase.
  [[nodiscard]] static std::expected<jwk_set, std::string_view> parse(std::string_view document);

  [[nodiscard]] const std::vector<public_key>& keys() const noexcept { return keys_; }
  [[nodiscard]] std::size_t unusable() const noexcept { return unusable_; }

 private:
  std::vector<public_key> keys_;
  std::size_t unusable_ = 0;
};

}  // namespace todod::auth
