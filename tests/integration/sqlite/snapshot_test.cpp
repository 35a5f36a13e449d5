// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The reads of one event-loop turn share a snapshot: none may be older than an answered write.
#include "integration/sqlite/sqlite_test.hpp"

namespace todod::test {
namespace {

using sqlite_snapshot = sqlite_test;

/// How many of two reads in one turn of `here` find the task; it is created through `elsewhere`
/// between them.
database::awaitable<std::size_t> read_create_read(event_loop& here, tasks_of elsewhere) {
  task_collector seen;
  const user_id alice = user("alice");
  EXPECT_EQ(co_await here.repository().find(alice, id_of(1), seen), false);
  elsewhere.create(id_of(1), draft("task"));  // blocks this loop: the turn goes on
  EXPECT_EQ(co_await here.repository().find(alice, id_of(1), seen), true);
  co_return seen.tasks.size();
}

TEST_F(sqlite_snapshot, a_read_sees_what_another_thread_wrote_in_the_same_turn) {
  const auto database = started();
  event_loop here(*database);
  event_loop there(*database);
  EXPECT_EQ(here.run(read_create_read(here, tasks_of(there, "alice"))), 1U);
}

TEST_F(sqlite_snapshot, no_snapshot_outlives_its_turn) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  alice.create(id_of(1), draft("task"));
  EXPECT_TRUE(alice.find(id_of(1)).has_value());
  loop.run([]() -> database::awaitable<void> { co_return; }());  // the next turn
  // A checkpoint that empties the WAL needs every reader to have let go of it.
  auto db = foreign();
  statement emptied(db, "pragma wal_checkpoint(truncate)");
  ASSERT_TRUE(emptied.step());
  EXPECT_EQ(emptied.number(0), 0) << "a reader still holds the WAL";
}

}  // namespace
}  // namespace todod::test
