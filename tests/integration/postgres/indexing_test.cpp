// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A user grows from small to large while requests go on; every page stays right.
#include "backend.hpp"
#include "database/postgres/indexer.hpp"
#include "database/postgres/statements.hpp"

#include <gmock/gmock.h>

#include <future>

namespace todod::test {
namespace {

using database::postgres::index_user_if_large;
using database::postgres::small_user_tasks_max;

class indexing : public testing::Test {
 protected:
  indexing() { server.whole().migrate(); }

  void make_tasks(unsigned from, unsigned count) {
    std::deque<create_call> calls;
    for (unsigned i = from; i < from + count; ++i) {
      // Times and titles repeat, so that ties have to be broken.
      const auto status = i % 3 == 0 ? task_status::completed : task_status::pending;
      calls.push_back({alice,
                       {numbered(i * 7919 % 100'003)},
                       draft("t" + std::to_string(i % 50), {}, status),
                       {},
                       {},
                       {}});
      begin(server, calls.back(), at(i % 40));
    }
    for (auto& call : calls)
      ASSERT_EQ(end(server, call), create_outcome::created);
  }
  /// Tasks that nobody has a look at, as creates have at times.
  void fill(unsigned count) {
    own.open().run("insert into users values ('alice', now())");
    own.open().run(
        "insert into tasks select 'alice', gen_random_uuid(), 't' || n % 50, null, "
        "'2026-01-01Z'::timestamptz + n % 40 * interval '1 ms', '2026-01-01Z', "
        "case when n % 3 = 0 then now() end, 1 from generate_series(1, " +
        std::to_string(count) + ") n");
  }
  std::vector<seen_task> all_pages(task_order order, status_filter status, std::uint16_t limit) {
    std::vector<seen_task> seen;
    page_request page;
    page.order = order;
    page.status = status;
    page.limit = limit;
    for (;;) {
      collector out;
      const auto next = server.run(server.tasks().list(alice, page, out));
      EXPECT_TRUE(next.has_value());
      seen.insert(seen.end(), out.tasks.begin(), out.tasks.end());
      if (!next || !*next) return seen;
      page.after = **next;
    }
  }
  /// Every shape of page against a sort of everything.
  void expect_right_pages() {
    const std::vector<seen_task> all = all_pages({}, status_filter::all, 1000);
    for (const auto field : {sort_field::created_at, sort_field::updated_at, sort_field::title}) {
      for (const bool descending : {false, true}) {
        for (const auto status :
             {status_filter::all, status_filter::pending, status_filter::completed}) {
          std::vector<seen_task> wanted;
          std::ranges::copy_if(all, std::back_inserter(wanted), [&](const seen_task& task) {
            return status == status_filter::all ||
                   (status == status_filter::completed) == task.completed_at.has_value();
          });
          std::ranges::sort(wanted, [&](const seen_task& a, const seen_task& b) {
            const auto key = [&](const seen_task& task) {
              return std::tuple{field == sort_field::title ? task.title : std::string{},
                                field == sort_field::created_at   ? task.created_at
                                : field == sort_field::updated_at ? task.updated_at
                                                                  : timestamp{},
                                task.id};
            };
            return descending ? key(b) < key(a) : key(a) < key(b);
          });
          const auto seen = all_pages({field, descending}, status, 37);
          ASSERT_EQ(seen.size(), wanted.size());
          for (std::size_t i = 0; i < seen.size(); ++i)
            ASSERT_EQ(seen[i].id, wanted[i].id) << i;
        }
      }
    }
  }
  std::string indexing_of_alice() {
    return own.open().run("select indexing from users where id = 'alice'");
  }

  private_database own;
  backend server{own.url()};
  user_id alice = user("alice");
};

TEST_F(indexing, a_user_at_the_bound_stays_small) {
  fill(small_user_tasks_max);
  auto session = own.open();
  EXPECT_EQ(index_user_if_large(session.raw(), "alice"), false);
  EXPECT_EQ(indexing_of_alice(), "0");
  expect_right_pages();
}

TEST_F(indexing, a_user_beyond_the_bound_becomes_large_and_every_page_stays_right) {
  make_tasks(0, small_user_tasks_max + 1);
  expect_right_pages();
  auto session = own.open();
  EXPECT_TRUE(index_user_if_large(session.raw(), "alice").has_value());  // unless it was done
  EXPECT_EQ(indexing_of_alice(), "2");
  expect_right_pages();
  make_tasks(small_user_tasks_max + 1, 100);
  for (unsigned i = 0; i < 50; ++i) {
    task_patch patch = retitle("changed " + std::to_string(i % 7));
    patch.completion = completion_change::toggle;
    ASSERT_EQ(change(server, alice, numbered(i * 7919 % 100'003), patch, at(1000 + i)),
              write_outcome::done);
  }
  expect_right_pages();
  EXPECT_EQ(
      own.open().run(
          "select count(*) from tasks where sort_status is null or sort_updated_at <> updated_at "
          "or (sort_status = 1) <> (completed_at is not null)"),
      "0");
  EXPECT_EQ(server.run(server.tasks().remove_all(alice, status_filter::all)), 357U);
  expect_right_pages();
}

TEST_F(indexing, a_step_that_died_is_taken_up_again) {
  fill(300);
  own.open().run("update users set indexing = 1");  // as after begin_indexing
  make_tasks(0, 10);
  expect_right_pages();
  auto session = own.open();
  EXPECT_TRUE(index_user_if_large(session.raw(), "alice").has_value());
  EXPECT_EQ(indexing_of_alice(), "2");
  EXPECT_EQ(index_user_if_large(session.raw(), "alice"), false);  // nothing left to do
  expect_right_pages();
}

/// A create that found the user small, in a transaction that goes on.
class late_create {
 public:
  explicit late_create(private_database& own) : session_{own.open()} {
    session_.run("begin");
    session_.run(
        "insert into tasks select users.id, gen_random_uuid(), 'late', null, now(), now(), null, 1 "
        "from users where users.id = 'alice'");
  }
  void commit() { session_.run("commit"); }

 private:
  sql_session session_;
};

TEST_F(indexing, waits_for_creates_that_are_under_way) {
  fill(300);
  late_create late{own};
  auto indexer = own.open();
  std::thread working{[&] { EXPECT_EQ(index_user_if_large(indexer.raw(), "alice"), true); }};
  EXPECT_TRUE(server.turn_until([&] { return indexing_of_alice() == "1"; }));
  late.commit();
  working.join();
  EXPECT_EQ(own.open().run("select count(*) from tasks where sort_status is null"), "0");
  EXPECT_EQ(all_pages({}, status_filter::all, 1000).size(), 301U);
}

TEST_F(indexing, is_put_off_while_another_programs_transaction_lasts) {
  fill(300);
  late_create late{own};
  auto indexer = own.open();
  EXPECT_EQ(index_user_if_large(indexer.raw(), "alice"), false);
  EXPECT_EQ(indexing_of_alice(), "1");
  make_tasks(0, 10);
  late.commit();
  EXPECT_EQ(index_user_if_large(indexer.raw(), "alice"), true);
  EXPECT_EQ(indexing_of_alice(), "2");
  EXPECT_EQ(own.open().run("select count(*) from tasks where sort_status is null"), "0");
  expect_right_pages();
}

TEST_F(indexing, is_put_off_while_another_program_keeps_a_lock) {
  fill(300);
  for (const std::string& url : {own.url(), own.pooled_url()}) {
    for (const std::string locked : {"users where id = 'alice'", "tasks where title = 't7'"}) {
      own.open().run("update users set indexing = 0");
      auto other = own.open();
      other.run("begin; select from " + locked + " for update");
      sql_session indexer{url};
      auto done = std::async(std::launch::async,
                             [&] { return index_user_if_large(indexer.raw(), "alice"); });
      EXPECT_EQ(done.wait_for(5s), std::future_status::ready) << locked;
      other.run("commit");
      EXPECT_EQ(done.get(), false);
      EXPECT_EQ(index_user_if_large(indexer.raw(), "alice"), true);
      own.open().run("update tasks set sort_status = null, sort_updated_at = null");
    }
  }
}

TEST_F(indexing, no_task_is_lost_that_is_made_meanwhile) {
  fill(300);
  auto indexer = own.open();
  std::atomic<bool> finished{false};
  std::thread working{[&] {
    EXPECT_TRUE(index_user_if_large(indexer.raw(), "alice").has_value());
    finished = true;
  }};
  unsigned made = 0;
  do {
    make_tasks(made, 20);
    made += 20;
    EXPECT_EQ(all_pages({}, status_filter::all, 1000).size(), made + 300);
  } while (!finished);
  working.join();
  EXPECT_EQ(own.open().run("select count(*) from tasks where sort_status is null"), "0");
  expect_right_pages();
}

TEST_F(indexing, creating_many_tasks_makes_a_user_large_without_being_asked) {
  unsigned made = 0;
  // One create in 128 has its owner looked at: that 5,000 bring it about is certain enough.
  while (indexing_of_alice() != "2" && made < 20'000) {
    make_tasks(made, 200);
    made += 200;
  }
  EXPECT_EQ(indexing_of_alice(), "2");
  EXPECT_TRUE(server.events.all("warning").empty());
}

}  // namespace
}  // namespace todod::test
