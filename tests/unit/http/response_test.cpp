// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/response.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace todod::http {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view date = "Sun, 06 Nov 1994 08:49:37 GMT";

TEST(response, formats_head_and_body_in_one_piece) {
  response out;
  out.status = 201;
  out.content_type = "application/json";
  out.add_header("Location", "/x");
  out.body().append("{}");
  EXPECT_EQ(out.body_view(), "{}");
  EXPECT_EQ(out.finish("id-1", date, false),
            "HTTP/1.1 201 Created\r\n"
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "X-Request-Id: id-1\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Cache-Control: no-store\r\n"
            "Content-Type: application/json\r\n"
            "Content-Length: 2\r\n"
            "Location: /x\r\n"
            "\r\n"
            "{}");
}

TEST(response, says_what_head_would_have_got) {
  response out;
  out.content_type = "text/plain";
  out.body().append("hello");
  const std::string_view text = out.finish("id", date, true);
  EXPECT_THAT(text, HasSubstr("Content-Length: 5\r\n"));
  EXPECT_THAT(text, EndsWith("\r\n\r\n"));
}

TEST(response, has_no_length_where_there_can_be_no_body) {
  for (const int status : {204, 304}) {
    response out;
    out.status = status;
    out.body().append("must not leave");
    const std::string_view text = out.finish("id", date, false);
    EXPECT_THAT(text, Not(HasSubstr("Content-Length"))) << status;
    EXPECT_THAT(text, EndsWith("\r\n\r\n")) << status;
  }
  response empty;
  EXPECT_THAT(empty.finish("id", date, false), HasSubstr("Content-Length: 0\r\n"));
}

TEST(response, closes_and_caches_as_told) {
  response out;
  out.close = true;
  out.cache = cache_policy::private_no_cache;
  const std::string_view text = out.finish("id", date, false);
  EXPECT_THAT(text, HasSubstr("Connection: close\r\n"));
  EXPECT_THAT(text, HasSubstr("Cache-Control: private, no-cache\r\n"));
}

TEST(response, takes_a_head_larger_than_its_room) {
  response out;
  const std::string link(5 * response::head_room_bytes, 'x');
  out.add_header("Link", link);
  out.content_type = "text/plain";
  out.body().append("body");
  const std::string_view text = out.finish("id", date, false);
  EXPECT_THAT(text, HasSubstr("Link: " + link + "\r\n"));
  EXPECT_THAT(text, EndsWith("\r\n\r\nbody"));
}

TEST(response, forgets_what_was) {
  response out;
  out.status = 500;
  out.content_type = "text/plain";
  out.close = true;
  out.add_header("A", "b");
  out.body().append("x");
  out.clear();
  response fresh;
  EXPECT_EQ(out.finish("id", date, false), fresh.finish("id", date, false));
}

TEST(response, can_be_finished_twice) {
  response out;
  out.content_type = "text/plain";
  out.body().append("x");
  const std::string first(out.finish("id", date, false));
  EXPECT_EQ(out.finish("id", date, false), first);
}

#ifdef NDEBUG
TEST(response, never_lets_a_value_end_its_line) {
  response out;
  out.add_header("A", "b\r\nEvil: yes");
  const std::string_view text = out.finish("i\nd", date, false);
  EXPECT_THAT(text, HasSubstr("A: b  Evil: yes\r\n"));
  EXPECT_THAT(text, HasSubstr("X-Request-Id: i d\r\n"));
}
#else
TEST(response_death_test, asserts_that_a_value_does_not_end_its_line) {
  response out;
  EXPECT_DEATH(out.add_header("A", "b\r\nEvil: yes"), "breaks_line");
}
#endif

TEST(response, knows_the_reasons_of_its_statuses) {
  EXPECT_EQ(reason_phrase(200), "OK");
  EXPECT_EQ(reason_phrase(404), "Not Found");
  EXPECT_EQ(reason_phrase(413), "Content Too Large");
  EXPECT_EQ(reason_phrase(422), "Unprocessable Content");
  EXPECT_EQ(reason_phrase(418), "");
}

}  // namespace
}  // namespace todod::http
