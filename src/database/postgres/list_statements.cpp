// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/list_statements.hpp"

#include <fmt/format.h>

namespace todod::database::postgres {
namespace {

struct shape {
  user_size size;
  task_order order;
  status_filter status;
  bool after;
};

constexpr std::size_t shapes_count = 3 * 3 * 2 * 3 * 2;

// The one place that says in which order the shapes stand: list_statement() goes this way back.
constexpr std::size_t place_of(const shape& page) {
  std::size_t place = static_cast<std::size_t>(page.size);
  place = place * 3 + static_cast<std::size_t>(page.order.field);
  place = place * 2 + (page.order.descending ? 1 : 0);
  place = place * 3 + static_cast<std::size_t>(page.status);
  return place * 2 + (page.after ? 1 : 0);
}

constexpr shape shape_at(std::size_t place) {
  shape page{};
  page.after = place % 2 == 1;
  page.status = static_cast<status_filter>(place / 2 % 3);
  page.order.descending = place / 6 % 2 == 1;
  page.order.field = static_cast<sort_field>(place / 12 % 3);
  page.size = static_cast<user_size>(place / 36);
  return page;
}

constexpr bool places_are_consistent() {
  for (std::size_t place = 0; place < shapes_count; ++place) {
    if (place_of(shape_at(place)) != place) return false;
  }
  return true;
}
static_assert(places_are_consistent());

std::string_view column_of(sort_field field, user_size size) {
  if (field == sort_field::title) return "title";
  if (field == sort_field::created_at) return "created_at";
  return size == user_size::large ? "sort_updated_at" : "updated_at";
}

std::string_view word_of(status_filter status) {
  constexpr std::string_view words[] = {"all", "pending", "completed"};
  return words[static_cast<std::size_t>(status)];
}

std::string name_of(const shape& page) {
  constexpr std::string_view sizes[] = {"small", "large", "any"};
  return fmt::format("list_{}_by_{}_{}_{}{}", sizes[static_cast<std::size_t>(page.size)],
                     column_of(page.order.field, user_size::small),
                     page.order.descending ? "desc" : "asc", word_of(page.status),
                     page.after ? "_after" : "");
}

/// One index range of a page, or all tasks of a small user: `condition` says which.
std::string part_of(const shape& page, std::string_view columns, std::string_view condition) {
  const std::string_view key = column_of(page.order.field, page.size);
  const std::string_view way = page.order.descending ? "desc" : "asc";
  const std::string behind =
      page.after ? fmt::format(" and ({}, id) {} ($3::{}, $4::uuid)", key,
                               page.order.descending ? "<" : ">",
                               page.order.field == sort_field::title ? "text" : "timestamptz")
                 : std::string{};
  const bool large = page.size == user_size::large;
  constexpr std::string_view gate = " and (select indexing from users where users.id = $1) {} 2";
  const std::string asks_size =
      page.size == user_size::any ? std::string{} : fmt::format(gate, large ? "=" : "<");
  return fmt::format(
      "select {}, id{} from tasks where user_id = $1::text and {}{}{} "
      "order by {} {}, id {} limit $2::bigint",
      columns, large && page.order.field == sort_field::updated_at ? ", sort_updated_at" : "",
      condition, behind, asks_size, key, way, way);
}

std::string sql_of(const shape& page, std::string_view columns) {
  if (page.size != user_size::large) {
    constexpr std::string_view conditions[] = {"true", "completed_at is null",
                                               "completed_at is not null"};
    return part_of(page, columns, conditions[static_cast<std::size_t>(page.status)]);
  }
  if (page.status == status_filter::pending) return part_of(page, columns, "sort_status = 0");
  if (page.status == status_filter::completed) return part_of(page, columns, "sort_status = 1");
  // Both statuses: two index ranges, each in order, merged.
  const std::string_view way = page.order.descending ? "desc" : "asc";
  return fmt::format(
      "select {}, id from (({}) union all ({})) as merged order by {} {}, id {} limit $2", columns,
      part_of(page, columns, "sort_status = 0"), part_of(page, columns, "sort_status = 1"),
      column_of(page.order.field, page.size), way, way);
}

}  // namespace

void append_list_statements(std::vector<statement>& all, std::string_view task_columns) {
  for (std::size_t place = 0; place < shapes_count; ++place) {
    const shape page = shape_at(place);
    all.push_back({static_cast<std::uint16_t>(all.size()), name_of(page),
                   sql_of(page, task_columns), page.after ? 4 : 2});
  }
}

bool depends_on_size(task_order order, status_filter status) noexcept {
  return order.field != sort_field::created_at || status != status_filter::all;
}

const statement& list_statement(user_size size, task_order order, status_filter status,
                                bool after) {
  return all_statements()[static_cast<std::size_t>(query::first_list) +
                          place_of({size, order, status, after})];
}

}  // namespace todod::database::postgres
