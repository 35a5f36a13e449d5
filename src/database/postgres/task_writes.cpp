// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Writing: one guarded statement on the usual path. Where it touches no row, a second one reads
// why; where another writer came between the two, both run again.
#include "database/postgres/postgres_repository.hpp"

#include <cstring>

namespace todod::database::postgres {
namespace {

/// Rounds after which a write that others overtake every time gives up.
constexpr int rounds_max = 8;
/// A user is looked at (indexer.hpp) after one create in so many.
constexpr unsigned creates_per_look = 128;

std::string_view as_text(const task_id& id) {
  return {reinterpret_cast<const char*>(id.bytes().data()), task_id::size_bytes};
}

void fill_create(operation& asked, const user_id& owner, const task_id& id, const task_draft& draft,
                 timestamp now, const std::optional<idempotency>& key) {
  auto& to = asked.parameters;
  to.text(owner.text());
  to.id(id);
  to.text(draft.title.text());
  draft.description ? to.text(draft.description->text()) : to.null();
  to.time(now);
  asked.lock_key = as_text(id);
  if (asked.what == &statement_of(query::create_fresh_task)) return;
  draft.status == task_status::completed ? to.time(now) : to.null();
  key ? to.text(key->key.text()) : to.null();
  key ? to.bytes(key->fingerprint) : to.null();
  // Not repeatable even with a key: the task may have been made, and deleted since.
  asked.by_idempotency_key = key.has_value();
  if (key) asked.lock_key = key->key.text();
}

/// The usual ones are of pending tasks, of known owners, under fresh ids.
query create_query(bool owner_is_known, bool id_is_fresh, const task_draft& draft, bool has_key) {
  if (!owner_is_known) return query::create_task_and_owner;
  const bool usual = id_is_fresh && !has_key && draft.status == task_status::pending;
  return usual ? query::create_fresh_task : query::create_task;
}

task_view created_task(const task_id& id, const task_draft& draft, timestamp now) {
  task_view task;
  task.id = id;
  task.title = draft.title.text();
  if (draft.description) task.description = draft.description->text();
  task.created_at = task.updated_at = now;
  if (draft.status == task_status::completed) task.completed_at = now;
  return task;
}

bool has_fingerprint(const operation& found, const draft_fingerprint& wanted) {
  return static_cast<std::size_t>(PQgetlength(found.rows, found.row, fingerprint_column)) ==
             wanted.size() &&
         std::memcmp(PQgetvalue(found.rows, found.row, fingerprint_column), wanted.data(),
                     wanted.size()) == 0;
}

/// The usual updates change completion alone and have no If-Match.
query update_query(const task_patch& patch, const precondition& condition) {
  const bool usual = !patch.title && !patch.description && !condition.versions &&
                     patch.completion != completion_change::keep;
  return usual ? query::change_completion : query::update_task;
}

void add_versions(parameter_list& to, array_builder& bytes, const precondition& condition) {
  if (!condition.versions) return to.null();
  bytes.start(int8_oid, condition.versions->size());
  for (const std::int64_t version : *condition.versions)
    bytes.add(version);
  to.text(bytes.bytes());
}

void fill_update(operation& asked, const user_id& owner, const task_id& id, const task_patch& patch,
                 const precondition& condition, timestamp now, array_builder& versions) {
  auto& to = asked.parameters;
  to.text(owner.text());
  to.id(id);
  asked.lock_key = as_text(id);
  if (asked.what == &statement_of(query::change_completion)) {
    to.time(now);
    if (patch.completion == completion_change::toggle) return to.null();
    return to.boolean(patch.completion == completion_change::set_completed);
  }
  patch.title ? to.text(patch.title->text()) : to.null();
  to.boolean(patch.description.has_value());
  const bool describes = patch.description && *patch.description;
  describes ? to.text((*patch.description)->text()) : to.null();
  to.number(static_cast<std::int16_t>(patch.completion));
  to.time(now);
  add_versions(to, versions, condition);
}

static_assert(static_cast<int>(completion_change::keep) == 0 &&
                  static_cast<int>(completion_change::set_pending) == 1 &&
                  static_cast<int>(completion_change::set_completed) == 2 &&
                  static_cast<int>(completion_change::toggle) == 3,
              "update_task's $6 names them by number");

void fill_find(operation& asked, const user_id& owner, const task_id& id) {
  asked.parameters.text(owner.text());
  asked.parameters.id(id);
  asked.lock_key = as_text(id);
}

}  // namespace

awaitable<result<create_outcome>> postgres_repository::create(
    const user_id& owner, const new_task_id& wanted, const task_draft& draft, timestamp now,
    const std::optional<idempotency>& key, task_sink& out) {
  const task_id& id = wanted.id;
  std::optional<operation::time_point> deadline;
  for (int round = 0; round < rounds_max; ++round) {
    if (!writes_->admits()) co_return std::unexpected(failure::overloaded);
    const bool known = round == 0 && known_users_.knows(owner);
    operation made{statement_of(create_query(known, wanted.fresh, draft, key.has_value()))};
    made.deadline = deadline;
    fill_create(made, owner, id, draft, now, key);
    co_await writes_->run(made);
    if (made.failed) co_return std::unexpected(*made.failed);
    if (made.affected == 1) {
      known_users_.remember(owner);
      out.on_task(created_task(id, draft, now));
      look_sometimes(owner, creates_per_look);
      co_return create_outcome::created;
    }
    deadline = made.deadline;
    const auto why = co_await explain_conflict(owner, id, key, made, out);
    if (!why) co_return std::unexpected(why.error());
    if (*why) co_return **why;
  }
  co_return std::unexpected(failure::unavailable);
}

awaitable<result<std::optional<create_outcome>>> postgres_repository::explain_conflict(
    const user_id& owner, const task_id& id, const std::optional<idempotency>& key,
    const operation& made, task_sink& out) {
  using outcome = std::optional<create_outcome>;
  if (key) {
    operation first{statement_of(query::find_task_by_key)};
    first.deadline = made.deadline;
    first.repeatable = true;
    first.parameters.text(owner.text());
    first.parameters.text(key->key.text());
    co_await writes_->run(first);
    if (first.failed) co_return std::unexpected(*first.failed);
    if (first.row_count > 0) {
      if (!has_fingerprint(first, key->fingerprint)) co_return outcome{create_outcome::key_reused};
      const task_id its_id = read_id(first.rows, first.row);
      out.on_task(read_task(first.rows, first.row, its_id));
      // It may be its own: committed just before a session was lost, found when it ran again.
      const bool its_own = made.losses > 0 && its_id == id;
      co_return outcome{its_own ? create_outcome::created : create_outcome::replayed};
    }
  }
  operation existing{statement_of(query::find_task)};
  existing.deadline = made.deadline;
  existing.repeatable = true;
  fill_find(existing, owner, id);
  co_await writes_->run(existing);
  if (existing.failed) co_return std::unexpected(*existing.failed);
  co_return existing.row_count > 0 ? outcome{create_outcome::exists} : outcome{};
}

awaitable<result<write_outcome>> postgres_repository::update(const user_id& owner,
                                                             const task_id& id,
                                                             const task_patch& patch,
                                                             const precondition& condition,
                                                             timestamp now, task_sink& out) {
  std::optional<operation::time_point> deadline;
  array_builder versions;
  for (int round = 0; round < rounds_max; ++round) {
    if (!writes_->admits()) co_return std::unexpected(failure::overloaded);
    if (!patch.names_nothing()) {
      operation changed{statement_of(update_query(patch, condition))};
      changed.deadline = deadline;
      fill_update(changed, owner, id, patch, condition, now, versions);
      co_await writes_->run(changed);
      if (changed.failed) co_return std::unexpected(*changed.failed);
      if (changed.row_count > 0) {
        out.on_task(read_task(changed.rows, changed.row, id));
        co_return write_outcome::done;
      }
      deadline = changed.deadline;
    }
    operation found{statement_of(query::find_task)};
    found.deadline = deadline;
    found.repeatable = true;
    fill_find(found, owner, id);
    co_await writes_->run(found);
    if (found.failed) co_return std::unexpected(*found.failed);
    if (found.row_count == 0) co_return write_outcome::not_found;
    const task_view task = read_task(found.rows, found.row, id);
    if (!condition.allows(task.version)) co_return write_outcome::precondition_failed;
    if (!apply(patch, task, now).changed) {
      out.on_task(task);
      co_return write_outcome::done;
    }
    deadline = found.deadline;
  }
  co_return std::unexpected(failure::unavailable);
}

awaitable<result<write_outcome>> postgres_repository::remove(const user_id& owner,
                                                             const task_id& id,
                                                             const precondition& condition) {
  std::optional<operation::time_point> deadline;
  array_builder versions;
  for (int round = 0; round < rounds_max; ++round) {
    if (!writes_->admits()) co_return std::unexpected(failure::overloaded);
    operation removed{
        statement_of(condition.versions ? query::remove_task_if : query::remove_task)};
    removed.deadline = deadline;
    fill_find(removed, owner, id);
    if (condition.versions) add_versions(removed.parameters, versions, condition);
    co_await writes_->run(removed);
    if (removed.failed) co_return std::unexpected(*removed.failed);
    if (removed.affected > 0) co_return write_outcome::done;
    if (!condition.versions) co_return write_outcome::not_found;
    deadline = removed.deadline;

    operation found{statement_of(query::find_task)};
    found.deadline = deadline;
    found.repeatable = true;
    fill_find(found, owner, id);
    co_await writes_->run(found);
    if (found.failed) co_return std::unexpected(*found.failed);
    if (found.row_count == 0) co_return write_outcome::not_found;
    if (!condition.allows(read_task(found.rows, found.row, id).version)) {
      co_return write_outcome::precondition_failed;
    }
  }
  co_return std::unexpected(failure::unavailable);
}

awaitable<result<std::uint64_t>> postgres_repository::remove_all(const user_id& owner,
                                                                 status_filter status) {
  if (!writes_->admits()) co_return std::unexpected(failure::overloaded);
  constexpr query which[] = {query::remove_all, query::remove_pending, query::remove_completed};
  operation removed{statement_of(which[static_cast<std::size_t>(status)])};
  removed.parameters.text(owner.text());
  co_await writes_->run(removed);
  if (removed.failed) co_return std::unexpected(*removed.failed);
  co_return removed.affected;
}

}  // namespace todod::database::postgres
