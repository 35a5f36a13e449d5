// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/page_cursor.hpp"

#include "models/base64url.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

using namespace todod;
using namespace std::string_literals;
using std::chrono::milliseconds;

namespace {

const user_id alice = *user_id::parse("alice");

page_request page_of(sort_field field, bool descending = false,
                     status_filter status = status_filter::all) {
  page_request page;
  page.order = {field, descending};
  page.status = status;
  return page;
}

page_position some_position(sort_field field) {
  page_position position;
  position.id = *task_id::parse("0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111");
  if (field == sort_field::title) {
    position.key = "Buy milk"s;
  } else {
    position.key = timestamp{milliseconds{1'767'962'096'789}};
  }
  return position;
}

std::vector<page_request> every_list() {
  std::vector<page_request> pages;
  for (const auto field : {sort_field::created_at, sort_field::updated_at, sort_field::title}) {
    for (const bool descending : {false, true}) {
      for (const auto status :
           {status_filter::all, status_filter::pending, status_filter::completed}) {
        pages.push_back(page_of(field, descending, status));
      }
    }
  }
  return pages;
}

/// A cursor of alice's list by title whose title is `key`, whatever that is.
std::string cursor_with_title(std::string_view key) {
  return api::encode_cursor(alice, page_of(sort_field::title), {std::string(key), task_id{}});
}

}  // namespace

TEST(page_cursor, gives_the_position_back_to_its_own_list_only) {
  const auto lists = every_list();
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const auto position = some_position(lists[i].order.field);
    const auto cursor = api::encode_cursor(alice, lists[i], position);
    for (std::size_t j = 0; j < lists.size(); ++j) {
      const auto decoded = api::decode_cursor(cursor, alice, lists[j]);
      EXPECT_EQ(decoded, i == j ? std::optional(position) : std::nullopt) << i << " " << j;
    }
    EXPECT_FALSE(api::decode_cursor(cursor, *user_id::parse("bob"), lists[i]));
    EXPECT_FALSE(api::decode_cursor(cursor, *user_id::parse("alicf"), lists[i]));
  }
}

TEST(page_cursor, serves_any_limit) {
  auto page = page_of(sort_field::created_at);
  const auto cursor = api::encode_cursor(alice, page, some_position(sort_field::created_at));
  page.limit = 7;
  EXPECT_TRUE(api::decode_cursor(cursor, alice, page));
}

TEST(page_cursor, is_the_same_at_every_replica_and_version) {
  // A client may show this to a replica of another version: a change of the format must change its
  // first byte, and then this test.
  EXPECT_EQ(api::encode_cursor(alice, page_request{}, some_position(sort_field::created_at)),
            "AgRBzN-6RlJuggGZofJ7HHw-nVUvakvgwREAAAGbosC0lQ");
}

TEST(page_cursor, is_refused_if_any_byte_is_missing_or_too_many) {
  for (const auto& page : every_list()) {
    const auto field = page.order.field;
    const auto cursor = api::encode_cursor(alice, page, some_position(field));
    for (std::size_t size = 0; size < cursor.size(); ++size)
      EXPECT_FALSE(api::decode_cursor(cursor.substr(0, size), alice, page)) << size;
    for (const auto* more : {"=", " ", "\n", "!", "AAAA"})
      EXPECT_FALSE(api::decode_cursor(cursor + more, alice, page)) << more;
  }
}

TEST(page_cursor, is_refused_if_any_bit_is_changed) {
  for (const auto& page : every_list()) {
    const auto bytes =
        *base64url_decode(api::encode_cursor(alice, page, some_position(page.order.field)));
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
      auto changed = bytes;
      changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
      EXPECT_FALSE(api::decode_cursor(base64url_encode(changed), alice, page)) << bit;
    }
  }
}

TEST(page_cursor, holds_only_a_title_that_a_task_can_have) {
  const auto page = page_of(sort_field::title);
  EXPECT_TRUE(api::decode_cursor(cursor_with_title("x"), alice, page));
  EXPECT_TRUE(api::decode_cursor(cursor_with_title(std::string(500, 'x')), alice, page));
  for (const auto& title : {""s, " x"s, "x "s, "\xff"s, "\xc3"s, "a\nb"s, "a\0b"s,
                            std::string(501, 'x'), "\xed\xa0\x80"s})
    EXPECT_FALSE(api::decode_cursor(cursor_with_title(title), alice, page))
        << testing::PrintToString(title);
}

TEST(page_cursor, holds_only_a_time_of_four_digit_years) {
  const auto page = page_of(sort_field::updated_at);
  const auto accepted = [&](std::int64_t count) {
    const page_position position{timestamp{milliseconds{count}}, task_id{}};
    return api::decode_cursor(api::encode_cursor(alice, page, position), alice, page) == position;
  };
  EXPECT_TRUE(accepted(0));
  EXPECT_TRUE(accepted(-1));
  EXPECT_TRUE(accepted(253'402'300'799'999));
  EXPECT_TRUE(accepted(-62'167'219'200'000));
  EXPECT_FALSE(accepted(253'402'300'800'000));
  EXPECT_FALSE(accepted(-62'167'219'200'001));
  EXPECT_FALSE(accepted(std::numeric_limits<std::int64_t>::min()));
}

TEST(page_cursor, needs_no_percent_encoding) {
  const auto cursor =
      api::encode_cursor(alice, page_of(sort_field::title), {"\xf0\x9f\x98\x80?&=#"s, task_id{}});
  EXPECT_EQ(
      cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
      std::string::npos);
}
