// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Entity tags and the conditions on them (RFC 9110, sections 8.8.3, 13.1.1 and 13.1.2). A task's
// tag is its version between quotes, strong.
#pragma once

#include "models/task_patch.hpp"

#include <boost/container/small_vector.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace todod::api {

/// One tag of a condition, reduced to what a task can match.
struct listed_tag {
  std::optional<std::int64_t> version;  ///< nothing if no task ever has this tag
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

/// The tag of a version, for ETag.
[[nodiscard]] std::string entity_tag(std::int64_t version);

}  // namespace todod::api
