// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Results in, coroutines resumed.
#include "database/postgres/lane.hpp"
#include "database/postgres/sqlstate.hpp"

#include <openssl/ssl.h>

#include <sys/ioctl.h>

#include <algorithm>
#include <cstdlib>

namespace todod::database::postgres {
namespace {

/// Bytes that TLS has read from the socket but libpq has not: no readiness will tell of them.
bool has_more(PGconn* session) {
  auto* tls = static_cast<SSL*>(PQsslStruct(session, "OpenSSL"));
  return tls && SSL_pending(tls) > 0;
}

/// Bytes that the kernel has and libpq, which takes some 16 KB at a time, has not read yet.
bool has_unread(PGconn* session) {
  int bytes = 0;
  return ::ioctl(PQsocket(session), FIONREAD, &bytes) == 0 && bytes > 0;
}

/// Of one that create_fresh_tasks made.
std::string_view id_bytes(const PGresult* rows, int row) {
  return {PQgetvalue(rows, row, 0), static_cast<std::size_t>(PQgetlength(rows, row, 0))};
}

/// Reads of a list lane before others get their turn: 1 MiB or so.
constexpr int reads_max = 64;

}  // namespace

void lane::wait_for_results() {
  socket_.async_wait(boost::asio::posix::stream_descriptor::wait_read,
                     [self = shared_from_this(), number = session_number_](const auto& error) {
                       if (error || number != self->session_number_) return;
                       self->read();
                       self->resume_answered();
                     });
}

void lane::read() {
  PGconn* session = session_.session.get();
  int reads = 0;
  do {
    // Settles whether the newest Sync is out before libpq looks at the socket: while bytes are
    // left, a server that is found gone cannot have acted on it.
    if (writing_ && !flush()) return lose(PQerrorMessage(session));
    // libpq tries to send what is left once more before it reads; its end may get through then.
    for (std::size_t place = 0; writing_ && place < flying_; ++place)
      flight_[place]->sync_sent = true;
    const bool alive = PQconsumeInput(session) == 1;
    if (!drain()) return;
    if (!alive) return lose(PQerrorMessage(session));
    // A turn of the loop may be long when there are many requests, and lists are large: with one
    // read each, they would come in more slowly than they are asked for.
  } while (has_more(session) ||
           (kind_ == lane_kind::lists && ++reads < reads_max && has_unread(session)));
  if (read_only_ && flying_ == 0) return lose("the server takes no writes");
  if (flying_ == 0) {
    // Idle: lets libpq take what comes unasked, such as a farewell.
    result_ptr{PQgetResult(session)};
    static_cast<void>(PQisBusy(session));
  }
  wait_for_results();
  post_send();
  count();
}

/// Takes every result that is here. False when the session was lost over it.
bool lane::drain() {
  PGconn* session = session_.session.get();
  int nothing = 0;
  while (flying_ > 0 && PQisBusy(session) == 0) {
    result_ptr result{PQgetResult(session)};
    if (!result) {  // ends a statement's results; never comes twice
      if (++nothing < 3) continue;
      lose("the server's answers do not match what was asked");
      return false;
    }
    nothing = 0;
    if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) {
      take_sync();
      if (state_ != state::ready) return false;
    } else if (!take_answer(std::move(result))) {
      return false;
    }
  }
  return true;
}

bool lane::take_answer(result_ptr result) {
  batch& current = *flight_[0];
  const ExecStatusType status = PQresultStatus(result.get());
  const bool failed = status == PGRES_FATAL_ERROR;
  const std::string_view sqlstate = failed ? sqlstate_of(result.get()) : std::string_view{};
  if (failed && (sqlstate.empty() || session_was_ended(sqlstate) ||
                 PQstatus(session_.session.get()) != CONNECTION_OK)) {
    ended_by_server_ = session_was_ended(sqlstate);
    lose(describe_error(result.get()));
    return false;
  }
  if (current.preparing) {
    if (failed) {
      current.prepare_trouble = describe_error(result.get());
      current.prepare_sqlstate = sqlstate;
      pooler_seen_ = pooler_seen_ || names_a_pooler(sqlstate);
      session_.pooled = session_.pooled || pooler_seen_;
    }
    if (status != PGRES_COMMAND_OK && current.prepares_answered < current.prepares.size()) {
      prepared_[current.prepares[current.prepares_answered]->index] = false;
    }
    ++current.prepares_answered;
    return true;
  }
  if (current.headed && !std::exchange(current.bounded, true)) {
    if (failed) lose(describe_error(result.get()));
    return !failed;
  }
  const bool at_sync =
      current.alone ? current.answered > current.settled : current.answered == current.statements();
  if (at_sync && failed) {
    // The commit failed: every answer before it is void.
    current.failed = current.answered - 1;
    current.results.back() = std::move(result);
    return true;
  }
  if (at_sync) {
    lose("the server sent more answers than were asked for");
    return false;
  }
  if (failed && !current.failed) current.failed = current.answered;
  current.results.push_back(std::move(result));
  ++current.answered;
  if (kind_ == lane_kind::lists && !current.alone && !current.failed) answer_list(current);
  return true;
}

/// No commit makes a list true, and it may be large: it is on its way, and its rows are gone,
/// before the next one comes in.
void lane::answer_list(batch& current) {
  const std::size_t place = current.answered - 1;
  if (operation* asked = std::exchange(current.operations[place], nullptr)) {
    answer(*asked, current.results[place].get());
    resume_answered();
  }
  current.results[place].reset();
}

void lane::take_sync() {
  batch& current = *flight_[0];
  if (current.preparing) {
    current.preparing = false;
    return;
  }
  if (current.failed && !current.alone &&
      takes_no_writes(sqlstate_of(current.results[*current.failed].get()))) {
    return hand_back(take_off());
  }
  attempts_ = 0;
  proven_ = true;
  if (current.alone) {
    settle(current);
  } else if (current.failed) {
    repeat_alone(take_off());
  } else {
    finish(take_off());
  }
  while (state_ == state::ready && flying_ > 0 && flight_[0]->alone) {
    if (go_on_alone(*flight_[0])) break;
  }
}

/// Behind a pooler the next statement is sent, now that the one before has its answer for good.
/// False if that was the last one: then the batch is gone.
bool lane::go_on_alone(batch& current) {
  const std::size_t count = current.operations.size();
  while (current.transmitted < count && !current.operations[current.transmitted]) {
    current.results.emplace_back();  // that request gave up waiting: nothing is sent for it
    ++current.transmitted, ++current.answered, ++current.settled;
  }
  if (current.settled == count) {
    finish(take_off());
    return false;
  }
  const bool under_way = current.transmitted > current.settled;
  if (!under_way && (!transmit_alone(current) || !flush())) {
    lose(PQerrorMessage(session_.session.get()));
  }
  return true;
}

/// The next operation of a batch whose statements stand alone has its answer for good.
void lane::settle(batch& current) {
  const std::size_t place = current.settled++;
  current.bounded = false;
  operation* asked = std::exchange(current.operations[place], nullptr);
  const PGresult* result = current.results[place].get();
  if (!asked) return;
  if (PQresultStatus(result) == PGRES_FATAL_ERROR) {
    fail(*asked, current, result);
  } else {
    answer(*asked, result);
  }
  resume_answered();
  current.results[place].reset();
}

std::unique_ptr<batch> lane::take_off() {
  auto taken = std::move(flight_[0]);
  flight_[0] = std::move(flight_[1]);
  --flying_;
  return taken;
}

void lane::finish(std::unique_ptr<batch> done) {
  for (std::size_t place = 0; place < done->statements(); ++place) {
    const auto some = done->operations_of(place);
    const PGresult* rows = done->results[place].get();
    if (some.size() > 1) {
      answer_merged(some, rows);
    } else if (some[0]) {
      answer(*some[0], rows);
    }
  }
  // Reads that wait go out before the answers do: the server works while those are written. Writes
  // gain more from what the answered ones bring: a larger batch behind one commit.
  if (const auto helped = helped_.lock()) helped->share();
  if (kind_ == lane_kind::reads) send();
  resume_answered();
  done->reset();
  if (!spare_) spare_ = std::move(done);
}

/// At most one row for each.
void lane::answer_merged(std::span<operation* const> some, const PGresult* rows) {
  const auto answered = std::ranges::find_if(some, [](const operation* it) { return it; });
  if (answered == some.end()) return;
  const merging& merged = *merging_of(*(*answered)->what);
  const auto give = [&](operation* asked, int row) {
    if (!asked) return;
    asked->row = row;
    asked->row_count = 1;
    asked->affected = 1;
  };
  const int count = PQntuples(rows);
  if (merged.one == query::create_fresh_task) {
    // An insert returns ids, usually in the order of the arrays.
    int row = 0;
    for (operation* asked : some) {
      for (int tried = 0; asked && tried < count; ++tried, row = (row + 1) % count) {
        if (asked->lock_key != id_bytes(rows, row)) continue;
        give(asked, row);
        break;
      }
    }
  } else {
    for (int row = 0; row < count; ++row) {
      const auto place = read_network<std::int64_t>(PQgetvalue(rows, row, extra_column));
      give(some[static_cast<std::size_t>(place - 1)], row);
    }
  }
  const std::string& name = statement_of(merged.many).name;
  const auto now = std::chrono::steady_clock::now();
  for (operation* asked : some) {
    if (!asked) continue;
    asked->rows = rows;
    events_.on_statement(name, now - asked->entered, true);
    answered_.push(*asked);
  }
}

void lane::answer(operation& asked, const PGresult* rows) {
  asked.rows = rows;
  asked.row = 0;
  asked.row_count = PQntuples(rows);
  asked.affected = std::strtoull(PQcmdTuples(const_cast<PGresult*>(rows)), nullptr, 10);
  events_.on_statement(asked.what->name, std::chrono::steady_clock::now() - asked.entered, true);
  answered_.push(asked);
}

void lane::fail(operation& asked, failure why) {
  asked.failed = why;
  asked.rows = nullptr;
  asked.row_count = 0;
  events_.on_statement(asked.what->name, std::chrono::steady_clock::now() - asked.entered, false);
  answered_.push(asked);
}

void lane::fail(operation& asked, const batch& current, const PGresult* error) {
  if (names_a_conflict(error)) return answer(asked, error);  // that is, with no row
  const bool unprepared = sqlstate_of(error) == "26000" && !current.prepare_trouble.empty();
  const std::string cause = unprepared ? current.prepare_trouble : describe_error(error);
  const failure why = failure_of(unprepared ? current.prepare_sqlstate : sqlstate_of(error));
  if (why == failure::internal) events_.on_error(asked.what->name, cause);
  fail(asked, why);
}

/// A resumed coroutine may enter this lane again, and may be gone when this returns.
void lane::resume_answered() {
  while (!answered_.empty()) {
    operation& next = answered_.pop();
    operation::waiter waiter = std::move(*next.resume);
    next.resume.reset();
    waiter();
  }
}

}  // namespace todod::database::postgres
