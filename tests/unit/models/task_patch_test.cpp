// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task_patch.hpp"

#include <gtest/gtest.h>

using namespace todod;
using std::chrono::milliseconds;

namespace {

constexpr timestamp at(std::int64_t count) {
  return timestamp{milliseconds{count}};
}

task_view stored(std::optional<timestamp> completed_at = {}) {
  task_view task;
  task.title = "Buy milk";
  task.description = "two bottles";
  task.created_at = at(1'000);
  task.updated_at = at(2'000);
  task.completed_at = completed_at;
  task.version = 7;
  return task;
}

task_patch titled(std::string_view title) {
  task_patch patch;
  patch.title = *task_title::parse(title);
  return patch;
}

task_patch described(std::optional<std::string_view> text) {
  task_patch patch;
  patch.description.emplace();
  if (text) *patch.description = *task_description::parse(*text);
  return patch;
}

task_patch completing(completion_change change) {
  task_patch patch;
  patch.completion = change;
  return patch;
}

void expect_unchanged(const task_patch& patch, const task_view& task) {
  const auto result = apply(patch, task, at(9'000));
  EXPECT_FALSE(result.changed);
  EXPECT_EQ(result.version, task.version);
  EXPECT_EQ(result.updated_at, task.updated_at);
  EXPECT_EQ(result.completed_at, task.completed_at);
}

}  // namespace

TEST(task_patch, that_names_nothing_changes_nothing) {
  EXPECT_TRUE(task_patch{}.names_nothing());
  expect_unchanged({}, stored());
  expect_unchanged({}, stored(at(1'500)));
}

TEST(task_patch, that_says_what_is_there_changes_nothing) {
  expect_unchanged(titled("Buy milk"), stored());
  expect_unchanged(described("two bottles"), stored());
  expect_unchanged(completing(completion_change::set_pending), stored());
  expect_unchanged(completing(completion_change::set_completed), stored(at(1'500)));
  auto bare = stored();
  bare.description.reset();
  expect_unchanged(described(std::nullopt), bare);
}

TEST(task_patch, names_something_also_where_it_changes_nothing) {
  EXPECT_FALSE(titled("Buy milk").names_nothing());
  EXPECT_FALSE(described(std::nullopt).names_nothing());
  EXPECT_FALSE(completing(completion_change::toggle).names_nothing());
}

TEST(task_patch, that_changes_content_raises_the_version_by_one) {
  auto bare = stored();
  bare.description.reset();
  const std::pair<task_patch, task_view> changes[] = {
      {titled("Buy Milk"), stored()},
      {described(std::nullopt), stored()},
      {described(""), stored()},
      {described("three bottles"), stored()},
      {described(""), bare},
      {completing(completion_change::set_completed), stored()},
      {completing(completion_change::set_pending), stored(at(1'500))},
      {completing(completion_change::toggle), stored()},
      {completing(completion_change::toggle), stored(at(1'500))},
  };
  for (const auto& [patch, task] : changes) {
    const auto result = apply(patch, task, at(9'000));
    EXPECT_TRUE(result.changed);
    EXPECT_EQ(result.version, 8);
    EXPECT_EQ(result.updated_at, at(9'000));
  }
}

TEST(task_patch, moves_updated_at_by_at_least_a_millisecond) {
  const auto task = stored();
  for (const auto now : {-5'000, 0, 1'999, 2'000, 2'001}) {
    EXPECT_EQ(apply(titled("x"), task, at(now)).updated_at, at(2'001)) << now;
  }
  EXPECT_EQ(apply(titled("x"), task, at(2'002)).updated_at, at(2'002));
}

TEST(task_patch, sets_completed_at_when_the_task_becomes_completed) {
  const auto completed = apply(completing(completion_change::set_completed), stored(), at(2'000));
  EXPECT_EQ(completed.completed_at, at(2'001)) << "the same as updated_at";
  const auto toggled = apply(completing(completion_change::toggle), stored(), at(9'000));
  EXPECT_EQ(toggled.completed_at, at(9'000));
}

TEST(task_patch, keeps_completed_at_while_the_task_stays_completed) {
  auto patch = titled("x");
  patch.completion = completion_change::set_completed;
  const auto result = apply(patch, stored(at(1'500)), at(9'000));
  EXPECT_TRUE(result.changed);
  EXPECT_EQ(result.completed_at, at(1'500));
  EXPECT_EQ(result.updated_at, at(9'000));
}

TEST(task_patch, clears_completed_at_when_the_task_becomes_pending) {
  for (const auto change : {completion_change::toggle, completion_change::set_pending})
    EXPECT_EQ(apply(completing(change), stored(at(1'500)), at(9'000)).completed_at, std::nullopt);
}

TEST(precondition, without_versions_allows_every_task) {
  EXPECT_TRUE(precondition{}.allows(1));
  EXPECT_TRUE(precondition{}.allows(1'000'000));
}

TEST(precondition, allows_the_versions_that_it_lists) {
  const precondition condition{{{3, 5}}};
  EXPECT_TRUE(condition.allows(3));
  EXPECT_TRUE(condition.allows(5));
  EXPECT_FALSE(condition.allows(4));
  EXPECT_FALSE(precondition{std::vector<std::int64_t>{}}.allows(1)) << "an empty list allows none";
}
