// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The writer's connection and what can be done with it. Used by the writer's thread alone, within
// its transactions.
#pragma once

#include "database/sqlite/connection.hpp"
#include "database/sqlite/statements.hpp"
#include "database/task_repository.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

namespace todod::database::sqlite {

/// A task that outlives its row: on its way from the writer's thread to the sink's.
struct stored_task {
  std::string title;
  std::optional<std::string> description;
  task_view fields;  ///< but for the texts

  stored_task() = default;
  explicit stored_task(const task_view& task);
  [[nodiscard]] task_view view() const;
};

/// All methods throw sqlite_error.
class write_session {
 public:
  /// A user with more tasks than this is large: its tasks are in the sort indexes.
  static constexpr std::int64_t small_user_tasks_max = 256;

  /// `db` is migrated already.
  explicit write_session(connection db);

  struct created {
    create_outcome outcome = create_outcome::created;
    std::optional<stored_task> task;
  };
  created create(const user_id& owner, const task_id& id, const task_draft& draft, timestamp now,
                 const std::optional<idempotency>& key);

  struct updated {
    write_outcome outcome = write_outcome::done;
    std::optional<stored_task> task;
  };
  updated update(const user_id& owner, const task_id& id, const task_patch& patch,
                 const precondition& condition, timestamp now);
  write_outcome remove(const user_id& owner, const task_id& id, const precondition& condition);
  std::uint64_t remove_all(const user_id& owner, status_filter status);

  void begin() { begin_.run(), begin_.reset(); }
  void commit();
  /// Never throws: what cannot be rolled back has been already.
  void rollback() noexcept;

  /// How the WAL is copied back into the file: as far as readers allow; waiting for them (at most
  /// 250 ms), so that the next commit starts the WAL anew; and cutting it to nothing as well.
  enum class checkpoint_kind : std::uint8_t { passive, restarting, emptying };
  void checkpoint(checkpoint_kind kind);
  /// Pages in the WAL after the last commit.
  [[nodiscard]] int wal_pages() const noexcept { return wal_pages_; }

 private:
  // What is known of a user without asking; a bounded memory, forgotten whenever a transaction is
  // rolled back.
  struct known_user {
    std::int64_t number = 0;
    indexing indexed = indexing::none;
    std::int64_t tasks_at_most = 0;
    // No task has a larger id or was created later. Unset: not known.
    std::optional<task_id> last_id;
    timestamp last_created_at;
  };
  static constexpr std::size_t known_users_max = 32'768;

  /// Null: has never had a task.
  known_user* find_user(const user_id& owner);
  known_user& find_or_create_user(const user_id& owner);
  known_user& remember(const user_id& owner, const known_user& user);
  bool keeps_order(known_user& user, const task_id& id, timestamp now);
  void count_created(known_user& user);
  void index(known_user& user, indexing wanted);
  created conflicting(const known_user& user, const std::optional<idempotency>& key);

  connection db_;
  int wal_pages_ = 0;
  std::unordered_map<std::string, known_user> users_;
  std::int64_t largest_number_ = 0;  ///< of a user, since the process started
  statement begin_, commit_;
  statement find_task_, find_user_, create_user_, create_task_, find_task_by_key_, update_task_;
  statement remove_task_, remove_all_tasks_, remove_pending_tasks_, remove_completed_tasks_;
  statement count_tasks_, find_lower_neighbour_, find_upper_neighbour_;
  statement index_user_, index_tasks_;
};

}  // namespace todod::database::sqlite
