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
  return with_user(owner, [&](const known_user& user) {
    const use_of query(find_task_);
    query->bind(1, user.number);
    query->bind(2, id);
    if (!query->step()) return false;
    out.on_task(row_of(*query));
    return true;
  });
}

std::optional<page_position> reader::list(const user_id& owner, const page_request& page,
                                          task_sink& out) {
  std::optional<page_position> next;
  if (page.order.field == sort_field::created_at && page.status == status_filter::all) {
    with_user(owner, [&](const known_user& user) { return read_page(user, page, out, next); });
  } else if (const auto user = look_up(owner)) {  // what is outdated could cost a scan here
    read_page(*user, page, out, next);
  }
  return next;
}

/// Calls `read` with what is known of `owner`. It says whether there was anything: if not, what is
/// remembered may be outdated, or of a row which someone else has deleted.
template <class Read>
bool reader::with_user(const user_id& owner, Read read) {
  const auto known = users_.find(owner.text());
  if (known != users_.end() && read(known->second)) return true;
  const auto user = look_up(owner);
  if (!user || (known != users_.end() && known->second == *user)) return false;
  if (users_.size() >= known_users_max) users_.clear();
  users_.insert_or_assign(owner.text(), *user);
  return read(*user);
}

std::optional<reader::known_user> reader::look_up(const user_id& owner) {
  const use_of query(find_user_);
  query->bind(1, owner.text());
  if (!query->step()) return std::nullopt;
  return known_user{query->number(0), static_cast<indexing>(query->number(1))};
}

/// False if there is no task, or `user` is outdated.
bool reader::read_page(const known_user& user, const page_request& page, task_sink& out,
                       std::optional<page_position>& next) {
  const list_shape shape{page.order, page.status, page.after.has_value(), user.indexed};
  const use_of query(list_statement(shape));
  query->bind(1, user.number);
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
    if (count == 0 && in_order_of_ids(shape) && indexing_of(*query) != user.indexed) return false;
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
