// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The port: everything the API asks of a database. Two backends implement it (sqlite/, postgres/),
// and one suite of contract tests (tests/integration/database/) holds for both.
//
// - Every method takes the owner; there is no "any task by id".
// - One repository belongs to one I/O thread: it is called, and its coroutines resume, on that
// thread only.
// - Arguments are borrowed until the returned awaitable has finished. Await it at once.
// - Rows go to a task_sink during the call, so that they are formatted where they lie. A sink is
// called only
//   when the outcome is certain: for a write after its commit, and never for an operation that
//   fails.
// - A request waits at most wait_max for a PostgreSQL that is away; then failure::unavailable.
#pragma once

#include "models/idempotency.hpp"
#include "models/task.hpp"
#include "models/task_page.hpp"
#include "models/task_patch.hpp"
#include "models/user_id.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>

namespace todod::database {

template <class T>
using awaitable = boost::asio::awaitable<T, boost::asio::io_context::executor_type>;

inline constexpr std::chrono::seconds wait_max{10};

enum class failure : std::uint8_t {
  unavailable,  ///< the database cannot be reached, or did not answer in time; the outcome may be
                ///< unknown
  overloaded,   ///< a queue is full; nothing was tried
  internal,  ///< a defect or a broken database; the backend has reported the cause to its observer
};

template <class T>
using result = std::expected<T, failure>;

/// Receives rows. The view is valid during the call only.
class task_sink {
 public:
  virtual void on_task(const task_view& task) = 0;

 protected:
  ~task_sink() = default;
};

/// The id of a task that is to be made.
struct new_task_id {
  task_id id;
  /// The server has just made it up, so that nobody can have a task of it: a backend may store
  /// first and look only if there is one after all.
  bool fresh = false;
};

/// A create that may be repeated.
struct idempotency {
  idempotency_key key;
  draft_fingerprint fingerprint;
};

enum class create_outcome : std::uint8_t {
  created,
  replayed,    ///< the key exists with the same fingerprint: the sink got its task as it now is
  key_reused,  ///< the key exists with another fingerprint
  exists,      ///< this owner has a task of this id
};

enum class write_outcome : std::uint8_t { done, not_found, precondition_failed };

class task_repository {
 public:
  virtual ~task_repository() = default;

  /// One task to the sink; false if the owner has none of that id.
  virtual awaitable<result<bool>> find(const user_id& owner, const task_id& id, task_sink& out) = 0;

  /// At most `page.limit` tasks to the sink, in order. When there are more, the position of the
  /// last.
  virtual awaitable<result<std::optional<page_position>>> list(const user_id& owner,
                                                               const page_request& page,
                                                               task_sink& out) = 0;

  /// Stores a new task (version 1, created_at = updated_at = now, and completed_at if it is
  /// completed) and the owner's row where that is missing. The sink gets the task for `created` and
  /// `replayed`.
  virtual awaitable<result<create_outcome>> create(const user_id& owner, const new_task_id& id,
                                                   const task_draft& draft, timestamp now,
                                                   const std::optional<idempotency>& key,
                                                   task_sink& out) = 0;

  /// Changes what the patch names (see todod::apply). The sink gets the task as it then is if
  /// `done`.
  virtual awaitable<result<write_outcome>> update(const user_id& owner, const task_id& id,
                                                  const task_patch& patch,
                                                  const precondition& condition, timestamp now,
                                                  task_sink& out) = 0;

  virtual awaitable<result<write_outcome>> remove(const user_id& owner, const task_id& id,
                                                  const precondition& condition) = 0;

  /// How many tasks of that status were deleted, all in one transaction.
  virtual awaitable<result<std::uint64_t>> remove_all(const user_id& owner,
                                                      status_filter status) = 0;

  /// Whether a statement can be run now; waits at most 2 s.
  virtual awaitable<result<void>> check() = 0;
};

}  // namespace todod::database
