// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a change does to version and times, for any task and any patch.
#include "models/task_patch.hpp"
#include "property/generators.hpp"

#include <algorithm>

namespace todod::property {
namespace {

using std::chrono::milliseconds;

/// A task that owns what its view shows.
struct stored_task {
  std::string title;
  std::optional<std::string> description;
  timestamp updated_at;
  std::optional<timestamp> completed_at;
  std::int64_t version = 1;

  [[nodiscard]] task_view view() const {
    task_view task;
    task.title = title;
    if (description) task.description = *description;
    task.created_at = timestamp{};
    task.updated_at = updated_at;
    task.completed_at = completed_at;
    task.version = version;
    return task;
  }
};

// Few different texts, so that patches often say what is there.
constexpr std::string_view words[] = {"a", "b", "c"};

std::string word() {
  return std::string(
      *rc::gen::elementOf(std::vector<std::string_view>(std::begin(words), std::end(words))));
}

timestamp some_time() {
  return timestamp{milliseconds{*rc::gen::inRange<std::int64_t>(0, 50)}};
}

stored_task some_task() {
  stored_task task;
  task.title = word();
  if (*rc::gen::arbitrary<bool>()) task.description = word();
  task.updated_at = some_time();
  if (*rc::gen::arbitrary<bool>()) task.completed_at = some_time();
  task.version = *rc::gen::inRange<std::int64_t>(1, 1'000);
  return task;
}

task_patch some_patch() {
  task_patch patch;
  if (*rc::gen::arbitrary<bool>()) patch.title = *task_title::parse(word());
  if (*rc::gen::arbitrary<bool>()) {
    patch.description.emplace();
    if (*rc::gen::arbitrary<bool>()) *patch.description = *task_description::parse(word());
  }
  patch.completion = *rc::gen::element(completion_change::keep, completion_change::set_pending,
                                       completion_change::set_completed, completion_change::toggle);
  return patch;
}

/// `task` after `patch`, written down independently of apply() where content is concerned.
stored_task changed(const stored_task& task, const task_patch& patch, timestamp now) {
  const auto result = apply(patch, task.view(), now);
  stored_task after = task;
  if (patch.title) after.title = patch.title->text();
  if (patch.description) {
    after.description =
        *patch.description ? std::optional((*patch.description)->text()) : std::nullopt;
  }
  after.updated_at = result.updated_at;
  after.completed_at = result.completed_at;
  after.version = result.version;
  return after;
}

bool same_content(const stored_task& a, const stored_task& b) {
  return a.title == b.title && a.description == b.description &&
         a.completed_at.has_value() == b.completed_at.has_value();
}

}  // namespace

RC_GTEST_PROP(task_patch, changes_version_and_time_exactly_when_content_changes, ()) {
  const auto task = some_task();
  const auto patch = some_patch();
  const auto now = some_time();
  const auto after = changed(task, patch, now);
  if (same_content(task, after)) {
    RC_ASSERT(!apply(patch, task.view(), now).changed);
    RC_ASSERT(after.version == task.version);
    RC_ASSERT(after.updated_at == task.updated_at);
    RC_ASSERT(after.completed_at == task.completed_at);
  } else {
    RC_ASSERT(apply(patch, task.view(), now).changed);
    RC_ASSERT(after.version == task.version + 1);
    RC_ASSERT(after.updated_at == std::max(now, task.updated_at + milliseconds{1}));
  }
}

RC_GTEST_PROP(task_patch, leaves_the_task_in_the_status_that_it_names, ()) {
  const auto task = some_task();
  const auto patch = some_patch();
  const bool before = task.completed_at.has_value();
  const bool after = changed(task, patch, some_time()).completed_at.has_value();
  switch (patch.completion) {
    case completion_change::keep:
      RC_ASSERT(after == before);
      break;
    case completion_change::set_pending:
      RC_ASSERT(!after);
      break;
    case completion_change::set_completed:
      RC_ASSERT(after);
      break;
    case completion_change::toggle:
      RC_ASSERT(after == !before);
      break;
  }
}

RC_GTEST_PROP(task_patch, moves_completed_at_only_when_the_task_becomes_completed, ()) {
  const auto task = some_task();
  const auto after = changed(task, some_patch(), some_time());
  if (!after.completed_at) return;
  RC_ASSERT(after.completed_at == (task.completed_at ? *task.completed_at : after.updated_at));
}

RC_GTEST_PROP(task_patch, that_does_not_toggle_changes_nothing_when_it_is_repeated, ()) {
  const auto patch = some_patch();
  RC_PRE(patch.completion != completion_change::toggle);
  const auto once = changed(some_task(), patch, some_time());
  RC_ASSERT(!apply(patch, once.view(), some_time()).changed);
}

RC_GTEST_PROP(precondition, allows_exactly_what_it_lists, (const std::vector<int>& listed)) {
  precondition condition{std::vector<std::int64_t>(listed.begin(), listed.end())};
  const auto version = *rc::gen::inRange<std::int64_t>(-20, 20);
  RC_ASSERT(condition.allows(version) == (std::ranges::find(listed, version) != listed.end()));
}

}  // namespace todod::property
