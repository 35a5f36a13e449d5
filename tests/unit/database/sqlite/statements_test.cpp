// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/statements.hpp"

#include "database/sqlite/connection.hpp"
#include "database/sqlite/sqlite_database.hpp"
#include "support/recording_observer.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

namespace todod::database::sqlite {
namespace {

using testing::HasSubstr;
using testing::Not;

struct named_text {
  std::string name;
  std::string sql;
};

std::vector<named_text> every_statement() {
  std::vector<named_text> all;
  for (const auto& one : fixed_statements())
    all.push_back({std::string(one.name), std::string(one.sql)});
  for (std::size_t i = 0; i < list_shape_count; ++i) {
    all.push_back({"list " + std::to_string(i), list_sql(shape_at(i))});
  }
  return all;
}

/// "... where owner = ?1 ..."
bool is_scoped_by_owner(const std::string& sql) {
  static const std::regex insert(R"(^insert into tasks \(owner, .*\) values \(\?1, .*)");
  static const std::regex restricted(
      R"(^(select|update|delete)\b.* where owner = \?1( and .*| order by .*|)$)");
  // One restriction, at the head of the one condition, and nothing that widens it.
  static const std::regex widened(R"(\bor\b|\bunion\b|\bjoin\b|\bwhere\b.*\bwhere\b)");
  if (std::regex_search(sql, widened)) return false;
  return std::regex_match(sql, insert) || std::regex_match(sql, restricted);
}

TEST(sqlite_statements, that_touch_tasks_are_scoped_by_owner) {
  int checked = 0;
  for (const auto& [name, sql] : every_statement()) {
    if (!std::regex_search(sql, std::regex(R"(\btasks\b)"))) continue;
    EXPECT_TRUE(is_scoped_by_owner(sql)) << name << ": " << sql;
    ++checked;
  }
  EXPECT_GT(checked, 108);
}

TEST(sqlite_statements, the_check_of_the_scope_can_fail) {
  EXPECT_TRUE(is_scoped_by_owner("delete from tasks where owner = ?1"));
  EXPECT_FALSE(is_scoped_by_owner("delete from tasks"));
  EXPECT_FALSE(is_scoped_by_owner("delete from tasks where id = ?1"));
  EXPECT_FALSE(is_scoped_by_owner("delete from tasks where owner = ?1 or id = ?2"));
  EXPECT_FALSE(is_scoped_by_owner("select * from tasks where owner = ?12"));
  EXPECT_FALSE(is_scoped_by_owner("insert into tasks (id, owner) values (?1, ?2)"));
}

TEST(sqlite_statements, one_that_forgets_its_owner_is_noticed) {
  const std::regex condition{R"( where owner = \?1)"};
  int tried = 0;
  for (const auto& [name, sql] : every_statement()) {
    if (!std::regex_search(sql, condition)) continue;
    for (const char* wrong : {" where true", " where owner = ?2", "$& or true"}) {
      const auto forgetful = std::regex_replace(sql, condition, wrong);
      EXPECT_FALSE(is_scoped_by_owner(forgetful)) << name << ": " << forgetful;
      ++tried;
    }
  }
  EXPECT_GT(tried, 320);
}

TEST(sqlite_statements, tell_what_the_tasks_are_where_the_order_is_that_of_the_ids) {
  int checked = 0;
  for (std::size_t i = 0; i < list_shape_count; ++i) {
    const auto shape = shape_at(i);
    const auto sql = list_sql(shape);
    EXPECT_EQ(in_order_of_ids(shape), sql.contains(" order by id ")) << sql;
    EXPECT_EQ(in_order_of_ids(shape), sql.contains(", indexed from tasks ")) << sql;
    checked += in_order_of_ids(shape) ? 1 : 0;
  }
  EXPECT_EQ(checked, 12);
}

TEST(sqlite_statements, have_names_of_their_own) {
  std::set<std::string> names;
  for (const auto& one : fixed_statements())
    EXPECT_TRUE(names.insert(std::string(one.name)).second) << one.name;
}

TEST(sqlite_statements, take_values_as_parameters_only) {
  for (const auto& [name, sql] : every_statement()) {
    EXPECT_EQ(sql.find('\''), std::string::npos) << name;
    EXPECT_EQ(sql.find('"'), std::string::npos) << name;
  }
}

TEST(sqlite_statements, list_shapes_are_numbered_without_gap) {
  for (std::size_t i = 0; i < list_shape_count; ++i)
    EXPECT_EQ(index_of(shape_at(i)), i);
}

/// The plans that SQLite makes over the real schema.
class sqlite_plans : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = folder_.path() / "todod.db";
    make_sqlite_database({.file = file}, events_)->migrate();
    db_.emplace(connection::open_to_write(file));
  }
  std::string plan_of(const std::string& sql) {
    statement explain(*db_, "explain query plan " + sql);
    std::string plan;
    while (explain.step())
      plan += std::string(explain.text(3)) + "\n";
    return plan;
  }

 private:
  test::temporary_folder folder_;
  test::recording_observer events_;
  std::optional<connection> db_;
};

TEST_F(sqlite_plans, no_statement_scans_a_table) {
  for (const auto& [name, sql] : every_statement())
    EXPECT_THAT(plan_of(sql), Not(HasSubstr("SCAN"))) << name << ": " << sql;
}

TEST_F(sqlite_plans, a_page_of_a_large_user_is_a_range_of_one_index_in_its_order) {
  int checked = 0;
  for (std::size_t i = 0; i < list_shape_count; ++i) {
    const auto shape = shape_at(i);
    if (shape.indexed != indexing::all) continue;
    const auto plan = plan_of(list_sql(shape));
    EXPECT_THAT(plan, Not(HasSubstr("TEMP B-TREE"))) << list_sql(shape);
    const std::string range =
        shape.after ? std::string(shape.order.descending ? "<" : ">") + "(?,?))" : "(owner=?)";
    EXPECT_THAT(plan, HasSubstr("SEARCH tasks USING INDEX tasks_by_")) << list_sql(shape);
    EXPECT_THAT(plan, HasSubstr(range)) << list_sql(shape);
    ++checked;
  }
  EXPECT_EQ(checked, 36);  // 18 combinations, at the start and behind a position
}

TEST_F(sqlite_plans, a_page_in_the_order_of_creation_is_a_range_for_everyone) {
  for (std::size_t i = 0; i < list_shape_count; ++i) {
    const auto shape = shape_at(i);
    if (shape.indexed == indexing::all || shape.order.field != sort_field::created_at) continue;
    const std::string in = shape.indexed == indexing::none
                               ? "PRIMARY KEY (owner=?"
                               : "INDEX tasks_by_created_at_all (owner=?";
    const auto range = !shape.after ? ")" : shape.indexed == indexing::none ? " AND id" : " AND (";
    const auto plan = plan_of(list_sql(shape));
    EXPECT_THAT(plan, HasSubstr("SEARCH tasks USING " + in + range)) << list_sql(shape);
    EXPECT_THAT(plan, Not(HasSubstr("TEMP B-TREE"))) << list_sql(shape);
  }
}

TEST_F(sqlite_plans, another_page_of_a_small_user_sorts_its_own_tasks_alone) {
  for (std::size_t i = 0; i < list_shape_count; ++i) {
    const auto shape = shape_at(i);
    if (shape.indexed == indexing::all || shape.order.field == sort_field::created_at) continue;
    EXPECT_THAT(plan_of(list_sql(shape)), HasSubstr("SEARCH tasks USING PRIMARY KEY (owner=?)"))
        << list_sql(shape);
  }
}

}  // namespace
}  // namespace todod::database::sqlite
