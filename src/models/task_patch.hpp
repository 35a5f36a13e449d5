// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A change of a task: for each editable field whether it is kept or what it becomes.
#pragma once

#include "models/task.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace todod {

enum class completion_change : std::uint8_t { keep, set_pending, set_completed, toggle };

struct task_patch {
  std::optional<task_title> title;  ///< absent = keep
  /// absent = keep; present and empty = clear; else the new text
  std::optional<std::optional<task_description>> description;
  completion_change completion = completion_change::keep;

  [[nodiscard]] bool names_nothing() const noexcept {
    return !title && !description && completion == completion_change::keep;
  }
};

/// The If-Match condition of a write, reduced to versions. Without `versions` every existing task
/// passes (no header, or `*`); an empty list passes none.
struct precondition {
  std::optional<std::vector<std::int64_t>> versions;
  [[nodiscard]] bool allows(std::int64_t version) const noexcept;
};

/// What a patch makes of a task: the one place that says when a version grows. Used by SQLite's
/// writer and as the model that tests hold PostgreSQL's statements against.
struct patched_task {
  bool changed = false;
  std::optional<timestamp> completed_at;
  timestamp updated_at;
  std::int64_t version = 1;
};

/// Content changes only where the patch differs from what is there. `updated_at` becomes `now`, but
/// at least 1 ms after the former; `completed_at` is set to the new updated_at when the task
/// becomes completed.
[[nodiscard]] patched_task apply(const task_patch& patch, const task_view& task, timestamp now);

}  // namespace todod
