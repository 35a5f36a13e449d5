// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/authenticator.hpp"

namespace todod::auth {

std::string_view describe(refusal why) noexcept {
  switch (why) {
    case refusal::too_long:
      return "invalid token: it is longer than 8192 bytes";
    case refusal::malformed:
      return "invalid token: it is not a well-formed signed JWT";
    case refusal::unsupported_header:
      return "invalid token: its header asks for something that is not supported";
    case refusal::unsupported_algorithm:
      return "invalid token: its algorithm is not accepted here";
    case refusal::unknown_key:
      return "invalid token: it is signed with an unknown key";
    case refusal::bad_signature:
      return "invalid token: the signature does not match";
    case refusal::missing_expiry:
      return "invalid token: it has no numeric exp";
    case refusal::expired:
      return "the token has expired";
    case refusal::not_yet_valid:
      return "invalid token: it is not valid yet";
    case refusal::wrong_issuer:
      return "invalid token: it is from another issuer";
    case refusal::wrong_audience:
      return "invalid token: it is for another audience";
    case refusal::no_user:
      return "invalid token: it names no user";
    case refusal::conflicting_user:
      return "invalid token: sub and user_id name different users";
    case refusal::keys_unavailable:
      return "the keys to check the token with cannot be fetched at the moment";
  }
  return "invalid token";
}

}  // namespace todod::auth
