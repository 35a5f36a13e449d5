// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/task_page.hpp"

namespace todod {
namespace {

std::string_view name_of(sort_field field) noexcept {
  switch (field) {
    case sort_field::updated_at:
      return "updated_at";
    case sort_field::title:
      return "title";
    case sort_field::created_at:
      break;
  }
  return "created_at";
}

}  // namespace

std::string_view to_string(status_filter filter) noexcept {
  switch (filter) {
    case status_filter::pending:
      return "pending";
    case status_filter::completed:
      return "completed";
    case status_filter::all:
      break;
  }
  return "all";
}

std::optional<status_filter> parse_status_filter(std::string_view text) noexcept {
  for (const auto filter : {status_filter::all, status_filter::pending, status_filter::completed}) {
    if (text == to_string(filter)) return filter;
  }
  return std::nullopt;
}

std::string to_string(task_order order) {
  return (order.descending ? "-" : "") + std::string(name_of(order.field));
}

std::optional<task_order> parse_task_order(std::string_view text) noexcept {
  const bool descending = text.starts_with('-');
  if (descending) text.remove_prefix(1);
  for (const auto field : {sort_field::created_at, sort_field::updated_at, sort_field::title}) {
    if (text == name_of(field)) return task_order{field, descending};
  }
  return std::nullopt;
}

page_position position_of(const task_view& task, task_order order) {
  switch (order.field) {
    case sort_field::updated_at:
      return {task.updated_at, task.id};
    case sort_field::title:
      return {std::string(task.title), task.id};
    case sort_field::created_at:
      break;
  }
  return {task.created_at, task.id};
}

}  // namespace todod
