// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/algorithm.hpp"

#include <array>

namespace todod::auth {
namespace {

struct named_algorithm {
  std::string_view name;
  algorithm id;
};

constexpr std::array names{
    named_algorithm{"HS256", algorithm::hs256},   named_algorithm{"HS384", algorithm::hs384},
    named_algorithm{"HS512", algorithm::hs512},   named_algorithm{"EdDSA", algorithm::eddsa},
    named_algorithm{"Ed25519", algorithm::eddsa}, named_algorithm{"ES256", algorithm::es256},
    named_algorithm{"ES384", algorithm::es384},   named_algorithm{"ES512", algorithm::es512},
    named_algorithm{"RS256", algorithm::rs256},   named_algorithm{"RS384", algorithm::rs384},
    named_algorithm{"RS512", algorithm::rs512},   named_algorithm{"PS256", algorithm::ps256},
    named_algorithm{"PS384", algorithm::ps384},   named_algorithm{"PS512", algorithm::ps512},
};

// In the order of the enumeration.
constexpr std::array traits{
    algorithm_traits{key_kind::secret, digest::sha256, 32},
    algorithm_traits{key_kind::secret, digest::sha384, 48},
    algorithm_traits{key_kind::secret, digest::sha512, 64},
    algorithm_traits{key_kind::ed25519, digest::none, 64},
    algorithm_traits{key_kind::p256, digest::sha256, 64},
    algorithm_traits{key_kind::p384, digest::sha384, 96},
    algorithm_traits{key_kind::p521, digest::sha512, 132},
    algorithm_traits{key_kind::rsa, digest::sha256, 0},
    algorithm_traits{key_kind::rsa, digest::sha384, 0},
    algorithm_traits{key_kind::rsa, digest::sha512, 0},
    algorithm_traits{key_kind::rsa, digest::sha256, 0, true},
    algorithm_traits{key_kind::rsa, digest::sha384, 0, true},
    algorithm_traits{key_kind::rsa, digest::sha512, 0, true},
};
static_assert(traits.size() == static_cast<std::size_t>(algorithm::ps512) + 1);

}  // namespace

std::optional<algorithm> algorithm_named(std::string_view name) noexcept {
  for (const auto& known : names) {
    if (known.name == name) return known.id;
  }
  return std::nullopt;
}

const algorithm_traits& traits_of(algorithm which) noexcept {
  return traits[static_cast<std::size_t>(which)];
}

}  // namespace todod::auth
