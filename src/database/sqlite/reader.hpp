// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One I/O thread's reads: a read-only connection and its prepared statements. In WAL mode a reader
// never waits for the writer, so these calls do not block the event loop beyond their own work.
#pragma once

#include "database/sqlite/connection.hpp"
#include "database/sqlite/statements.hpp"
#include "database/task_repository.hpp"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>

namespace todod::database::sqlite {

/// All methods throw sqlite_error.
class reader {
 public:
  explicit reader(const std::filesystem::path& file);

  [[nodiscard]] bool find(const user_id& owner, const task_id& id, task_sink& out);
  [[nodiscard]] std::optional<page_position> list(const user_id& owner, const page_request& page,
                                                  task_sink& out);
  void check();

 private:
  statement& list_statement(const list_shape& shape);

  connection db_;
  statement find_task_;
  statement find_user_;
  statement check_;
  std::array<std::unique_ptr<statement>, list_shape_count> lists_;  // prepared at first use
};

}  // namespace todod::database::sqlite
