// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A compact JWS taken apart (RFC 7515 section 3.1) and its header judged, before any key is
// touched. Nothing in the header chooses a key from outside: jwk, jku, x5u and x5c are not read.
#pragma once

#include "auth/algorithm.hpp"
#include "auth/authenticator.hpp"
#include "auth/strict_json.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace todod::auth {

struct jws_header {
  algorithm alg{};
  std::optional<std::string> kid;
};

/// The decoded parts; reused from token to token, so that reading one allocates nothing.
struct jws_parts {
  std::string_view signing_input;  ///< of the token itself: header "." payload, still encoded
  std::string header;
  std::string payload;
  std::string signature;
};

/// False if `token` is not three parts of canonical base64url without padding.
[[nodiscard]] bool split_jws(std::string_view token, jws_parts& out);

/// malformed, unsupported_header or unsupported_algorithm.
[[nodiscard]] std::expected<jws_header, refusal> read_jws_header(std::string_view text,
                                                                 strict_json& json);

}  // namespace todod::auth
