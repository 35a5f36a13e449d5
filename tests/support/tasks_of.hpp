// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One user's tasks in a database, through blocking calls; and short ways to write the values that
// such calls take.
#pragma once

#include "database/task_repository.hpp"
#include "support/event_loop.hpp"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace todod::test {

/// A task that outlives the sink's call.
struct owned_task {
  task_id id;
  std::string title;
  std::optional<std::string> description;
  timestamp created_at;
  timestamp updated_at;
  std::optional<timestamp> completed_at;
  std::int64_t version = 0;

  owned_task() = default;
  explicit owned_task(const task_view& task)
      : id(task.id),
        title(task.title),
        description(task.description),
        created_at(task.created_at),
        updated_at(task.updated_at),
        completed_at(task.completed_at),
        version(task.version) {}
  [[nodiscard]] task_view view() const {
    task_view task{.id = id,
                   .title = title,
                   .created_at = created_at,
                   .updated_at = updated_at,
                   .completed_at = completed_at,
                   .version = version};
    if (description) task.description = *description;
    return task;
  }
  friend bool operator==(const owned_task&, const owned_task&) = default;
  friend std::ostream& operator<<(std::ostream& out, const owned_task& task) {
    return out << task.id.to_string() << " '" << task.title << "' v" << task.version << " created "
               << to_string(task.created_at) << " updated " << to_string(task.updated_at)
               << (task.completed_at ? " completed " + to_string(*task.completed_at) : "")
               << (task.description ? " with a description" : "");
  }
};

class task_collector final : public database::task_sink {
 public:
  void on_task(const task_view& task) override { tasks.emplace_back(task); }
  [[nodiscard]] std::optional<owned_task> only() const {
    if (tasks.empty()) return std::nullopt;
    if (tasks.size() > 1) throw std::logic_error("the sink got more than one task");
    return tasks.front();
  }
  std::vector<owned_task> tasks;
};

struct create_answer {
  database::create_outcome outcome{};
  std::optional<owned_task> task;
};
struct write_answer {
  database::write_outcome outcome{};
  std::optional<owned_task> task;
};
struct page {
  std::vector<owned_task> tasks;
  std::optional<page_position> next;
};

inline user_id user(std::string_view text) {
  return user_id::parse(text).value();
}
/// Ids that sort like their numbers.
inline task_id id_of(std::uint32_t number) {
  task_id::bytes_type bytes{0x01, 0x99};
  for (int i = 0; i < 4; ++i)
    bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return task_id(bytes);
}
/// So many milliseconds behind a certain instant of 2026.
inline timestamp at(std::int64_t milliseconds) {
  return timestamp(std::chrono::milliseconds(1'767'962'096'000 + milliseconds));
}
inline task_title title(std::string_view text) {
  return task_title::parse(text).value();
}
inline task_description description(std::string_view text) {
  return task_description::parse(text).value();
}
inline task_draft draft(std::string_view titled, task_status status = task_status::pending) {
  return {.title = title(titled), .description = std::nullopt, .status = status};
}
inline database::idempotency once(std::string_view key, const task_draft& of) {
  return {idempotency_key::parse(key).value(), fingerprint(of)};
}
inline task_patch titled(std::string_view text) {
  task_patch patch;
  patch.title = title(text);
  return patch;
}
inline task_patch completion(completion_change change) {
  task_patch patch;
  patch.completion = change;
  return patch;
}
inline precondition versions(std::vector<std::int64_t> allowed) {
  return {std::move(allowed)};
}

/// Coroutines take their arguments by value, so that a test may start many and wait later. The
/// blocking calls throw std::runtime_error where the database answers with a failure.
class tasks_of {
 public:
  tasks_of(event_loop& loop, std::string_view owner) : loop_(loop), owner_(user(owner)) {}

  template <class T>
  static T value(database::result<T> answer) {
    if (!answer) {
      throw std::runtime_error("failure " + std::to_string(static_cast<int>(answer.error())));
    }
    return std::move(*answer);
  }

  create_answer create(task_id id, const task_draft& wanted, timestamp now = at(0),
                       const std::optional<database::idempotency>& key = {}) {
    return value(wait_for(begin_create(id, wanted, now, key)));
  }
  std::optional<owned_task> find(task_id id) { return value(loop_.run(do_find(owner_, id))); }
  page list(const page_request& wanted) { return value(loop_.run(do_list(owner_, wanted))); }
  write_answer update(task_id id, const task_patch& patch, timestamp now = at(0),
                      const precondition& condition = {}) {
    return value(wait_for(begin_update(id, patch, now, condition)));
  }
  database::write_outcome remove(task_id id, const precondition& condition = {}) {
    return value(wait_for(begin_remove(id, condition)));
  }
  std::uint64_t remove_all(status_filter status) {
    return value(loop_.run(do_remove_all(owner_, status)));
  }

  /// Under an id that nobody has, as the server promises.
  create_answer create_fresh(task_id id, const task_draft& wanted, timestamp now = at(0)) {
    return value(
        wait_for(loop_.begin(do_create(owner_, {.id = id, .fresh = true}, wanted, now, {}))));
  }

  std::future<database::result<create_answer>> begin_create(
      task_id id, const task_draft& wanted, timestamp now = at(0),
      const std::optional<database::idempotency>& key = {}) {
    return loop_.begin(do_create(owner_, {id}, wanted, now, key));
  }
  std::future<database::result<write_answer>> begin_update(task_id id, const task_patch& patch,
                                                           timestamp now = at(0),
                                                           const precondition& condition = {}) {
    return loop_.begin(do_update(owner_, id, patch, condition, now));
  }
  std::future<database::result<database::write_outcome>> begin_remove(
      task_id id, const precondition& condition = {}) {
    return loop_.begin(do_remove(owner_, id, condition));
  }

  /// Every page of `wanted`, one after the other.
  std::vector<owned_task> walk(page_request wanted) {
    std::vector<owned_task> all;
    for (;;) {
      auto one = list(wanted);
      if (one.tasks.size() > wanted.limit) throw std::logic_error("a page beyond its limit");
      std::ranges::move(one.tasks, std::back_inserter(all));
      if (!one.next) return all;
      if (one.tasks.size() != wanted.limit) throw std::logic_error("a short page before the last");
      wanted.after = one.next;
    }
  }

 private:
  database::awaitable<database::result<create_answer>> do_create(
      user_id owner, database::new_task_id id, task_draft wanted, timestamp now,
      std::optional<database::idempotency> key) {
    task_collector out;
    const auto done = co_await loop_.repository().create(owner, id, wanted, now, key, out);
    if (!done) co_return std::unexpected(done.error());
    co_return create_answer{*done, out.only()};
  }
  database::awaitable<database::result<std::optional<owned_task>>> do_find(user_id owner,
                                                                           task_id id) {
    task_collector out;
    const auto done = co_await loop_.repository().find(owner, id, out);
    if (!done) co_return std::unexpected(done.error());
    if (*done != !out.tasks.empty()) throw std::logic_error("found, but no task, or the reverse");
    co_return out.only();
  }
  database::awaitable<database::result<page>> do_list(user_id owner, page_request wanted) {
    task_collector out;
    auto done = co_await loop_.repository().list(owner, wanted, out);
    if (!done) co_return std::unexpected(done.error());
    co_return page{std::move(out.tasks), std::move(*done)};
  }
  database::awaitable<database::result<write_answer>> do_update(user_id owner, task_id id,
                                                                task_patch patch,
                                                                precondition condition,
                                                                timestamp now) {
    task_collector out;
    const auto done = co_await loop_.repository().update(owner, id, patch, condition, now, out);
    if (!done) co_return std::unexpected(done.error());
    co_return write_answer{*done, out.only()};
  }
  database::awaitable<database::result<database::write_outcome>> do_remove(user_id owner,
                                                                           task_id id,
                                                                           precondition condition) {
    co_return co_await loop_.repository().remove(owner, id, condition);
  }
  database::awaitable<database::result<std::uint64_t>> do_remove_all(user_id owner,
                                                                     status_filter status) {
    co_return co_await loop_.repository().remove_all(owner, status);
  }

  event_loop& loop_;
  user_id owner_;
};

}  // namespace todod::test
