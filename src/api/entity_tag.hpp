// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Entity tags and the conditions on them (RFC 9110, sections 8.8.3, 13.1.1 and 13.1.2). Each is a
// number between quotes: a task's is its version, that of anything else a tag_digest.
#pragma once

#include "models/task_patch.hpp"

#include <boost/container/small_vector.hpp>

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace todod::api {

/// One tag of a condition, reduced to what a tag of this server can be.
struct listed_tag {
  std::optional<std::int64_t> version;  ///< nothing if nothing here ever has this tag
  bool weak = false;
};

/// The value of If-Match or If-None-Match: `*`, or a list.
struct tag_condition {
  bool any = false;
  boost::container::small_vector<listed_tag, 2> tags;  ///< as many as the header's limit lets in
};

/// Nothing if `value` is not of that form. Empty list elements are skipped (section 5.6.1), but one
/// tag there must be.
[[nodiscard]] std::optional<tag_condition> parse_tag_condition(std::string_view value);

/// If-Match compares strongly: a weak tag matches nothing.
[[nodiscard]] precondition to_precondition(const tag_condition& if_match);

/// If-None-Match compares weakly.
[[nodiscard]] bool matches_weakly(const tag_condition& if_none_match, std::int64_t version);

/// The strong tag of a version, for ETag.
[[nodiscard]] std::string entity_tag(std::int64_t version);

/// The weak tag: what it stands for was not compared byte by byte.
[[nodiscard]] std::string weak_entity_tag(std::int64_t version);

/// A number for the tag of what has no version: a hash of what it is made of, order included. Not
/// for an adversary: whoever makes two of their own things collide has fooled themselves.
class tag_digest {
 public:
  void add(std::uint64_t value) noexcept {
    // A step of a multiplicative hash with rotation; the constant is 2^64 divided by the golden
    // ratio.
    state_ = (std::rotl(state_, 29) ^ value) * 0x9e3779b97f4a7c15;
    state_ ^= state_ >> 32;
  }
  void add(std::string_view bytes) noexcept;

  /// From 1: a version, as conditions read it.
  [[nodiscard]] std::int64_t version() const noexcept {
    return static_cast<std::int64_t>(state_ >> 1 | 1);
  }

 private:
  std::uint64_t state_ = 0x243f6a8885a308d3;  ///< not 0: of pi
};

}  // namespace todod::api
