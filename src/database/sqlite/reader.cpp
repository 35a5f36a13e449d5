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
  const use_of query(find_task_);
  query->bind(1, owner.text());
  query->bind(2, id);
  if (!query->step()) return false;
  out.on_task(row_of(*query));
  return true;
}

std::optional<page_position> reader::list(const user_id& owner, const page_request& page,
                                          task_sink& out) {
  std::int64_t number = 0;
  list_shape shape{page.order, page.status, page.after.has_value()};
  {
    const use_of user(find_user_);
    user->bind(1, owner.text());
    if (!user->step()) return std::nullopt;
    number = user->number(0);
    shape.large = user->number(1) != 0;  // never unset, so it still holds below
  }
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
  for (std::uint32_t count = 1; query->step(); ++count) {
    if (count > page.limit) return last;
    const auto task = row_of(*query);
    out.on_task(task);
    if (count == page.limit) last = position_of(task, page.order);
  }
  return std::nullopt;
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
