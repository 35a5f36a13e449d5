// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Operations in, batches out.
#include "database/postgres/lane.hpp"

#include "database/postgres/sqlstate.hpp"

#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace todod::database::postgres {
namespace {

/// All parameters and results are binary.
constexpr auto binary_formats = [] {
  std::array<int, parameter_list::size_max> formats{};
  formats.fill(1);
  return formats;
}();

bool locks_before(const operation* a, const operation* b) {
  const auto key = [](const operation& it) {
    return std::tuple{it.parameters.at(0), it.by_idempotency_key, it.lock_key};
  };
  return key(*a) < key(*b);
}

auto does(query which) {
  return [what = &statement_of(which)](const operation* it) { return it->what == what; };
}

/// What a batch sends for so many of one.
const statement& statement_for(const statement& one, std::size_t count) {
  return count == 1 ? one : statement_of(merging_of(one)->many);
}

/// Passes by itself when tried again, even alone.
bool is_worth_another_try(std::string_view sqlstate) {
  return sqlstate.starts_with("40") || sqlstate == "0A000" || names_a_pooler(sqlstate);
}

/// How long a lock is waited for that was not given up within the session's lock_timeout.
constexpr std::chrono::milliseconds second_lock_timeout{100};

/// What a helper is for: fewer would cost the server more than they gain.
constexpr std::size_t shared_min = 8;

constexpr std::string_view names[] = {"reads", "lists", "writes"};

}  // namespace

void lane::enter(operation& asked, operation::waiter waiter) {
  asked.entered = std::chrono::steady_clock::now();
  if (!asked.deadline) asked.deadline = asked.entered + wait_max - tick;
  asked.failed.reset();
  asked.rows = nullptr;
  asked.row = asked.row_count = 0;
  asked.affected = 0;
  asked.resume.emplace(std::move(waiter));
  pending_.push(asked);
  count();
  arm_ticker();
  if (state_ == state::away) connect();
  post_send();
  share();
}

void lane::post_send() {
  if (send_posted_ || !may_send()) return;
  send_posted_ = true;
  boost::asio::post(io_, [self = shared_from_this()] {
    self->send_posted_ = false;
    self->send();
  });
}

bool lane::may_send() const {
  if (state_ != state::ready || read_only_ || pending_.empty()) return false;
  if (flying_ == 0) return true;
  if (session_.pooled) return false;
  // A second batch hides the commit of the first. A smaller one costs more than it hides: a commit
  // for a few. Point reads always gain more from a larger batch.
  return kind_ != lane_kind::reads && flying_ == 1 &&
         pending_.size() >= flight_[0]->operations.size();
}

void lane::send() {
  while (may_send()) {
    if (auto next = take_batch()) launch(std::move(next));
  }
  count();
}

void lane::be_helped_by(const std::shared_ptr<lane>& helper) {
  helper_ = helper;
  helper->helped_ = weak_from_this();
}

/// A helper that is free gets what waits, if that is worth a batch or this lane has no session now.
void lane::share() {
  if (!helper_ || pending_.empty()) return;
  const bool are_many = pending_.size() >= shared_min;
  if (state_ == state::ready && (flying_ == 0 || !are_many)) return;
  if (are_many) helper_->open();
  if (helper_->state_ != state::ready || helper_->flying_ > 0) return;
  const std::size_t shared = std::min(pending_.size(), limits_.batch_max);
  for (std::size_t i = 0; i < shared; ++i)
    helper_->pending_.push(pending_.pop());
  bound_.on_batch(shared);
  count();
  helper_->arm_ticker();
  helper_->post_send();
}

/// Null if none of those that wait has time left.
std::unique_ptr<batch> lane::take_batch() {
  auto next = spare_ ? std::move(spare_) : std::make_unique<batch>();
  auto& chosen = next->operations;
  const auto latest = std::chrono::steady_clock::now() + send_reserve;
  while (!pending_.empty() && chosen.size() < limits_.batch_max) {
    operation& asked = pending_.pop();
    if (kind_ == lane_kind::writes && *asked.deadline <= latest) {
      giving_up_.push(asked);
    } else {
      chosen.push_back(&asked);
    }
  }
  if (chosen.empty()) {
    spare_ = std::move(next);
    return nullptr;
  }
  bound_.on_batch(chosen.size());
  if (kind_ == lane_kind::writes) {
    std::ranges::stable_sort(chosen, locks_before);
    // Nobody else has locked a fresh task, or waits for one: creates may go ahead of the order.
    std::ranges::stable_partition(chosen, does(query::create_fresh_task));
    merge_runs(*next);
  } else if (kind_ == lane_kind::reads) {
    std::ranges::partition(chosen, does(query::find_task));
    merge_runs(*next);
  }
  return next;
}

/// One statement for each run of operations that one does more cheaply. Only neighbours, so that
/// the order stays, and no two writes to one task: the second one would find no row.
void lane::merge_runs(batch& next) const {
  const auto& all = next.operations;
  const auto is_twice = [&](std::size_t place) {
    return kind_ == lane_kind::writes && !locks_before(all[place - 1], all[place]);
  };
  for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
    const statement* what = all[first]->what;
    const merging* merged = merging_of(*what);
    end = first + 1;
    while (merged && end < all.size() && all[end]->what == what && !is_twice(end))
      ++end;
    if (merged && end - first >= merged->runs_min) {
      next.firsts.push_back(first);
    } else {
      for (std::size_t place = first; place < end; ++place)
        next.firsts.push_back(place);
    }
  }
}

void lane::launch(std::unique_ptr<batch> next) {
  batch& newest = *(flight_[flying_++] = std::move(next));
  if (!transmit(newest) || !flush()) lose(PQerrorMessage(session_.session.get()));
}

bool lane::transmit(batch& next) {
  PGconn* session = session_.session.get();
  next.sent = std::chrono::steady_clock::now();
  next.named = !session_.pooled;
  next.headed = next.impatient || (session_.pooled && kind_ == lane_kind::writes &&
                                   !session_.transaction_settings.empty());
  if (next.named && !send_prepares(next)) return false;
  if (next.alone) return transmit_alone(next);
  if (next.headed && !send_head(next)) return false;
  for (std::size_t place = 0; place < next.statements(); ++place) {
    const auto some = next.operations_of(place);
    if (!(some.size() == 1 ? send_query(*some[0]) : send_merged(some))) return false;
  }
  return PQpipelineSync(session) == 1;
}

/// All that is left of it, each under its own Sync. Behind a pooler the next one only, and none
/// before its turn: see go_on_alone().
bool lane::transmit_alone(batch& next) {
  if (session_.pooled && flight_[0].get() != &next) return true;
  next.sent = std::chrono::steady_clock::now();
  const std::size_t end = session_.pooled ? next.transmitted + 1 : next.operations.size();
  while (next.transmitted < end) {
    if (next.headed && !send_head(next)) return false;
    if (!send_query(*next.operations[next.transmitted++])) return false;
    if (PQpipelineSync(session_.session.get()) != 1) return false;
  }
  return true;
}

/// Bounds how long the transaction may wait, if its session does not, and for a lock more closely
/// if one was waited for in vain. Ends with the transaction, so also a pooler's session may be
/// told.
bool lane::send_head(const batch& next) {
  std::string sql = session_.pooled ? session_.transaction_settings : std::string{};
  if (next.impatient) {
    sql += fmt::format("{} set_config('lock_timeout', '{}', true)", sql.empty() ? "select" : ",",
                       second_lock_timeout.count());
  }
  return PQsendQueryParams(session_.session.get(), sql.c_str(), 0, nullptr, nullptr, nullptr,
                           nullptr, 1) == 1;
}

/// Statements that this session has not met yet are prepared under a Sync of their own, so that an
/// error in the batch takes no preparation with it.
bool lane::send_prepares(batch& next) {
  PGconn* session = session_.session.get();
  for (std::size_t place = 0; place < next.statements(); ++place) {
    const auto some = next.operations_of(place);
    const statement& what = statement_for(*some[0]->what, some.size());
    if (prepared_[what.index]) continue;
    prepared_[what.index] = true;
    next.prepares.push_back(&what);
    if (PQsendPrepare(session, what.name.c_str(), what.sql.c_str(), 0, nullptr) != 1) return false;
  }
  if (next.prepares.empty()) return true;
  next.preparing = true;
  return PQpipelineSync(session) == 1;
}

/// One statement with an array for each parameter.
bool lane::send_merged(std::span<operation* const> some) {
  const merging& merged = *merging_of(*some[0]->what);
  std::array<const char*, parameter_list::size_max> values;
  std::array<int, parameter_list::size_max> lengths;
  for (std::size_t column = 0; column < merged.element_oids.size(); ++column) {
    array_builder& elements = columns_[column];
    elements.start(merged.element_oids[column], some.size());
    for (const operation* each : some) {
      const std::string_view value = each->parameters.at(column);
      value.data() ? elements.add(value) : elements.add_null();
    }
    values[column] = elements.bytes().data();
    lengths[column] = static_cast<int>(elements.bytes().size());
  }
  return send_query(statement_of(merged.many), static_cast<int>(merged.element_oids.size()),
                    values.data(), lengths.data());
}

bool lane::send_query(const operation& asked) {
  const auto& given = asked.parameters;
  return send_query(*asked.what, given.count(), given.values(), given.lengths());
}

bool lane::send_query(const statement& what, int count, const char* const* values,
                      const int* lengths) {
  PGconn* session = session_.session.get();
  if (session_.pooled) {
    return PQsendQueryParams(session, what.sql.c_str(), count, nullptr, values, lengths,
                             binary_formats.data(), 1) == 1;
  }
  return PQsendQueryPrepared(session, what.name.c_str(), count, values, lengths,
                             binary_formats.data(), 1) == 1;
}

/// Whether the statement that failed is unknown only because an earlier batch, which was to prepare
/// it, could not: it is prepared now that its operations run again.
bool lane::was_never_prepared(const batch& failed, std::string_view sqlstate) const {
  if (sqlstate != "26000" || *failed.failed >= failed.statements()) return false;
  const auto some = failed.operations_of(*failed.failed);
  const auto asked = std::ranges::find_if(some, [](const operation* it) { return it; });
  if (asked == some.end()) return true;
  return !prepared_[statement_for(*(*asked)->what, some.size()).index];
}

/// Every operation again, each under its own Sync; the one that failed comes last, since it may
/// take long to fail again. But one of several that waited for a lock in vain is not known: so that
/// it does not hold up the others a second time, all wait for locks briefly then.
void lane::repeat_alone(std::unique_ptr<batch> failed) {
  const PGresult* error = failed->results[*failed->failed].get();
  const std::string sqlstate{failed->prepare_sqlstate.empty() ? std::string{sqlstate_of(error)}
                                                              : failed->prepare_sqlstate};
  const bool at_pooler = names_a_pooler(sqlstate) && !was_never_prepared(*failed, sqlstate);
  if (failed->named && (at_pooler || sqlstate == "0A000")) {
    session_.pooled = true;  // 0A000: a cached plan's result type has changed
    pooler_seen_ = pooler_seen_ || at_pooler;
  }
  auto again = spare_ ? std::move(spare_) : std::make_unique<batch>();
  again->alone = true;
  again->impatient = sqlstate == "55P03";
  auto& all = failed->operations;
  // Null where that request gave up waiting, and where it may have been any of those merged.
  operation* culprit = nullptr;
  if (*failed->failed < failed->statements()) {
    const auto some = failed->operations_of(*failed->failed);
    if (some.size() == 1) culprit = some[0];
  }
  std::erase(all, nullptr);
  if (culprit && all.size() == 1 && !is_worth_another_try(sqlstate)) {
    fail(*culprit, *failed, error);
  } else if (!all.empty()) {
    const auto found = std::ranges::find(all, culprit);
    if (found != all.end()) std::rotate(found, found + 1, all.end());
    again->operations = all;
    launch(std::move(again));
  }
  resume_answered();
}

bool lane::flush() {
  const int left = PQflush(session_.session.get());
  if (left < 0) return false;
  // While bytes are left, the newest batch's Sync, the last of them, has not been sent.
  for (std::size_t place = 0; place < flying_; ++place) {
    flight_[place]->sync_sent = flight_[place]->sync_sent || left == 0 || place + 1 < flying_;
  }
  if (left == 0 || writing_) return true;
  writing_ = true;
  socket_.async_wait(boost::asio::posix::stream_descriptor::wait_write,
                     [self = shared_from_this(), number = session_number_](const auto& error) {
                       if (error || number != self->session_number_) return;
                       self->writing_ = false;
                       if (!self->flush()) self->lose("the socket could not be written to");
                     });
  return true;
}

void lane::count() {
  std::size_t flying = 0;
  for (std::size_t place = 0; place < flying_; ++place)
    flying += flight_[place]->operations.size();
  queued_stat_.store(pending_.size(), std::memory_order_relaxed);
  in_flight_stat_.store(flying, std::memory_order_relaxed);
}

lane_stats lane::stats() const {
  return {name_, queued_stat_.load(std::memory_order_relaxed),
          in_flight_stat_.load(std::memory_order_relaxed),
          connected_stat_.load(std::memory_order_relaxed)};
}

std::string_view name_of(lane_kind kind) {
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace todod::database::postgres
