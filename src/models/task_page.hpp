// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One page of a user's tasks: filter, order, size, and where the former page ended.
#pragma once

#include "models/task.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace todod {

enum class status_filter : std::uint8_t { all, pending, completed };
enum class sort_field : std::uint8_t { created_at, updated_at, title };

[[nodiscard]] std::string_view to_string(status_filter filter) noexcept;
[[nodiscard]] std::optional<status_filter> parse_status_filter(std::string_view text) noexcept;

/// `title` compares code points (bytes of UTF-8). Ties are broken by id, in the same direction.
struct task_order {
  sort_field field = sort_field::created_at;
  bool descending = true;
  friend bool operator==(const task_order&, const task_order&) = default;
};

/// "-created_at", "title", ...
[[nodiscard]] std::string to_string(task_order order);
[[nodiscard]] std::optional<task_order> parse_task_order(std::string_view text) noexcept;

/// The sort key of a task and its id: a page starts strictly behind it.
struct page_position {
  std::variant<timestamp, std::string> key;  ///< a time, or a title where the order is by title
  task_id id;
  friend bool operator==(const page_position&, const page_position&) = default;
};

/// The position of `task` in `order`.
[[nodiscard]] page_position position_of(const task_view& task, task_order order);

struct page_request {
  static constexpr std::uint16_t limit_max = 1000;
  status_filter status = status_filter::all;
  task_order order;
  std::uint16_t limit = limit_max;
  std::optional<page_position> after;
};

}  // namespace todod
