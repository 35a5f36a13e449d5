// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The signature algorithms that are accepted (RFC 7518 section 3.1, RFC 8037, RFC 9864), and the
// one kind of key that each may be used with: the rule that key confusion breaks on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace todod::auth {

enum class algorithm : std::uint8_t {
  hs256,
  hs384,
  hs512,
  eddsa,  ///< also named Ed25519; Ed448 is not accepted
  es256,
  es384,
  es512,
  rs256,
  rs384,
  rs512,
  ps256,
  ps384,
  ps512,
};

enum class key_kind : std::uint8_t { secret, ed25519, p256, p384, p521, rsa };

enum class digest : std::uint8_t { none, sha256, sha384, sha512 };
inline constexpr std::size_t digests = 4;

struct algorithm_traits {
  key_kind kind;
  auth::digest digest;
  std::size_t signature_bytes;  ///< exactly; 0 = as long as the RSA modulus
  bool pss = false;
};

/// By the exact name in a header or a JWK (letter case counts); nothing for "none" and the unknown.
[[nodiscard]] std::optional<algorithm> algorithm_named(std::string_view name) noexcept;

[[nodiscard]] const algorithm_traits& traits_of(algorithm which) noexcept;

}  // namespace todod::auth
