// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/jws.hpp"

#include "models/base64url.hpp"

#include <algorithm>

namespace todod::auth {
namespace {

std::string_view view(const boost::json::string& text) noexcept {
  return {text.data(), text.size()};
}

char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) noexcept {
  return std::ranges::equal(text, lower_case, {}, lower);
}

/// RFC 7515 section 4.1.9 (the prefix may be left out), RFC 9068 section 2.1. Other kinds of tokens
/// of the same issuer (an id token, a logout token) are not for us: RFC 8725 section 3.11.
bool is_access_token_type(std::string_view type) noexcept {
  constexpr std::string_view prefix = "application/";
  if (equals_ignoring_case(type.substr(0, prefix.size()), prefix)) {
    type.remove_prefix(prefix.size());
  }
  return equals_ignoring_case(type, "jwt") || equals_ignoring_case(type, "at+jwt");
}

}  // namespace

bool split_jws(std::string_view token, jws_parts& out) {
  const auto first = token.find('.');
  if (first == std::string_view::npos) return false;
  const auto second = token.find('.', first + 1);
  if (second == std::string_view::npos) return false;
  out.signing_input = token.substr(0, second);
  // A third dot (as a JWE has) is no character of base64url.
  return base64url_decode(token.substr(0, first), out.header) &&
         base64url_decode(token.substr(first + 1, second - first - 1), out.payload) &&
         base64url_decode(token.substr(second + 1), out.signature);
}

std::expected<jws_header, refusal> read_jws_header(std::string_view text, strict_json& json) {
  const auto* members = json.read_object(text);
  if (members == nullptr) return std::unexpected(refusal::malformed);
  const auto* alg = members->if_contains("alg");
  if (alg == nullptr || !alg->is_string()) return std::unexpected(refusal::malformed);

  // crit names extensions that must be understood, and we understand none; b64 (RFC 7797) and zip
  // would change what was signed.
  for (const char* name : {"crit", "b64", "zip"}) {
    if (members->contains(name)) return std::unexpected(refusal::unsupported_header);
  }
  if (const auto* type = members->if_contains("typ")) {
    if (!type->is_string()) return std::unexpected(refusal::malformed);
    if (!is_access_token_type(view(type->get_string()))) {
      return std::unexpected(refusal::unsupported_header);
    }
  }

  jws_header header;
  if (const auto* kid = members->if_contains("kid")) {
    if (!kid->is_string()) return std::unexpected(refusal::malformed);
    header.kid.emplace(view(kid->get_string()));
  }
  const auto which = algorithm_named(view(alg->get_string()));
  if (!which) return std::unexpected(refusal::unsupported_algorithm);
  header.alg = *which;
  return header;
}

}  // namespace todod::auth
