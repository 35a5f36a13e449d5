// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The values of src/models, against definitions that are slower but plain.
#include "models/base64url.hpp"
#include "models/idempotency.hpp"
#include "models/unicode.hpp"
#include "property/generators.hpp"

#include <algorithm>

namespace todod::property {
namespace {

bool is_white_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0d) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

std::u32string trimmed(std::u32string text) {
  while (!text.empty() && is_white_space(text.back()))
    text.pop_back();
  text.erase(text.begin(), std::ranges::find_if_not(text, is_white_space));
  return text;
}

rc::Gen<std::u32string> characters() {
  return rc::gen::container<std::u32string>(code_point());
}

/// Lengths around a limit, which random texts hardly ever have.
rc::Gen<std::u32string> text_about(std::size_t length) {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(length - 3, length + 4), [](std::size_t n) {
    return rc::gen::map(printable(), [n](char32_t c) { return std::u32string(n, c); });
  });
}

}  // namespace

RC_GTEST_PROP(unicode, is_utf8_agrees_with_the_library, ()) {
  const auto text = *bytes();
  RC_ASSERT(is_utf8(text) == utf8::is_valid(text.begin(), text.end()));
}

RC_GTEST_PROP(unicode, is_utf8_agrees_with_the_library_on_damaged_text, ()) {
  auto damaged = *rc::gen::suchThat(text(), [](const std::string& t) { return !t.empty(); });
  const auto at = *rc::gen::inRange<std::size_t>(0, damaged.size());
  damaged[at] = *rc::gen::arbitrary<char>();
  RC_ASSERT(is_utf8(damaged) == utf8::is_valid(damaged.begin(), damaged.end()));
}

RC_GTEST_PROP(unicode, counts_what_was_encoded, ()) {
  const auto text = *characters();
  RC_ASSERT(count_code_points(to_utf8(text)) == text.size());
}

RC_GTEST_PROP(unicode, trims_what_the_definition_trims, ()) {
  const auto text = *characters();
  RC_ASSERT(trim_white_space(to_utf8(text)) == to_utf8(trimmed(text)));
}

RC_GTEST_PROP(unicode, finds_every_control_character, ()) {
  const auto text = *characters();
  RC_ASSERT(has_control_character(to_utf8(text)) == std::ranges::any_of(text, is_control));
  const auto is_forbidden = [](char32_t c) {
    return is_control(c) && c != '\t' && c != '\n' && c != '\r';
  };
  RC_ASSERT(has_control_character(to_utf8(text), "\t\n\r") ==
            std::ranges::any_of(text, is_forbidden));
}

RC_GTEST_PROP(task_title, exists_exactly_for_1_to_500_characters_after_trimming, ()) {
  const auto text = *rc::gen::oneOf(characters(), text_about(task_title::length_max));
  const auto core = trimmed(text);
  const auto title = task_title::parse(to_utf8(text));
  const bool expected = !core.empty() && core.size() <= task_title::length_max &&
                        std::ranges::none_of(core, is_control);
  RC_ASSERT(title.has_value() == expected);
  if (title) {
    RC_ASSERT(title->text() == to_utf8(core));
    RC_ASSERT((task_title::parse(title->text()) == title));
  }
}

RC_GTEST_PROP(task_description, is_kept_as_sent_up_to_16384_characters, ()) {
  const auto text = *rc::gen::oneOf(characters(), text_about(task_description::length_max));
  const auto description = task_description::parse(to_utf8(text));
  const bool expected =
      text.size() <= task_description::length_max && std::ranges::none_of(text, [](char32_t c) {
        return is_control(c) && c != '\t' && c != '\n' && c != '\r';
      });
  RC_ASSERT(description.has_value() == expected);
  if (description) RC_ASSERT(description->text() == to_utf8(text));
}

RC_GTEST_PROP(base64url, gives_back_what_was_encoded, (const std::string& bytes)) {
  RC_ASSERT(base64url_decode(base64url_encode(bytes)) == bytes);
}

RC_GTEST_PROP(base64url, takes_nothing_but_what_it_would_write, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_AAAAQQQQwwww+/=\n \xff")));
  if (const auto bytes = base64url_decode(text)) RC_ASSERT(base64url_encode(*bytes) == text);
}

RC_GTEST_PROP(task_id, is_read_as_it_was_written, ()) {
  const auto some = *id();
  auto text = some.to_string();
  RC_ASSERT(task_id::parse(text) == some);
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  RC_ASSERT(task_id::parse(text) == some);
}

RC_GTEST_PROP(task_id, is_a_uuid_or_nothing, ()) {
  auto text = (*id()).to_string();
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  text[at] = *rc::gen::arbitrary<char>();
  const bool is_dash = at == 8 || at == 13 || at == 18 || at == 23;
  const bool is_hex = std::string_view("0123456789abcdefABCDEF").contains(text[at]);
  RC_ASSERT(task_id::parse(text).has_value() == (is_dash ? text[at] == '-' : is_hex));
}

RC_GTEST_PROP(task_id_source, grows_whatever_the_clock_does, (const std::vector<int>& steps)) {
  task_id_source source;
  timestamp now{std::chrono::milliseconds{1'767'960'000'000}};
  auto former = source.next(now);
  for (const auto step : steps) {
    now += std::chrono::milliseconds{step % 5};
    const auto next = source.next(now);
    RC_ASSERT(former < next);
    former = next;
  }
}

RC_GTEST_PROP(fingerprint, is_equal_exactly_for_equal_drafts, ()) {
  const auto draft = [] {
    // Few different values, so that equal drafts do come.
    const auto word = rc::gen::element<std::string>("a", "b", "1:a", "a1:", "p");
    task_draft made{.title = *task_title::parse(*word)};
    if (*rc::gen::arbitrary<bool>()) made.description = *task_description::parse(*word);
    made.status = *rc::gen::element(task_status::pending, task_status::completed);
    return made;
  };
  const auto a = draft();
  const auto b = draft();
  const bool equal = a.title == b.title && a.description == b.description && a.status == b.status;
  RC_ASSERT((fingerprint(a) == fingerprint(b)) == equal);
}

}  // namespace todod::property
