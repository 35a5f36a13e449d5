// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a token says once its signature holds (RFC 7519 section 4.1): whose it is, from when until
// when, by whom and for whom. Values of the wrong type are refused, also where nobody asked.
#pragma once

#include "auth/authenticator.hpp"

#include <boost/json/object.hpp>

#include <expected>
#include <optional>
#include <string>

namespace todod::auth {

/// When a token may be used, with the leeway in it: from <= now < until.
struct validity {
  timestamp from = timestamp::min();
  timestamp until;

  /// expired, not_yet_valid, or nothing.
  [[nodiscard]] std::optional<refusal> refused_at(timestamp now) const noexcept {
    if (now >= until) return refusal::expired;
    if (now < from) return refusal::not_yet_valid;
    return std::nullopt;
  }
};

struct claims {
  user_id user;
  validity valid;
};

struct claim_rules {
  std::optional<std::string> issuer;    ///< without trailing slash
  std::optional<std::string> audience;  ///< likewise
};

[[nodiscard]] claim_rules make_claim_rules(const policy& rules);

[[nodiscard]] std::expected<claims, refusal> read_claims(const boost::json::object& members,
                                                         const claim_rules& rules, timestamp now);

}  // namespace todod::auth
