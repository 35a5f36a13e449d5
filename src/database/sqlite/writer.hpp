// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The writer's thread: takes all writes that wait, runs them in one transaction, commits (group
// commit), and only then sends each outcome back to the event loop that it came from.
//
//   perform() ─▶ queue ─▶ begin · write · write · ... · commit ─▶ one post per event loop
//                                                                 └─▶ each coroutine resumes
//
// A write that fails for itself spoils no other: the batch is rolled back and each write runs again
// in a transaction of its own. When the surroundings fail (disk full), the whole batch is
// failure::unavailable, and the next one tries afresh.
#pragma once

#include "database/database.hpp"
#include "database/queue_bound.hpp"
#include "database/sqlite/sqlite_database.hpp"
#include "database/sqlite/write_session.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

namespace todod::database::sqlite {

using waiter =
    boost::asio::async_result<boost::asio::use_awaitable_t<boost::asio::io_context::executor_type>,
                              void()>::handler_type;

/// One write on its way. Lives in the frame of the coroutine that awaits it.
class write_operation {
 public:
  explicit write_operation(std::string_view operation_name) : name(operation_name) {}
  virtual ~write_operation() = default;
  write_operation(const write_operation&) = delete;
  write_operation& operator=(const write_operation&) = delete;

  /// On the writer's thread, within a transaction; may run again after a rollback. Throws
  /// sqlite_error.
  virtual void run(write_session& session) = 0;

  const std::string_view name;  ///< static, for metrics
  std::optional<failure> failed;

 private:
  friend class writer;
  std::optional<waiter> waiter_;
  boost::asio::io_context* io_ = nullptr;
  std::chrono::steady_clock::time_point handed_over_;
};

class writer {
 public:
  /// Starts the thread. `events` outlives the writer.
  writer(connection db, const sqlite_options& options, observer& events);
  ~writer();  ///< commits what waits, checkpoints, and ends the thread
  writer(const writer&) = delete;
  writer& operator=(const writer&) = delete;

  /// Resumes on `io` once the write is committed, or `failed` is set.
  awaitable<void> perform(boost::asio::io_context& io, write_operation& operation);

  /// Blocks until every write so far is committed and on its way home. An event loop must not end
  /// before: call it between the end of a loop's thread and that of the loop.
  void wait_until_idle();

  /// Any thread.
  [[nodiscard]] std::size_t queued() const;
  [[nodiscard]] std::size_t in_flight() const;
  /// Any thread: transactions committed so far; counted before any of their outcomes is sent.
  [[nodiscard]] std::uint64_t commits() const noexcept {
    return commits_.load(std::memory_order_acquire);
  }
  /// Any thread: whether the last write was not stopped by an outage.
  [[nodiscard]] bool connected() const noexcept { return connected_; }

 private:
  void run_thread();
  [[nodiscard]] bool take_batch();
  void write_batch();
  void write_alone(write_operation& operation);
  void commit();
  void fail(write_operation& operation, const sqlite_error& error);
  void deliver();
  void checkpoint_if_due();
  void checkpoint_what_is_left();
  void checkpoint(write_session::checkpoint_kind kind);

  const sqlite_options options_;
  observer& events_;
  std::atomic<bool> connected_ = true;
  std::atomic<std::uint64_t> commits_ = 0;
  write_session session_;  // the thread's

  mutable std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable idle_;
  std::vector<write_operation*> queue_;
  queue_bound bound_;
  std::size_t in_flight_ = 0;
  bool stopping_ = false;

  std::vector<write_operation*> batch_;  // the thread's
  double usual_writes_ = 1;              // the thread's: in a commit, of the last ones mostly
  // The thread's: how many pages the WAL must have for the next attempt.
  int next_idle_checkpoint_ = 0;
  int next_forced_checkpoint_ = options_.wal_pages_max;
  bool checkpoint_fails_ = false;  // the thread's
  std::thread thread_;
};

}  // namespace todod::database::sqlite
