// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "integration/database/task_repository_contract.hpp"

#include <random>

namespace todod::test {
namespace {

TEST_P(task_repository_contract, a_patch_changes_what_it_names_and_nothing_else) {
  auto wanted = draft("before");
  wanted.description = description("kept");
  alice.create(id_of(1), wanted, at(0));
  alice.create(id_of(2), draft("another"), at(0));
  const auto answer = alice.update(id_of(1), titled("after"), at(10));
  EXPECT_EQ(answer.outcome, write_outcome::done);
  ASSERT_TRUE(answer.task);
  EXPECT_EQ(answer.task->title, "after");
  EXPECT_EQ(answer.task->description, "kept");
  EXPECT_EQ(answer.task->created_at, at(0));
  EXPECT_EQ(answer.task->updated_at, at(10));
  EXPECT_EQ(answer.task->completed_at, std::nullopt);
  EXPECT_EQ(answer.task->version, 2);
  EXPECT_EQ(alice.find(id_of(1)), answer.task);
  EXPECT_EQ(alice.find(id_of(2))->version, 1);
}

TEST_P(task_repository_contract, a_description_is_set_kept_and_cleared) {
  alice.create(id_of(1), draft("task"), at(0));
  task_patch set;
  set.description = description("");
  EXPECT_EQ(alice.update(id_of(1), set, at(1)).task->description, "");
  EXPECT_EQ(alice.update(id_of(1), titled("other"), at(2)).task->description, "");
  task_patch clear;
  clear.description.emplace(std::nullopt);
  EXPECT_EQ(alice.update(id_of(1), clear, at(3)).task->description, std::nullopt);
  EXPECT_EQ(alice.find(id_of(1))->version, 4);
  EXPECT_EQ(alice.update(id_of(1), clear, at(4)).task->version, 4);
}

TEST_P(task_repository_contract, what_changes_nothing_keeps_version_and_time) {
  auto wanted = draft("same", task_status::completed);
  wanted.description = description("same");
  const auto before = alice.create(id_of(1), wanted, at(0)).task;
  auto same = titled("same");
  same.description = description("same");
  same.completion = completion_change::set_completed;
  for (const auto& patch : {same, task_patch{}}) {
    const auto answer = alice.update(id_of(1), patch, at(1'000));
    EXPECT_EQ(answer.outcome, write_outcome::done);
    EXPECT_EQ(answer.task, before);
    EXPECT_EQ(alice.find(id_of(1)), before);
  }
}

TEST_P(task_repository_contract, completion_is_set_unset_and_toggled) {
  alice.create(id_of(1), draft("task"), at(0));
  EXPECT_EQ(alice.update(id_of(1), completion(completion_change::set_completed), at(1))
                .task->completed_at,
            at(1));
  // setting it again does not move it
  EXPECT_EQ(alice.update(id_of(1), completion(completion_change::set_completed), at(2))
                .task->completed_at,
            at(1));
  EXPECT_EQ(alice.update(id_of(1), completion(completion_change::toggle), at(3)).task->completed_at,
            std::nullopt);
  EXPECT_EQ(alice.update(id_of(1), completion(completion_change::toggle), at(4)).task->completed_at,
            at(4));
  EXPECT_EQ(
      alice.update(id_of(1), completion(completion_change::set_pending), at(5)).task->completed_at,
      std::nullopt);
  EXPECT_EQ(alice.find(id_of(1))->version, 5);
}

TEST_P(task_repository_contract, time_moves_on_though_the_clock_stands_still_or_steps_back) {
  alice.create(id_of(1), draft("0"), at(100));
  EXPECT_EQ(alice.update(id_of(1), titled("1"), at(100)).task->updated_at, at(101));
  EXPECT_EQ(alice.update(id_of(1), titled("2"), at(-5'000)).task->updated_at, at(102));
  const auto completed =
      alice.update(id_of(1), completion(completion_change::set_completed), at(0)).task;
  EXPECT_EQ(completed->updated_at, at(103));
  EXPECT_EQ(completed->completed_at, at(103));
  EXPECT_EQ(alice.find(id_of(1)), completed);
}

TEST_P(task_repository_contract, a_missing_task_is_not_changed) {
  EXPECT_EQ(alice.update(id_of(1), titled("x")).outcome, write_outcome::not_found);
  bob.create(id_of(1), draft("his"));
  const auto answer = alice.update(id_of(1), titled("hers"));
  EXPECT_EQ(answer.outcome, write_outcome::not_found);
  EXPECT_EQ(answer.task, std::nullopt);
  // a condition makes no difference
  EXPECT_EQ(alice.update(id_of(1), titled("x"), at(0), versions({1})).outcome,
            write_outcome::not_found);
  EXPECT_EQ(bob.find(id_of(1))->title, "his");
}

TEST_P(task_repository_contract, a_change_happens_only_at_a_version_that_the_condition_allows) {
  const auto before = alice.create(id_of(1), draft("first"), at(0)).task;
  for (const auto& condition : {versions({}), versions({2}), versions({0, 2, 3, 4})}) {
    const auto answer = alice.update(id_of(1), titled("x"), at(1), condition);
    EXPECT_EQ(answer.outcome, write_outcome::precondition_failed);
    EXPECT_EQ(answer.task, std::nullopt);
    EXPECT_EQ(alice.find(id_of(1)), before);
  }
  EXPECT_EQ(alice.update(id_of(1), titled("second"), at(1), versions({1})).outcome,
            write_outcome::done);
  EXPECT_EQ(alice.update(id_of(1), titled("third"), at(2), versions({7, 2, 9})).outcome,
            write_outcome::done);
  EXPECT_EQ(alice.find(id_of(1))->version, 3);
}

TEST_P(task_repository_contract, the_condition_holds_for_a_change_of_nothing_too) {
  alice.create(id_of(1), draft("first"), at(0));
  EXPECT_EQ(alice.update(id_of(1), task_patch{}, at(1), versions({2})).outcome,
            write_outcome::precondition_failed);
  EXPECT_EQ(alice.update(id_of(1), task_patch{}, at(1), versions({1})).outcome,
            write_outcome::done);
}

TEST_P(task_repository_contract, changes_agree_with_the_model) {
  std::mt19937 random(20260109);
  const auto pick = [&](std::uint32_t below) { return random() % below; };
  auto expected = *alice.create(id_of(1), draft("a"), at(0)).task;
  for (int round = 0; round < 300; ++round) {
    task_patch patch;
    if (pick(2) == 0) patch.title = title(pick(2) == 0 ? "a" : "b");
    if (pick(2) == 0) {
      patch.description.emplace(std::nullopt);
      if (pick(3) != 0) patch.description = description(pick(2) == 0 ? "" : "text");
    }
    patch.completion = static_cast<completion_change>(pick(4));
    const auto now = at(static_cast<std::int64_t>(pick(200)));
    const auto model = apply(patch, expected.view(), now);
    if (patch.title) expected.title = patch.title->text();
    if (patch.description) {
      expected.description.reset();
      if (*patch.description) expected.description = (*patch.description)->text();
    }
    expected.completed_at = model.completed_at;
    expected.updated_at = model.updated_at;
    expected.version = model.version;
    ASSERT_EQ(alice.update(id_of(1), patch, now).task, expected) << "round " << round;
    ASSERT_EQ(alice.find(id_of(1)), expected) << "round " << round;
  }
}

TEST_P(task_repository_contract, a_deleted_task_is_gone_for_its_owner_alone) {
  alice.create(id_of(1), draft("hers"));
  bob.create(id_of(1), draft("his"));
  EXPECT_EQ(alice.remove(id_of(1)), write_outcome::done);
  EXPECT_EQ(alice.find(id_of(1)), std::nullopt);
  EXPECT_EQ(alice.remove(id_of(1)), write_outcome::not_found);
  EXPECT_EQ(bob.find(id_of(1))->title, "his");
  tasks_of nobody(loop, "nobody");
  EXPECT_EQ(nobody.remove(id_of(1)), write_outcome::not_found);
}

TEST_P(task_repository_contract, a_task_is_deleted_only_at_a_version_that_the_condition_allows) {
  alice.create(id_of(1), draft("task"));
  EXPECT_EQ(alice.remove(id_of(1), versions({2})), write_outcome::precondition_failed);
  EXPECT_EQ(alice.remove(id_of(1), versions({})), write_outcome::precondition_failed);
  EXPECT_EQ(alice.remove(id_of(2), versions({1})), write_outcome::not_found);
  EXPECT_TRUE(alice.find(id_of(1)));
  EXPECT_EQ(alice.remove(id_of(1), versions({3, 1})), write_outcome::done);
}

TEST_P(task_repository_contract, deleting_all_takes_those_of_the_status_and_counts_them) {
  const auto fill = [](tasks_of& tasks) {
    for (std::uint32_t i = 0; i < 5; ++i)
      tasks.create(id_of(i), draft("p"));
    for (std::uint32_t i = 5; i < 8; ++i)
      tasks.create(id_of(i), draft("c", task_status::completed));
  };
  fill(alice);
  fill(bob);
  EXPECT_EQ(alice.remove_all(status_filter::completed), 3U);
  EXPECT_EQ(alice.remove_all(status_filter::completed), 0U);
  EXPECT_EQ(alice.list({}).tasks.size(), 5U);
  EXPECT_EQ(alice.remove_all(status_filter::pending), 5U);
  fill(alice);
  EXPECT_EQ(alice.remove_all(status_filter::all), 8U);
  EXPECT_TRUE(alice.list({}).tasks.empty());
  EXPECT_EQ(bob.list({}).tasks.size(), 8U);
  tasks_of nobody(loop, "nobody");
  EXPECT_EQ(nobody.remove_all(status_filter::all), 0U);
}

TEST_P(task_repository_contract, a_task_may_come_back_under_its_id) {
  alice.create(id_of(1), draft("first"), at(0));
  alice.update(id_of(1), titled("changed"), at(1));
  alice.remove(id_of(1));
  const auto again = alice.create(id_of(1), draft("again"), at(2));
  EXPECT_EQ(again.outcome, create_outcome::created);
  EXPECT_EQ(again.task->version, 1);
  EXPECT_EQ(alice.find(id_of(1)), again.task);
}

}  // namespace
}  // namespace todod::test
