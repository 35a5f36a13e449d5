// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Usual creates of a batch, and changes of completion, are one statement over arrays.
#include "backend.hpp"
#include "support/tcp_gate.hpp"

#include <gmock/gmock.h>

namespace todod::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class merged_writes : public testing::Test {
 protected:
  merged_writes() {
    for (const user_id& owner : {alice, bob})
      EXPECT_EQ(store(server, owner, numbered(1000), "first"), create_outcome::created);
  }
  /// Pending, without keys, under fresh ids: what a batch merges.
  std::deque<create_call> fresh_creates(unsigned count) {
    std::deque<create_call> calls;
    for (unsigned i = 0; i < count; ++i) {
      calls.push_back({i % 2 == 0 ? alice : bob,
                       {numbered(i), true},
                       draft("title " + std::to_string(i)),
                       {},
                       {},
                       {}});
    }
    return calls;
  }
  std::deque<update_call> changes(unsigned count, completion_change what) {
    task_patch patch;
    patch.completion = what;
    std::deque<update_call> calls;
    for (unsigned i = 0; i < count; ++i)
      calls.push_back({i % 2 == 0 ? alice : bob, numbered(i), patch, {}, {}, {}});
    return calls;
  }
  template <class Call>
  void begin_all(std::deque<Call>& calls) {
    for (auto& call : calls)
      begin(server, call);
  }
  template <class Outcome, class Call>
  void expect_all(std::deque<Call>& calls, Outcome expected) {
    for (auto& call : calls)
      EXPECT_EQ(end(server, call), expected);
  }
  void store_all(std::deque<create_call> calls) {
    begin_all(calls);
    expect_all(calls, create_outcome::created);
  }
  /// For a lock that another session holds.
  bool turn_until_waiting() {
    return server.turn_until([&] { return own.waiting_for_locks() == "1"; });
  }
  std::string titles() {
    return own.open().run(
        "select string_agg(user_id || ' ' || title, ', ' order by id) from tasks where title <> "
        "'first'");
  }

  private_database own;
  backend server{own.url()};
  user_id alice = user("alice");
  user_id bob = user("bob");
};

TEST_F(merged_writes, creates_of_a_batch_are_one_statement_and_lose_nothing) {
  auto calls = fresh_creates(6);
  for (const std::size_t described : {1U, 4U})
    calls[described].what = draft(calls[described].what.title.text(), "d");
  calls[5].what = draft("ünï, \"quoted\" {braces} \\", "");
  for (unsigned i = 0; i < calls.size(); ++i)
    begin(server, calls[i], at(i));
  expect_all(calls, create_outcome::created);
  EXPECT_EQ(server.events.answered("create_fresh_tasks"), 6);
  EXPECT_EQ(server.events.answered("create_fresh_task"), 0);
  for (unsigned i = 0; i < calls.size(); ++i) {
    const auto stored = read(server, calls[i].owner, numbered(i));
    ASSERT_TRUE(stored) << i;
    EXPECT_EQ(stored->title, calls[i].what.title.text());
    EXPECT_EQ(stored->description.has_value(), calls[i].what.description.has_value());
    if (stored->description) EXPECT_EQ(*stored->description, calls[i].what.description->text());
    EXPECT_EQ(stored->created_at, at(i));
    EXPECT_EQ(stored->updated_at, at(i));
    EXPECT_EQ(stored->completed_at, std::nullopt);
    EXPECT_EQ(stored->version, 1);
  }
}

TEST_F(merged_writes, three_are_not_worth_it) {
  store_all(fresh_creates(3));
  auto calls = changes(3, completion_change::set_completed);
  begin_all(calls);
  expect_all(calls, write_outcome::done);
  EXPECT_EQ(server.events.answered("create_fresh_task"), 3);
  EXPECT_EQ(server.events.answered("change_completion"), 3);
}

TEST_F(merged_writes, an_owner_who_is_gone_is_made_again_and_delays_nobody_else) {
  own.open().run("delete from tasks where user_id = 'bob'; delete from users where id = 'bob'");
  auto calls = fresh_creates(8);
  begin_all(calls);
  expect_all(calls, create_outcome::created);
  EXPECT_EQ(server.events.answered("create_fresh_tasks"), 8);
  EXPECT_GE(server.events.answered("create_task_and_owner"), 2 + 4);  // those of the fixture, too
  EXPECT_EQ(titles(),
            "alice title 0, bob title 1, alice title 2, bob title 3, alice title 4, bob title 5, "
            "alice title 6, bob title 7");
}

TEST_F(merged_writes, one_that_the_database_refuses_fails_alone) {
  own.open().run("alter table tasks add constraint no_poison check (title <> 'poison')");
  auto calls = fresh_creates(6);
  calls[2].what = draft("poison");
  begin_all(calls);
  for (unsigned i = 0; i < calls.size(); ++i) {
    const auto outcome = end(server, calls[i]);
    if (i == 2) {
      EXPECT_EQ(outcome, std::unexpected(failure::internal));
    } else {
      EXPECT_EQ(outcome, create_outcome::created) << i;
    }
  }
  EXPECT_THAT(server.events.all("error"),
              ElementsAre(HasSubstr("create_fresh_task: SQLSTATE 23514")));
}

TEST_F(merged_writes, changes_of_completion_are_one_statement_each_with_its_own_answer) {
  store_all(fresh_creates(8));
  ASSERT_EQ(change(server, bob, numbered(3), complete(), at(5)), write_outcome::done);
  auto calls = changes(10, completion_change::set_completed);  // 8 and 9 do not exist
  calls[4].patch.completion = completion_change::set_pending;  // it is
  calls[5].patch.completion = completion_change::toggle;
  for (unsigned i = 0; i < calls.size(); ++i)
    begin(server, calls[i], at(100 + i));
  for (unsigned i = 0; i < calls.size(); ++i) {
    EXPECT_EQ(end(server, calls[i]), i < 8 ? write_outcome::done : write_outcome::not_found) << i;
    if (i >= 8) continue;
    const seen_task& answered = calls[i].out.tasks.at(0);
    EXPECT_EQ(answered.id, numbered(i));
    EXPECT_EQ(answered.title, "title " + std::to_string(i));
    EXPECT_EQ(answered.version, i == 4 ? 1 : 2);
    EXPECT_EQ(answered.completed_at, i == 4   ? std::nullopt
                                     : i == 3 ? std::optional{at(5)}
                                              : std::optional{at(100 + i)});
    const auto stored = read(server, calls[i].owner, numbered(i));
    EXPECT_EQ(stored->version, answered.version);
    EXPECT_EQ(stored->completed_at, answered.completed_at);
  }
  EXPECT_EQ(server.events.answered("change_completions"), 10);
}

// Ids are unique for each user only.
TEST_F(merged_writes, tasks_of_two_users_under_one_id_stay_apart) {
  std::deque<update_call> calls;
  for (unsigned i = 0; i < 4; ++i) {
    for (const user_id& owner : {alice, bob}) {
      ASSERT_EQ(store(server, owner, numbered(i), owner.text()), create_outcome::created);
      calls.push_back({owner, numbered(i), complete(), {}, {}, {}});
    }
  }
  begin_all(calls);
  expect_all(calls, write_outcome::done);
  for (const auto& call : calls)
    EXPECT_EQ(call.out.tasks.at(0).title, call.owner.text());
  EXPECT_EQ(server.events.answered("change_completions"), 8);
}

// An update that joins changes a row once, whatever it finds: the second change would have to run
// again, after others that came later.
TEST_F(merged_writes, changes_of_one_task_in_a_batch_all_happen_in_their_order) {
  store_all(fresh_creates(5));
  std::deque<update_call> calls;
  for (unsigned round = 0; round < 4; ++round) {
    for (auto& call : changes(5, completion_change::toggle))
      calls.push_back(std::move(call));
  }
  begin_all(calls);
  for (std::size_t i = 0; i < calls.size(); ++i) {
    ASSERT_EQ(end(server, calls[i]), write_outcome::done);
    const auto round = static_cast<std::int64_t>(i / 5);
    EXPECT_EQ(calls[i].out.tasks.at(0).version, 2 + round);
    EXPECT_EQ(calls[i].out.tasks.at(0).completed_at.has_value(), round % 2 == 0);
  }
  EXPECT_EQ(server.events.answered("change_completion"), 20);
  EXPECT_EQ(server.events.answered("find_task"), 0);
}

TEST_F(merged_writes, one_that_waited_for_another_program_changes_what_that_one_left) {
  store_all(fresh_creates(6));
  auto other = own.open();
  other.run("begin");
  other.run("update tasks set title = 'theirs', version = version + 1 where title = 'title 2'");
  auto calls = changes(6, completion_change::set_completed);
  begin_all(calls);
  ASSERT_TRUE(turn_until_waiting());
  other.run("commit");
  expect_all(calls, write_outcome::done);
  EXPECT_EQ(calls[2].out.tasks.at(0).title, "theirs");
  EXPECT_EQ(calls[2].out.tasks.at(0).version, 3);
  EXPECT_EQ(server.events.answered("change_completions"), 6);
}

TEST_F(merged_writes, batches_of_two_replicas_lock_in_one_order) {
  constexpr int rounds = 20;
  constexpr int count = 50;
  store_all(fresh_creates(count));
  backend second{own.url()};
  ASSERT_TRUE(second.turn_until_connected());
  for (int round = 0; round < rounds; ++round) {
    auto up = changes(count, completion_change::toggle);
    auto down = changes(count, completion_change::toggle);
    // What is one statement here is many there.
    for (std::size_t i = 0; i < count; ++i)
      (i % 2 == 0 ? down : up)[i].patch = retitle("round " + std::to_string(round));
    begin_all(up);
    for (auto call = down.rbegin(); call != down.rend(); ++call)
      begin(second, *call);
    const auto is_done = [](const update_call& call) { return call.state->done(); };
    ASSERT_TRUE(server.turn_until([&] {
      second.io.poll();
      return std::ranges::all_of(up, is_done) && std::ranges::all_of(down, is_done);
    }));
    expect_all(up, write_outcome::done);
    for (auto& call : down)
      EXPECT_EQ(end(second, call), write_outcome::done);
  }
  // None ran again on its own, as after a deadlock.
  EXPECT_EQ(server.events.answered("change_completions"), rounds * count / 2);
  EXPECT_EQ(second.events.answered("change_completions"), rounds * count / 2);
}

TEST_F(merged_writes, a_batch_ended_by_the_server_before_its_commit_runs_again) {
  store_all(fresh_creates(6));
  auto other = own.open();
  other.run("begin");
  other.run("select * from tasks where title = 'title 3' for update");
  auto calls = changes(6, completion_change::toggle);
  begin_all(calls);
  ASSERT_TRUE(turn_until_waiting());
  own.server().run(
      "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and "
      "datname = '" +
      own.name() + "'");
  ASSERT_TRUE(server.turn_until([&] { return !server.events.all("lost").empty(); }));
  other.run("commit");
  expect_all(calls, write_outcome::done);
  for (const auto& call : calls)
    EXPECT_EQ(call.out.tasks.at(0).version, 2);
}

TEST_F(merged_writes, a_batch_cut_off_after_its_sync_is_unavailable_and_not_repeated) {
  tcp_gate gate{port_of(own.url())};
  backend gated{through(gate, own.url())};
  for (const user_id& owner : {alice, bob})
    ASSERT_EQ(store(gated, owner, numbered(1001), "first"), create_outcome::created);
  auto other = own.open();
  gate.hold_answers();
  auto calls = fresh_creates(6);
  for (auto& call : calls)
    begin(gated, call);
  ASSERT_TRUE(gated.turn_until([&] { return other.run("select count(*) from tasks") == "10"; }));
  gate.cut();
  gate.let_answers_out();
  for (auto& call : calls) {
    EXPECT_EQ(end(gated, call), std::unexpected(failure::unavailable));
    EXPECT_TRUE(call.out.tasks.empty());
  }
  EXPECT_EQ(store(gated, alice, numbered(7), "later"), create_outcome::created);
  EXPECT_EQ(other.run("select count(*) from tasks"), "11");
}

// Which of them waited for a lock in vain is not known: they run again one by one, and if that one
// waited as long once more, those behind it would come too late.
TEST_F(merged_writes, a_lock_that_is_not_given_up_is_waited_for_briefly_the_second_time) {
  auto options = backend::options_for(own.url());
  options.lock_timeout = 3210ms;
  backend direct{options};
  options.url = own.pooled_url();
  backend pooled{options};
  store_all(fresh_creates(6));
  own.open().run(
      "create function note() returns trigger language plpgsql as "
      "$$ begin new.description = current_setting('lock_timeout'); return new; end $$");
  own.open().run(
      "create trigger note before update on tasks for each row when (new.title <> 'title 2') "
      "execute function note()");
  for (backend* each : {&direct, &pooled}) {
    SCOPED_TRACE(each == &direct ? "direct" : "pooled");
    auto other = own.open();
    other.run("begin");
    other.run("select * from tasks where title = 'title 2' for update");
    auto calls = changes(6, completion_change::toggle);
    for (auto& call : calls)
      begin(*each, call);
    for (unsigned i = 0; i < calls.size(); ++i) {
      const auto outcome = end(*each, calls[i]);
      if (i == 2) {
        EXPECT_EQ(outcome, std::unexpected(failure::unavailable));
      } else {
        ASSERT_EQ(outcome, write_outcome::done) << i;
        EXPECT_EQ(calls[i].out.tasks.at(0).description, "100ms");
      }
    }
    EXPECT_THAT(each->events.all("error"), IsEmpty());

    auto later = changes(6, completion_change::toggle);
    later.erase(later.begin() + 2);
    for (auto& call : later)
      begin(*each, call);
    for (auto& call : later) {
      EXPECT_EQ(end(*each, call), write_outcome::done);
      EXPECT_EQ(call.out.tasks.at(0).description, "3210ms");
    }
  }
}

TEST_F(merged_writes, a_pooler_changes_nothing) {
  backend pooled{own.pooled_url()};
  for (const user_id& owner : {alice, bob})
    ASSERT_EQ(store(pooled, owner, numbered(1001), "first"), create_outcome::created);
  auto calls = fresh_creates(8);
  for (auto& call : calls)
    begin(pooled, call);
  for (auto& call : calls)
    EXPECT_EQ(end(pooled, call), create_outcome::created);
  auto updates = changes(8, completion_change::set_completed);
  for (auto& call : updates)
    begin(pooled, call);
  for (std::size_t i = 0; i < updates.size(); ++i) {
    EXPECT_EQ(end(pooled, updates[i]), write_outcome::done);
    EXPECT_EQ(updates[i].out.tasks.at(0).title, "title " + std::to_string(i));
  }
  EXPECT_EQ(pooled.events.answered("create_fresh_tasks"), 8);
  EXPECT_EQ(pooled.events.answered("change_completions"), 8);
}

}  // namespace
}  // namespace todod::test
