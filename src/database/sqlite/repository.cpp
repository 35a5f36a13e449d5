// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/repository.hpp"

#include <boost/asio/post.hpp>

#include <chrono>
#include <utility>

namespace todod::database::sqlite {
namespace {

struct create_operation final : write_operation {
  create_operation(const user_id& owned_by, const task_id& task, const task_draft& wanted,
                   timestamp at, const std::optional<idempotency>& once)
      : write_operation("create_task"),
        owner(owned_by),
        id(task),
        draft(wanted),
        now(at),
        key(once) {}

  void run(write_session& session) override { done = session.create(owner, id, draft, now, key); }

  const user_id& owner;
  const task_id& id;
  const task_draft& draft;
  timestamp now;
  const std::optional<idempotency>& key;
  write_session::created done;
};

struct update_operation final : write_operation {
  update_operation(const user_id& owned_by, const task_id& task, const task_patch& wanted,
                   const precondition& guard, timestamp at)
      : write_operation("update_task"),
        owner(owned_by),
        id(task),
        patch(wanted),
        condition(guard),
        now(at) {}

  void run(write_session& session) override {
    done = session.update(owner, id, patch, condition, now);
  }

  const user_id& owner;
  const task_id& id;
  const task_patch& patch;
  const precondition& condition;
  timestamp now;
  write_session::updated done;
};

struct remove_operation final : write_operation {
  remove_operation(const user_id& owned_by, const task_id& task, const precondition& guard)
      : write_operation("remove_task"), owner(owned_by), id(task), condition(guard) {}

  void run(write_session& session) override { done = session.remove(owner, id, condition); }

  const user_id& owner;
  const task_id& id;
  const precondition& condition;
  write_outcome done = write_outcome::done;
};

struct remove_all_operation final : write_operation {
  remove_all_operation(const user_id& owned_by, status_filter which)
      : write_operation("remove_all_tasks"), owner(owned_by), status(which) {}

  void run(write_session& session) override { done = session.remove_all(owner, status); }

  const user_id& owner;
  status_filter status;
  std::uint64_t done = 0;
};

}  // namespace

template <class Read>
auto repository::timed(std::string_view name, Read read) -> result<decltype(read())> {
  const auto begin = std::chrono::steady_clock::now();
  try {
    if (reader_->enter(writes_.commits())) {
      boost::asio::post(io_, [own = reader_] { own->leave(); });
    }
    auto value = read();
    events_.on_statement(name, std::chrono::steady_clock::now() - begin, true);
    return value;
  } catch (const sqlite_error& error) {
    events_.on_statement(name, std::chrono::steady_clock::now() - begin, false);
    events_.on_error(name, error.what());
    return std::unexpected(error.is_outage() ? failure::unavailable : failure::internal);
  }
}

awaitable<result<bool>> repository::find(const user_id& owner, const task_id& id, task_sink& out) {
  co_return timed("find_task", [&] { return reader_->find(owner, id, out); });
}

awaitable<result<std::optional<page_position>>> repository::list(const user_id& owner,
                                                                 const page_request& page,
                                                                 task_sink& out) {
  co_return timed("list_tasks", [&] { return reader_->list(owner, page, out); });
}

awaitable<result<create_outcome>> repository::create(const user_id& owner, const new_task_id& id,
                                                     const task_draft& draft, timestamp now,
                                                     const std::optional<idempotency>& key,
                                                     task_sink& out) {
  create_operation operation(owner, id.id, draft, now, key);
  co_await writes_.perform(io_, operation);
  if (operation.failed) co_return std::unexpected(*operation.failed);
  if (operation.done.task) out.on_task(operation.done.task->view());
  co_return operation.done.outcome;
}

awaitable<result<write_outcome>> repository::update(const user_id& owner, const task_id& id,
                                                    const task_patch& patch,
                                                    const precondition& condition, timestamp now,
                                                    task_sink& out) {
  update_operation operation(owner, id, patch, condition, now);
  co_await writes_.perform(io_, operation);
  if (operation.failed) co_return std::unexpected(*operation.failed);
  if (operation.done.task) out.on_task(operation.done.task->view());
  co_return operation.done.outcome;
}

awaitable<result<write_outcome>> repository::remove(const user_id& owner, const task_id& id,
                                                    const precondition& condition) {
  remove_operation operation(owner, id, condition);
  co_await writes_.perform(io_, operation);
  if (operation.failed) co_return std::unexpected(*operation.failed);
  co_return operation.done;
}

awaitable<result<std::uint64_t>> repository::remove_all(const user_id& owner,
                                                        status_filter status) {
  remove_all_operation operation(owner, status);
  co_await writes_.perform(io_, operation);
  if (operation.failed) co_return std::unexpected(*operation.failed);
  co_return operation.done;
}

awaitable<result<void>> repository::check() {
  const auto answer = timed("check", [&] {
    reader_->check();
    return true;
  });
  if (!answer) co_return std::unexpected(answer.error());
  co_return result<void>{};
}

}  // namespace todod::database::sqlite
