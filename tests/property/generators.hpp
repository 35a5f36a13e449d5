// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Generators of the domain's values. RapidCheck's seed is in RC_PARAMS, which a failure prints.
#pragma once

#include "models/task.hpp"
#include "models/task_page.hpp"
#include "models/task_patch.hpp"
#include "models/user_id.hpp"

#include <gtest/gtest.h>
// RapidCheck's glue needs what GoogleTest declares.
#include <rapidcheck/gtest.h>
#include <utf8.h>

#include <cstdint>
#include <optional>
#include <string>

namespace todod::property {

/// Any code point but surrogates; mostly of the kinds that the rules tell apart.
inline rc::Gen<char32_t> code_point() {
  const auto between = [](std::uint32_t first, std::uint32_t behind) {
    return rc::gen::cast<char32_t>(rc::gen::inRange<std::uint32_t>(first, behind));
  };
  return rc::gen::weightedOneOf<char32_t>({{6, between(0x20, 0x7f)},
                                           {1, between(0, 0x20)},
                                           {1, between(0x7f, 0xa1)},
                                           {1, between(0x2000, 0x2030)},
                                           {2, between(0xa1, 0xd800)},
                                           {1, between(0xe000, 0x10000)},
                                           {1, between(0x10000, 0x110000)}});
}

inline bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

inline std::string to_utf8(const std::u32string& text) {
  std::string out;
  for (const auto c : text)
    utf8::append(c, std::back_inserter(out));
  return out;
}

/// Well-formed UTF-8, also with control characters.
inline rc::Gen<std::string> text() {
  return rc::gen::map(rc::gen::container<std::u32string>(code_point()), to_utf8);
}

/// Any bytes, often enough well-formed.
inline rc::Gen<std::string> bytes() {
  return rc::gen::oneOf(rc::gen::arbitrary<std::string>(), text());
}

inline rc::Gen<char32_t> printable() {
  return rc::gen::suchThat(code_point(), [](char32_t c) { return !is_control(c); });
}

inline rc::Gen<task_title> title() {
  return rc::gen::map(rc::gen::container<std::u32string>(printable()), [](std::u32string text) {
    // Something that is not white space at both ends, and not too much between.
    text.resize(std::min<std::size_t>(text.size(), task_title::length_max - 2));
    return *task_title::parse("<" + to_utf8(text) + ">");
  });
}

inline rc::Gen<std::optional<task_description>> description() {
  return rc::gen::map(rc::gen::maybe(rc::gen::container<std::u32string>(printable())),
                      [](const rc::Maybe<std::u32string>& text) {
                        return text ? std::optional(*task_description::parse(to_utf8(*text)))
                                    : std::nullopt;
                      });
}

inline rc::Gen<user_id> owner() {
  return rc::gen::map(
      rc::gen::resize(60, rc::gen::nonEmpty(rc::gen::container<std::u32string>(printable()))),
      [](const std::u32string& text) { return *user_id::parse(to_utf8(text)); });
}

/// Within the years that are stored.
inline rc::Gen<timestamp> instant() {
  return rc::gen::map(
      rc::gen::inRange<std::int64_t>(-62'167'219'200'000, 253'402'300'800'000),
      [](std::int64_t count) { return timestamp(std::chrono::milliseconds(count)); });
}

inline rc::Gen<task_id> id() {
  return rc::gen::map(rc::gen::arbitrary<task_id::bytes_type>(),
                      [](const task_id::bytes_type& bytes) { return task_id(bytes); });
}

inline rc::Gen<page_request> list() {
  return rc::gen::map(
      rc::gen::tuple(
          rc::gen::element(status_filter::all, status_filter::pending, status_filter::completed),
          rc::gen::element(sort_field::created_at, sort_field::updated_at, sort_field::title),
          rc::gen::arbitrary<bool>()),
      [](const auto& choice) {
        page_request page;
        page.status = std::get<0>(choice);
        page.order = {std::get<1>(choice), std::get<2>(choice)};
        return page;
      });
}

inline rc::Gen<page_position> position_in(const page_request& page) {
  return rc::gen::map(rc::gen::tuple(title(), instant(), id()), [page](const auto& parts) {
    page_position position;
    position.id = std::get<2>(parts);
    if (page.order.field == sort_field::title) {
      position.key = std::get<0>(parts).text();
    } else {
      position.key = std::get<1>(parts);
    }
    return position;
  });
}

}  // namespace todod::property
