// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
//   token ─> cache ──hit──────────────────────────────> validity ─> user
//              └─miss─> form ─> header ─> key ─> signature ─> claims ─┘ remember
//
// What is cheap comes first; what a claim says is told only once the signature holds.
#include "auth/authenticator.hpp"

#include "auth/claims.hpp"
#include "auth/jwk_set.hpp"
#include "auth/jws.hpp"
#include "auth/key_source.hpp"
#include "auth/signature.hpp"
#include "auth/strict_json.hpp"
#include "auth/token_cache.hpp"

namespace todod::auth {
namespace {

/// RSA and EC signatures cost up to 0.5 ms: a token without kid may not ask for a whole set's
/// worth.
constexpr int keys_tried_without_kid_max = 4;

/// How far verifying a token may go.
enum class effort : std::uint8_t { secret_only, until_keys_are_needed, to_the_end };

enum class trial : std::uint8_t { verified, failed, wrong_kind, unknown_key };

authenticator::verdict refuse(refusal why) {
  return {nullptr, why};
}

}  // namespace

struct authenticator::state {
  state(const policy& policy_, key_source* keys_)
      : rules(make_claim_rules(policy_)),
        keys(keys_),
        verifier(policy_.secret),
        cache(cache_entries_max) {}

  void follow_keys();
  verdict verify(std::string_view token, timestamp now, effort most);
  verdict judge(std::string_view token, timestamp now, effort most);
  std::optional<verdict> check_signature(const jws_header& header, effort most);
  trial try_keys(const jws_header& header);
  const user_id* keep(std::string_view token, claims what);

  claim_rules rules;
  key_source* keys;
  signature_verifier verifier;
  token_cache cache;
  strict_json json;
  jws_parts parts;
  claims last;  ///< of the newest token that the cache does not take
  std::shared_ptr<const jwk_set> set;
  std::uint64_t generation = 0;  ///< of `set`
  std::uint64_t hits = 0;
  std::uint64_t misses = 0;
};

authenticator::authenticator(const policy& rules, key_source* keys)
    : state_(std::make_unique<state>(rules, keys)) {}

authenticator::~authenticator() = default;

const user_id* authenticator::recall(std::string_view token, timestamp now) {
  auto& s = *state_;
  s.follow_keys();
  const auto* known = s.cache.find(token);
  if (known == nullptr || known->valid.refused_at(now)) return nullptr;
  ++s.hits;
  return &known->user;
}

authenticator::verdict authenticator::verify(std::string_view token, timestamp now, bool last_try) {
  return state_->verify(token, now, last_try ? effort::to_the_end : effort::until_keys_are_needed);
}

authenticator::verdict authenticator::verify_by_secret(std::string_view token, timestamp now) {
  return state_->verify(token, now, effort::secret_only);
}

authenticator::verdict authenticator::state::verify(std::string_view token, timestamp now,
                                                    effort most) {
  if (token.size() > token_max_bytes) return refuse(refusal::too_long);
  follow_keys();
  if (const auto* known = cache.find(token)) {
    ++hits;
    if (const auto why = known->valid.refused_at(now)) return refuse(*why);
    return {&known->user, std::nullopt};
  }
  ++misses;
  return judge(token, now, most);
}

/// The order matters: a set that is published in between makes the next call come here again.
void authenticator::state::follow_keys() {
  const auto newest = keys != nullptr ? keys->generation() : 0;
  if (newest == generation) return;
  set = keys->current();
  generation = newest;
  cache.clear();
}

authenticator::verdict authenticator::state::judge(std::string_view token, timestamp now,
                                                   effort most) {
  if (!split_jws(token, parts)) return refuse(refusal::malformed);
  const auto header = read_jws_header(parts.header, json);
  if (!header) return refuse(header.error());
  const auto* members = json.read_object(parts.payload);
  if (members == nullptr) return refuse(refusal::malformed);
  if (const auto stop = check_signature(*header, most)) return *stop;
  auto read = read_claims(*members, rules, now);
  if (!read) return refuse(read.error());
  return {keep(token, std::move(*read)), std::nullopt};
}

std::optional<authenticator::verdict> authenticator::state::check_signature(
    const jws_header& header, effort most) {
  if (traits_of(header.alg).kind == key_kind::secret) {
    if (!verifier.has_secret()) return refuse(refusal::unsupported_algorithm);
    if (verifier.verify_with_secret(header.alg, parts.signing_input, parts.signature)) return {};
    return refuse(refusal::bad_signature);
  }
  if (most == effort::secret_only) return verdict{};
  if (keys == nullptr) return refuse(refusal::unsupported_algorithm);
  const bool last_try = most == effort::to_the_end;
  if (!set) return last_try ? refuse(refusal::keys_unavailable) : verdict{};
  switch (try_keys(header)) {
    case trial::verified:
      return std::nullopt;
    case trial::wrong_kind:
      return refuse(refusal::unsupported_algorithm);
    case trial::unknown_key:
      return last_try ? refuse(refusal::unknown_key) : verdict{};
    case trial::failed:
      break;
  }
  // Without a kid it may just as well be a new key's: that, too, is a reason to look for it.
  if (!header.kid && !last_try) return verdict{};
  return refuse(refusal::bad_signature);
}

trial authenticator::state::try_keys(const jws_header& header) {
  auto came = trial::unknown_key;
  int tried = 0;
  for (const auto& key : set->keys()) {
    if (header.kid && key.kid != header.kid) continue;
    if (!key.usable_for(header.alg)) {
      if (header.kid && came == trial::unknown_key) came = trial::wrong_kind;
      continue;
    }
    if (!header.kid && tried++ == keys_tried_without_kid_max) break;
    if (verifier.verify_with_key(header.alg, key.key.get(), parts.signing_input, parts.signature)) {
      return trial::verified;
    }
    came = trial::failed;
  }
  return came;
}

const user_id* authenticator::state::keep(std::string_view token, claims what) {
  if (token.size() > token_cache::token_max_bytes) {
    last = std::move(what);
    return &last.user;
  }
  return &cache.remember(token, std::move(what))->user;
}

std::uint64_t authenticator::generation() const noexcept {
  return state_->generation;
}

authenticator_stats authenticator::stats() const noexcept {
  return {state_->hits, state_->misses, state_->cache.size()};
}

}  // namespace todod::auth
