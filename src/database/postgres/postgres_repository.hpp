// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The port on its lanes. One for each I/O thread.
#pragma once

#include "database/postgres/lane.hpp"
#include "database/postgres/postgres_database.hpp"
#include "database/postgres/user_hints.hpp"

#include <memory>
#include <optional>
#include <random>

namespace todod::database::postgres {

class postgres_repository final : public task_repository {
 public:
  postgres_repository(boost::asio::io_context& io, const postgres_options& options,
                      connector& sessions, observer& events);
  ~postgres_repository() override;

  awaitable<result<bool>> find(const user_id& owner, const task_id& id, task_sink& out) override;
  awaitable<result<std::optional<page_position>>> list(const user_id& owner,
                                                       const page_request& page,
                                                       task_sink& out) override;
  awaitable<result<create_outcome>> create(const user_id& owner, const new_task_id& id,
                                           const task_draft& draft, timestamp now,
                                           const std::optional<idempotency>& key,
                                           task_sink& out) override;
  awaitable<result<write_outcome>> update(const user_id& owner, const task_id& id,
                                          const task_patch& patch, const precondition& condition,
                                          timestamp now, task_sink& out) override;
  awaitable<result<write_outcome>> remove(const user_id& owner, const task_id& id,
                                          const precondition& condition) override;
  awaitable<result<std::uint64_t>> remove_all(const user_id& owner, status_filter status) override;
  awaitable<result<void>> check() override;

  [[nodiscard]] std::array<std::shared_ptr<lane>, 4> lanes() const {
    return {reads_, more_reads_, lists_, writes_};
  }

 private:
  /// Why a create made no row. Nothing: the owner was missing, or the conflict is gone: try again.
  awaitable<result<std::optional<create_outcome>>> explain_conflict(
      const user_id& owner, const task_id& id, const std::optional<idempotency>& key,
      const operation& made, task_sink& out);
  [[nodiscard]] user_size presumed_size(const user_id& owner);
  void remember_size(const user_id& owner, user_size size);
  /// Has the owner looked at once in so many calls.
  void look_sometimes(const user_id& owner, unsigned one_in);

  std::shared_ptr<lane> reads_;
  std::shared_ptr<lane> more_reads_;
  std::shared_ptr<lane> lists_;
  std::shared_ptr<lane> writes_;
  connector& sessions_;
  user_hints known_users_;  ///< have a row
  user_hints large_users_;  ///< their lists ask the indexes first
  /// Were small when they were last asked for; forgotten before they can have grown much.
  user_hints small_users_;
  std::chrono::steady_clock::time_point small_since_{};
  static constexpr std::chrono::seconds small_for{10};
  std::minstd_rand dice_;
};

}  // namespace todod::database::postgres
