// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/claims.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace todod::auth {
namespace {

namespace json = boost::json;

std::string_view view(const json::value& text) {
  return {text.get_string().data(), text.get_string().size()};
}

std::string_view without_slash(std::string_view text) noexcept {
  if (text.ends_with('/')) text.remove_suffix(1);
  return text;
}

/// Some 100,000 years around now: far enough to mean always, near enough to add a leeway to.
constexpr double milliseconds_max = 4e15;

/// A NumericDate (RFC 7519 section 2), fractions allowed, as the first whole millisecond that is
/// not before it. Nothing for what is no number or none that a double can hold.
std::optional<timestamp> read_date(const json::value& date) {
  double seconds = 0;
  if (const auto* i = date.if_int64()) {
    seconds = static_cast<double>(*i);
  } else if (const auto* u = date.if_uint64()) {
    seconds = static_cast<double>(*u);
  } else if (const auto* d = date.if_double(); d != nullptr && std::isfinite(*d)) {
    seconds = *d;
  } else {
    return std::nullopt;
  }
  const double bounded = std::clamp(std::ceil(seconds * 1000), -milliseconds_max, milliseconds_max);
  return timestamp(std::chrono::milliseconds(static_cast<std::int64_t>(bounded)));
}

std::expected<validity, refusal> read_validity(const json::object& members) {
  const auto* exp = members.if_contains("exp");
  const auto expiry = exp != nullptr ? read_date(*exp) : std::nullopt;
  if (!expiry) return std::unexpected(refusal::missing_expiry);
  validity valid;
  valid.until = *expiry + leeway;
  if (const auto* nbf = members.if_contains("nbf")) {
    const auto start = read_date(*nbf);
    if (!start) return std::unexpected(refusal::malformed);
    valid.from = *start - leeway;
  }
  return valid;
}

/// `expected` empty: any issuer, or none.
std::optional<refusal> check_issuer(const json::object& members,
                                    const std::optional<std::string>& expected) {
  const auto* issuer = members.if_contains("iss");
  if (issuer != nullptr && !issuer->is_string()) return refusal::malformed;
  if (!expected) return std::nullopt;
  if (issuer == nullptr || without_slash(view(*issuer)) != *expected) return refusal::wrong_issuer;
  return std::nullopt;
}

std::optional<refusal> check_audience(const json::object& members,
                                      const std::optional<std::string>& expected) {
  bool found = false;
  const auto look_at = [&](const json::value& one) {
    if (!one.is_string()) return false;
    found = found || (expected && without_slash(view(one)) == *expected);
    return true;
  };
  if (const auto* audience = members.if_contains("aud")) {
    const auto* list = audience->if_array();
    const bool well_formed =
        list != nullptr ? std::ranges::all_of(*list, look_at) : look_at(*audience);
    if (!well_formed) return refusal::malformed;
  }
  if (expected && !found) return refusal::wrong_audience;
  return std::nullopt;
}

std::expected<user_id, refusal> read_user(const json::object& members) {
  const auto* subject = members.if_contains("sub");
  const auto* named = members.if_contains("user_id");
  const auto* from = subject != nullptr ? subject : named;
  if (from == nullptr || !from->is_string()) return std::unexpected(refusal::no_user);
  if (subject != nullptr && named != nullptr && *subject != *named) {
    return std::unexpected(refusal::conflicting_user);
  }
  auto user = user_id::parse(view(*from));
  if (!user) return std::unexpected(refusal::no_user);
  return std::move(*user);
}

}  // namespace

claim_rules make_claim_rules(const policy& rules) {
  claim_rules made;
  if (rules.issuer) made.issuer.emplace(without_slash(*rules.issuer));
  if (rules.audience) made.audience.emplace(without_slash(*rules.audience));
  return made;
}

std::expected<claims, refusal> read_claims(const json::object& members, const claim_rules& rules,
                                           timestamp now) {
  const auto valid = read_validity(members);
  if (!valid) return std::unexpected(valid.error());
  if (const auto why = valid->refused_at(now)) return std::unexpected(*why);
  if (const auto why = check_issuer(members, rules.issuer)) return std::unexpected(*why);
  if (const auto why = check_audience(members, rules.audience)) return std::unexpected(*why);
  auto user = read_user(members);
  if (!user) return std::unexpected(user.error());
  return claims{std::move(*user), *valid};
}

}  // namespace todod::auth
