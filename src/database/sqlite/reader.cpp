// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/reader.hpp"

namespace todod::database::sqlite {

reader::reader(const std::filesystem::path& file)
    : db_(connection::open_to_read(file)),
      find_task_(db_, sqlite::find_task.sql),
      find_user_(db_, sqlite::find_user.sql),
      check_(db_, "select count(*) from schema_migrations"),
      begin_(db_, "begin"),
      end_(db_, "commit") {}

bool reader::enter(std::uint64_t commits) {
  const bool held = holds_snapshot_;
  if (held && commits_seen_ == commits) return false;
  if (held) leave();
  const use_of begin(begin_);
  begin->run();
  holds_snapshot_ = true;
  commits_seen_ = commits;
  return !held;
}

// After an I/O error SQLite may have ended the transaction by itself.
void reader::leave() noexcept {
  if (db_.in_transaction()) end_.run_regardless();
  holds_snapshot_ = false;
}

bool reader::find(const user_id& owner, const task_id& id, task_sink& out) {
  return with_number(owner, [&](std::int64_t number) {
    const use_of query(find_task_);
    query->bind(1, number);
    query->bind(2, id);
    if (!query->step()) return false;
    out.on_task(row_of(*query));
    return true;
  });
}

std::optional<page_position> reader::list(const user_id& owner, const page_request& page,
                                          task_sink& out) {
  list_shape shape{page.order, page.status, page.after.has_value()};
  std::optional<page_position> next;
  if (depends_on_size(shape)) {
    const auto user = look_up(owner);
    if (!user) return std::nullopt;
    shape.large = user->large;  // never unset, so it still holds below
    read_page(user->number, shape, page, out, next);
  } else {
    with_number(owner,
                [&](std::int64_t number) { return read_page(number, shape, page, out, next); });
  }
  return next;
}

/// Calls `read` with the number of `owner`. It says whether there was anything: if not, the number
/// that was remembered may be that of a row which someone else has deleted.
template <class Read>
bool reader::with_number(const user_id& owner, Read read) {
  const auto known = numbers_.find(owner.text());
  if (known != numbers_.end() && read(known->second)) return true;
  const auto user = look_up(owner);
  if (!user || (known != numbers_.end() && known->second == user->number)) return false;
  if (numbers_.size() >= known_users_max) numbers_.clear();
  numbers_.insert_or_assign(owner.text(), user->number);
  return read(user->number);
}

std::optional<reader::known_user> reader::look_up(const user_id& owner) {
  const use_of query(find_user_);
  query->bind(1, owner.text());
  if (!query->step()) return std::nullopt;
  return known_user{query->number(0), query->number(1) != 0};
}

/// False if there is no task.
bool reader::read_page(std::int64_t number, const list_shape& shape, const page_request& page,
                       task_sink& out, std::optional<page_position>& next) {
  const use_of query(list_statement(shape));
  query->bind(1, number);
  query->bind(2, std::int64_t{page.limit} + 1);
  if (page.after) {
    if (const auto* title = std::get_if<std::string>(&page.after->key)) {
      query->bind(3, *title);
    } else {
      query->bind(3, std::get<timestamp>(page.after->key));
    }
    query->bind(4, page.after->id);
  }
  std::optional<page_position> last;
  std::uint32_t count = 0;
  while (query->step()) {
    if (++count > page.limit) {
      next = last;
      break;
    }
    const auto task = row_of(*query);
    out.on_task(task);
    if (count == page.limit) last = position_of(task, page.order);
  }
  return count > 0;
}

void reader::check() {
  const use_of query(check_);
  query->run();
}

statement& reader::list_statement(const list_shape& shape) {
  auto& prepared = lists_[index_of(shape)];
  if (!prepared) prepared = std::make_unique<statement>(db_, list_sql(shape));
  return *prepared;
}

}  // namespace todod::database::sqlite
