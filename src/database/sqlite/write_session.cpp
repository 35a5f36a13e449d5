// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/write_session.hpp"

#include <algorithm>
#include <utility>

namespace todod::database::sqlite {
namespace {

std::optional<std::string_view> text_of(const std::optional<task_description>& description) {
  if (!description) return std::nullopt;
  return description->text();
}

}  // namespace

stored_task::stored_task(const task_view& task) : title(task.title), fields(task) {
  if (task.description) description.emplace(*task.description);
}

task_view stored_task::view() const {
  auto task = fields;
  task.title = title;
  task.description = description ? std::optional<std::string_view>(*description) : std::nullopt;
  return task;
}

write_session::write_session(connection db)
    : db_(std::move(db)),
      begin_(db_, "begin immediate"),
      commit_(db_, "commit"),
      find_task_(db_, sqlite::find_task.sql),
      find_user_(db_, sqlite::find_user.sql),
      create_user_(db_, sqlite::create_user.sql),
      create_task_(db_, sqlite::create_task.sql),
      find_task_by_key_(db_, sqlite::find_task_by_key.sql),
      update_task_(db_, sqlite::update_task.sql),
      remove_task_(db_, sqlite::remove_task.sql),
      remove_all_tasks_(db_, sqlite::remove_all_tasks.sql),
      remove_pending_tasks_(db_, sqlite::remove_pending_tasks.sql),
      remove_completed_tasks_(db_, sqlite::remove_completed_tasks.sql),
      count_tasks_(db_, sqlite::count_tasks.sql),
      find_lower_neighbour_(db_, sqlite::find_lower_neighbour.sql),
      find_upper_neighbour_(db_, sqlite::find_upper_neighbour.sql),
      index_user_(db_, sqlite::index_user.sql),
      index_tasks_(db_, sqlite::index_tasks.sql) {
  sqlite3_wal_hook(
      db_.handle(),
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<write_session*>(self)->wal_pages_ = pages;
        return SQLITE_OK;
      },
      this);
  statement largest(db_, "select max(number) from users");
  if (largest.step()) largest_number_ = largest.number(0);
}

void write_session::commit() {
  const use_of use(commit_);
  use->run();
}

void write_session::rollback() noexcept {
  users_.clear();
  if (db_.in_transaction()) {
    sqlite3_exec(db_.handle(), "rollback", nullptr, nullptr, nullptr);
  }
}

void write_session::checkpoint(checkpoint_kind kind) {
  const int mode = kind == checkpoint_kind::passive      ? SQLITE_CHECKPOINT_PASSIVE
                   : kind == checkpoint_kind::restarting ? SQLITE_CHECKPOINT_RESTART
                                                         : SQLITE_CHECKPOINT_TRUNCATE;
  int pages = 0;
  int copied = 0;
  const int code = sqlite3_wal_checkpoint_v2(db_.handle(), nullptr, mode, &pages, &copied);
  if (code != SQLITE_OK && code != SQLITE_BUSY) db_.fail(code);
  wal_pages_ = pages - copied;
}

write_session::known_user* write_session::find_user(const user_id& owner) {
  if (const auto known = users_.find(owner.text()); known != users_.end()) return &known->second;
  const use_of query(find_user_);
  query->bind(1, owner.text());
  if (!query->step()) return nullptr;
  // How many tasks he has is asked when he creates one.
  return &remember(owner, {.number = query->number(0),
                           .indexed = static_cast<indexing>(query->number(1)),
                           .tasks_at_most = small_user_tasks_max});
}

write_session::known_user& write_session::find_or_create_user(const user_id& owner) {
  if (auto* known = find_user(owner)) return *known;
  const use_of insert(create_user_);
  insert->bind(1, owner.text());
  insert->bind(2, largest_number_);
  insert->run();
  return remember(owner, {.number = db_.last_row()});
}

write_session::known_user& write_session::remember(const user_id& owner, const known_user& user) {
  largest_number_ = std::max(largest_number_, user.number);
  if (users_.size() >= known_users_max) users_.clear();
  return users_.emplace(owner.text(), user).first->second;
}

/// Called for each new task of a user whose tasks' ids are in the order of creation: whether that
/// still holds.
bool write_session::keeps_order(known_user& user, const task_id& id, timestamp now) {
  const bool is_last = user.last_id && id > *user.last_id && now >= user.last_created_at;
  if (!is_last) {
    const auto created_at = [&](statement& neighbour) {
      const use_of query(neighbour);
      query->bind(1, user.number);
      query->bind(2, id);
      return query->step() ? std::optional(query->number(0)) : std::nullopt;
    };
    const auto created = now.time_since_epoch().count();
    const auto lower = created_at(find_lower_neighbour_);
    if (lower && *lower > created) return false;
    const auto upper = created_at(find_upper_neighbour_);
    if (upper) return *upper >= created;
  }
  user.last_id = id;
  user.last_created_at = now;
  return true;
}

/// Called for each new task of a user: at the bound the user becomes large.
void write_session::count_created(known_user& user) {
  if (user.indexed == indexing::all || ++user.tasks_at_most <= small_user_tasks_max) return;
  {
    const use_of count(
        count_tasks_);  // tasks were deleted since: only now is it known how many there are
    count->bind(1, user.number);
    if (count->step()) user.tasks_at_most = count->number(0);
  }
  if (user.tasks_at_most > small_user_tasks_max) index(user, indexing::all);
}

/// With all tasks, of which there are not many more than small_user_tasks_max.
void write_session::index(known_user& user, indexing wanted) {
  for (statement* update : {&index_user_, &index_tasks_}) {
    const use_of use(*update);
    use->bind(1, user.number);
    use->bind(2, static_cast<std::int64_t>(wanted));
    use->run();
  }
  user.indexed = wanted;
}

write_session::created write_session::create(const user_id& owner, const task_id& id,
                                             const task_draft& draft, timestamp now,
                                             const std::optional<idempotency>& key) {
  auto& user = find_or_create_user(owner);
  const auto completed_at = draft.status == task_status::completed ? std::optional<timestamp>(now)
                                                                   : std::optional<timestamp>();
  {
    const use_of insert(create_task_);
    insert->bind(1, user.number);
    insert->bind(2, id);
    insert->bind(3, draft.title.text());
    insert->bind(4, text_of(draft.description));
    insert->bind(5, now);
    insert->bind(6, completed_at);
    insert->bind(7, static_cast<std::int64_t>(user.indexed));
    if (key) {
      insert->bind(8, key->key.text());
      insert->bind_blob(9, key->fingerprint.data(), key->fingerprint.size());
    } else {
      insert->bind_null(8);
      insert->bind_null(9);
    }
    insert->run();
  }
  if (db_.changes() == 0) return conflicting(user, key);
  if (user.indexed == indexing::none && !keeps_order(user, id, now)) {
    index(user, indexing::by_creation);
  }
  count_created(user);
  task_view task{.id = id,
                 .title = draft.title.text(),
                 .description = text_of(draft.description),
                 .created_at = now,
                 .updated_at = now,
                 .completed_at = completed_at};
  return {create_outcome::created, stored_task(task)};
}

write_session::created write_session::conflicting(const known_user& user,
                                                  const std::optional<idempotency>& key) {
  if (!key) return {create_outcome::exists, std::nullopt};
  const use_of query(find_task_by_key_);
  query->bind(1, user.number);
  query->bind(2, key->key.text());
  if (!query->step()) return {create_outcome::exists, std::nullopt};
  const auto fingerprint = query->blob(7);
  if (!std::ranges::equal(fingerprint, key->fingerprint, {},
                          [](char c) { return static_cast<std::uint8_t>(c); })) {
    return {create_outcome::key_reused, std::nullopt};
  }
  return {create_outcome::replayed, stored_task(row_of(*query))};
}

write_session::updated write_session::update(const user_id& owner, const task_id& id,
                                             const task_patch& patch, const precondition& condition,
                                             timestamp now) {
  const auto* user = find_user(owner);
  if (!user) return {write_outcome::not_found, std::nullopt};
  stored_task task;
  {
    const use_of query(find_task_);
    query->bind(1, user->number);
    query->bind(2, id);
    if (!query->step()) return {write_outcome::not_found, std::nullopt};
    task = stored_task(row_of(*query));
  }
  if (!condition.allows(task.fields.version)) {
    return {write_outcome::precondition_failed, std::nullopt};
  }
  const auto patched = apply(patch, task.view(), now);
  if (!patched.changed) return {write_outcome::done, std::move(task)};
  if (patch.title) task.title = patch.title->text();
  if (patch.description) {
    const auto text = text_of(*patch.description);
    task.description = text ? std::optional<std::string>(*text) : std::nullopt;
  }
  task.fields.updated_at = patched.updated_at;
  task.fields.completed_at = patched.completed_at;
  task.fields.version = patched.version;
  const auto after = task.view();
  const use_of change(update_task_);
  change->bind(1, user->number);
  change->bind(2, id);
  change->bind(3, after.title);
  change->bind(4, after.description);
  change->bind(5, after.updated_at);
  change->bind(6, after.completed_at);
  change->bind(7, after.version);
  change->run();
  return {write_outcome::done, std::move(task)};
}

write_outcome write_session::remove(const user_id& owner, const task_id& id,
                                    const precondition& condition) {
  const auto* user = find_user(owner);
  if (!user) return write_outcome::not_found;
  if (condition.versions) {
    const use_of query(find_task_);
    query->bind(1, user->number);
    query->bind(2, id);
    if (!query->step()) return write_outcome::not_found;
    if (!condition.allows(row_of(*query).version)) return write_outcome::precondition_failed;
  }
  const use_of removal(remove_task_);
  removal->bind(1, user->number);
  removal->bind(2, id);
  removal->run();
  return db_.changes() == 0 ? write_outcome::not_found : write_outcome::done;
}

std::uint64_t write_session::remove_all(const user_id& owner, status_filter status) {
  const auto* user = find_user(owner);
  if (!user) return 0;
  statement& removal = status == status_filter::all       ? remove_all_tasks_
                       : status == status_filter::pending ? remove_pending_tasks_
                                                          : remove_completed_tasks_;
  const use_of use(removal);
  use->bind(1, user->number);
  use->run();
  return static_cast<std::uint64_t>(db_.changes());
}

}  // namespace todod::database::sqlite
