// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/token_cache.hpp"

#include <openssl/rand.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace todod::auth {
namespace {

__extension__ using uint128 = unsigned __int128;

constexpr std::size_t block_bytes = 16;
constexpr std::size_t key_words = token_cache::token_max_bytes / 8 + 4;

}  // namespace

token_cache::token_cache(std::size_t entries_max)
    : entries_max_(entries_max), buckets_(std::bit_ceil(entries_max), none), hash_key_(key_words) {
  const auto bytes = static_cast<int>(hash_key_.size() * sizeof hash_key_[0]);
  if (RAND_bytes(reinterpret_cast<unsigned char*>(hash_key_.data()), bytes) != 1) {
    throw std::runtime_error("OpenSSL has no random numbers");
  }
}

std::uint64_t token_cache::hash_of(std::string_view token) const noexcept {
  // Two words of the token, each plus a word of the key, multiplied; the sum of all products.
  uint128 sum = 0;
  const auto* key = hash_key_.data();
  const auto add = [&](const char* block) {
    std::uint64_t words[2];
    std::memcpy(words, block, block_bytes);
    sum += static_cast<uint128>(words[0] + key[0]) * (words[1] + key[1]);
    key += 2;
  };
  std::size_t at = 0;
  for (; at + block_bytes <= token.size(); at += block_bytes)
    add(token.data() + at);
  char last[block_bytes] = {};
  std::memcpy(last, token.data() + at, token.size() - at);
  add(last);
  // The length, then the halves folded and spread over all bits.
  sum += static_cast<uint128>(token.size() + key[0]) * (key[1] | 1);
  const auto folded = static_cast<std::uint64_t>(sum) ^ static_cast<std::uint64_t>(sum >> 64);
  return folded * 0x9e3779b97f4a7c15;
}

std::uint32_t& token_cache::bucket_of(std::uint64_t hash) noexcept {
  const auto bits = std::countr_zero(buckets_.size());
  return buckets_[bits == 0 ? 0 : static_cast<std::size_t>(hash >> (64 - bits))];
}

std::uint32_t token_cache::place_of(std::string_view token, std::uint64_t hash) noexcept {
  auto place = bucket_of(hash);
  while (place != none && (entries_[place].hash != hash || entries_[place].token != token)) {
    place = entries_[place].next;
  }
  return place;
}

const claims* token_cache::find(std::string_view token) noexcept {
  if (token.size() > token_max_bytes) return nullptr;
  const auto place = place_of(token, hash_of(token));
  if (place == none) return nullptr;
  entries_[place].recent = true;
  return &entries_[place].what;
}

const claims* token_cache::remember(std::string_view token, claims what) {
  if (token.size() > token_max_bytes || entries_max_ == 0) return nullptr;
  const auto place = take_place();
  auto& made = entries_[place];
  made.token.assign(token);
  made.what = std::move(what);
  made.hash = hash_of(token);
  made.recent = false;  // a token seen once must not displace one in use
  auto& bucket = bucket_of(made.hash);
  made.next = bucket;
  bucket = place;
  return &made.what;
}

std::uint32_t token_cache::take_place() {
  if (entries_.size() < entries_max_) {
    entries_.emplace_back();
    return static_cast<std::uint32_t>(entries_.size() - 1);
  }
  // All places are taken: the hand passes those that were asked for lately once.
  const auto advance = [&] {
    return std::exchange(hand_, (hand_ + 1) % static_cast<std::uint32_t>(entries_.size()));
  };
  auto place = advance();
  while (std::exchange(entries_[place].recent, false))
    place = advance();
  unlink(place);
  return place;
}

void token_cache::unlink(std::uint32_t place) noexcept {
  auto* link = &bucket_of(entries_[place].hash);
  // It may be in no bucket, if memory ran out while it was made.
  while (*link != place && *link != none)
    link = &entries_[*link].next;
  if (*link == place) *link = entries_[place].next;
}

void token_cache::clear() noexcept {
  std::ranges::fill(buckets_, none);
  entries_.clear();
  hand_ = 0;
}

}  // namespace todod::auth
