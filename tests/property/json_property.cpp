// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// JSON in and out, against Boost.JSON's own parser and serialiser.
#include "models/unicode.hpp"
#include "property/generators.hpp"
#include "schemas/task_input.hpp"
#include "schemas/task_output.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace todod::property {
namespace {

namespace json = boost::json;

std::string in_json(std::string_view text) {
  std::string out;
  schemas::append_json_string(out, text);
  return out;
}

json::value some_value(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 7 : 5)) {
    case 0:
      return nullptr;
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return *rc::gen::arbitrary<std::int64_t>();
    case 3:
      return static_cast<double>(*rc::gen::arbitrary<int>()) / 8;
    case 4:
      return json::value(*text());
    case 5: {
      json::array array;
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        array.push_back(some_value(depth - 1));
      return array;
    }
    default: {
      json::object object;
      for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
        object[*text()] = some_value(depth - 1);
      return object;
    }
  }
}

std::size_t colons_outside_strings(std::string_view body) {
  std::size_t count = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (in_string && body[i] == '\\') {
      ++i;
    } else if (body[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && body[i] == ':') {
      ++count;
    }
  }
  return count;
}

/// Members of all objects of a tree.
std::size_t members_of(const json::value& value) {
  std::size_t count = 0;
  if (const auto* object = value.if_object()) {
    for (const auto& member : *object)
      count += 1 + members_of(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& element : *array)
      count += members_of(element);
  }
  return count;
}

bool is_malformed(std::string_view body) {
  const auto patch = schemas::read_task_patch(body);
  return !patch && std::holds_alternative<schemas::malformed_json>(patch.error());
}

}  // namespace

RC_GTEST_PROP(append_json_string, is_read_back_by_boost_json, ()) {
  const auto some = *text();
  const auto written = in_json(some);
  RC_ASSERT(json::parse(written).as_string() == some);
  RC_ASSERT(written == json::serialize(some));
}

RC_GTEST_PROP(append_task, is_read_back_by_boost_json, ()) {
  const auto user = *owner();
  const auto heading = *title();
  const auto body = *description();
  task_view task;
  task.id = *id();
  task.title = heading.text();
  if (body) task.description = body->text();
  task.created_at = *instant();
  task.updated_at = *instant();
  if (*rc::gen::arbitrary<bool>()) task.completed_at = *instant();
  task.version = *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 62);

  std::string out = "#";
  schemas::append_task(out, user, task);
  RC_ASSERT(out.front() == '#');
  const auto object = json::parse(out.substr(1)).as_object();
  RC_ASSERT(object.size() == 10U);
  RC_ASSERT(object.at("id").as_string() == task.id.to_string());
  RC_ASSERT(object.at("user_id").as_string() == user.text());
  RC_ASSERT(object.at("title").as_string() == heading.text());
  RC_ASSERT(object.at("description").is_null() == !body.has_value());
  if (body) RC_ASSERT(object.at("description").as_string() == body->text());
  RC_ASSERT(object.at("status").as_string() == to_string(task.status()));
  RC_ASSERT(object.at("completed").as_bool() == task.completed_at.has_value());
  RC_ASSERT(object.at("created_at").as_string() == to_string(task.created_at));
  RC_ASSERT(object.at("updated_at").as_string() == to_string(task.updated_at));
  RC_ASSERT(object.at("completed_at").is_null() == !task.completed_at.has_value());
  RC_ASSERT(object.at("version").as_int64() == task.version);
}

RC_GTEST_PROP(append_task, is_accepted_as_a_body_that_changes_nothing, ()) {
  const auto user = *owner();
  const auto heading = *title();
  const auto body = *description();
  task_view task;
  task.title = heading.text();
  if (body) task.description = body->text();
  if (*rc::gen::arbitrary<bool>()) task.completed_at = *instant();
  std::string out;
  schemas::append_task(out, user, task);
  const auto patch = schemas::read_task_patch(out);
  RC_ASSERT(patch.has_value());
  RC_ASSERT(!apply(*patch, task, timestamp{}).changed);
  const auto draft = schemas::read_task_draft(out);
  RC_ASSERT(draft.has_value());
  RC_ASSERT(draft->title == heading);
  RC_ASSERT(draft->description == body);
  RC_ASSERT(draft->status == task.status());
}

RC_GTEST_PROP(bodies, are_malformed_exactly_when_boost_json_refuses_them, ()) {
  // A well-formed text with one byte changed, put in or left away.
  auto body = json::serialize(some_value(3));
  const auto at = *rc::gen::inRange<std::size_t>(0, body.size());
  const auto byte = *rc::gen::oneOf(rc::gen::arbitrary<char>(),
                                    rc::gen::elementOf(std::string("{}[]\",:\\u0dD8efE+-. \n")));
  switch (*rc::gen::element(0, 1, 2, 3)) {
    case 0:
      body[at] = byte;
      break;
    case 1:
      body.insert(at, 1, byte);
      break;
    case 2:
      body.erase(at, 1);
      break;
    default:
      break;
  }
  json::error_code error;
  const auto value = json::parse(body, error);
  RC_PRE(error != json::error::exponent_overflow);  // a number of any size is well-formed here
  RC_CLASSIFY(!error, "well-formed");
  // Boost.JSON keeps the last of two members of one name.
  const bool repeats = !error && colons_outside_strings(body) != members_of(value);
  RC_ASSERT(is_malformed(body) == (error.failed() || repeats));
}

RC_GTEST_PROP(bodies, may_name_a_member_once_only, ()) {
  auto names = *rc::gen::unique<std::vector<std::string>>(text());
  std::string body = "{";
  for (const auto& name : names)
    body += in_json(name) + ":" + json::serialize(some_value(1)) + ",";
  if (names.empty()) return;
  RC_ASSERT(is_malformed(body + "}"));  // the last comma
  RC_ASSERT(!is_malformed(body.substr(0, body.size() - 1) + "}"));
  const auto again = *rc::gen::elementOf(names);
  RC_ASSERT(is_malformed(body + in_json(again) + ":0}"));
  RC_ASSERT(is_malformed(R"({"id":[)" + body + in_json(again) + ":0}]}"));
}

RC_GTEST_PROP(bodies, give_the_title_that_was_sent_however_it_was_escaped, ()) {
  const auto heading = *title();
  std::string escaped;
  for (const auto c : utf8::utf8to16(heading.text())) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    escaped += "\\u";
    for (const int shift : {12, 8, 4, 0})
      escaped += digits[static_cast<std::size_t>(c >> shift & 0xf)];
  }
  for (const auto& body :
       {R"({"title":")" + escaped + "\"}", R"({"\u0074itle":)" + in_json(heading.text()) + "}"}) {
    const auto draft = schemas::read_task_draft(body);
    RC_ASSERT(draft.has_value());
    RC_ASSERT(draft->title == heading);
  }
}

RC_GTEST_PROP(bodies, of_any_bytes_give_valid_values_or_none, ()) {
  const auto some = *bytes();
  const auto draft =
      schemas::read_task_draft(R"({"title":"x)" + some + R"(","description":")" + some + "\"}");
  if (!draft) return;
  RC_ASSERT(is_utf8(some));
  RC_ASSERT(task_title::parse(draft->title.text()).value() == draft->title);
  RC_ASSERT(!draft->description || task_description::parse(draft->description->text()));
}

}  // namespace todod::property
