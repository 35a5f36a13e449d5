// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/statements.hpp"

#include <algorithm>

namespace todod::database::sqlite {
namespace {

/// Columns are named as the API names the orders.
std::string column_of(sort_field field) {
  return to_string(task_order{field, false});
}

}  // namespace

bool in_order_of_ids(const list_shape& shape) noexcept {
  return shape.order.field == sort_field::created_at && shape.indexed == indexing::none;
}

std::size_t index_of(const list_shape& shape) noexcept {
  auto index = static_cast<std::size_t>(shape.order.field);
  index = index * 3 + static_cast<std::size_t>(shape.status);
  index = index * 2 + (shape.order.descending ? 1 : 0);
  index = index * 2 + (shape.after ? 1 : 0);
  return index * 3 + static_cast<std::size_t>(shape.indexed);
}

list_shape shape_at(std::size_t index) noexcept {
  const auto take = [&](std::size_t radix) {
    const auto digit = index % radix;
    index /= radix;
    return digit;
  };
  list_shape shape;
  shape.indexed = static_cast<indexing>(take(3));
  shape.after = take(2) == 1;
  shape.order.descending = take(2) == 1;
  shape.status = static_cast<status_filter>(take(3));
  shape.order.field = static_cast<sort_field>(take(3));
  return shape;
}

std::string list_sql(const list_shape& shape) {
  const std::string column = column_of(shape.order.field);
  const std::string direction = shape.order.descending ? " desc" : " asc";
  const std::string beyond = shape.order.descending ? " < " : " > ";
  std::string sql = "select " TODOD_TASK_COLUMNS;
  std::string position = " and (" + column + ", id)" + beyond + "(?3, ?4)";
  std::string order = " order by " + column + direction + ", id" + direction;
  if (in_order_of_ids(shape)) {
    sql += ", indexed from tasks where owner = ?1";
    position = " and id" + beyond + "?4";
    order = " order by id" + direction;
  } else if (shape.order.field == sort_field::created_at &&
             (shape.status == status_filter::all || shape.indexed == indexing::by_creation)) {
    sql += " from tasks indexed by tasks_by_created_at_all where owner = ?1 and indexed > 0";
  } else if (shape.indexed == indexing::all) {
    sql += " from tasks indexed by tasks_by_" + column + "_" +
           std::string(to_string(shape.status)) + " where owner = ?1 and indexed = 1";
  } else {
    sql += " from tasks where owner = ?1";
  }
  if (shape.status == status_filter::pending) sql += " and completed_at is null";
  if (shape.status == status_filter::completed) sql += " and completed_at is not null";
  return sql + (shape.after ? position : "") + order + " limit ?2";
}

const std::vector<named_statement>& fixed_statements() {
  static const std::vector<named_statement> all{find_task,
                                                find_user,
                                                create_user,
                                                create_task,
                                                find_task_by_key,
                                                update_task,
                                                remove_task,
                                                remove_all_tasks,
                                                remove_pending_tasks,
                                                remove_completed_tasks,
                                                count_tasks,
                                                find_lower_neighbour,
                                                find_upper_neighbour,
                                                index_user,
                                                index_tasks};
  return all;
}

task_view row_of(const statement& row) {
  task_view task;
  task_id::bytes_type id{};
  const auto bytes = row.blob(0);
  std::copy_n(bytes.data(), std::min(bytes.size(), id.size()), reinterpret_cast<char*>(id.data()));
  task.id = task_id(id);
  task.title = row.text(1);
  if (!row.is_null(2)) task.description = row.text(2);
  task.created_at = timestamp(std::chrono::milliseconds(row.number(3)));
  task.updated_at = timestamp(std::chrono::milliseconds(row.number(4)));
  if (!row.is_null(5)) task.completed_at = timestamp(std::chrono::milliseconds(row.number(5)));
  task.version = row.number(6);
  return task;
}

indexing indexing_of(const statement& row) {
  return static_cast<indexing>(row.number(7));
}

}  // namespace todod::database::sqlite
