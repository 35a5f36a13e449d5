// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Sessions that are lost, late, refused or encrypted.
#include "backend.hpp"
#include "support/tcp_gate.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <deque>

namespace todod::test {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Two for point reads, one for lists, one for writes.
constexpr std::size_t lanes_count = 4;

class session : public testing::Test {
 protected:
  /// Ends every session of this database as Neon does with idle ones: FATAL 57P01, then closed.
  void end_sessions() {
    own.server().run(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '" +
        own.name() + "' and application_name = 'todod'");
  }
  /// New sessions are read-only, as after the server was demoted; those of before are gone.
  void demote(backend& server) {
    ASSERT_TRUE(server.turn_until_connected());
    own.server().run("alter database " + own.name() + " set default_transaction_read_only = on");
    end_sessions();
    ASSERT_TRUE(server.turn_until([&] { return server.events.all("lost").size() == lanes_count; }));
  }
  std::string sessions() {
    return own.server().run(
        "select count(*) from pg_stat_activity where application_name = 'todod' and datname = '" +
        own.name() + "'");
  }
  private_database own;
  user_id alice = user("alice");
  user_id bob = user("bob");
};

TEST_F(session, idle_sessions_that_were_ended_cost_nothing_but_a_reconnect) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  ASSERT_TRUE(server.turn_until_connected());
  end_sessions();
  ASSERT_TRUE(server.turn_until([&] { return server.events.all("lost").size() == lanes_count; }));
  EXPECT_EQ(store(server, alice, numbered(2), "b"), create_outcome::created);
  EXPECT_TRUE(read(server, alice, numbered(1)).has_value());
}

TEST_F(session, an_idle_loss_is_not_followed_by_a_reconnect_that_nobody_asked_for) {
  backend server{own.url()};
  ASSERT_TRUE(server.turn_until_connected());
  end_sessions();
  ASSERT_TRUE(server.turn_until([&] { return server.events.all("lost").size() == lanes_count; }));
  // An operation on one lane opens that lane's session; by then the others had their chance too.
  EXPECT_TRUE(server.run(server.tasks().check()).has_value());
  EXPECT_EQ(sessions(), "1");
  EXPECT_EQ(server.events.all("connected").size(), lanes_count + 1);
}

TEST_F(session, writes_that_were_ended_before_their_commit_run_again) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  auto other = own.open();
  other.run("begin");
  other.run("select * from tasks for update");
  update_call update{alice, numbered(1), retitle("b"), {}, {}, {}};
  begin(server, update);
  ASSERT_TRUE(server.turn_until([&] { return own.waiting_for_locks() == "1"; }));
  end_sessions();
  ASSERT_TRUE(server.turn_until([&] { return !server.events.all("lost").empty(); }));
  other.run("commit");
  EXPECT_EQ(end(server, update), write_outcome::done);
  EXPECT_EQ(update.out.tasks.at(0).version, 2);
}

TEST_F(session, a_write_cut_off_after_its_sync_is_unavailable_and_not_repeated) {
  tcp_gate gate{port_of(own.url())};
  backend server{through(gate, own.url())};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  auto other = own.open();
  gate.hold_answers();
  create_call call{alice, {numbered(2)}, draft("b"), {}, {}, {}};
  begin(server, call);
  ASSERT_TRUE(server.turn_until([&] { return other.run("select count(*) from tasks") == "2"; }));
  EXPECT_FALSE(call.state->done());
  gate.cut();
  gate.let_answers_out();
  EXPECT_EQ(end(server, call), std::unexpected(failure::unavailable));
  EXPECT_TRUE(call.out.tasks.empty());
  EXPECT_EQ(store(server, alice, numbered(3), "c"), create_outcome::created);
  EXPECT_EQ(other.run("select count(*) from tasks"), "3");
}

TEST_F(session, a_write_with_a_key_cut_off_after_its_sync_is_the_clients_to_repeat) {
  tcp_gate gate{port_of(own.url())};
  backend server{through(gate, own.url())};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  auto other = own.open();
  gate.hold_answers();
  create_call call{alice, {numbered(2)}, draft("b"), {}, {}, {}};
  call.key = key_of("k", call.what);
  begin(server, call);
  ASSERT_TRUE(server.turn_until([&] { return other.run("select count(*) from tasks") == "2"; }));
  gate.cut();
  gate.let_answers_out();
  EXPECT_EQ(end(server, call), std::unexpected(failure::unavailable))
      << "it may have been made, and deleted by another since";
  create_call again{alice, {numbered(3)}, call.what, call.key, {}, {}};
  begin(server, again);
  EXPECT_EQ(end(server, again), create_outcome::replayed);
  EXPECT_EQ(again.out.tasks.at(0).id, numbered(2));
  EXPECT_EQ(other.run("select count(*) from tasks"), "2");
}

TEST_F(session, a_read_that_was_cut_off_is_repeated) {
  tcp_gate gate{port_of(own.url())};
  backend server{through(gate, own.url())};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  ASSERT_TRUE(server.turn_until_connected());
  gate.hold_answers();
  collector out;
  const task_id id = numbered(1);
  auto asked = server.start(server.tasks().find(alice, id, out));
  ASSERT_TRUE(server.turn_until([&] { return server.whole().stats()[0].in_flight == 1; }));
  gate.cut();
  gate.let_answers_out();
  EXPECT_EQ(server.finish(asked), true);
  EXPECT_EQ(out.tasks.size(), 1U);
}

TEST_F(session, a_first_connection_that_takes_long_costs_only_the_wait) {
  tcp_gate gate{port_of(own.url())};
  gate.hold_connections();
  backend server{through(gate, own.url())};
  create_call call{alice, {numbered(1)}, draft("a"), {}, {}, {}};
  begin(server, call);
  server.io.run_for(2s);  // the wait itself is what is tried
  EXPECT_FALSE(call.state->done());
  gate.let_in();
  EXPECT_EQ(end(server, call), create_outcome::created);
}

TEST_F(session, a_request_waits_for_a_database_that_is_away_ten_seconds_at_most) {
  std::uint16_t nobody_there = 0;
  {
    tcp_gate gate{1};
    nobody_there = gate.port();
  }
  backend server{"postgresql://u:secret@127.0.0.1:" + std::to_string(nobody_there) + "/d"};
  const auto begun = std::chrono::steady_clock::now();
  auto checked = server.start(server.tasks().check());
  create_call call{alice, {numbered(1)}, draft("a"), {}, {}, {}};
  begin(server, call);
  EXPECT_EQ(server.finish(checked), std::unexpected(failure::unavailable));
  EXPECT_LE(std::chrono::steady_clock::now() - begun, 2500ms);
  EXPECT_EQ(end(server, call), std::unexpected(failure::unavailable));
  const auto waited = std::chrono::steady_clock::now() - begun;
  EXPECT_GE(waited, 9s);
  EXPECT_LE(waited, 11s);
  EXPECT_THAT(server.events.all("lost"), Each(Not(HasSubstr("secret"))));
}

TEST_F(session, a_server_that_falls_silent_is_given_up_after_ten_seconds) {
  tcp_gate gate{port_of(own.url())};
  backend server{through(gate, own.url())};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  gate.hold_answers();
  create_call call{alice, {numbered(2)}, draft("b"), {}, {}, {}};
  begin(server, call);
  EXPECT_EQ(end(server, call), std::unexpected(failure::unavailable));
  ASSERT_TRUE(server.turn_until([&] { return !server.events.all("lost").empty(); }));
  gate.let_answers_out();
  EXPECT_EQ(store(server, alice, numbered(3), "c"), create_outcome::created);
}

// Else it could be committed when its client has long written anew: after the answer nothing of it
// may be left that waits.
TEST_F(session, a_write_that_was_given_up_is_never_committed) {
  auto options = backend::options_for(own.url());
  options.lock_timeout = options.statement_timeout = 60s;
  backend direct{options};
  options.url = own.pooled_url();
  backend pooled{options};
  for (const user_id& owner : {alice, bob}) {
    for (const unsigned number : {1U, 2U})
      ASSERT_EQ(store(direct, owner, numbered(number), "kept"), create_outcome::created);
  }
  ASSERT_EQ(change(pooled, bob, numbered(2), retitle("kept, too")), write_outcome::done);
  auto other = own.open();
  other.run("begin");
  other.run("select from tasks where id = '" + numbered(1).to_string() + "' for update");
  std::deque<update_call> calls;
  for (const user_id& owner : {alice, bob}) {
    for (const unsigned number : {1U, 2U}) {
      calls.push_back({owner, numbered(number), retitle("lost"), {}, {}, {}});
      begin(owner == alice ? direct : pooled, calls.back());
    }
  }
  const auto begun = std::chrono::steady_clock::now();
  auto second = own.open();
  ASSERT_TRUE(direct.turn_until([&] {
    pooled.io.poll();
    return std::ranges::all_of(calls, [](const auto& call) { return call.state->done(); });
  }));
  EXPECT_LE(std::chrono::steady_clock::now() - begun, 11s);
  for (auto& call : calls)
    EXPECT_EQ(end(direct, call), std::unexpected(failure::unavailable));
  EXPECT_EQ(second.run("select count(*) from pg_stat_activity where datname = current_database() "
                       "and wait_event_type = 'Lock'"),
            "0");
  other.run("rollback");
  EXPECT_EQ(read(direct, alice, numbered(2))->title, "kept");
  EXPECT_EQ(read(pooled, bob, numbered(2))->title, "kept, too");
  EXPECT_EQ(change(direct, alice, numbered(2), retitle("later")), write_outcome::done);
  EXPECT_EQ(change(pooled, bob, numbered(2), retitle("later")), write_outcome::done);
}

TEST_F(session, a_database_that_refuses_for_a_while_is_found_again) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  ASSERT_TRUE(server.turn_until_connected());
  own.server().run("alter database " + own.name() + " allow_connections false");
  end_sessions();
  ASSERT_TRUE(server.turn_until([&] { return server.events.all("lost").size() == lanes_count; }));
  create_call call{alice, {numbered(2)}, draft("b"), {}, {}, {}};
  begin(server, call);
  ASSERT_TRUE(server.turn_until([&] {
    return std::ranges::any_of(server.events.all("lost"), [](const std::string& text) {
      return text.contains("not currently accepting connections");
    });
  }));
  own.server().run("alter database " + own.name() + " allow_connections true");
  EXPECT_EQ(end(server, call), create_outcome::created);
}

TEST_F(session, a_wrong_password_is_told_without_it) {
  std::string url = own.url();
  const auto colon = url.find(':', url.find("//"));
  url.replace(colon + 1, url.find('@') - colon - 1, "wrong-password");
  backend server{url};
  ASSERT_TRUE(server.turn_until([&] { return !server.events.all("lost").empty(); }));
  EXPECT_THAT(server.events.all("lost"), Contains(HasSubstr("authentication failed")));
  EXPECT_THAT(server.events.all("lost"), Each(Not(HasSubstr("wrong-password"))));
  EXPECT_THROW(server.whole().migrate(), database::unavailable_error);
}

TEST_F(session, tls_with_the_right_authority_and_name_works) {
  backend server{own.tls_url("sslmode=verify-full&sslrootcert=" + setting("TODOD_TEST_CA"))};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  EXPECT_EQ(own.server().run("select count(*) from pg_stat_ssl join pg_stat_activity using (pid) "
                             "where ssl and application_name = 'todod' and datname = '" +
                             own.name() + "'"),
            sessions());
}

TEST_F(session, large_answers_come_whole_through_tls) {
  backend server{own.tls_url("sslmode=require")};
  const std::string long_text(16'000, 'x');
  for (unsigned i = 0; i < 50; ++i) {
    create_call call{alice, {numbered(i)}, draft("t", long_text), {}, {}, {}};
    begin(server, call);
    ASSERT_EQ(end(server, call), create_outcome::created);
  }
  for (int round = 0; round < 20; ++round) {
    collector out;
    page_request page;
    ASSERT_TRUE(server.run(server.tasks().list(alice, page, out)).has_value());
    ASSERT_EQ(out.tasks.size(), 50U);
    EXPECT_EQ(out.tasks[7].description, long_text);
  }
}

TEST_F(session, a_certificate_of_another_name_is_refused) {
  std::string url = own.tls_url("sslmode=verify-full&sslrootcert=" + setting("TODOD_TEST_CA"));
  url.replace(url.find("@localhost"), 10, "@127.0.0.1");
  backend server{url};
  ASSERT_TRUE(server.turn_until([&] { return !server.events.all("lost").empty(); }));
  EXPECT_THAT(server.events.all("lost"), Contains(HasSubstr("certificate")));
  EXPECT_EQ(sessions(), "0");
}

TEST_F(session, a_neon_url_works_and_names_what_libpq_does_not_know) {
  backend server{own.tls_url(
      "sslmode=require&channel_binding=require&pgbouncer=true&schema=public&pool_timeout=0")};
  EXPECT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  EXPECT_THAT(server.events.all("warning"),
              ElementsAre(HasSubstr("pgbouncer"), HasSubstr("schema"), HasSubstr("pool_timeout")));
}

TEST_F(session, a_second_host_is_tried_when_the_first_is_away) {
  std::string url = own.url("target_session_attrs=read-write");
  url.replace(url.find('@'), 1, "@127.0.0.1:1,");
  backend server{url};
  EXPECT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
}

/// A read under way and those begun after it.
struct reads_under_way {
  reads_under_way(backend& under_test, user_id of) : server(under_test), owner(std::move(of)) {}
  void begin() {
    auto& out = outs.emplace_back();
    states.push_back(server.start(server.tasks().find(owner, id, out)));
  }
  bool wait_as(std::vector<std::size_t> in_flight, std::size_t queued) {
    return server.turn_until([&] {
      std::vector<std::size_t> flying;
      std::size_t waiting = 0;
      for (const auto& lane : server.whole().stats()) {
        if (lane.name != "reads") continue;
        flying.push_back(lane.in_flight);
        waiting += lane.queued;
      }
      return flying == in_flight && waiting == queued;
    });
  }
  void expect_all_found() {
    for (std::size_t i = 0; i < states.size(); ++i) {
      EXPECT_EQ(server.finish(states[i]), true) << i;
      EXPECT_EQ(outs[i].tasks.size(), 1U) << i;
    }
  }
  backend& server;
  user_id owner;
  task_id id = numbered(1);
  std::deque<collector> outs;
  std::vector<under_way_ptr<result<bool>>> states;
};

TEST_F(session, eight_reads_that_wait_go_to_a_second_session) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  ASSERT_TRUE(server.turn_until_connected());
  auto other = own.open();
  other.run("begin; lock table tasks in access exclusive mode");
  reads_under_way reads{server, alice};
  reads.begin();
  ASSERT_TRUE(reads.wait_as({1, 0}, 0));
  for (int i = 0; i < 7; ++i)
    reads.begin();
  server.io.run_for(50ms);  // nothing makes them leave
  EXPECT_TRUE(reads.wait_as({1, 0}, 7));
  reads.begin();
  EXPECT_TRUE(reads.wait_as({1, 8}, 0));
  for (int i = 0; i < 20; ++i)
    reads.begin();
  EXPECT_TRUE(reads.wait_as({1, 8}, 20)) << "both are busy";
  other.run("rollback");
  reads.expect_all_found();
}

TEST_F(session, reads_need_one_of_their_two_sessions_only) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  ASSERT_TRUE(read(server, alice, numbered(1)).has_value());
  ASSERT_TRUE(server.turn_until_connected());
  const std::string first_to_read = "from pg_stat_activity where datname = '" + own.name() +
                                    "' and query like '%from tasks where%'";
  ASSERT_EQ(own.server().run("select count(*) " + first_to_read), "1");
  own.server().run("alter database " + own.name() + " allow_connections false");
  own.server().run("select pg_terminate_backend(pid) " + first_to_read);
  ASSERT_TRUE(server.turn_until([&] { return !server.is_connected("reads"); }));
  reads_under_way reads{server, alice};
  for (int i = 0; i < 3; ++i)
    reads.begin();
  reads.expect_all_found();
  EXPECT_FALSE(server.is_connected("reads"));
  own.server().run("alter database " + own.name() + " allow_connections true");
}

TEST_F(session, a_server_that_takes_no_writes_is_left_until_one_does) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  demote(server);
  std::deque<create_call> calls;
  for (unsigned i = 2; i < 12; ++i)
    begin(server, calls.emplace_back(create_call{alice, {numbered(i)}, draft("b"), {}, {}, {}}));
  const auto refusals = [&] {
    return std::ranges::count_if(server.events.all("lost"), [](const std::string& text) {
      return text == "writes: the server takes no writes";
    });
  };
  // More often than what an operation may lose sessions for other reasons.
  ASSERT_TRUE(server.turn_until([&] { return refusals() >= 5; }));
  EXPECT_TRUE(read(server, alice, numbered(1)).has_value());
  EXPECT_EQ(server.events.all("lost").size(), lanes_count + static_cast<std::size_t>(refusals()));
  own.server().run("alter database " + own.name() + " reset default_transaction_read_only");
  for (auto& call : calls)
    EXPECT_EQ(end(server, call), create_outcome::created);
  EXPECT_EQ(own.open().run("select count(*) from tasks"), "11");
}

TEST_F(session, a_server_that_stays_read_only_makes_writes_unavailable) {
  backend server{own.url()};
  ASSERT_EQ(store(server, alice, numbered(1), "a"), create_outcome::created);
  demote(server);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(store(server, alice, numbered(2), "b"), std::unexpected(failure::unavailable));
  EXPECT_LE(std::chrono::steady_clock::now() - begun, 11s);
  // Later attempts come less often: at least 50, 100, 200, 400 ms apart, then 500, within 10 s.
  EXPECT_LE(server.events.all("lost").size(), lanes_count + 4U + 19U);
}

}  // namespace
}  // namespace todod::test
