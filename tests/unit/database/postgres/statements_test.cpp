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

// $1 is the owner.
const std::regex owner_condition{
    R"(where user_id = \$1\b|where users\.id = \$1\b|where id = \$1\b|on user_id = owner |where user_id = owner |on users\.id = owner )"};

/// Whether an "or" beside the condition at `place` lets other rows in.
bool is_widened(const std::string& sql, std::size_t place) {
  int depth = 0;
  for (; place < sql.size() && depth >= 0; ++place) {
    if (sql[place] == '(') ++depth;
    if (sql[place] == ')') --depth;
    if (depth == 0 && sql.compare(place, 4, " or ") == 0) return true;
  }
  return false;
}

/// Every table that is read or changed is bound to the owner, and every row made is his.
bool is_scoped_by_owner(const std::string& sql) {
  static const std::regex table{R"((from|update|join) (tasks|users)\b)"};
  std::ptrdiff_t tables = 0;
  for (std::sregex_iterator it{sql.begin(), sql.end(), table}, end; it != end; ++it)
    ++tables;
  for (std::sregex_iterator it{sql.begin(), sql.end(), owner_condition}, end; it != end; ++it) {
    if (is_widened(sql, static_cast<std::size_t>(it->position()))) return false;
    --tables;
  }
  return tables == 0 &&
         count(sql, "insert into tasks") == count(sql, "insert into tasks (user_id, ") &&
         count(sql, "insert into tasks") == count(sql, "select users.id, ") &&
         count(sql, "insert into users") ==
             count(sql, "insert into users (id, created_at) values ($1::text, ");
}

TEST(statements, each_is_scoped_by_its_owner_wherever_it_names_a_table) {
  for (const statement& each : all_statements()) {
    EXPECT_TRUE(is_scoped_by_owner(each.sql)) << each.name << ": " << each.sql;
    const bool names_a_table =
        each.sql.find("tasks") != std::string::npos || each.sql.find("users") != std::string::npos;
    EXPECT_EQ(names_a_table, &each != &statement_of(query::check)) << each.name;
  }
}

TEST(statements, one_that_forgets_its_owner_anywhere_is_noticed) {
  const std::pair<std::regex, std::string> mistakes[] = {
      {std::regex{R"(\buser_id = \$1(::text)?)"}, "true"},
      {std::regex{R"(\buser_id = \$1(::text)?)"}, "user_id = $$2"},
      {std::regex{R"(\b(users\.)?id = \$1(::text)?)"}, "true"},
      {std::regex{R"(user_id = owner and )"}, ""},
      {std::regex{R"(users\.id = owner )"}, "true "},
      {std::regex{R"(where user_id = \$1(::text)?)"}, "$& or true"},
      {std::regex{R"(insert into tasks \(user_id, id)"}, "insert into tasks (id, user_id"},
      {std::regex{R"(values \(\$1)"}, "values ($$2"},
  };
  int tried = 0;
  for (const statement& each : all_statements()) {
    for (const auto& [right, wrong] : mistakes) {
      for (std::sregex_iterator it{each.sql.begin(), each.sql.end(), right}, end; it != end; ++it) {
        const auto place = static_cast<std::size_t>(it->position());
        const std::string forgetful =
            each.sql.substr(0, place) + it->format(wrong) + it->suffix().str();
        EXPECT_FALSE(is_scoped_by_owner(forgetful)) << each.name << ": " << forgetful;
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 400);
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
  for (const auto size : {user_size::small, user_size::large, user_size::any}) {
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
