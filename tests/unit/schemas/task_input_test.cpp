// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/task_input.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace todod;
using namespace todod::schemas;
using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i)
    out += text;
  return out;
}

/// "pointer code" of each fault, "malformed" for bad syntax, nothing if the body is accepted.
template <class T>
std::vector<std::string> faults_of(const body_result<T>& result) {
  if (result) return {};
  if (std::holds_alternative<malformed_json>(result.error())) return {"malformed"};
  std::vector<std::string> faults;
  for (const auto& error : std::get<std::vector<field_error>>(result.error())) {
    EXPECT_FALSE(error.detail.empty()) << error.pointer;
    faults.push_back(error.pointer + " " + error.code);
  }
  EXPECT_FALSE(faults.empty()) << "a refusal without a reason";
  return faults;
}

std::vector<std::string> create_faults(std::string_view body) {
  return faults_of(read_task_draft(body));
}
std::vector<std::string> patch_faults(std::string_view body) {
  return faults_of(read_task_patch(body));
}
std::vector<std::string> completion_faults(std::string_view body) {
  return faults_of(read_completion(body));
}

std::string malformed_detail(std::string_view body) {
  const auto result = read_task_patch(body);
  if (result) return "accepted";
  const auto* fault = std::get_if<malformed_json>(&result.error());
  return fault ? fault->detail : "well-formed";
}

std::string nested(std::size_t depth) {
  return R"({"x":)" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

}  // namespace

// --- Syntax: one table, all three routes ------------------------------------------------------

TEST(body_syntax, refuses_what_is_not_one_json_text_in_utf8) {
  const std::string bodies[] = {
      " ",
      "\n\t ",
      "\xef\xbb\xbf{}",
      "{",
      "}",
      "{}{}",
      "{} x",
      "{},",
      "{}\0"s,
      "\0{}"s,
      "[1,2",
      "nul",
      "True",
      "NaN",
      "-Infinity",
      "'title'",
      "{title:1}",
      "{'title':'x'}",
      R"({"title":"x",})",
      R"({"title" "x"})",
      R"({"title":})",
      R"({"title":"x" "y":1})",
      R"({,"title":"x"})",
      R"({"title":"x)",
      R"({"title":"a)"
      "\n"
      R"(b"})",
      "{\"title\":\"a\tb\"}",
      "{\"title\":\"a\0b\"}"s,
      R"({"title":"\x"})",
      R"({"title":"\u12"})",
      R"({"title":"\u12g4"})",
      R"({"title":"\ud800"})",
      R"({"title":"\udc00"})",
      R"({"title":"\ud800\ud800"})",
      R"({"title":"\ud800x"})",
      R"({"title":"\ud800\n"})",
      R"({"title":"\udc00\ud800"})",
      R"({"\ud800":1})",
      R"({"x":{"y":["\udfff"]}})",
      "{\"title\":\"\xff\"}",
      "{\"title\":\"\xc3\"}",
      "{\"title\":\"\xed\xa0\x80\"}",
      "{\"title\":\"\xc0\x80\"}",
      "{\"title\":\"\xf4\x90\x80\x80\"}",
      "{\"\xfe\":1}",
      "{}\xff",
      "{}\xc2\xa0",
      "\xff\xfe{\0}\0"s,
      R"({"version":01})",
      R"({"version":1.})",
      R"({"version":.5})",
      R"({"version":+1})",
      R"({"version":1e})",
      R"({"version":1e99999999999})"
      "x",
      R"({"version":0x10})",
      R"({"version":--1})",
      "{/* c */}",
      "{}// c",
      nested(33),
      std::string(100'000, '['),
      repeated(R"({"a":)", 50'000),
  };
  for (const auto& body : bodies) {
    const auto shown = testing::PrintToString(body.substr(0, 80));
    EXPECT_THAT(create_faults(body), ElementsAre("malformed")) << shown;
    EXPECT_THAT(patch_faults(body), ElementsAre("malformed")) << shown;
    EXPECT_THAT(completion_faults(body), ElementsAre("malformed")) << shown;
  }
}

TEST(body_syntax, refuses_a_member_that_comes_twice_at_any_depth) {
  const std::string_view bodies[] = {
      R"({"title":"a","title":"a"})", R"({"title":"a","\u0074itle":"b"})",
      R"({"x":1,"y":2,"x":3})",       R"({"":1,"":2})",
      R"({"id":{"a":1,"a":1}})",      R"({"id":[[{"b":{"a":1,"c":2,"a":1}}]]})",
      R"({"id":{"\u0061":1,"a":1}})", R"({"id":1,"id":2})",
      R"({"é":1,"\u00e9":2})",        R"([{"a":1,"a":2}])",
  };
  for (const auto body : bodies) {
    EXPECT_THAT(create_faults(body), ElementsAre("malformed")) << body;
    EXPECT_THAT(patch_faults(body), ElementsAre("malformed")) << body;
    EXPECT_THAT(completion_faults(body), ElementsAre("malformed")) << body;
  }
  EXPECT_THAT(patch_faults(R"({"id":{"a":1,"b":{"a":1},"A":[{"a":1},{"a":1}]},"version":0})"),
              IsEmpty())
      << "the same name in different objects";
}

TEST(body_syntax, finds_a_repeated_member_among_many) {
  for (const std::size_t count : {5U, 16U, 17U, 1'000U, 20'000U}) {
    std::string body = R"({"id":{)";
    for (std::size_t i = 0; i < count; ++i)
      body += "\"n" + std::to_string(i) + "\":0,";
    EXPECT_THAT(patch_faults(body + R"("last":0}})"), IsEmpty()) << count;
    EXPECT_THAT(patch_faults(body + R"("n3":0}})"), ElementsAre("malformed")) << count;
  }
}

TEST(body_syntax, allows_what_json_allows) {
  const std::string bodies[] = {
      " \r\n\t{ \"title\" : \"x\" } \n",
      R"({"title":"\ud83d\ude00\u00e4\/\b\"\\"})",
      nested(32),
      R"({"version":1e999,"id":-1E-99999999999999999999,"created_at":1.5e+2147483648})",
      R"({"version":)" + std::string(100, '9') + "}",
      R"({"version":-0.0})",
      R"({"id":"e9999999999999","version":1e99999999999})",
  };
  for (const auto& body : bodies) {
    EXPECT_NE(patch_faults(body), std::vector<std::string>{"malformed"}) << body;
  }
  EXPECT_THAT(patch_faults(R"({"version":1e99999999999,"title":"keeps \"1e99999999999\""})"),
              IsEmpty());
  EXPECT_EQ(read_task_patch(R"({"version":1e99999999999,"title":"keeps \"1e99999999999\" \u0065"})")
                ->title->text(),
            "keeps \"1e99999999999\" e");
}

TEST(body_syntax, says_where_and_never_quotes) {
  EXPECT_EQ(malformed_detail("{\n  \"title\": \"sec\xc3\xa4ret\", secret\n}"),
            "line 2, column 23: this is not JSON");
  EXPECT_EQ(malformed_detail(R"({"title":"secret)"),
            "line 1, column 17: the JSON text ends too early");
  EXPECT_EQ(malformed_detail("{} secret"),
            "line 1, column 4: something follows the end of the JSON value");
  EXPECT_EQ(malformed_detail("{\"secret\":\"\xff\"}"), "line 1, column 12: the body is not UTF-8");
  for (const auto* body : {R"({"secret":"\ud800"})", R"({"secret":"\uDBFFx"})", R"(["\udc00"])",
                           R"({"secret":"\ud800\ud800"})"})
    EXPECT_THAT(malformed_detail(body), HasSubstr("surrogate pair")) << body;
  EXPECT_THAT(malformed_detail(R"({"secret":"\uzzzz"})"), HasSubstr("four hexadecimal digits"));
  EXPECT_THAT(malformed_detail(nested(33)), HasSubstr("nested deeper than 32"));
  EXPECT_THAT(malformed_detail("\xef\xbb\xbf{}"), HasSubstr("byte order mark"));
  EXPECT_EQ(malformed_detail(""), "the body is empty, JSON is expected");
  EXPECT_EQ(malformed_detail("{\"secret\":1,\n \"b\":{},\n \"secret\":2}"),
            "line 3, column 9: a member of this object comes twice");
  EXPECT_EQ(malformed_detail("{\"b\":{\"a\":0,\"a\":1},\n \"c\":0}"),
            "line 1, column 15: a member of this object comes twice");
}

TEST(body_syntax, of_an_empty_body_is_a_toggle_only_for_completion) {
  EXPECT_THAT(create_faults(""), ElementsAre("malformed"));
  EXPECT_THAT(patch_faults(""), ElementsAre("malformed"));
  EXPECT_EQ(read_completion(""), completion_change::toggle);
}

// --- Fields: every invalid body -----------------------------------------------------------------

TEST(body_fields, are_refused_with_every_fault_at_once) {
  const struct {
    std::string body;
    std::vector<std::string> create;
    std::vector<std::string> patch;
  } table[] = {
      {"[]", {" invalid_type"}, {" invalid_type"}},
      {"null", {" invalid_type"}, {" invalid_type"}},
      {"\"title\"", {" invalid_type"}, {" invalid_type"}},
      {"1e999", {" invalid_type"}, {" invalid_type"}},
      {"1e9999999999", {" invalid_type"}, {" invalid_type"}},
      {R"([{"title":"x"}])", {" invalid_type"}, {" invalid_type"}},
      {"{}", {"/title required"}, {}},
      {R"({"description":"x"})", {"/title required"}, {}},
      {R"({"title":null})", {"/title invalid_type"}, {"/title invalid_type"}},
      {R"({"title":1})", {"/title invalid_type"}, {"/title invalid_type"}},
      {R"({"title":true})", {"/title invalid_type"}, {"/title invalid_type"}},
      {R"({"title":["x"]})", {"/title invalid_type"}, {"/title invalid_type"}},
      {R"({"title":{"title":"x"}})", {"/title invalid_type"}, {"/title invalid_type"}},
      {R"({"title":1e99999999999})", {"/title invalid_type"}, {"/title invalid_type"}},
      {R"({"title":""})", {"/title empty"}, {"/title empty"}},
      {R"({"title":" \n\t\u00a0\u3000"})", {"/title empty"}, {"/title empty"}},
      {R"({"title":")" + std::string(501, 'x') + "\"}", {"/title too_long"}, {"/title too_long"}},
      {R"({"title":"a\u0000b"})", {"/title control_character"}, {"/title control_character"}},
      {R"({"title":"a\nb"})", {"/title control_character"}, {"/title control_character"}},
      {R"({"title":"a\u009fb"})", {"/title control_character"}, {"/title control_character"}},
      {R"({"title":"x","description":1})",
       {"/description invalid_type"},
       {"/description invalid_type"}},
      {R"({"title":"x","description":[]})",
       {"/description invalid_type"},
       {"/description invalid_type"}},
      {R"({"title":"x","description":"a\u001bb"})",
       {"/description control_character"},
       {"/description control_character"}},
      {R"({"title":"x","description":")" + std::string(16'385, 'x') + "\"}",
       {"/description too_long"},
       {"/description too_long"}},
      {R"({"title":"x","status":"done"})", {"/status invalid_value"}, {"/status invalid_value"}},
      {R"({"title":"x","status":"all"})", {"/status invalid_value"}, {"/status invalid_value"}},
      {R"({"title":"x","status":""})", {"/status invalid_value"}, {"/status invalid_value"}},
      {R"({"title":"x","status":null})", {"/status invalid_type"}, {"/status invalid_type"}},
      {R"({"title":"x","status":true})", {"/status invalid_type"}, {"/status invalid_type"}},
      {R"({"title":"x","completed":null})",
       {"/completed invalid_type"},
       {"/completed invalid_type"}},
      {R"({"title":"x","completed":"true"})",
       {"/completed invalid_type"},
       {"/completed invalid_type"}},
      {R"({"title":"x","completed":1})", {"/completed invalid_type"}, {"/completed invalid_type"}},
      {R"({"title":"x","status":"completed","completed":false})",
       {"/completed conflict"},
       {"/completed conflict"}},
      {R"({"title":"x","completed":true,"status":"pending"})",
       {"/completed conflict"},
       {"/completed conflict"}},
      {R"({"title":"x","Title":"y"})", {"/Title unknown_member"}, {"/Title unknown_member"}},
      {R"({"title":"x","":0})", {"/ unknown_member"}, {"/ unknown_member"}},
      {R"({"title":"x","a/b~c":0})", {"/a~1b~0c unknown_member"}, {"/a~1b~0c unknown_member"}},
      {R"({"due":1,"title":"","status":3,"completed":0,"description":false,"tags":[]})",
       {"/due unknown_member", "/title empty", "/status invalid_type", "/completed invalid_type",
        "/description invalid_type", "/tags unknown_member"},
       {"/due unknown_member", "/title empty", "/status invalid_type", "/completed invalid_type",
        "/description invalid_type", "/tags unknown_member"}},
      {R"({"x":1})", {"/x unknown_member", "/title required"}, {"/x unknown_member"}},
  };
  for (const auto& row : table) {
    EXPECT_EQ(create_faults(row.body), row.create) << row.body.substr(0, 80);
    EXPECT_EQ(patch_faults(row.body), row.patch) << row.body.substr(0, 80);
  }
}

TEST(body_fields, of_a_completion_are_refused_with_every_fault_at_once) {
  const std::pair<std::string_view, std::vector<std::string>> table[] = {
      {"[]", {" invalid_type"}},
      {"null", {" invalid_type"}},
      {"true", {" invalid_type"}},
      {R"({"completed":null})", {"/completed invalid_type"}},
      {R"({"completed":"yes"})", {"/completed invalid_type"}},
      {R"({"status":null})", {"/status invalid_type"}},
      {R"({"status":"done"})", {"/status invalid_value"}},
      {R"({"status":"pending","completed":true})", {"/completed conflict"}},
      {R"({"title":"x"})", {"/title unknown_member"}},
      {R"({"description":null})", {"/description unknown_member"}},
      {R"({"title":1,"done":true,"completed":0})",
       {"/title unknown_member", "/done unknown_member", "/completed invalid_type"}},
  };
  for (const auto& [body, faults] : table)
    EXPECT_EQ(completion_faults(body), faults) << body;
  const auto result = read_completion(R"({"title":"x"})");
  ASSERT_FALSE(result);
  EXPECT_THAT(std::get<std::vector<field_error>>(result.error()).front().detail,
              HasSubstr("can't be changed here"));
}

TEST(body_fields, are_explained_in_a_sentence) {
  const auto detail = [](std::string_view body) {
    return std::get<std::vector<field_error>>(read_task_draft(body).error()).front().detail;
  };
  EXPECT_EQ(detail(R"({"title":""})"), "title must have 1 to 500 characters");
  EXPECT_EQ(detail(R"({"title":")" + std::string(501, 'x') + "\"}"),
            "title must have 1 to 500 characters");
  EXPECT_EQ(detail(R"({"title":"x","completed":1})"), "completed must be true or false");
  EXPECT_EQ(detail(R"({"title":"x","priority":1})"), "a task has no member priority; leave it out");
  EXPECT_EQ(detail("{\"" + std::string(200'000, 'n') + "\":1}"),
            "a task has no member " + std::string(100, 'n') + "; leave it out");
  EXPECT_EQ(detail(R"({"title":"x","a/b~c":1})"), "a task has no member a/b~c; leave it out");
  EXPECT_EQ(detail(R"({"title":"x","":1})"), R"(a task has no member ""; leave it out)");
  // Left out there, a member leaves {}, and that is a toggle.
  EXPECT_EQ(std::get<std::vector<field_error>>(read_completion(R"({"is_completed":true})").error())
                .front()
                .detail,
            R"(completion has no member is_completed; send {"completed": true} or false)");
}

TEST(body_fields, that_are_unknown_are_named_in_at_most_100_characters) {
  const auto pointer = [](const std::string& name) {
    const auto result = read_task_patch("{\"" + name + "\":0}");
    return std::get<std::vector<field_error>>(result.error()).front().pointer;
  };
  EXPECT_EQ(pointer(std::string(100, 'n')), "/" + std::string(100, 'n'));
  EXPECT_EQ(pointer(std::string(200'000, 'n')), "/" + std::string(100, 'n'));
  EXPECT_EQ(pointer(repeated("\xc3\xa4", 101)), "/" + repeated("\xc3\xa4", 100));
  EXPECT_EQ(pointer(std::string(99, 'n') + "/x"), "/" + std::string(99, 'n'))
      << "an escape stays whole";
}

TEST(body_fields, report_at_most_100_faults) {
  std::string body = R"({"title":"")";
  for (int i = 0; i < 500; ++i)
    body += ",\"n" + std::to_string(i) + "\":0";
  EXPECT_EQ(create_faults(body + "}").size(), 100U);
  EXPECT_EQ(field_errors_max, 100U);
}

// --- What is accepted ---------------------------------------------------------------------------

TEST(read_task_draft, takes_a_title_alone) {
  const auto draft = read_task_draft(R"({"title":"  Buy milk "})");
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->title.text(), "Buy milk");
  EXPECT_EQ(draft->description, std::nullopt);
  EXPECT_EQ(draft->status, task_status::pending);
}

TEST(read_task_draft, takes_every_editable_member) {
  const auto draft = read_task_draft(
      R"({"title":"\u20ac \ud83d\ude00","description":"a\n\tb","status":"completed"})");
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->title.text(), "\xe2\x82\xac \xf0\x9f\x98\x80");
  EXPECT_EQ(draft->description->text(), "a\n\tb");
  EXPECT_EQ(draft->status, task_status::completed);
}

TEST(read_task_draft, knows_null_and_empty_descriptions_apart) {
  EXPECT_EQ(read_task_draft(R"({"title":"x","description":null})")->description, std::nullopt);
  EXPECT_EQ(read_task_draft(R"({"title":"x","description":""})")->description->text(), "");
}

TEST(read_task_draft, takes_completed_or_status_or_both_if_they_agree) {
  const std::pair<std::string_view, task_status> table[] = {
      {R"({"title":"x","completed":true})", task_status::completed},
      {R"({"title":"x","completed":false})", task_status::pending},
      {R"({"title":"x","status":"pending"})", task_status::pending},
      {R"({"title":"x","status":"completed","completed":true})", task_status::completed},
      {R"({"title":"x","completed":false,"status":"pending"})", task_status::pending},
  };
  for (const auto& [body, status] : table)
    EXPECT_EQ(read_task_draft(body)->status, status) << body;
}

TEST(read_task_draft, ignores_the_servers_members_whatever_they_are) {
  for (const auto* value : {"1", "null", "\"x\"", "[{\"a\":[1e999]}]", "{\"title\":2}", "true"}) {
    std::string body = R"({"title":"x")";
    for (const auto* name :
         {"id", "user_id", "created_at", "updated_at", "completed_at", "version"})
      body += ",\"" + std::string(name) + "\":" + value;
    body += "}";
    EXPECT_THAT(create_faults(body), IsEmpty()) << body;
    EXPECT_THAT(patch_faults(body), IsEmpty()) << body;
    EXPECT_THAT(completion_faults(R"({"id":)" + std::string(value) + "}"), IsEmpty());
  }
}

TEST(read_task_patch, that_names_no_editable_member_is_valid) {
  EXPECT_TRUE(read_task_patch("{}")->names_nothing());
  EXPECT_TRUE(read_task_patch(R"({"id":"x","version":3})")->names_nothing());
}

TEST(read_task_patch, keeps_what_is_absent_and_clears_by_null) {
  const auto title = read_task_patch(R"({"title":" x "})");
  EXPECT_EQ(title->title->text(), "x");
  EXPECT_FALSE(title->description);
  EXPECT_EQ(title->completion, completion_change::keep);

  const auto cleared = read_task_patch(R"({"description":null})");
  EXPECT_FALSE(cleared->title);
  ASSERT_TRUE(cleared->description);
  EXPECT_FALSE(*cleared->description);

  EXPECT_EQ((*read_task_patch(R"({"description":""})")->description)->text(), "");
  EXPECT_EQ(read_task_patch(R"({"completed":true})")->completion, completion_change::set_completed);
  EXPECT_EQ(read_task_patch(R"({"status":"pending"})")->completion, completion_change::set_pending);
}

TEST(read_completion, toggles_sets_and_resets) {
  const std::pair<std::string_view, completion_change> table[] = {
      {"", completion_change::toggle},
      {"{}", completion_change::toggle},
      {" { } ", completion_change::toggle},
      {R"({"version":4})", completion_change::toggle},
      {R"({"completed":true})", completion_change::set_completed},
      {R"({"completed":false})", completion_change::set_pending},
      {R"({"status":"completed"})", completion_change::set_completed},
      {R"({"status":"pending","completed":false})", completion_change::set_pending},
  };
  for (const auto& [body, change] : table)
    EXPECT_EQ(read_completion(body), change) << body;
}

TEST(bodies, of_the_largest_size_are_read) {
  const auto title = repeated("\xf0\x9f\x98\x80", task_title::length_max);
  const auto description = repeated("\xf0\x9f\x98\x80", task_description::length_max);
  const auto draft =
      read_task_draft(R"({"title":")" + title + R"(","description":")" + description + "\"}");
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->title.text(), title);
  EXPECT_EQ(draft->description->text(), description);
}
