// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Every statement that serves requests, by name, and how its rows are read. Each is scoped by its
// first parameter, the owner (tests/unit/database/postgres/statements_test.cpp reads them all;
// tests/integration/postgres/plans_test.cpp proves that each touches one partition).
#pragma once

#include "models/task.hpp"
#include "models/task_page.hpp"

#include <libpq-fe.h>

#include <cstdint>
#include <span>
#include <string>

namespace todod::database::postgres {

enum class query : std::uint16_t {
  check,
  find_task,
  find_tasks,  ///< many keys, of any users, in one statement; each pair is joined on both columns
  find_task_by_key,
  create_task,         ///< of an owner who is known
  create_fresh_task,   ///< a pending one without a key, of an owner who is known, under a fresh id
  create_fresh_tasks,  ///< many, of any known owners; returns the ids of those made
  create_task_and_owner,  ///< of any owner
  change_completion,
  change_completions,  ///< of many tasks, of any users, none twice
  update_task,
  remove_task,
  remove_task_if,
  remove_all,
  remove_pending,
  remove_completed,
  look_at_user,
  begin_indexing,
  index_tasks,
  finish_indexing,
  first_list,  ///< the lists follow
};

/// Lives as long as the process.
struct statement {
  std::uint16_t index;  ///< place in all_statements()
  std::string name;     ///< shows in metrics, logs and pg_prepared_statements
  std::string sql;
  int parameters;
};

[[nodiscard]] std::span<const statement> all_statements();
[[nodiscard]] const statement& statement_of(query which);

/// The statement that does at once what runs of `one` do, with an array for each of its parameters.
struct merging {
  query one;
  query many;
  std::size_t runs_min;  ///< fewer cost no less together
  std::span<const std::uint32_t> element_oids;
};

/// Null: there is none.
[[nodiscard]] const merging* merging_of(const statement& one);

/// A user is small while his tasks are in no sort index but that of the default order: other pages
/// read all of them and sort. A page of a large one costs O(limit). `small` and `large` answer with
/// no row for a user of the other size. `any` does not ask: right for everyone, but dear for a page
/// of a large one that depends_on_size().
enum class user_size : std::uint8_t { small, large, any };

/// False for all tasks by created_at: these cost O(limit) for everyone.
[[nodiscard]] bool depends_on_size(task_order order, status_filter status) noexcept;

[[nodiscard]] const statement& list_statement(user_size size, task_order order,
                                              status_filter status, bool after);

/// Tasks beyond which a user becomes large.
inline constexpr int small_user_tasks_max = 256;

/// Reads the columns title, description, created_at, updated_at, completed_at, version of a binary
/// row. The view is valid while `rows` is.
[[nodiscard]] task_view read_task(const PGresult* rows, int row, const task_id& id);

/// Column behind those that read_task reads: the id (lists, find_task_by_key), or the place in the
/// arrays, from 1 (find_tasks, change_completions).
inline constexpr int extra_column = 6;
inline constexpr int fingerprint_column = 7;

[[nodiscard]] task_id read_id(const PGresult* rows, int row, int column = extra_column);

}  // namespace todod::database::postgres
