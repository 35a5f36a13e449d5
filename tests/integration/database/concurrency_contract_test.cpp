// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "integration/database/task_repository_contract.hpp"

#include <array>
#include <deque>
#include <map>

namespace todod::test {
namespace {

template <class T>
std::vector<T> answers(std::vector<std::future<database::result<T>>> under_way) {
  std::vector<T> all;
  for (auto& one : under_way)
    all.push_back(tasks_of::value(wait_for(std::move(one))));
  return all;
}

TEST_P(task_repository_contract, a_create_repeated_at_once_happens_once) {
  event_loop other_loop(database->get());
  tasks_of alice_elsewhere(other_loop, "alice");
  const auto wanted = draft("once");
  std::vector<std::future<database::result<create_answer>>> under_way;
  for (std::uint32_t i = 0; i < 50; ++i) {
    auto& tasks = i % 2 == 0 ? alice : alice_elsewhere;
    under_way.push_back(tasks.begin_create(id_of(i), wanted, at(i), once("k", wanted)));
  }
  std::map<create_outcome, int> outcomes;
  for (const auto& answer : answers(std::move(under_way))) {
    ++outcomes[answer.outcome];
    ASSERT_TRUE(answer.task);
    EXPECT_EQ(answer.task, alice.find(answer.task->id));
  }
  EXPECT_EQ(outcomes[create_outcome::created], 1);
  EXPECT_EQ(outcomes[create_outcome::replayed], 49);
  EXPECT_EQ(alice.list({}).tasks.size(), 1U);
}

TEST_P(task_repository_contract, of_two_tasks_under_one_key_at_once_one_wins) {
  std::vector<std::future<database::result<create_answer>>> under_way;
  for (std::uint32_t i = 0; i < 20; ++i) {
    const auto wanted = draft("variant " + std::to_string(i));
    under_way.push_back(alice.begin_create(id_of(i), wanted, at(0), once("k", wanted)));
  }
  std::map<create_outcome, int> outcomes;
  for (const auto& answer : answers(std::move(under_way)))
    ++outcomes[answer.outcome];
  EXPECT_EQ(outcomes[create_outcome::created], 1);
  EXPECT_EQ(outcomes[create_outcome::key_reused], 19);
}

TEST_P(task_repository_contract, one_id_at_once_is_created_once) {
  std::vector<std::future<database::result<create_answer>>> under_way;
  for (std::uint32_t i = 0; i < 20; ++i)
    under_way.push_back(alice.begin_create(id_of(1), draft("task")));
  std::map<create_outcome, int> outcomes;
  for (const auto& answer : answers(std::move(under_way)))
    ++outcomes[answer.outcome];
  EXPECT_EQ(outcomes[create_outcome::created], 1);
  EXPECT_EQ(outcomes[create_outcome::exists], 19);
}

TEST_P(task_repository_contract, of_two_writers_with_one_version_exactly_one_succeeds) {
  event_loop other_loop(database->get());
  tasks_of alice_elsewhere(other_loop, "alice");
  alice.create(id_of(1), draft("task"));
  for (std::int64_t version = 1; version <= 20; ++version) {
    std::vector<std::future<database::result<write_answer>>> under_way;
    for (int i = 0; i < 8; ++i) {
      auto& tasks = i % 2 == 0 ? alice : alice_elsewhere;
      under_way.push_back(tasks.begin_update(id_of(1), completion(completion_change::toggle),
                                             at(version), versions({version})));
    }
    std::map<write_outcome, int> outcomes;
    for (const auto& answer : answers(std::move(under_way)))
      ++outcomes[answer.outcome];
    EXPECT_EQ(outcomes[write_outcome::done], 1);
    EXPECT_EQ(outcomes[write_outcome::precondition_failed], 7);
  }
  EXPECT_EQ(alice.find(id_of(1))->version, 21);
}

TEST_P(task_repository_contract, writes_to_one_task_keep_their_order) {
  alice.create(id_of(1), draft("0"));
  std::vector<std::future<database::result<write_answer>>> under_way;
  for (int i = 1; i <= 100; ++i)
    under_way.push_back(alice.begin_update(id_of(1), titled(std::to_string(i)), at(i)));
  const auto all = answers(std::move(under_way));
  for (std::size_t i = 0; i < all.size(); ++i) {
    ASSERT_TRUE(all[i].task);
    EXPECT_EQ(all[i].task->title, std::to_string(i + 1));
    EXPECT_EQ(all[i].task->version, static_cast<std::int64_t>(i) + 2);
  }
  EXPECT_EQ(alice.find(id_of(1)), all.back().task);
}

TEST_P(task_repository_contract, a_task_is_created_changed_and_deleted_in_one_go) {
  auto created = alice.begin_create(id_of(1), draft("task"), at(0));
  auto changed = alice.begin_update(id_of(1), titled("changed"), at(1));
  auto removed = alice.begin_remove(id_of(1), versions({2}));
  auto missed = alice.begin_update(id_of(1), titled("too late"), at(2));
  EXPECT_EQ(tasks_of::value(wait_for(std::move(created))).outcome, create_outcome::created);
  EXPECT_EQ(tasks_of::value(wait_for(std::move(changed))).task->version, 2);
  EXPECT_EQ(tasks_of::value(wait_for(std::move(removed))), write_outcome::done);
  EXPECT_EQ(tasks_of::value(wait_for(std::move(missed))).outcome, write_outcome::not_found);
  EXPECT_EQ(alice.find(id_of(1)), std::nullopt);
}

/// One client's life: every step must be seen by the next.
database::awaitable<int> live(database::task_repository& tasks, user_id owner,
                              std::uint32_t first_id, int rounds) {
  int mishaps = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto id = id_of(first_id + static_cast<std::uint32_t>(round));
    const auto wanted = draft("task");
    const std::optional<database::idempotency> no_key;
    const precondition none;
    const auto patch = completion(completion_change::toggle);
    task_collector out;
    const auto created = co_await tasks.create(owner, {id}, wanted, at(round), no_key, out);
    mishaps += !created || *created != create_outcome::created;
    const auto found = co_await tasks.find(owner, id, out);
    mishaps += !found || !*found;
    const auto changed = co_await tasks.update(owner, id, patch, none, at(round), out);
    mishaps += !changed || *changed != write_outcome::done;
    mishaps += out.tasks.size() != 3 || out.tasks.back().version != 2;
    if (round % 2 == 0) {
      const auto removed = co_await tasks.remove(owner, id, none);
      mishaps += !removed || *removed != write_outcome::done;
    }
  }
  co_return mishaps;
}

TEST_P(task_repository_contract, thousands_of_operations_from_several_loops_agree) {
  constexpr int loop_count = 4;
  constexpr int clients_per_loop = 32;
  constexpr int rounds = 12;
  std::deque<event_loop> loops;
  for (int i = 0; i < loop_count; ++i)
    loops.emplace_back(database->get());
  std::vector<std::future<int>> clients;
  for (std::uint32_t client = 0; client < loop_count * clients_per_loop; ++client) {
    auto& on = loops[client % loop_count];
    // clients 0 and 5, on two loops, share an owner, as do 1 and 6, ...
    const auto owner = user("user " + std::to_string(client % 5));
    clients.push_back(on.begin(live(on.repository(), owner, client * 1'000, rounds)));
  }
  for (auto& client : clients)
    EXPECT_EQ(wait_for(std::move(client)), 0);
  std::size_t left = 0;
  for (int i = 0; i < 5; ++i) {
    tasks_of owner(loop, "user " + std::to_string(i));
    const auto tasks = owner.list({}).tasks;
    left += tasks.size();
    for (const auto& task : tasks)
      EXPECT_EQ(task.version, 2);
  }
  EXPECT_EQ(left, static_cast<std::size_t>(loop_count * clients_per_loop * rounds / 2));
}

TEST_P(task_repository_contract, what_is_answered_is_told) {
  alice.create(id_of(1), draft("task"));
  alice.find(id_of(1));
  const auto statements = events.statements();
  ASSERT_GE(statements.size(), 2U);
  for (const auto& statement : statements) {
    EXPECT_TRUE(statement.ok) << statement.name;
    EXPECT_GT(statement.duration.count(), 0) << statement.name;
  }
}

TEST_P(task_repository_contract, lanes_show_in_the_stats) {
  const auto lanes = database->get().stats();
  ASSERT_FALSE(lanes.empty());
  for (const auto& lane : lanes) {
    EXPECT_FALSE(lane.name.empty());
    EXPECT_EQ(lane.queued, 0U) << lane.name;
  }
  EXPECT_FALSE(database->get().description().empty());
}

}  // namespace
}  // namespace todod::test
