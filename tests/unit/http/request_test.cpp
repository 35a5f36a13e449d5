// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/request.hpp"

#include "http/http_date.hpp"
#include "http/request_id.hpp"

#include <gtest/gtest.h>

#include <set>

namespace todod::http {
namespace {

request with_fields(std::vector<header_field> fields) {
  request in;
  in.fields = std::move(fields);
  return in;
}

TEST(request, finds_fields_in_any_letter_case) {
  const auto in = with_fields({{"Accept", "a"}, {"x-y", "1"}, {"X-Y", "2"}, {"X_Y", "3"}});
  EXPECT_EQ(in.find("X-Y"), "1");
  EXPECT_EQ(in.find("ACCEPT"), "a");
  EXPECT_EQ(in.find("Host"), std::nullopt);
  EXPECT_EQ(in.count("X-y"), 2u);
  EXPECT_EQ(in.count("Host"), 0u);
  EXPECT_EQ(in.joined("x-y"), "1, 2");
  EXPECT_EQ(in.joined("host"), std::nullopt);
}

TEST(request_id, echoes_what_is_harmless) {
  request_id_source source;
  for (const std::string& good : {std::string("a"), std::string("!~"), std::string(128, 'x')}) {
    auto in = with_fields({{"x-request-id", good}});
    choose_request_id(in, 128, source);
    EXPECT_EQ(in.request_id, good);
  }
}

TEST(request_id, makes_one_otherwise) {
  request_id_source source;
  std::set<std::string> seen;
  const std::string long_id(129, 'x');
  for (const std::vector<header_field>& fields : {std::vector<header_field>{},
                                                  {{"X-Request-Id", ""}},
                                                  {{"X-Request-Id", "a b"}},
                                                  {{"X-Request-Id", "\xc3\xa9"}},
                                                  {{"X-Request-Id", long_id}},
                                                  {{"X-Request-Id", "a"}, {"X-Request-Id", "a"}}}) {
    auto in = with_fields(fields);
    choose_request_id(in, 128, source);
    EXPECT_EQ(in.request_id.size(), 16u);
    EXPECT_EQ(in.request_id.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_TRUE(seen.insert(in.request_id).second);
  }
}

TEST(request_id, differs_between_sources) {
  request_id_source one;
  request_id_source other;
  std::string a;
  std::string b;
  one.next(a);
  other.next(b);
  EXPECT_NE(a, b);
}

TEST(http_date, is_an_imf_fixdate) {
  http_date date;
  EXPECT_EQ(date.at(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(date.at(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(date.at(784111778), "Sun, 06 Nov 1994 08:49:38 GMT");
  EXPECT_EQ(date.at(951782400), "Tue, 29 Feb 2000 00:00:00 GMT");
}

}  // namespace
}  // namespace todod::http
