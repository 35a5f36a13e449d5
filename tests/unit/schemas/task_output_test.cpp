// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/task_output.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

using namespace todod;
using namespace std::string_literals;
using std::chrono::milliseconds;

namespace {

std::string in_json(std::string_view text) {
  std::string out;
  schemas::append_json_string(out, text);
  return out;
}

std::string json_of(const task_view& task, std::string_view owner = "alice") {
  std::string out;
  schemas::append_task(out, *user_id::parse(owner), task);
  return out;
}

task_view some_task() {
  task_view task;
  task.id = *task_id::parse("0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111");
  task.title = "Buy milk";
  task.created_at = timestamp{milliseconds{1'767'962'096'789}};
  task.updated_at = task.created_at;
  return task;
}

}  // namespace

TEST(append_json_string, escapes_what_must_be_escaped_and_nothing_else) {
  const std::pair<std::string, std::string_view> texts[] = {
      {"", R"("")"},
      {"a\"b", R"("a\"b")"},
      {"a\\b", R"("a\\b")"},
      {"a/b", R"("a/b")"},
      {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
      {"\0\x01\x1f\x0b"s, R"("\u0000\u0001\u001f\u000b")"},
      {"\x7f\xc2\x80", "\"\x7f\xc2\x80\""},
      {"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", "\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\""},
      {"\xe2\x80\xa8</script>", "\"\xe2\x80\xa8</script>\""},
  };
  for (const auto& [text, json] : texts)
    EXPECT_EQ(in_json(text), json) << testing::PrintToString(text);
}

TEST(append_json_string, escapes_every_byte_at_every_offset_of_a_word) {
  for (int byte = 0; byte < 0x80; ++byte) {
    const std::string one(1, static_cast<char>(byte));
    for (std::size_t before = 0; before < 17; ++before) {
      for (std::size_t behind = 0; behind < 17; behind += 4) {
        const auto text = std::string(before, 'a') + one + std::string(behind, '!');
        const auto escaped = in_json(one);
        const auto expected = "\"" + std::string(before, 'a') +
                              escaped.substr(1, escaped.size() - 2) + std::string(behind, '!') +
                              "\"";
        ASSERT_EQ(in_json(text), expected);
        ASSERT_EQ(boost::json::parse(expected).as_string(), text);
      }
    }
  }
}

TEST(append_json_string, has_room_for_a_text_of_nothing_but_escapes) {
  const std::string text(10'000, '\x01');
  EXPECT_EQ(in_json(text).size(), 60'002U);
}

TEST(append_json_string, appends) {
  std::string out = "[";
  schemas::append_json_string(out, "a");
  schemas::append_json_string(out, "b");
  EXPECT_EQ(out, R"(["a""b")");
}

TEST(append_task, writes_the_example_of_the_api) {
  EXPECT_EQ(json_of(some_task()),
            R"({"id":"0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111","user_id":"alice","title":"Buy milk",)"
            R"("description":null,"status":"pending","completed":false,)"
            R"("created_at":"2026-01-09T12:34:56.789Z","updated_at":"2026-01-09T12:34:56.789Z",)"
            R"("completed_at":null,"version":1})");
}

TEST(append_task, writes_a_completed_task_with_a_description) {
  auto task = some_task();
  task.description = "two\nbottles";
  task.updated_at += milliseconds{1};
  task.completed_at = task.updated_at;
  task.version = 9'223'372'036'854'775'807;
  EXPECT_EQ(json_of(task, "a\"b"),
            R"({"id":"0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111","user_id":"a\"b","title":"Buy milk",)"
            R"("description":"two\nbottles","status":"completed","completed":true,)"
            R"("created_at":"2026-01-09T12:34:56.789Z","updated_at":"2026-01-09T12:34:56.790Z",)"
            R"("completed_at":"2026-01-09T12:34:56.790Z","version":9223372036854775807})");
}

TEST(append_task, has_room_for_the_longest_task) {
  auto task = some_task();
  std::string title(500, '"');
  std::string description(task_description::length_max, '\n');
  task.title = title;
  task.description = description;
  const auto json = boost::json::parse(json_of(task, std::string(255, '\\'))).as_object();
  EXPECT_EQ(json.at("user_id").as_string().size(), 255U);
  EXPECT_EQ(json.at("title").as_string(), title);
  EXPECT_EQ(json.at("description").as_string(), description);
}

TEST(append_task, keeps_an_empty_description_apart_from_none) {
  auto task = some_task();
  task.description = "";
  EXPECT_EQ(boost::json::parse(json_of(task)).at("description").as_string(), "");
}
