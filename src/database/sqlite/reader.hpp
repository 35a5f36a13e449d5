// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One I/O thread's reads: a read-only connection and its prepared statements. In WAL mode a reader
// never waits for the writer, so these calls do not block the event loop beyond their own work.
//
// The reads of one event-loop turn share a snapshot, since taking one costs two file locks
// (docs/adr/0002-lanes-and-group-commit.md). None of them is older than a write that
// has been answered: the snapshot is taken anew once the writer has committed (writer::commits).
#pragma once

#include "database/sqlite/connection.hpp"
#include "database/sqlite/statements.hpp"
#include "database/task_repository.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace todod::database::sqlite {

/// All methods throw sqlite_error.
class reader {
 public:
  explicit reader(const std::filesystem::path& file);

  [[nodiscard]] bool find(const user_id& owner, const task_id& id, task_sink& out);
  [[nodiscard]] std::optional<page_position> list(const user_id& owner, const page_request& page,
                                                  task_sink& out);
  void check();

  /// Before a read, with the writer's count of commits: takes a snapshot, unless one is held that
  /// was taken at the same count. True if none was held: then leave() is due at the turn's end.
  [[nodiscard]] bool enter(std::uint64_t commits);
  void leave() noexcept;

 private:
  struct known_user {
    std::int64_t number = 0;
    indexing indexed = indexing::none;
    bool operator==(const known_user&) const = default;
  };
  static constexpr std::size_t known_users_max = 32'768;

  template <class Read>
  bool with_user(const user_id& owner, Read read);
  std::optional<known_user> look_up(const user_id& owner);
  bool read_page(const known_user& user, const page_request& page, task_sink& out,
                 std::optional<page_position>& next);
  statement& list_statement(const list_shape& shape);

  connection db_;
  statement find_task_;
  statement find_user_;
  statement check_;
  statement begin_;
  statement end_;
  bool holds_snapshot_ = false;
  std::uint64_t commits_seen_ = 0;
  std::unordered_map<std::string, known_user> users_;               // no number gets another user
  std::array<std::unique_ptr<statement>, list_shape_count> lists_;  // prepared at first use
};

}  // namespace todod::database::sqlite
