// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "integration/database/task_repository_contract.hpp"

namespace todod::test {
namespace {

using testing::AllOf;
using testing::Optional;

TEST_P(task_repository_contract, a_created_task_is_found_as_it_was_sent) {
  auto wanted = draft("Buy milk");
  wanted.description = description("two litres\n\tif they have\r\n");
  const auto answer = alice.create(id_of(1), wanted, at(5));
  EXPECT_EQ(answer.outcome, create_outcome::created);
  ASSERT_TRUE(answer.task);
  EXPECT_EQ(answer.task->id, id_of(1));
  EXPECT_EQ(answer.task->title, "Buy milk");
  EXPECT_EQ(answer.task->description, "two litres\n\tif they have\r\n");
  EXPECT_EQ(answer.task->created_at, at(5));
  EXPECT_EQ(answer.task->updated_at, at(5));
  EXPECT_EQ(answer.task->completed_at, std::nullopt);
  EXPECT_EQ(answer.task->version, 1);
  EXPECT_EQ(alice.find(id_of(1)), answer.task);
}

TEST_P(task_repository_contract, a_task_created_completed_was_completed_when_it_was_created) {
  const auto answer = alice.create(id_of(1), draft("done", task_status::completed), at(7));
  ASSERT_TRUE(answer.task);
  EXPECT_EQ(answer.task->completed_at, at(7));
  EXPECT_EQ(alice.find(id_of(1)), answer.task);
}

TEST_P(task_repository_contract, no_description_and_an_empty_one_differ) {
  auto empty = draft("empty");
  empty.description = description("");
  alice.create(id_of(1), empty);
  alice.create(id_of(2), draft("none"));
  EXPECT_EQ(alice.find(id_of(1))->description, "");
  EXPECT_EQ(alice.find(id_of(2))->description, std::nullopt);
}

TEST_P(task_repository_contract, the_longest_texts_come_back_whole) {
  std::string longest_title;
  for (std::size_t i = 0; i < task_title::length_max; ++i)
    longest_title += "\U0001F9FA";
  std::string longest_description;
  for (std::size_t i = 0; i < task_description::length_max; ++i)
    longest_description += "\U0010FFFF";
  auto wanted = draft(longest_title);
  wanted.description = description(longest_description);
  tasks_of longest_user(loop, std::string(user_id::length_max_bytes, 'u'));
  longest_user.create(id_of(1), wanted);
  const auto found = longest_user.find(id_of(1));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, longest_title);
  EXPECT_EQ(found->description, longest_description);
}

TEST_P(task_repository_contract, texts_that_look_like_statements_are_texts) {
  const std::string text = "'); drop table tasks; -- \" \\ $1 ?1 :a %s";
  auto wanted = draft(text);
  wanted.description = description(text);
  tasks_of odd(loop, text);
  odd.create(id_of(1), wanted);
  EXPECT_EQ(odd.find(id_of(1))->title, text);
  EXPECT_EQ(odd.find(id_of(1))->description, text);
}

TEST_P(task_repository_contract, a_task_that_never_was_is_not_found) {
  EXPECT_EQ(alice.find(id_of(1)), std::nullopt);  // nor is the user
  alice.create(id_of(1), draft("one"));
  EXPECT_EQ(alice.find(id_of(2)), std::nullopt);
}

TEST_P(task_repository_contract, an_id_that_the_owner_has_is_not_created_twice) {
  const auto first = alice.create(id_of(1), draft("first"), at(0));
  const auto second = alice.create(id_of(1), draft("second"), at(9));
  EXPECT_EQ(second.outcome, create_outcome::exists);
  EXPECT_EQ(second.task, std::nullopt);
  EXPECT_EQ(alice.find(id_of(1)), first.task);
}

TEST_P(task_repository_contract, a_fresh_id_serves_like_any_other) {
  alice.create(id_of(1), draft("makes her known"));
  const auto pending = alice.create_fresh(id_of(2), draft("pending"), at(5));
  const auto completed =
      alice.create_fresh(id_of(3), draft("completed", task_status::completed), at(7));
  EXPECT_EQ(pending.outcome, create_outcome::created);
  EXPECT_EQ(completed.outcome, create_outcome::created);
  EXPECT_EQ(pending.task->created_at, at(5));
  EXPECT_EQ(completed.task->completed_at, at(7));
  EXPECT_EQ(alice.find(id_of(2)), pending.task);
  EXPECT_EQ(alice.find(id_of(3)), completed.task);
  EXPECT_EQ(bob.create_fresh(id_of(2), draft("of somebody new")).outcome, create_outcome::created);
}

TEST_P(task_repository_contract, a_fresh_id_that_is_taken_after_all_creates_nothing) {
  const auto first = alice.create(id_of(1), draft("first"), at(0));
  const auto second = alice.create_fresh(id_of(1), draft("second"), at(9));
  EXPECT_EQ(second.outcome, create_outcome::exists);
  EXPECT_EQ(second.task, std::nullopt);
  EXPECT_EQ(alice.find(id_of(1)), first.task);
}

TEST_P(task_repository_contract, two_owners_may_have_the_same_id) {
  EXPECT_EQ(alice.create(id_of(1), draft("hers")).outcome, create_outcome::created);
  EXPECT_EQ(bob.create(id_of(1), draft("his")).outcome, create_outcome::created);
  EXPECT_EQ(alice.find(id_of(1))->title, "hers");
  EXPECT_EQ(bob.find(id_of(1))->title, "his");
}

TEST_P(task_repository_contract, owners_are_told_apart_byte_by_byte) {
  tasks_of upper(loop, "ALICE");
  tasks_of spaced(loop, "alice ");
  tasks_of composed(loop, "\u00e9");
  tasks_of decomposed(loop, "e\u0301");
  alice.create(id_of(1), draft("hers"));
  composed.create(id_of(1), draft("composed"));
  EXPECT_EQ(upper.find(id_of(1)), std::nullopt);
  EXPECT_EQ(spaced.find(id_of(1)), std::nullopt);
  EXPECT_EQ(decomposed.find(id_of(1)), std::nullopt);
}

TEST_P(task_repository_contract, a_repeated_create_is_replayed_with_the_task_as_it_now_is) {
  const auto wanted = draft("once");
  EXPECT_EQ(alice.create(id_of(1), wanted, at(0), once("k", wanted)).outcome,
            create_outcome::created);
  alice.update(id_of(1), titled("changed since"), at(50));
  const auto replay = alice.create(id_of(2), wanted, at(99), once("k", wanted));
  EXPECT_EQ(replay.outcome, create_outcome::replayed);
  ASSERT_TRUE(replay.task);
  EXPECT_EQ(replay.task->id, id_of(1));
  EXPECT_EQ(replay.task->title, "changed since");
  EXPECT_EQ(replay.task->version, 2);
  EXPECT_EQ(alice.find(id_of(2)), std::nullopt);
}

TEST_P(task_repository_contract, a_key_does_not_serve_for_another_task) {
  const auto wanted = draft("one");
  alice.create(id_of(1), wanted, at(0), once("k", wanted));
  const auto other = draft("another");
  const auto answer = alice.create(id_of(2), other, at(0), once("k", other));
  EXPECT_EQ(answer.outcome, create_outcome::key_reused);
  EXPECT_EQ(answer.task, std::nullopt);
  EXPECT_EQ(alice.find(id_of(2)), std::nullopt);
}

TEST_P(task_repository_contract, keys_are_told_apart_byte_by_byte_and_by_owner) {
  const auto wanted = draft("one");
  alice.create(id_of(1), wanted, at(0), once("k", wanted));
  EXPECT_EQ(alice.create(id_of(2), wanted, at(0), once("K", wanted)).outcome,
            create_outcome::created);
  EXPECT_EQ(bob.create(id_of(1), wanted, at(0), once("k", wanted)).outcome,
            create_outcome::created);
}

TEST_P(task_repository_contract, a_new_key_with_an_id_that_exists_creates_nothing) {
  const auto wanted = draft("one");
  alice.create(id_of(1), wanted, at(0), once("k", wanted));
  EXPECT_EQ(alice.create(id_of(1), wanted, at(0), once("l", wanted)).outcome,
            create_outcome::exists);
  // the key was not used up by that
  EXPECT_EQ(alice.create(id_of(2), wanted, at(0), once("l", wanted)).outcome,
            create_outcome::created);
}

TEST_P(task_repository_contract, a_replay_may_bring_the_id_it_brought_before) {
  const auto wanted = draft("one");
  alice.create(id_of(1), wanted, at(0), once("k", wanted));
  EXPECT_EQ(alice.create(id_of(1), wanted, at(0), once("k", wanted)).outcome,
            create_outcome::replayed);
}

TEST_P(task_repository_contract, a_key_lives_as_long_as_its_task) {
  const auto wanted = draft("one");
  alice.create(id_of(1), wanted, at(0), once("k", wanted));
  alice.create(id_of(2), wanted, at(0), once("l", wanted));
  EXPECT_EQ(alice.remove(id_of(1)), write_outcome::done);
  EXPECT_EQ(alice.create(id_of(3), wanted, at(0), once("k", wanted)).outcome,
            create_outcome::created);
  alice.remove_all(status_filter::all);
  const auto other = draft("another");
  EXPECT_EQ(alice.create(id_of(4), other, at(0), once("l", other)).outcome,
            create_outcome::created);
}

TEST_P(task_repository_contract, a_statement_can_be_run) {
  EXPECT_TRUE(loop.run(loop.repository().check()));
}

}  // namespace
}  // namespace todod::test
