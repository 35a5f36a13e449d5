// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The traps of group commit, each on its own.
#include "backend.hpp"

#include <gmock/gmock.h>

namespace todod::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class group_commit : public testing::Test {
 protected:
  std::deque<create_call> many_creates(int count, const std::string& description = {}) {
    std::deque<create_call> calls;
    for (int i = 0; i < count; ++i) {
      calls.push_back(
          {alice, {numbered(static_cast<unsigned>(i))}, draft("t", description), {}, {}, {}});
    }
    return calls;
  }
  void store_all(backend& server, std::deque<create_call>& calls) {
    for (auto& call : calls)
      begin(server, call);
    for (auto& call : calls)
      ASSERT_EQ(end(server, call), create_outcome::created);
  }
  private_database own;
  user_id alice = user("alice");
};

TEST_F(group_commit, writes_of_one_turn_share_a_transaction) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  auto calls = many_creates(64);
  store_all(server, calls);
  EXPECT_LE(std::stoi(own.open().run("select count(distinct xmin::text) from tasks")), 3);
}

TEST_F(group_commit, a_batch_is_bounded) {
  auto options = backend::options_for(own.url());
  options.batch_max = 4;
  backend server{options};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  auto calls = many_creates(40);
  store_all(server, calls);
  EXPECT_EQ(own.open().run(
                "select max(n) from (select count(*) as n from tasks group by xmin::text) as g"),
            "4");
}

// A smaller one would cost a commit for a few: they go with the batch after this one.
TEST_F(group_commit, a_second_batch_leaves_once_it_is_as_large_as_the_first) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  auto other = own.open();
  other.run("begin; lock table tasks in exclusive mode");
  const auto waits_with = [&](std::size_t in_flight, std::size_t queued) {
    return server.turn_until([&] {
      const auto lanes = server.whole().stats();
      return std::ranges::any_of(lanes, [&](const database::lane_stats& it) {
        return it.name == "writes" && it.in_flight == in_flight && it.queued == queued;
      });
    });
  };
  auto calls = many_creates(8);
  for (int i = 0; i < 3; ++i)
    begin(server, calls[static_cast<std::size_t>(i)]);
  ASSERT_TRUE(waits_with(3, 0));
  begin(server, calls[3]);
  begin(server, calls[4]);
  ASSERT_TRUE(waits_with(3, 2));
  server.io.run_for(50ms);  // nothing makes them leave
  EXPECT_TRUE(waits_with(3, 2));
  begin(server, calls[5]);
  EXPECT_TRUE(waits_with(6, 0));
  begin(server, calls[6]);
  begin(server, calls[7]);
  EXPECT_TRUE(waits_with(6, 2));
  other.run("rollback");
  for (auto& call : calls)
    EXPECT_EQ(end(server, call), create_outcome::created);
}

TEST_F(group_commit, a_full_queue_answers_overloaded_and_tries_nothing) {
  auto options = backend::options_for(own.url());
  options.queue_max = 8;
  backend server{options};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  auto calls = many_creates(20);
  for (auto& call : calls)
    begin(server, call);
  int created = 0;
  int overloaded = 0;
  for (auto& call : calls) {
    const auto outcome = end(server, call);
    created += outcome == create_outcome::created;
    overloaded += outcome == std::unexpected(failure::overloaded);
  }
  EXPECT_EQ(created, 8);
  EXPECT_EQ(overloaded, 12);
  EXPECT_EQ(own.open().run("select count(*) from tasks"), "9");
}

// Rows of updates leave the server before the commit, once they are more than its buffer holds.
TEST_F(group_commit, nothing_is_answered_before_the_commit) {
  backend server{own.url()};
  auto calls = many_creates(40, std::string(8000, 'x'));
  store_all(server, calls);
  auto other = own.open();
  other.run(
      "create function hold() returns trigger language plpgsql as "
      "$$ begin perform pg_advisory_xact_lock_shared(7); return null; end $$");
  other.run(
      "create constraint trigger hold after update on tasks deferrable initially deferred "
      "for each row execute function hold()");
  other.run("select pg_advisory_lock(7)");
  std::deque<update_call> updates;
  for (auto& call : calls)
    updates.push_back({alice, call.id.id, complete(), {}, {}, {}});
  for (auto& update : updates)
    begin(server, update);
  ASSERT_TRUE(server.turn_until([&] { return own.waiting_for_locks() != "0"; }));
  server.io.run_for(50ms);  // what is on its way arrives
  for (auto& update : updates)
    EXPECT_FALSE(update.state->done());
  other.run("select pg_advisory_unlock(7)");
  for (auto& update : updates)
    EXPECT_EQ(end(server, update), write_outcome::done);
}

TEST_F(group_commit, a_commit_that_fails_fails_only_what_made_it_fail) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  own.open().run(
      "create function refuse() returns trigger language plpgsql as "
      "$$ begin raise 'not at commit'; end $$");
  own.open().run(
      "create constraint trigger refuse after insert on tasks deferrable initially "
      "deferred for each row when (new.title = 'poison') execute function refuse()");
  auto calls = many_creates(10);
  calls[3].what = draft("poison");
  for (auto& call : calls)
    begin(server, call);
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const auto outcome = end(server, calls[i]);
    if (i == 3) {
      EXPECT_EQ(outcome, std::unexpected(failure::internal));
      EXPECT_TRUE(calls[i].out.tasks.empty());
    } else {
      EXPECT_EQ(outcome, create_outcome::created) << i;
    }
  }
  EXPECT_EQ(own.open().run("select count(*) from tasks"), "10");
}

TEST_F(group_commit, one_failing_statement_does_not_spoil_its_batch) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  own.open().run("alter table tasks add constraint no_poison check (title <> 'poison')");
  auto calls = many_creates(20);
  calls[7].what = draft("poison");
  for (auto& call : calls)
    begin(server, call);
  for (std::size_t i = 0; i < calls.size(); ++i) {
    const auto outcome = end(server, calls[i]);
    if (i == 7) {
      EXPECT_EQ(outcome, std::unexpected(failure::internal));
    } else {
      EXPECT_EQ(outcome, create_outcome::created) << i;
    }
  }
  EXPECT_THAT(server.events.all("error"), ElementsAre(HasSubstr("create_task: SQLSTATE 23514")));
  EXPECT_EQ(own.open().run("select count(*) from tasks"), "20");
}

// Lists wait for no commit: those before the one that fails are answered by then.
TEST_F(group_commit, one_failing_list_does_not_spoil_its_batch) {
  constexpr int owners = 20;
  constexpr int poisoned = 7;
  struct list_call {
    user_id owner;
    collector out;
    under_way_ptr<result<std::optional<page_position>>> state;
  };
  std::deque<list_call> lists;
  for (int i = 0; i < owners; ++i)
    lists.push_back({user("owner-" + std::to_string(i)), {}, {}});
  {
    backend server{own.url()};
    for (auto& list : lists)
      ASSERT_EQ(store(server, list.owner, numbered(0), list.owner.text()), create_outcome::created);
  }
  auto other = own.open();
  other.run("alter table tasks rename to whole");
  other.run(
      "create view tasks as select user_id, id, "
      "case when user_id = 'owner-7' then (1 / (version - 1))::text else title end as title, "
      "description, created_at, updated_at, completed_at, version, sort_status, sort_updated_at "
      "from whole");
  backend server{own.url()};
  ASSERT_TRUE(server.turn_until_connected());
  const page_request page;
  for (auto& list : lists)
    list.state = server.start(server.tasks().list(list.owner, page, list.out));
  for (int i = 0; i < owners; ++i) {
    SCOPED_TRACE(i);
    auto& list = lists[static_cast<std::size_t>(i)];
    const auto answer = end(server, list);
    if (i == poisoned) {
      ASSERT_FALSE(answer.has_value());
      EXPECT_EQ(answer.error(), failure::internal);
      EXPECT_TRUE(list.out.tasks.empty());
    } else {
      ASSERT_TRUE(answer.has_value());
      ASSERT_EQ(list.out.tasks.size(), 1U) << "once, and its own";
      EXPECT_EQ(list.out.tasks[0].title, list.owner.text());
    }
  }
  EXPECT_THAT(server.events.all("error"), ElementsAre(HasSubstr("SQLSTATE 22012")));
}

TEST_F(group_commit, a_conflict_is_no_error_of_its_batch) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(3), "first"), create_outcome::created);
  auto calls = many_creates(10);
  for (auto& call : calls)
    begin(server, call);
  for (std::size_t i = 0; i < calls.size(); ++i) {
    EXPECT_EQ(end(server, calls[i]), i == 3 ? create_outcome::exists : create_outcome::created);
  }
  EXPECT_EQ(server.events.answered("create_task failed"), 0);
}

// An error then, since nobody looks for one: the others of the batch must not notice.
TEST_F(group_commit, a_fresh_id_that_is_taken_spoils_no_batch) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(3), "first"), create_outcome::created);
  auto calls = many_creates(10);
  for (auto& call : calls) {
    call.id.fresh = true;
    begin(server, call);
  }
  for (std::size_t i = 0; i < calls.size(); ++i) {
    EXPECT_EQ(end(server, calls[i]), i == 3 ? create_outcome::exists : create_outcome::created);
  }
  EXPECT_EQ(server.events.answered("create_fresh_task"), 10);
  EXPECT_TRUE(server.events.all("error").empty());
  EXPECT_EQ(own.open().run("select title from tasks where id = '" + numbered(3).to_string() + "'"),
            "first");
}

// The insert finds the owner, and his row's deletion commits before the foreign key is checked.
TEST_F(group_commit, an_owner_deleted_meanwhile_is_made_again) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  auto other = own.open();
  other.run("delete from tasks");
  other.run("begin");
  other.run("delete from users");
  auto calls = many_creates(1);  // a batch of one has no second try
  begin(server, calls[0]);
  ASSERT_TRUE(server.turn_until([&] { return own.waiting_for_locks() == "1"; }));
  other.run("commit");
  EXPECT_EQ(end(server, calls[0]), create_outcome::created);
  EXPECT_TRUE(server.events.all("error").empty());
  EXPECT_EQ(own.open().run("select count(*) from tasks"), "1");
}

TEST_F(group_commit, one_key_twice_in_a_batch_is_one_task) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1000), "first"), create_outcome::created);
  auto calls = many_creates(3);
  calls[2].what = draft("another body");
  for (auto& call : calls)
    call.key = key_of("k", call.what);
  for (auto& call : calls)
    begin(server, call);
  EXPECT_EQ(end(server, calls[0]), create_outcome::created);
  EXPECT_EQ(end(server, calls[1]), create_outcome::replayed);
  EXPECT_EQ(end(server, calls[2]), create_outcome::key_reused);
  EXPECT_EQ(calls[1].out.tasks.at(0).id, calls[0].id.id);
  EXPECT_TRUE(calls[2].out.tasks.empty());
}

TEST_F(group_commit, one_key_at_two_replicas_at_once_is_one_task) {
  backend first{own.url()};
  backend second{own.url()};
  ASSERT_EQ(store(first, alice, numbered(1000), "first"), create_outcome::created);
  ASSERT_TRUE(second.turn_until_connected());
  for (unsigned round = 0; round < 20; ++round) {
    create_call a{alice, {numbered(2 * round)}, draft("same"), {}, {}, {}};
    create_call b{alice, {numbered(2 * round + 1)}, draft("same"), {}, {}, {}};
    a.key = b.key = key_of("key-" + std::to_string(round), a.what);
    begin(first, a);
    begin(second, b);
    ASSERT_TRUE(first.turn_until([&] {
      second.io.poll();
      return a.state->done() && b.state->done();
    }));
    const int created =
        (end(first, a) == create_outcome::created) + (end(second, b) == create_outcome::created);
    EXPECT_EQ(created, 1);
    EXPECT_EQ(a.out.tasks.at(0).id, b.out.tasks.at(0).id);
  }
}

TEST_F(group_commit, two_writes_to_one_task_keep_their_order) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(5), "first"), create_outcome::created);
  std::deque<update_call> updates;
  for (int i = 0; i < 10; ++i) {
    updates.push_back({alice, numbered(5), retitle("title " + std::to_string(i)), {}, {}, {}});
  }
  for (auto& update : updates)
    begin(server, update);
  for (int i = 0; i < 10; ++i) {
    ASSERT_EQ(end(server, updates[static_cast<std::size_t>(i)]), write_outcome::done);
    EXPECT_EQ(updates[static_cast<std::size_t>(i)].out.tasks.at(0).version, i + 2);
  }
  EXPECT_EQ(read(server, alice, numbered(5))->title, "title 9");
}

TEST_F(group_commit, batches_of_two_replicas_lock_in_one_order) {
  std::optional<backend> replicas[2];
  backend& first = replicas[0].emplace(own.url());
  backend& second = replicas[1].emplace(own.url());
  auto calls = many_creates(50);
  store_all(first, calls);
  ASSERT_TRUE(second.turn_until_connected());
  for (int round = 0; round < 10; ++round) {
    std::deque<update_call> up;
    std::deque<update_call> down;
    for (int i = 0; i < 50; ++i) {
      const std::string title = std::to_string(round) + "-" + std::to_string(i);
      up.push_back({alice, numbered(static_cast<unsigned>(i)), retitle("a" + title), {}, {}, {}});
      down.push_back(
          {alice, numbered(static_cast<unsigned>(49 - i)), retitle("b" + title), {}, {}, {}});
    }
    for (auto& call : up)
      begin(first, call);
    for (auto& call : down)
      begin(second, call);
    ASSERT_TRUE(first.turn_until([&] {
      second.io.poll();
      const auto is_done = [](const update_call& call) { return call.state->done(); };
      return std::ranges::all_of(up, is_done) && std::ranges::all_of(down, is_done);
    }));
    for (auto& call : up)
      EXPECT_EQ(end(first, call), write_outcome::done);
    for (auto& call : down)
      EXPECT_EQ(end(second, call), write_outcome::done);
  }
  EXPECT_EQ(first.events.answered("update_task failed"), 0);
  for (auto& each : replicas)
    each.reset();
  EXPECT_EQ(own.deadlocks(), "0");
}

TEST_F(group_commit, a_deadlock_with_another_program_is_tried_again) {
  backend server{own.url()};
  auto calls = many_creates(2);
  store_all(server, calls);
  auto other = own.open();
  other.run("set deadlock_timeout = '60s'");  // the server under test finds it first
  other.run("begin");
  other.run("update tasks set description = 'x' where id = '00000000-0000-0000-0000-000000000001'");
  update_call low{alice, numbered(0), retitle("low"), {}, {}, {}};
  update_call high{alice, numbered(1), retitle("high"), {}, {}, {}};
  begin(server, low);
  begin(server, high);
  ASSERT_TRUE(server.turn_until([&] { return own.waiting_for_locks() == "1"; }));
  other.start(
      "update tasks set description = 'x' where id = '00000000-0000-0000-0000-000000000000'");
  ASSERT_TRUE(server.turn_until([&] {
    PQconsumeInput(other.raw());
    return PQisBusy(other.raw()) == 0;
  }));
  other.finish();
  other.run("commit");
  EXPECT_EQ(end(server, low), write_outcome::done);
  EXPECT_EQ(end(server, high), write_outcome::done);
  EXPECT_EQ(own.open().run("select string_agg(title || version, ' ' order by id) from tasks"),
            "low2 high2");
}

TEST_F(group_commit, a_lock_that_is_not_given_up_fails_its_own_request_only) {
  auto options = backend::options_for(own.url());
  options.lock_timeout = 200ms;
  backend server{options};
  auto calls = many_creates(5);
  store_all(server, calls);
  auto other = own.open();
  other.run("begin");
  other.run("select * from tasks where id = '00000000-0000-0000-0000-000000000002' for update");
  std::deque<update_call> updates;
  for (auto& call : calls)
    updates.push_back({alice, call.id.id, complete(), {}, {}, {}});
  for (auto& update : updates)
    begin(server, update);
  for (std::size_t i = 0; i < updates.size(); ++i) {
    const auto outcome = end(server, updates[i]);
    if (i == 2) {
      EXPECT_EQ(outcome, std::unexpected(failure::unavailable));
    } else {
      EXPECT_EQ(outcome, write_outcome::done) << i;
    }
  }
  EXPECT_TRUE(server.events.all("error").empty());
}

TEST_F(group_commit, a_statement_that_takes_too_long_is_ended) {
  auto options = backend::options_for(own.url());
  options.statement_timeout = 200ms;
  backend server{options};
  auto calls = many_creates(1);
  store_all(server, calls);
  auto other = own.open();
  other.run("begin");
  other.run("select * from tasks for update");
  EXPECT_EQ(change(server, alice, numbered(0), complete()), std::unexpected(failure::unavailable));
}

}  // namespace
}  // namespace todod::test
