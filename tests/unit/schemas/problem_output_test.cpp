// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/problem_output.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

using namespace todod::schemas;
using namespace std::string_literals;

namespace {

std::string json_of(const problem_document& problem) {
  std::string out;
  append_problem(out, problem);
  return out;
}

problem_document not_found() {
  return {.status = 404,
          .title = "Not Found",
          .code = "task_not_found",
          .detail = "there is no such task",
          .errors = {},
          .has_errors = false,
          .request_id = "r-1"};
}

std::string shown(const problem_item& item, const char* member) {
  auto problem = not_found();
  problem.errors = {&item, 1};
  problem.has_errors = true;
  const auto json = boost::json::parse(json_of(problem));
  return std::string(json.at("errors").at(0).at(member).as_string());
}

}  // namespace

TEST(append_problem, writes_exactly_the_members_of_the_api) {
  EXPECT_EQ(json_of(not_found()),
            R"({"type":"about:blank","title":"Not Found","status":404,"code":"task_not_found",)"
            R"("detail":"there is no such task","request_id":"r-1"})");
}

TEST(append_problem, lists_pointers_and_parameters) {
  const problem_item items[] = {
      {.pointer = "/title", .parameter = {}, .code = "required", .detail = "a title"},
      {.pointer = "", .parameter = {}, .code = "invalid_type", .detail = "an object"},
      {.pointer = {}, .parameter = "limit", .code = "invalid_value", .detail = "1 to 1000"},
      {.pointer = {}, .parameter = "", .code = "unknown_parameter", .detail = "no name"},
  };
  auto problem = not_found();
  problem.errors = items;
  problem.has_errors = true;
  const auto json = json_of(problem);
  EXPECT_NE(
      json.find(R"("errors":[{"pointer":"/title","code":"required","detail":"a title"},)"
                R"({"pointer":"","code":"invalid_type","detail":"an object"},)"
                R"({"parameter":"limit","code":"invalid_value","detail":"1 to 1000"},)"
                R"({"parameter":"","code":"unknown_parameter","detail":"no name"}],"request_id")"),
      std::string::npos)
      << json;
}

TEST(append_problem, writes_errors_also_when_there_are_none_to_list) {
  auto problem = not_found();
  problem.has_errors = true;
  EXPECT_NE(json_of(problem).find(R"("errors":[],)"), std::string::npos);
}

TEST(append_problem, shortens_names_to_100_characters) {
  const auto name = std::string(99, 'x') + "\xc3\xa4";
  EXPECT_EQ(shown({.pointer = {}, .parameter = name, .code = "c", .detail = "d"}, "parameter"),
            name);
  EXPECT_EQ(
      shown({.pointer = {}, .parameter = name + "yz", .code = "c", .detail = "d"}, "parameter"),
      name);
  const auto pointer = "/" + name;
  EXPECT_EQ(
      shown({.pointer = pointer + "yz", .parameter = {}, .code = "c", .detail = "d"}, "pointer"),
      pointer);
}

TEST(append_problem, makes_any_bytes_fit_for_json) {
  const auto nasty = "\xff\"\\\n\0\xc3"s;
  EXPECT_EQ(shown({.pointer = {}, .parameter = nasty, .code = "c", .detail = "d"}, "parameter"),
            "\xef\xbf\xbd\"\\\n\0\xef\xbf\xbd"s);
  auto problem = not_found();
  const auto detail = nasty + "\x7f\xc2\x85";  // U+0085, a line break
  problem.detail = detail;
  EXPECT_EQ(boost::json::parse(json_of(problem)).at("detail").as_string(),
            "\xef\xbf\xbd\"\\  \xef\xbf\xbd  "s)
      << "one readable line";
}
