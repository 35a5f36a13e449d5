// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What PostgreSQL does for a statement: generic plans, as the lanes' sessions use them.
#include "backend.hpp"
#include "database/postgres/statements.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <regex>

namespace todod::test {
namespace {

using database::postgres::all_statements;
using database::postgres::list_statement;
using database::postgres::query;
using database::postgres::statement;
using database::postgres::statement_of;
using database::postgres::user_size;
using testing::HasSubstr;
using testing::Not;

/// Parameters that fit, as SQL: the types are those of the casts in the text.
std::string arguments_of(const statement& what) {
  std::string list;
  for (int number = 1; number <= what.parameters; ++number) {
    std::smatch cast;
    const std::regex typed{"\\$" + std::to_string(number) + "::([a-z0-9]+(\\[\\])?)"};
    if (!std::regex_search(what.sql, cast, typed))
      throw std::runtime_error{what.name + ": no cast"};
    const std::map<std::string, std::string> values{
        {"text", "'alice'"},
        {"text[]", "'{alice}'"},
        {"uuid", "'00000000-0000-0000-0000-00000000000a'"},
        {"uuid[]", "'{00000000-0000-0000-0000-00000000000a}'"},
        {"timestamptz", "'2026-06-01Z'"},
        {"timestamptz[]", "'{2026-06-01Z}'"},
        {"bigint", "20"},
        {"bigint[]", "'{1}'"},
        {"smallint", "2"},
        {"boolean", "true"},
        {"boolean[]", "'{true}'"},
        {"bytea", "''"},
    };
    list += (number == 1 ? "" : ", ") + values.at(cast[1]);
  }
  return list.empty() ? list : "(" + list + ")";
}

bool is_of_many_owners(const statement& what) {
  return what.sql.contains("$1::text[]");
}

std::string explain(sql_session& session, const statement& what, const std::string& options = "") {
  session.run("prepare p as " + what.sql);
  std::string plan =
      session.lines("explain (costs off" + options + ") execute p" + arguments_of(what));
  session.run("deallocate p");
  return plan;
}

class plans : public testing::Test {
 protected:
  plans() {
    backend server{own.url()};
    server.whole().migrate();
  }
  /// As connection.cpp sets up a lane's session.
  sql_session session() {
    auto made = own.open();
    made.run(
        "set plan_cache_mode = force_generic_plan; set jit = off; set enable_seqscan = off; "
        "set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off; "
        "set enable_sort = off");
    return made;
  }
  void partition(sql_session& into) {
    std::ifstream file{TODOD_SOURCE_DIR "/deploy/postgres/hash_partition.sql"};
    into.run(std::string{std::istreambuf_iterator<char>{file}, {}});
  }
  void fill(sql_session& into) {
    into.run("insert into users select 'user-' || n, now(), 0 from generate_series(1, 200) n");
    into.run("insert into users values ('alice', now(), 2)");
    into.run(
        "insert into tasks select 'user-' || n, gen_random_uuid(), 't', null, now(), now(), null, "
        "1 "
        "from generate_series(1, 200) n, generate_series(1, 20)");
    into.run(
        "insert into tasks select 'alice', gen_random_uuid(), 'title ' || n, null, "
        "'2026-01-01Z'::timestamptz + n * interval '1 s', '2026-01-01Z'::timestamptz + n * "
        "interval '1 s', "
        "case when n % 3 = 0 then now() end, 1, null, null, case when n % 3 = 0 then 1 else 0 end, "
        "'2026-01-01Z'::timestamptz + n * interval '1 s' from generate_series(1, 5000) n");
    into.run("analyze");
  }
  private_database own;
};

TEST_F(plans, each_statement_touches_one_partition_of_each_table) {
  auto inspecting = session();
  partition(inspecting);
  fill(inspecting);
  for (const statement& each : all_statements()) {
    if (&each == &statement_of(query::check)) continue;
    SCOPED_TRACE(each.name);
    inspecting.run("begin");
    const std::string plan = explain(inspecting, each, ", analyze, timing off, summary off");
    inspecting.run("rollback");
    SCOPED_TRACE(plan);
    // Scans that ran, by partition.
    for (const std::string table : {"users", "tasks"}) {
      const std::regex scan{"(?:Scan|Scan using [a-z0-9_]+|Scan Backward using [a-z0-9_]+) on (" +
                            table + "_[0-9]+)[^\\n]*\\(actual"};
      std::set<std::string> touched;
      for (std::sregex_iterator it{plan.begin(), plan.end(), scan}; it != std::sregex_iterator{};
           ++it) {
        touched.insert((*it)[1]);
      }
      EXPECT_LE(touched.size(), 1U) << table;
    }
    // Which partition it is follows from the owner alone: before a row is read, or, for many
    // owners, row by row.
    if (is_of_many_owners(each)) {
      EXPECT_THAT(plan, HasSubstr("never executed"));
    } else {
      EXPECT_THAT(plan, HasSubstr("Subplans Removed"));
    }
  }
}

TEST_F(plans, the_statements_work_on_partitioned_tables) {
  auto inspecting = session();
  partition(inspecting);
  backend server{own.url()};
  const user_id bob = user("bob");
  ASSERT_EQ(store(server, bob, numbered(1), "a"), create_outcome::created);
  ASSERT_EQ(store(server, bob, numbered(1), "a"), create_outcome::exists);
  EXPECT_EQ(change(server, bob, numbered(1), complete()), write_outcome::done);
  EXPECT_EQ(change(server, bob, numbered(1), retitle("b")), write_outcome::done);
  EXPECT_EQ(read(server, bob, numbered(1))->version, 3);
  collector out;
  page_request page;
  ASSERT_TRUE(server.run(server.tasks().list(bob, page, out)).has_value());
  EXPECT_EQ(out.tasks.size(), 1U);
  EXPECT_EQ(server.run(server.tasks().remove_all(bob, status_filter::all)), 1U);
}

TEST_F(plans, a_page_of_a_large_user_reads_an_index_in_order_and_sorts_nothing) {
  auto inspecting = session();
  fill(inspecting);
  for (const auto field : {sort_field::created_at, sort_field::updated_at, sort_field::title}) {
    for (const bool descending : {false, true}) {
      for (const auto status :
           {status_filter::all, status_filter::pending, status_filter::completed}) {
        for (const bool after : {false, true}) {
          const statement& list =
              list_statement(user_size::large, {field, descending}, status, after);
          const std::string plan =
              explain(inspecting, list, ", analyze, timing off, summary off, buffers");
          SCOPED_TRACE(list.name + "\n" + plan);
          EXPECT_THAT(plan, Not(HasSubstr("Sort (")));  // Merge Append has a "Sort Key:"
          EXPECT_THAT(plan,
                      HasSubstr(field == sort_field::title        ? "using tasks_by_title"
                                : field == sort_field::created_at ? "using tasks_by_created_at"
                                                                  : "using tasks_by_updated_at"));
          // Two ranges of 20 rows at most, not 5,000.
          const std::regex filtered{"Rows Removed by Filter: [0-9]{2,}"};
          EXPECT_FALSE(std::regex_search(plan, filtered));
          std::smatch buffers;
          ASSERT_TRUE(std::regex_search(plan, buffers, std::regex{"shared hit=([0-9]+)"}));
          EXPECT_LE(std::stoi(buffers[1]), 60);
        }
      }
    }
  }
}

TEST_F(plans, a_page_in_the_default_order_reads_an_index_of_everyones_tasks) {
  auto inspecting = session();
  fill(inspecting);
  for (const bool descending : {false, true}) {
    for (const bool after : {false, true}) {
      const statement& list = list_statement(user_size::any, {sort_field::created_at, descending},
                                             status_filter::all, after);
      const std::string plan =
          explain(inspecting, list, ", analyze, timing off, summary off, buffers");
      SCOPED_TRACE(list.name + "\n" + plan);
      EXPECT_THAT(plan, Not(HasSubstr("Sort")));
      EXPECT_THAT(plan, HasSubstr("using tasks_in_default_order"));
      EXPECT_THAT(plan, Not(HasSubstr("Rows Removed by Filter")));
      std::smatch buffers;
      ASSERT_TRUE(std::regex_search(plan, buffers, std::regex{"shared hit=([0-9]+)"}));
      EXPECT_LE(std::stoi(buffers[1]), 30);
    }
  }
}

TEST_F(plans, reads_and_writes_of_one_task_use_the_primary_key) {
  auto inspecting = session();
  fill(inspecting);
  for (const query which :
       {query::find_task, query::find_tasks, query::change_completion, query::change_completions,
        query::update_task, query::remove_task, query::remove_task_if}) {
    const std::string plan = explain(inspecting, statement_of(which));
    EXPECT_THAT(plan, HasSubstr("using tasks_pkey")) << statement_of(which).name << "\n" << plan;
  }
  EXPECT_THAT(explain(inspecting, statement_of(query::find_task_by_key)),
              HasSubstr("using tasks_by_idempotency_key"));
}

// Plans are kept: those made while the tables are empty must be good when they are not.
TEST_F(plans, those_made_on_empty_tables_are_the_same) {
  auto empty = session();
  for (const query which :
       {query::find_task, query::find_tasks, query::change_completions, query::remove_pending}) {
    EXPECT_THAT(explain(empty, statement_of(which)), Not(HasSubstr("Seq Scan")))
        << statement_of(which).name;
  }
  const statement& list = list_statement(user_size::large, {}, status_filter::all, true);
  EXPECT_THAT(explain(empty, list), HasSubstr("using tasks_by_created_at"));
}

// What keeps a write at its price: no index is written where nothing indexed changes.
TEST_F(plans, completing_a_small_users_task_writes_no_index) {
  backend server{own.url()};
  const user_id bob = user("bob");
  ASSERT_EQ(store(server, bob, numbered(1), "a"), create_outcome::created);
  auto inspecting = own.open();
  const auto updates = [&](const std::string& kind) {
    return std::stoi(
        inspecting.run("select " + kind + " from pg_stat_user_tables where relname = 'tasks'"));
  };
  // A session tells its counts with a commit, at most once a second: so it goes on.
  for (int i = 0; updates("n_tup_upd") < 5; ++i) {
    ASSERT_LT(i, 100'000);
    task_patch toggle;
    toggle.completion = completion_change::toggle;
    ASSERT_EQ(change(server, bob, numbered(1), toggle, at(i)), write_outcome::done);
  }
  // All but those for which the page was full.
  EXPECT_GE(updates("n_tup_hot_upd"), updates("n_tup_upd") * 9 / 10);
}

}  // namespace
}  // namespace todod::test
