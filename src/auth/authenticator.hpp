// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Bearer token -> user. One authenticator per I/O thread (it owns the verified-token cache and
// keyed MAC contexts); the keys behind it are shared. Rules: RFC 7515, 7517, 7518, 7519, 8037,
// 8725.
#pragma once

#include "models/timestamp.hpp"
#include "models/user_id.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace todod::auth {

inline constexpr std::size_t token_max_bytes = 8 * 1024;
inline constexpr std::chrono::seconds leeway{30};

/// Why a token was refused: a closed list, one fixed sentence each.
enum class refusal : std::uint8_t {
  too_long,
  malformed,  ///< not three canonical base64url parts, or not JSON objects, or a member twice
  unsupported_header,     ///< crit, b64, zip, or a typ of another kind of token
  unsupported_algorithm,  ///< none, unknown, or one that no configured key may be used with
  unknown_key,            ///< no key of that kid, also after fetching the set again
  bad_signature,
  missing_expiry,  ///< no numeric exp
  expired,
  not_yet_valid,
  wrong_issuer,
  wrong_audience,
  no_user,           ///< neither sub nor user_id, or not a user id
  conflicting_user,  ///< both present and different
  keys_unavailable,  ///< no key set could be fetched yet: 503, not 401
};

/// A readable sentence that quotes nothing of the token.
[[nodiscard]] std::string_view describe(refusal why) noexcept;

struct policy {
  std::string secret;                   ///< raw bytes; empty = no HS*
  std::optional<std::string> issuer;    ///< compared without trailing slash
  std::optional<std::string> audience;  ///< likewise
};

class key_source;

struct authenticator_stats {
  std::uint64_t cache_hits = 0;
  std::uint64_t cache_misses = 0;
  std::size_t cache_entries = 0;
};

class authenticator {
 public:
  static constexpr std::size_t cache_entries_max = 10'000;

  /// `keys` may be null (no JWK set configured) and outlives the authenticator.
  authenticator(const policy& rules, key_source* keys);
  ~authenticator();
  authenticator(const authenticator&) = delete;
  authenticator& operator=(const authenticator&) = delete;

  /// What came of a token: a user (valid until the next call on this authenticator), a refusal, or
  /// neither: then a newer key set than generation() must be fetched first. Call
  /// key_source::refresh, wait, and verify again with `last_try`.
  struct verdict {
    const user_id* user = nullptr;
    std::optional<refusal> refused;
    [[nodiscard]] bool needs_keys() const noexcept { return !user && !refused; }
  };
  /// `last_try`: an unknown key is now a refusal instead of a wish for fresh keys.
  [[nodiscard]] verdict verify(std::string_view token, timestamp now, bool last_try = false);

  /// As verify() for tokens under the shared secret, a matter of microseconds; neither user nor
  /// refusal for all others, whose signatures cost up to half a millisecond.
  [[nodiscard]] verdict verify_by_secret(std::string_view token, timestamp now);

  /// The user of a token that was accepted before and still is good, else null: what verify() finds
  /// without any cryptography. Valid as long as verify()'s.
  [[nodiscard]] const user_id* recall(std::string_view token, timestamp now);

  /// Of the key set that the last token was held against (key_source::generation()); 0 = none.
  [[nodiscard]] std::uint64_t generation() const noexcept;

  [[nodiscard]] authenticator_stats stats() const noexcept;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace todod::auth
