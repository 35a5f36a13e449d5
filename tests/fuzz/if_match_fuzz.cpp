// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Any bytes as If-Match or If-None-Match: what is accepted means the same once it is written in
// the plain form.
#include "api/entity_tag.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace todod;

void check(bool holds) {
  if (!holds) std::abort();
}

std::string plain(const api::tag_condition& condition) {
  if (condition.any) return "*";
  std::string text;
  for (const auto& tag : condition.tags) {
    if (!text.empty()) text += ", ";
    if (tag.weak) text += "W/";
    text += tag.version ? api::entity_tag(*tag.version) : "\"x\"";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view value(reinterpret_cast<const char*>(data), size);
  const auto condition = api::parse_tag_condition(value);
  if (!condition) return 0;
  check(condition->any == condition->tags.empty());
  check(condition->any ||
        std::ranges::count(value, '"') >= static_cast<std::ptrdiff_t>(2 * condition->tags.size()));
  const auto again = api::parse_tag_condition(plain(*condition));
  check(again.has_value());
  check(std::ranges::equal(condition->tags, again->tags, [](const auto& a, const auto& b) {
    return a.version == b.version && a.weak == b.weak;
  }));
  const auto strong = api::to_precondition(*condition);
  check(strong.versions.has_value() == !condition->any);
  for (const auto& tag : condition->tags) {
    if (!tag.version) continue;
    check(*tag.version >= 1);
    check(api::matches_weakly(*condition, *tag.version));
    check(tag.weak || strong.allows(*tag.version));
  }
  check(condition->any || !api::matches_weakly(*condition, 0));
  return 0;
}
