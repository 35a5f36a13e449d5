// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Sessions that a pooler shares among many: PgBouncer in transaction mode.
#include "backend.hpp"
#include "support/tcp_gate.hpp"

#include <gmock/gmock.h>

namespace todod::test {
namespace {

using testing::IsEmpty;

class through_pgbouncer : public testing::Test {
 protected:
  private_database own;
  user_id alice = user("alice");
};

TEST_F(through_pgbouncer, everything_works_for_two_replicas_that_share_its_sessions) {
  backend first{own.pooled_url()};
  backend second{own.pooled_url()};
  for (unsigned round = 0; round < 5; ++round) {
    std::deque<create_call> calls;
    for (unsigned i = 0; i < 40; ++i) {
      calls.push_back(
          {alice, {numbered(round * 40 + i)}, draft("t" + std::to_string(i)), {}, {}, {}});
    }
    for (std::size_t i = 0; i < calls.size(); ++i)
      begin(i % 2 == 0 ? first : second, calls[i]);
    ASSERT_TRUE(first.turn_until([&] {
      second.io.poll();
      return std::ranges::all_of(calls, [](const auto& call) { return call.state->done(); });
    }));
    for (auto& call : calls)
      EXPECT_EQ(end(first, call), create_outcome::created);
    for (backend* each : {&first, &second}) {
      EXPECT_TRUE(read(*each, alice, numbered(round * 40)).has_value());
      EXPECT_EQ(change(*each, alice, numbered(round * 40), retitle("x" + std::to_string(round))),
                write_outcome::done);
      collector out;
      page_request page;
      page.limit = 7;
      const auto next = each->run(each->tasks().list(alice, page, out));
      ASSERT_TRUE(next && *next);
      EXPECT_EQ(out.tasks.size(), 7U);
    }
  }
  EXPECT_THAT(first.events.all("error"), IsEmpty());
  EXPECT_THAT(second.events.all("error"), IsEmpty());
  EXPECT_EQ(first.events.answered("create_task failed"), 0);
}

// A pooler that has answered a Sync may give the server to others, with a part of what comes behind
// it: half a batch would be committed by somebody else's Sync.

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST_F(through_pgbouncer, a_batch_waits_for_the_answer_of_the_one_before) {
  tcp_gate gate{port_of(own.pooled_url())};
  backend server{through(gate, own.pooled_url())};
  ASSERT_EQ(store(server, alice, numbered(0), "a"), create_outcome::created);
  auto other = own.open();
  gate.hold_answers();
  std::deque<create_call> calls;
  const auto create = [&](const char* titled, unsigned from, unsigned end) {
    for (unsigned i = from; i < end; ++i) {
      calls.push_back({alice, {numbered(i)}, draft(titled), {}, {}, {}});
      begin(server, calls.back());
    }
  };
  create("in the first batch", 1, 5);
  ASSERT_TRUE(server.turn_until([&] { return other.run("select count(*) from tasks") == "5"; }));
  create("in the second batch", 5, 20);
  while (server.io.poll() > 0) {
  }
  EXPECT_EQ(times(gate.sent(), "in the first batch"), 4U);
  EXPECT_EQ(times(gate.sent(), "in the second batch"), 0U);
  gate.let_answers_out();
  for (auto& call : calls)
    EXPECT_EQ(end(server, call), create_outcome::created);
  EXPECT_EQ(times(gate.sent(), "in the second batch"), 15U);
}

// The batch behind it meets a statement that does not exist, as behind a pooler.
TEST_F(through_pgbouncer, a_statement_that_could_not_be_prepared_is_no_sign_of_one) {
  tcp_gate gate{port_of(own.url())};
  auto options = backend::options_for(through(gate, own.url()));
  options.lock_timeout = 1s;
  backend direct{options};
  for (const unsigned number : {1U, 2U})
    ASSERT_EQ(store(direct, alice, numbered(number), "a"), create_outcome::created);
  auto other = own.open();
  other.run("begin");
  other.run("lock table tasks in access exclusive mode");
  std::deque<update_call> calls;
  for (const unsigned number : {1U, 2U}) {
    calls.push_back({alice, numbered(number), retitle("b"), {}, {}, {}});
    begin(direct, calls.back());
    ASSERT_TRUE(direct.turn_until([&] { return times(gate.sent(), "update_task") > number; }));
  }
  for (auto& call : calls)
    EXPECT_EQ(end(direct, call), std::unexpected(failure::unavailable));
  other.run("rollback");
  ASSERT_EQ(change(direct, alice, numbered(1), retitle("c")), write_outcome::done);
  const auto texts = times(gate.sent(), "update tasks");
  ASSERT_GE(texts, 1U);
  ASSERT_EQ(change(direct, alice, numbered(2), retitle("c")), write_outcome::done);
  EXPECT_EQ(times(gate.sent(), "update tasks"), texts) << "not as a prepared statement";
}

/// Refuses tasks titled "refused"; one titled "late 1" waits while the advisory lock 1 is held.
class one_by_one : public through_pgbouncer {
 protected:
  one_by_one() {
    EXPECT_EQ(store(server, alice, numbered(0), "a"), create_outcome::created);
    other.run(
        "create function judge() returns trigger language plpgsql as $$ begin "
        "if new.title = 'refused' then raise exception 'no'; end if; "
        "if new.title like 'late %' then "
        "perform pg_advisory_xact_lock(substr(new.title, 6)::int); end if; return new; end $$; "
        "create trigger judge before insert on tasks for each row execute function judge(); "
        "select pg_advisory_lock(1), pg_advisory_lock(2)");
  }
  void create_all(std::initializer_list<const char*> titles) {
    for (const char* titled : titles) {
      const auto id = numbered(static_cast<unsigned>(calls.size()) + 1);
      calls.push_back({alice, {id}, draft(titled), {}, {}, {}});
      begin(server, calls.back());
    }
  }
  bool turn_until_one_waits_for(int lock) {
    return server.turn_until([&] {
      return other.run(
                 "select objid from pg_locks join pg_database on pg_database.oid = database "
                 "where datname = current_database() and locktype = 'advisory' and not granted") ==
             std::to_string(lock);
    });
  }
  void let_go_of(int lock) { other.run("select pg_advisory_unlock(" + std::to_string(lock) + ")"); }

  static database::postgres::postgres_options patient(const std::string& url) {
    auto options = backend::options_for(url);
    options.lock_timeout = options.statement_timeout = 60s;
    return options;
  }

  tcp_gate gate{port_of(own.pooled_url())};
  backend server{patient(through(gate, own.pooled_url()))};
  sql_session other = own.open();
  std::deque<create_call> calls;
};

TEST_F(one_by_one, statements_of_a_batch_that_failed_run) {
  create_all({"refused", "late 1", "prompt", "prompt"});
  ASSERT_TRUE(turn_until_one_waits_for(1));
  EXPECT_EQ(times(gate.sent(), "late 1"), 2U);
  EXPECT_EQ(times(gate.sent(), "prompt"), 2U) << "sent again before its turn";
  let_go_of(1);
  EXPECT_EQ(end(server, calls[0]), std::unexpected(failure::internal));
  for (unsigned i = 1; i < 4; ++i)
    EXPECT_EQ(end(server, calls[i]), create_outcome::created) << i;
  EXPECT_EQ(times(gate.sent(), "prompt"), 4U);
  EXPECT_EQ(other.run("select count(*) from tasks"), "4");
}

TEST_F(one_by_one, what_comes_meanwhile_waits_for_all_of_them) {
  create_all({"refused", "late 1", "prompt"});
  ASSERT_TRUE(turn_until_one_waits_for(1));
  create_all({"next", "next", "next", "next"});
  while (server.io.poll() > 0) {
  }
  EXPECT_EQ(times(gate.sent(), "next"), 0U);
  let_go_of(1);
  for (unsigned i = 1; i < calls.size(); ++i)
    EXPECT_EQ(end(server, calls[i]), create_outcome::created) << i;
  EXPECT_EQ(times(gate.sent(), "next"), 4U);
}

TEST_F(one_by_one, nothing_is_sent_for_a_request_that_gave_up) {
  create_all({"refused", "late 1", "late 2", "prompt", "prompt"});
  ASSERT_TRUE(turn_until_one_waits_for(1));
  let_go_of(1);
  EXPECT_EQ(end(server, calls[1]), create_outcome::created);
  for (unsigned i : {0U, 2U, 3U, 4U})
    EXPECT_EQ(end(server, calls[i]), std::unexpected(failure::unavailable)) << i;
  let_go_of(2);
  EXPECT_EQ(store(server, alice, numbered(9), "last"), create_outcome::created);
  EXPECT_EQ(times(gate.sent(), "refused"), 1U);
  EXPECT_EQ(times(gate.sent(), "prompt"), 2U);
  EXPECT_EQ(other.run("select string_agg(title, ', ' order by id) from tasks"), "a, late 1, last");
}

TEST_F(through_pgbouncer, no_session_state_is_left_in_its_sessions) {
  backend server{own.pooled_url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  ASSERT_TRUE(read(server, alice, numbered(1)).has_value());
  sql_session shared{own.pooled_url()};
  EXPECT_EQ(shared.run("select count(*) from pg_prepared_statements"), "0");
  EXPECT_EQ(shared.run("show plan_cache_mode"), "auto");
  EXPECT_EQ(shared.run("show statement_timeout"), "0");
}

}  // namespace
}  // namespace todod::test
