// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/entity_tag.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace todod::api {
namespace {

bool is_white_space(char c) {
  return c == ' ' || c == '\t';
}

void skip_white_space(std::string_view& text) {
  while (!text.empty() && is_white_space(text.front()))
    text.remove_prefix(1);
}

/// etagc of section 8.8.3: visible characters but the quote, and obs-text.
bool is_tag_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x21 || (byte >= 0x23 && byte != 0x7f);
}

/// The version that `opaque` stands for: canonical decimal digits from 1.
std::optional<std::int64_t> version_of(std::string_view opaque) {
  std::int64_t version = 0;
  if (opaque.empty() || opaque.front() < '1' || opaque.front() > '9') return std::nullopt;
  const auto* end = opaque.data() + opaque.size();
  const auto [last, error] = std::from_chars(opaque.data(), end, version);
  if (error != std::errc{} || last != end) return std::nullopt;
  return version;
}

/// Takes one entity tag from the front of `text`.
std::optional<listed_tag> take_tag(std::string_view& text) {
  listed_tag tag;
  if (text.starts_with("W/")) {
    tag.weak = true;
    text.remove_prefix(2);
  }
  if (!text.starts_with('"')) return std::nullopt;
  text.remove_prefix(1);
  const auto end = std::ranges::find_if_not(text, is_tag_character);
  if (end == text.end() || *end != '"') return std::nullopt;
  const auto size = static_cast<std::size_t>(end - text.begin());
  tag.version = version_of(text.substr(0, size));
  text.remove_prefix(size + 1);
  return tag;
}

}  // namespace

std::optional<tag_condition> parse_tag_condition(std::string_view value) {
  tag_condition condition;
  skip_white_space(value);
  while (!value.empty() && is_white_space(value.back()))
    value.remove_suffix(1);
  if (value == "*") {
    condition.any = true;
    return condition;
  }
  while (!value.empty()) {
    if (value.front() != ',') {
      const auto tag = take_tag(value);
      if (!tag) return std::nullopt;
      condition.tags.push_back(*tag);
      skip_white_space(value);
      if (value.empty()) break;
      if (value.front() != ',') return std::nullopt;
    }
    value.remove_prefix(1);
    skip_white_space(value);
  }
  if (condition.tags.empty()) return std::nullopt;
  return condition;
}

precondition to_precondition(const tag_condition& if_match) {
  precondition result;
  if (if_match.any) return result;
  auto& versions = result.versions.emplace();
  for (const auto& tag : if_match.tags) {
    if (!tag.weak && tag.version) versions.push_back(*tag.version);
  }
  return result;
}

bool matches_weakly(const tag_condition& if_none_match, std::int64_t version) {
  return if_none_match.any || std::ranges::any_of(if_none_match.tags, [&](const listed_tag& tag) {
           return tag.version == version;
         });
}

std::string entity_tag(std::int64_t version) {
  return '"' + std::to_string(version) + '"';
}

std::string weak_entity_tag(std::int64_t version) {
  return "W/" + entity_tag(version);
}

void tag_digest::add(std::string_view bytes) noexcept {
  add(bytes.size());
  for (; bytes.size() >= sizeof(std::uint64_t); bytes.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data(), sizeof block);
    add(block);
  }
  std::uint64_t rest = 0;
  if (!bytes.empty()) std::memcpy(&rest, bytes.data(), bytes.size());
  add(rest);
}

}  // namespace todod::api
