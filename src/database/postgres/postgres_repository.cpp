// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Reading. Writing is in task_writes.cpp.
#include "database/postgres/postgres_repository.hpp"

namespace todod::database::postgres {

postgres_repository::postgres_repository(boost::asio::io_context& io,
                                         const postgres_options& options, connector& sessions,
                                         observer& events)
    : sessions_(sessions), dice_(std::random_device{}()) {
  const lane_limits limits{options.queue_max, options.batch_max};
  const auto make = [&](lane_kind kind) {
    return std::make_shared<lane>(io, kind, limits, sessions, events);
  };
  reads_ = make(lane_kind::reads);
  more_reads_ = make(lane_kind::reads);
  lists_ = make(lane_kind::lists);
  writes_ = make(lane_kind::writes);
  reads_->be_helped_by(more_reads_);
  for (const auto& each : lanes())
    each->open();
}

postgres_repository::~postgres_repository() {
  for (const auto& each : lanes())
    each->close();
}

awaitable<result<bool>> postgres_repository::find(const user_id& owner, const task_id& id,
                                                  task_sink& out) {
  if (!reads_->admits()) co_return std::unexpected(failure::overloaded);
  operation asked{statement_of(query::find_task)};
  asked.parameters.text(owner.text());
  asked.parameters.id(id);
  co_await reads_->run(asked);
  if (asked.failed) co_return std::unexpected(*asked.failed);
  if (asked.row_count == 0) co_return false;
  out.on_task(read_task(asked.rows, asked.row, id));
  co_return true;
}

namespace {

void add_position(parameter_list& parameters, const page_position& after) {
  if (const auto* time = std::get_if<timestamp>(&after.key)) {
    parameters.time(*time);
  } else {
    parameters.text(std::get<std::string>(after.key));
  }
  parameters.id(after.id);
}

/// At most `page.limit` rows to the sink; one row more says that there are more.
std::optional<page_position> emit(const operation& answered, const page_request& page,
                                  task_sink& out) {
  const int shown = std::min<int>(answered.row_count, page.limit);
  for (int row = 0; row < shown; ++row) {
    const task_view task = read_task(answered.rows, row, read_id(answered.rows, row));
    out.on_task(task);
    if (row + 1 == shown && answered.row_count > shown) return position_of(task, page.order);
  }
  return std::nullopt;
}

}  // namespace

awaitable<result<std::optional<page_position>>> postgres_repository::list(const user_id& owner,
                                                                          const page_request& page,
                                                                          task_sink& out) {
  // No row from `small` or `large` may mean that the user is of the other size. He may grow between
  // two statements but never shrinks: no row from `large` asked after `small` is certain, the other
  // way round it is not.
  const bool sized = depends_on_size(page.order, page.status);
  user_size size = sized ? presumed_size(owner) : user_size::any;
  std::optional<operation::time_point> deadline;
  for (int steps_left = size == user_size::large ? 3 : 2; steps_left > 0; --steps_left) {
    if (!lists_->admits()) co_return std::unexpected(failure::overloaded);
    operation asked{list_statement(size, page.order, page.status, page.after.has_value())};
    asked.deadline = deadline;
    asked.parameters.text(owner.text());
    asked.parameters.number<std::int64_t>(page.limit + 1);
    if (page.after) add_position(asked.parameters, *page.after);
    co_await lists_->run(asked);
    if (asked.failed) co_return std::unexpected(*asked.failed);
    if (asked.row_count > 0 || size == user_size::any) {
      remember_size(owner, size);
      std::optional<page_position> next = emit(asked, page, out);
      if (next && sized && size != user_size::large) look_sometimes(owner, 16);
      co_return next;
    }
    deadline = asked.deadline;
    size = size == user_size::small ? user_size::large : user_size::small;
  }
  co_return std::optional<page_position>{};
}

user_size postgres_repository::presumed_size(const user_id& owner) {
  if (large_users_.knows(owner)) return user_size::large;
  const auto now = std::chrono::steady_clock::now();
  if (now - small_since_ >= small_for) {
    small_users_.forget_all();
    small_since_ = now;
  }
  return small_users_.knows(owner) ? user_size::any : user_size::small;
}

void postgres_repository::remember_size(const user_id& owner, user_size size) {
  if (size == user_size::large) large_users_.remember(owner);
  if (size == user_size::small) small_users_.remember(owner);
}

awaitable<result<void>> postgres_repository::check() {
  if (!reads_->admits()) co_return std::unexpected(failure::overloaded);
  operation asked{statement_of(query::check)};
  asked.deadline = std::chrono::steady_clock::now() + std::chrono::seconds{2} - tick;
  co_await reads_->run(asked);
  if (asked.failed) co_return std::unexpected(*asked.failed);
  co_return result<void>{};
}

void postgres_repository::look_sometimes(const user_id& owner, unsigned one_in) {
  if (dice_() % one_in == 0) sessions_.look_at(owner.text());
}

}  // namespace todod::database::postgres
