// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Every SQL statement that touches users or tasks, by name, and the one row mapping that they
// share.
//
// Of those on tasks ?1 is always the owner: the number out of users. A test reads this table and
// proves it.
#pragma once

#include "database/sqlite/connection.hpp"
#include "models/task_page.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace todod::database::sqlite {

/// Which sort indexes hold a user's tasks: the column `indexed` of the user and of each of the
/// tasks. Never goes back to none.
enum class indexing : std::uint8_t {
  none = 0,         ///< small, and the order of the ids is that of creation
  all = 1,          ///< large
  by_creation = 2,  ///< small, and the order of creation is another: it has its index
};

struct named_statement {
  std::string_view name;  ///< static: shows in metrics
  std::string_view sql;
};

/// The columns of a task, in the order that row_of() reads.
#define TODOD_TASK_COLUMNS "id, title, description, created_at, updated_at, completed_at, version"

inline constexpr named_statement find_task{
    "find_task", "select " TODOD_TASK_COLUMNS " from tasks where owner = ?1 and id = ?2"};

inline constexpr named_statement find_user{"find_user",
                                           "select number, indexed from users where id = ?1"};

/// ?2: the largest number since the process started. None is given twice in that time, not even if
/// someone deletes its user's row: connections remember users by their numbers.
inline constexpr named_statement create_user{
    "create_user",
    "insert into users (number, id) "
    "values (max(?2, (select coalesce(max(number), 0) from users)) + 1, ?1)"};

inline constexpr named_statement create_task{
    "create_task",
    "insert into tasks (owner, id, title, description, created_at, updated_at, completed_at, "
    "version, indexed, idempotency_key, fingerprint) "
    "values (?1, ?2, ?3, ?4, ?5, ?5, ?6, 1, ?7, ?8, ?9) on conflict do nothing"};

inline constexpr named_statement find_task_by_key{
    "find_task_by_key", "select " TODOD_TASK_COLUMNS
                        ", fingerprint from tasks where owner = ?1 and idempotency_key = ?2"};

inline constexpr named_statement update_task{
    "update_task",
    "update tasks set title = ?3, description = ?4, updated_at = ?5, completed_at = ?6, "
    "version = ?7 where owner = ?1 and id = ?2"};

inline constexpr named_statement remove_task{"remove_task",
                                             "delete from tasks where owner = ?1 and id = ?2"};

inline constexpr named_statement remove_all_tasks{"remove_all_tasks",
                                                  "delete from tasks where owner = ?1"};

inline constexpr named_statement remove_pending_tasks{"remove_pending_tasks",
                                                      "delete from tasks where owner = ?1 "
                                                      "and completed_at is null"};

inline constexpr named_statement remove_completed_tasks{"remove_completed_tasks",
                                                        "delete from tasks where owner = ?1 "
                                                        "and completed_at is not null"};

inline constexpr named_statement count_tasks{"count_tasks",
                                             "select count(*) from tasks where owner = ?1"};

inline constexpr named_statement find_lower_neighbour{
    "find_lower_neighbour",
    "select created_at from tasks where owner = ?1 and id < ?2 order by id desc limit 1"};

inline constexpr named_statement find_upper_neighbour{
    "find_upper_neighbour",
    "select created_at from tasks where owner = ?1 and id > ?2 order by id limit 1"};

inline constexpr named_statement index_user{"index_user",
                                            "update users set indexed = ?2 where number = ?1"};

inline constexpr named_statement index_tasks{"index_tasks",
                                             "update tasks set indexed = ?2 where owner = ?1"};

/// The one statement for a kind of page. ?1 owner's number, ?2 limit, and behind a position ?3 its
/// key, ?4 its id.
struct list_shape {
  task_order order;
  status_filter status = status_filter::all;
  bool after = false;                 ///< behind a position
  indexing indexed = indexing::none;  ///< which the user's tasks are
};
inline constexpr std::size_t list_shape_count = 3 * 2 * 3 * 2 * 3;
/// Whether the page is a range of the primary key, which has the order of creation as long as the
/// tasks are indexed in none. Its rows tell what they are: see indexing_of().
[[nodiscard]] bool in_order_of_ids(const list_shape& shape) noexcept;
[[nodiscard]] std::size_t index_of(const list_shape& shape) noexcept;
[[nodiscard]] list_shape shape_at(std::size_t index) noexcept;
[[nodiscard]] std::string list_sql(const list_shape& shape);

/// What a row of a page in_order_of_ids() says of its user's tasks.
[[nodiscard]] indexing indexing_of(const statement& row);

/// All of the above but the lists.
[[nodiscard]] const std::vector<named_statement>& fixed_statements();

/// The task in the statement's current row. Its texts are valid until the next step() or reset().
[[nodiscard]] task_view row_of(const statement& row);

}  // namespace todod::database::sqlite
