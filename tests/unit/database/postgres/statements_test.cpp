// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/statements.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace todod::database::postgres {
namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

TEST(statements, each_is_scoped_by_its_owner_wherever_it_names_a_table) {
  for (const statement& each : all_statements()) {
    if (&each == &statement_of(query::check)) continue;
    SCOPED_TRACE(each.name + ": " + each.sql);
    // $1 is the owner. Every table that is read or changed is bound to it.
    const auto tables = [&](const std::string& name) {
      const std::regex named{"(from|update|join) " + name + "\\b"};
      return static_cast<std::size_t>(
          std::distance(std::sregex_iterator{each.sql.begin(), each.sql.end(), named}, {}));
    };
    if (&each == &statement_of(query::find_tasks)) {
      EXPECT_EQ(count(each.sql, "join tasks on user_id = owner and id = wanted_id"), 1U);
      EXPECT_EQ(tables("tasks"), 1U);
      continue;
    }
    EXPECT_EQ(tables("tasks"), count(each.sql, "user_id = $1"));
    EXPECT_EQ(tables("users"),
              count(each.sql, "where users.id = $1") + count(each.sql, "where id = $1"));
    if (count(each.sql, "insert into") > 0) {
      EXPECT_EQ(count(each.sql, "insert into tasks (user_id, "), 1U);
      EXPECT_EQ(count(each.sql, "select users.id, "), 1U);
      EXPECT_EQ(count(each.sql, "insert into users (id, created_at) values ($1::text, "),
                count(each.sql, "insert into users"));
    }
    EXPECT_GT(tables("tasks") + tables("users"), 0U);
  }
}

TEST(statements, names_are_unique_and_say_what_they_list) {
  std::set<std::string> names;
  for (const statement& each : all_statements()) {
    EXPECT_TRUE(names.insert(each.name).second) << each.name;
    EXPECT_LE(each.name.size(), 63U);  // what PostgreSQL keeps of an identifier
  }
  EXPECT_EQ(
      list_statement(user_size::large, {sort_field::created_at, true}, status_filter::pending, true)
          .name,
      "list_large_by_created_at_desc_pending_after");
  EXPECT_EQ(names.count("list_small_by_title_asc_all"), 1U);
}

TEST(statements, every_list_shape_has_its_own) {
  std::set<const statement*> seen;
  for (const auto size : {user_size::small, user_size::large, user_size::known_small}) {
    for (const auto field : {sort_field::created_at, sort_field::updated_at, sort_field::title}) {
      for (const bool descending : {false, true}) {
        for (const auto status :
             {status_filter::all, status_filter::pending, status_filter::completed}) {
          for (const bool after : {false, true}) {
            const statement& found = list_statement(size, {field, descending}, status, after);
            EXPECT_EQ(found.parameters, after ? 4 : 2);
            EXPECT_EQ(count(found.sql, " desc limit") > 0, descending);
            seen.insert(&found);
          }
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), 108U);
  EXPECT_EQ(all_statements().size(), static_cast<std::size_t>(query::first_list) + 108);
}

TEST(statements, parameters_are_counted_right) {
  for (const statement& each : all_statements()) {
    const std::regex numbered{"\\$([0-9]+)"};
    int highest = 0;
    for (std::sregex_iterator it{each.sql.begin(), each.sql.end(), numbered};
         it != std::sregex_iterator{}; ++it) {
      highest = std::max(highest, std::stoi((*it)[1]));
    }
    EXPECT_EQ(highest, each.parameters) << each.name;
  }
}

}  // namespace
}  // namespace todod::database::postgres
