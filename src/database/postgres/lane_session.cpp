// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Sessions come and go; requests that waited too long give up.
#include "database/postgres/lane.hpp"
#include "database/postgres/sqlstate.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <mutex>

namespace todod::database::postgres {
namespace {

constexpr std::chrono::milliseconds first_delay{100};
/// Service is back within this of the end of an outage, and the time that connecting takes.
constexpr std::chrono::milliseconds delay_max{1'000};
/// Losses after which an operation is not run again, though that were safe: it may be their cause.
constexpr unsigned losses_max = 3;

}  // namespace

/// Where the connector's thread leaves sessions. Closed before the io_context may be gone.
struct lane::door {
  std::mutex mutex;
  lane* inside = nullptr;

  void bring(connector::opened outcome) {
    const std::scoped_lock lock{mutex};
    if (!inside) return;
    boost::asio::post(inside->io_,
                      [self = inside->weak_from_this(), outcome = std::move(outcome)]() mutable {
                        if (const auto open = self.lock()) open->on_opened(std::move(outcome));
                      });
  }
};

lane::lane(boost::asio::io_context& io, lane_kind kind, lane_limits limits, connector& sessions,
           observer& events)
    : io_(io),
      kind_(kind),
      limits_(limits),
      name_(name_of(kind)),
      sessions_(sessions),
      events_(events),
      door_(std::make_shared<door>()),
      socket_(io),
      jitter_(std::random_device{}()),
      bound_(limits.queue_max, limits.batch_max),
      ticker_(io) {
  door_->inside = this;
}

lane::~lane() {
  close();
}

void lane::open() {
  if (state_ == state::away) connect();
}

void lane::close() {
  if (state_ == state::closed) return;
  state_ = state::closed;
  {
    const std::scoped_lock lock{door_->mutex};
    door_->inside = nullptr;
  }
  ticker_.cancel();
  release();
  // Destroying a waiter destroys the coroutine that waits, and with it the operation.
  std::vector<operation::waiter> waiters;
  const auto take = [&](operation& asked) { waiters.push_back(std::move(*asked.resume)); };
  while (!pending_.empty())
    take(pending_.pop());
  while (!answered_.empty())
    take(answered_.pop());
  while (!giving_up_.empty())
    take(giving_up_.pop());
  for (std::size_t place = 0; place < flying_; ++place) {
    for (operation* asked : flight_[place]->operations) {
      if (asked) take(*asked);
    }
    flight_[place].reset();
  }
  flying_ = 0;
}

void lane::connect() {
  state_ = state::connecting;
  auto due = std::chrono::steady_clock::now();
  if (attempts_ > 0) {
    const auto delay = std::min(delay_max, first_delay * (1 << std::min(attempts_ - 1, 5U)));
    due += delay * std::uniform_int_distribution{50, 100}(jitter_) / 100;
  }
  sessions_.open(due, [to = door_](connector::opened outcome) { to->bring(std::move(outcome)); });
}

void lane::on_opened(connector::opened outcome) {
  if (state_ != state::connecting) return;
  if (!outcome) {
    ++attempts_;
    // Once per trouble: an outage of an hour is one line.
    if (outcome.error() != last_trouble_) events_.on_connection_lost(name_, outcome.error());
    last_trouble_ = outcome.error();
    if (!pending_.empty() || !ever_connected_) return connect();
    state_ = state::away;
    return;
  }
  session_ = std::move(*outcome);
  session_.pooled = session_.pooled || pooler_seen_;
  PGconn* session = session_.session.get();
  PQsetnonblocking(session, 1);
  PQenterPipelineMode(session);
  socket_.assign(PQsocket(session));
  prepared_.assign(all_statements().size(), false);
  ended_by_server_ = writing_ = proven_ = read_only_ = false;
  ever_connected_ = true;
  last_trouble_.clear();
  state_ = state::ready;
  connected_stat_.store(true, std::memory_order_relaxed);
  events_.on_connected(name_);
  wait_for_results();
  post_send();
}

/// Lets go of the session without closing libpq's socket twice.
void lane::release() {
  ++session_number_;
  if (socket_.is_open()) socket_.release();
  session_.session.reset();
  connected_stat_.store(false, std::memory_order_relaxed);
}

void lane::lose(std::string_view reason) {
  if (state_ != state::ready) return;
  const std::string text = first_line(reason);
  state_ = state::away;
  operation_list again;
  for (std::size_t place = 0; place < flying_; ++place) {
    const batch& lost = *flight_[place];
    for (std::size_t i = 0; i < lost.operations.size(); ++i) {
      operation* asked = lost.operations[i];
      if (!asked) continue;
      // Only the oldest batch had answers: a server that ended the session came to no other.
      const bool uncertain = place == 0
                                 ? lost.may_be_committed(lost.statement_at(i), ended_by_server_)
                                 : lost.was_sent(lost.statement_at(i)) && !ended_by_server_;
      const bool repeatable = kind_ != lane_kind::writes || asked->repeatable;
      if (uncertain ? repeatable && asked->losses == 0 : asked->losses < losses_max) {
        if (lost.sync_sent) ++asked->losses;
        again.push(*asked);
      } else if (uncertain) {
        give_up(*asked);
      } else {
        fail(*asked, failure::unavailable);
      }
    }
    flight_[place].reset();
  }
  flying_ = 0;
  while (!pending_.empty())
    again.push(pending_.pop());
  pending_ = again;
  release();
  if (!proven_) ++attempts_;  // a session that answered is replaced at once
  proven_ = false;
  events_.on_connection_lost(name_, text);
  if (!pending_.empty()) connect();
  count();
  resume_answered();
}

/// Of a server that is silent, though perhaps not gone. A pooler's process id means nothing to it.
void lane::leave(std::string_view reason) {
  const int process = session_.pooled ? 0 : PQbackendPID(session_.session.get());
  lose(reason);
  if (process != 0) sessions_.end_backend(process);
}

/// Its answer waits until the server knows that its session was left: a write that is not committed
/// by then never is.
void lane::give_up(operation& asked) {
  if (kind_ != lane_kind::writes) return fail(asked, failure::unavailable);
  asked.deadline = std::chrono::steady_clock::now() + leave_reserve;
  giving_up_.push(asked);
  arm_ticker();
}

/// Whether a write that is under way has to be given up.
bool lane::is_out_of_time() const {
  const auto latest = std::chrono::steady_clock::now() + leave_reserve;
  for (std::size_t place = 0; place < flying_; ++place) {
    for (const operation* asked : flight_[place]->operations) {
      if (asked && *asked->deadline <= latest) return true;
    }
  }
  return false;
}

/// Nothing of it was written, and it runs again on the next session: until then this one sends no
/// more, and once what was sent has its answers it is left.
void lane::hand_back(std::unique_ptr<batch> refused) {
  read_only_ = true;
  for (operation* asked : refused->operations) {
    if (asked) pending_.push(*asked);
  }
}

void lane::arm_ticker() {
  if (ticking_) return;
  ticking_ = true;
  ticker_.expires_after(tick);
  ticker_.async_wait([self = weak_from_this()](const auto& error) {
    const auto open = self.lock();
    if (error || !open) return;
    open->ticking_ = false;
    open->expire();
    const bool idle = open->pending_.empty() && open->giving_up_.empty() && open->flying_ == 0;
    if (!idle) open->arm_ticker();
    open->resume_answered();
  });
}

void lane::expire() {
  const auto now = std::chrono::steady_clock::now();
  for (operation_list* waiting : {&pending_, &giving_up_}) {
    operation_list left;
    while (!waiting->empty()) {
      operation& asked = waiting->pop();
      if (*asked.deadline <= now) {
        fail(asked, failure::unavailable);
      } else {
        left.push(asked);
      }
    }
    *waiting = left;
  }
  if (kind_ == lane_kind::writes && is_out_of_time()) leave("no answer in time");
  for (std::size_t place = 0; place < flying_; ++place) {
    for (operation*& asked : flight_[place]->operations) {
      if (!asked || *asked->deadline > now) continue;
      fail(*asked, failure::unavailable);
      asked = nullptr;
    }
  }
  count();
  if (flying_ > 0 && now - flight_[0]->sent >= wait_max) leave("no answer for 10 s");
}

}  // namespace todod::database::postgres
