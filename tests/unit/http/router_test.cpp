// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace todod::http {
namespace {

class routes : public testing::Test {
 protected:
  routes() {
    table_.add("/api/tasks", {method::get, method::post});
    table_.add("/api/{user_id}/tasks", {method::get, method::post, method::delete_});
    table_.add("/api/tasks/{task_id}", {method::get, method::put});
    table_.add("/api/{user_id}/tasks/{task_id}/complete", {method::patch});
    table_.add("/livez", {method::get});
    table_.add("/", {method::get});
  }

  route_result match(std::string_view path) {
    in_.path = path;
    return table_.match(in_);
  }
  std::vector<std::string> parameters() const {
    return {in_.path_parameters.begin(),
            in_.path_parameters.begin() + static_cast<std::ptrdiff_t>(in_.path_parameter_count)};
  }

  router table_;
  request in_;
};

TEST_F(routes, match_templates) {
  const std::tuple<std::string_view, std::string_view, std::vector<std::string>> table[] = {
      {"/livez", "/livez", {}},
      {"/livez/", "/livez", {}},
      {"/", "/", {}},
      {"/api/tasks", "/api/tasks", {}},
      {"/api/tasks/", "/api/tasks", {}},
      {"/api/alice/tasks", "/api/{user_id}/tasks", {"alice"}},
      {"/api/tasks/tasks", "/api/{user_id}/tasks", {"tasks"}},
      {"/api/tasks/7", "/api/tasks/{task_id}", {"7"}},
      {"/api/a%2Fb/tasks", "/api/{user_id}/tasks", {"a/b"}},
      {"/api/%25/tasks", "/api/{user_id}/tasks", {"%"}},
      {"/api/%2e%2e/tasks", "/api/{user_id}/tasks", {".."}},
      {"/api/../tasks", "/api/{user_id}/tasks", {".."}},
      {"/api/a+b/tasks", "/api/{user_id}/tasks", {"a+b"}},
      {"/api/%C3%A9/tasks", "/api/{user_id}/tasks", {"\xc3\xa9"}},
      {"/%61pi/alice/t%61sks", "/api/{user_id}/tasks", {"alice"}},
      {"/api/alice/tasks/7/complete", "/api/{user_id}/tasks/{task_id}/complete", {"alice", "7"}},
  };
  for (const auto& [path, route, expected] : table) {
    ASSERT_EQ(match(path), route_result::found) << path;
    EXPECT_EQ(in_.route, route) << path;
    EXPECT_EQ(table_.entries()[in_.route_index].pattern, route) << path;
    EXPECT_EQ(parameters(), expected) << path;
  }
}

TEST_F(routes, leave_the_rest_alone) {
  const std::string deep(8000, '/');
  std::string long_path;
  for (int i = 0; i < 4000; ++i)
    long_path += "/a";
  for (const std::string_view path :
       {std::string_view("/api"), std::string_view("/api//tasks"), std::string_view("//livez"),
        std::string_view("/livez//"), std::string_view("/LIVEZ"), std::string_view("/api/a/b"),
        std::string_view("/api/alice/tasks//complete"), std::string_view("*"), std::string_view(""),
        std::string_view("/livez%2F"), std::string_view("//"), std::string_view(deep),
        std::string_view(long_path)}) {
    EXPECT_EQ(match(path), route_result::not_found) << path.substr(0, 40);
    EXPECT_EQ(in_.route, "");
  }
}

TEST_F(routes, refuse_bad_encodings) {
  for (const std::string_view path :
       {"/api/%/tasks", "/api/%4/tasks", "/api/%zz/tasks", "/nowhere/%", "/api/%ff/tasks",
        "/api/%c3/tasks", "/api/%ed%a0%80/tasks"}) {
    EXPECT_EQ(match(path), route_result::bad_encoding) << path;
  }
}

TEST_F(routes, know_their_methods) {
  EXPECT_TRUE(table_.allows(0, method::get));
  EXPECT_TRUE(table_.allows(0, method::head));
  EXPECT_TRUE(table_.allows(0, method::options));
  EXPECT_FALSE(table_.allows(0, method::put));
  EXPECT_FALSE(table_.allows(0, method::other));
  EXPECT_EQ(table_.allow(0), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(table_.allow(3), "PATCH, OPTIONS");
}

TEST(percent_decoding, decodes_once) {
  std::string out;
  EXPECT_TRUE(percent_decode("a%20b%2525%00", out));
  EXPECT_EQ(out, std::string("a b%25\0", 7));
  EXPECT_TRUE(percent_decode("", out));
  EXPECT_EQ(out, "");
  for (const char* bad : {"%", "%2", "a%", "%g0", "%0g"})
    EXPECT_FALSE(percent_decode(bad, out));
}

}  // namespace
}  // namespace todod::http
