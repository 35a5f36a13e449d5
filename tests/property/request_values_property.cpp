// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Cursors and conditions: what the API writes, it reads; and nothing else.
#include "api/entity_tag.hpp"
#include "api/page_cursor.hpp"
#include "models/base64url.hpp"
#include "property/generators.hpp"

#include <algorithm>

namespace todod::property {
namespace {

bool same_list(const page_request& a, const page_request& b) {
  return a.status == b.status && a.order == b.order;
}

struct written_tag {
  std::string text;  // with its quotes
  std::optional<std::int64_t> version;
  bool weak = false;
};

written_tag some_tag() {
  written_tag tag;
  tag.weak = *rc::gen::arbitrary<bool>();
  std::string opaque;
  if (*rc::gen::arbitrary<bool>()) {
    tag.version = *rc::gen::inRange<std::int64_t>(1, 30);
    opaque = std::to_string(*tag.version);
  } else {  // begins with what no version begins with
    opaque = "x" + *rc::gen::container<std::string>(
                       rc::gen::suchThat(rc::gen::arbitrary<char>(), [](char c) {
                         const auto byte = static_cast<unsigned char>(c);
                         return byte == 0x21 || (byte >= 0x23 && byte != 0x7f);
                       }));
  }
  tag.text = (tag.weak ? "W/\"" : "\"") + opaque + "\"";
  return tag;
}

std::string padding() {
  return *rc::gen::element<std::string>("", " ", "\t", "  ");
}

std::string separator() {
  return padding() + "," + padding() + *rc::gen::element<std::string>("", "", ", ", ",\t,");
}

}  // namespace

RC_GTEST_PROP(page_cursor, gives_back_every_position, ()) {
  const auto page = *list();
  const auto user = *owner();
  const auto position = *position_in(page);
  RC_ASSERT(api::decode_cursor(api::encode_cursor(user, page, position), user, page) == position);
}

RC_GTEST_PROP(page_cursor, is_of_no_use_for_another_list_or_user, ()) {
  const auto page = *list();
  const auto other_page = *list();
  const auto user = *owner();
  const auto other_user = *owner();
  const auto cursor = api::encode_cursor(user, page, *position_in(page));
  RC_ASSERT(api::decode_cursor(cursor, user, other_page).has_value() ==
            same_list(page, other_page));
  RC_ASSERT(api::decode_cursor(cursor, other_user, page).has_value() == (user == other_user));
}

RC_GTEST_PROP(page_cursor, is_nothing_unless_it_would_be_written_so, ()) {
  const auto page = *list();
  const auto user = *owner();
  auto text = api::encode_cursor(user, page, *position_in(page));
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  text[at] = *rc::gen::element('A', 'B', 'Q', 'w', '_', '-', '=', '.', '\0', '\xff');
  if (const auto position = api::decode_cursor(text, user, page)) {
    RC_ASSERT(api::encode_cursor(user, page, *position) == text);
  }
}

RC_GTEST_PROP(page_cursor, takes_any_bytes_without_harm, ()) {
  const auto page = *list();
  const auto user = *owner();
  const auto junk = *rc::gen::oneOf(bytes(), rc::gen::map(bytes(), base64url_encode));
  if (const auto position = api::decode_cursor(junk, user, page)) {
    RC_ASSERT(api::encode_cursor(user, page, *position) == junk);
  }
}

RC_GTEST_PROP(entity_tag, matches_its_own_version, ()) {
  const auto version = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
  const auto other = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
  const auto condition = api::parse_tag_condition(api::entity_tag(version));
  RC_ASSERT(condition.has_value());
  RC_ASSERT(api::to_precondition(*condition).allows(version));
  RC_ASSERT(api::to_precondition(*condition).allows(other) == (version == other));
  RC_ASSERT(api::matches_weakly(*condition, other) == (version == other));
}

RC_GTEST_PROP(tag_condition, is_every_tag_of_its_list, ()) {
  std::vector<written_tag> tags{some_tag()};
  std::string value =
      padding() + *rc::gen::element<std::string>("", ",", ", ,") + padding() + tags.back().text;
  const auto more = *rc::gen::inRange(0, 6);
  for (int i = 0; i < more; ++i) {
    tags.push_back(some_tag());
    value += separator() + tags.back().text;
  }
  value += padding() + *rc::gen::element<std::string>("", ",", " ,,") + padding();

  const auto condition = api::parse_tag_condition(value);
  RC_ASSERT(condition.has_value());
  RC_ASSERT(condition->tags.size() == tags.size());
  const auto version = *rc::gen::inRange<std::int64_t>(1, 30);
  const auto names = [&](bool strongly) {
    return std::ranges::any_of(tags, [&](const written_tag& tag) {
      return tag.version == version && !(strongly && tag.weak);
    });
  };
  RC_ASSERT(api::to_precondition(*condition).allows(version) == names(true));
  RC_ASSERT(api::matches_weakly(*condition, version) == names(false));
}

RC_GTEST_PROP(tag_condition, takes_any_bytes_without_harm, ()) {
  const auto value = *rc::gen::oneOf(
      bytes(), rc::gen::container<std::string>(rc::gen::elementOf(std::string("\"\",W/*12 \t"))));
  const auto condition = api::parse_tag_condition(value);
  if (!condition) return;
  RC_ASSERT(condition->any == condition->tags.empty());
  RC_ASSERT(condition->any == !api::to_precondition(*condition).versions.has_value());
  RC_ASSERT(condition->any || value.find('"') != std::string::npos);
}

}  // namespace todod::property
