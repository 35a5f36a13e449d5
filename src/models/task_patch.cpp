// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task_patch.hpp"

#include <algorithm>

namespace todod {
namespace {

bool is_completed_after(completion_change change, bool completed) noexcept {
  switch (change) {
    case completion_change::set_pending:
      return false;
    case completion_change::set_completed:
      return true;
    case completion_change::toggle:
      return !completed;
    case completion_change::keep:
      break;
  }
  return completed;
}

bool changes_description(const task_patch& patch, const task_view& task) noexcept {
  if (!patch.description) return false;
  const auto& wanted = *patch.description;
  if (!wanted || !task.description) return wanted.has_value() != task.description.has_value();
  return wanted->text() != *task.description;
}

}  // namespace

bool precondition::allows(std::int64_t version) const noexcept {
  return !versions || std::ranges::find(*versions, version) != versions->end();
}

patched_task apply(const task_patch& patch, const task_view& task, timestamp now) {
  const bool completed = task.completed_at.has_value();
  const bool completed_after = is_completed_after(patch.completion, completed);
  patched_task result{.changed = completed != completed_after ||
                                 (patch.title && patch.title->text() != task.title) ||
                                 changes_description(patch, task),
                      .completed_at = task.completed_at,
                      .updated_at = task.updated_at,
                      .version = task.version};
  if (!result.changed) return result;
  result.updated_at = std::max(now, task.updated_at + std::chrono::milliseconds{1});
  result.version += 1;
  if (!completed_after) {
    result.completed_at.reset();
  } else if (!completed) {
    result.completed_at = result.updated_at;
  }
  return result;
}

}  // namespace todod
