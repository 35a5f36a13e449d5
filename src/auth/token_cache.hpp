// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Remembers tokens that were accepted: 0.1 µs instead of 1 (HS256) to 500 (ES384) for the next
// request with the same token. One per thread, no locks. bench/micro/token_bench.cpp pays for it.
//
//   buckets_  hash -> newest entry ─next→ older entry     chained, one bucket per entry
//   entries_  [token, user, validity] × at most `entries_max`, evicted by a clock hand
//
// The hash is NH (RFC 4418 section 5.2.2, over 64-bit words) under a random key, so nobody can
// choose tokens that collide; the whole token is compared besides. Who asks must check validity on
// every hit (an expired token stays until its place is needed: refusing it again is cheap, too) and
// clear() when keys change.
#pragma once

#include "auth/claims.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace todod::auth {

class token_cache {
 public:
  /// Longer tokens are not remembered: with entries_max it bounds the memory.
  static constexpr std::size_t token_max_bytes = 2048;

  explicit token_cache(std::size_t entries_max);

  /// Null if unknown. Valid until the next call.
  [[nodiscard]] const claims* find(std::string_view token) noexcept;

  /// `token` must be unknown. Returns where the claims are now, null if it is too long.
  const claims* remember(std::string_view token, claims what);

  void clear() noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  struct entry {
    std::uint64_t hash = 0;
    std::uint32_t next = none;
    bool recent = false;  ///< asked for since the hand came by
    std::string token;
    claims what;
  };

  [[nodiscard]] std::uint64_t hash_of(std::string_view token) const noexcept;
  [[nodiscard]] std::uint32_t& bucket_of(std::uint64_t hash) noexcept;
  [[nodiscard]] std::uint32_t place_of(std::string_view token, std::uint64_t hash) noexcept;
  [[nodiscard]] std::uint32_t take_place();
  void unlink(std::uint32_t place) noexcept;

  std::size_t entries_max_;
  std::uint32_t hand_ = 0;
  std::vector<std::uint32_t> buckets_;  ///< a power of two of them
  std::vector<entry> entries_;          ///< grows up to entries_max_
  std::vector<std::uint64_t> hash_key_;
};

}  // namespace todod::auth
