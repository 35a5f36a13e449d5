// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One PostgreSQL session that the coroutines of one I/O thread share, in libpq's pipeline mode.
//
//   run(op) ─▶ pending ─(posted once per event-loop turn)─▶ batch: statements + one Sync ─▶ socket
//                 ▲                                            │ results, then PGRES_PIPELINE_SYNC
//                 └── again: alone, or on a new session ◀──────┴─▶ every operation resumes
//
// - A batch is one implicit transaction: its Sync commits all of its writes with one fsync (group
//   commit). Nothing is answered before the Sync's answer: "INSERT 0 1" alone is not durable.
// - Writes of a batch are sorted by owner and key, so that batches lock rows in one order.
// - A statement that fails takes its batch with it: each operation then runs again under its own
//   Sync. Where one waited for a lock in vain, which one is not always known: none waits long
//   again.
// - Behind a pooler one Sync is under way at a time. With two, the first one's answer may be taken
//   for the end of all, and the server given to others while statements of the next batch are on
//   their way to it: half a batch is committed by somebody else's Sync, and answers get lost
//   (PgBouncer: issue 759 of its repository; Supavisor: 1061).
// - Point reads of a batch become one statement over arrays; so do its usual creates, and those of
//   its changes of completion that are neighbours.
// - Point reads have two sessions, the second one a helper: eight of them that wait behind a batch
//   under way, or for a session, go there at once.
// - Lists are answered one by one as they come: one of them at a time is in memory.
// - A server that takes no writes (a standby, or one that was demoted) is left for a new session,
//   which may be with another host: what it refused runs again there.
// - A session lost before the Sync was sent, or ended by the server before the commit: everything
//   runs again on a new one. Lost later: reads, and the look-ups among the writes (`repeatable`),
//   run again once; writes are failure::unavailable, for they may have been committed.
// - A write that was answered so is never committed later, when its client may have written anew:
//   its session is left before its time is over, and a server that waits for a lock, or is about
//   to, finds that out before the answer leaves (session_check_interval).
//
// Every function but stats() belongs to the I/O thread. Hot path.
#pragma once

#include "database/database.hpp"
#include "database/postgres/batch.hpp"
#include "database/postgres/connector.hpp"
#include "database/postgres/operation.hpp"
#include "database/queue_bound.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>
#include <atomic>
#include <memory>
#include <random>
#include <string>

namespace todod::database::postgres {

enum class lane_kind : std::uint8_t { reads, lists, writes };

[[nodiscard]] std::string_view name_of(lane_kind kind);

struct lane_limits {
  std::size_t queue_max;
  std::size_t batch_max;
};

/// How coarsely requests give up: a deadline is kept to within this.
inline constexpr std::chrono::milliseconds tick{250};
/// A session is left when a write under way on it has no more time than this.
inline constexpr std::chrono::milliseconds leave_reserve = session_check_interval + tick;
/// A write with less time than this is not sent any more.
inline constexpr std::chrono::milliseconds send_reserve = leave_reserve + 3 * tick;

class lane : public std::enable_shared_from_this<lane> {
 public:
  lane(boost::asio::io_context& io, lane_kind kind, lane_limits limits, connector& sessions,
       observer& events);
  ~lane();
  lane(const lane&) = delete;
  lane& operator=(const lane&) = delete;

  /// Asks for the first session.
  void open();
  /// From now on `helper` takes over what this lane cannot do soon. Once, before open().
  void be_helped_by(const std::shared_ptr<lane>& helper);
  /// Ends everything; the coroutines that wait are destroyed.
  void close();

  /// False when the queue is full: do not run.
  [[nodiscard]] bool admits() const noexcept { return bound_.admits(pending_.size()); }

  /// Resumes the caller with the operation answered or failed. It stays where it is until then.
  auto run(operation& asked) {
    boost::asio::use_awaitable_t<operation::executor> token;
    return boost::asio::async_initiate<decltype(token), void()>(
        [this, &asked](operation::waiter waiter) { enter(asked, std::move(waiter)); }, token);
  }

  /// Any thread.
  [[nodiscard]] lane_stats stats() const;

 private:
  enum class state : std::uint8_t { away, connecting, ready, closed };
  struct door;

  // lane.cpp: operations in, batches out
  void enter(operation& asked, operation::waiter waiter);
  void post_send();
  [[nodiscard]] bool may_send() const;
  void send();
  void share();
  std::unique_ptr<batch> take_batch();
  void merge_runs(batch& next) const;
  void launch(std::unique_ptr<batch> next);
  bool transmit(batch& next);
  bool transmit_alone(batch& next);
  [[nodiscard]] bool was_never_prepared(const batch& failed, std::string_view sqlstate) const;
  void repeat_alone(std::unique_ptr<batch> failed);
  bool send_head(const batch& next);
  bool send_prepares(batch& next);
  bool send_merged(std::span<operation* const> some);
  bool send_query(const operation& asked);
  bool send_query(const statement& what, int count, const char* const* values, const int* lengths);
  bool flush();
  void count();

  // lane_results.cpp: results in, coroutines resumed
  void wait_for_results();
  void read();
  bool drain();
  bool take_answer(result_ptr result);
  void answer_list(batch& current);
  void take_sync();
  void settle(batch& current);
  bool go_on_alone(batch& current);
  void finish(std::unique_ptr<batch> done);
  void answer_merged(std::span<operation* const> some, const PGresult* rows);
  std::unique_ptr<batch> take_off();
  void answer(operation& asked, const PGresult* rows);
  void fail(operation& asked, failure why);
  void fail(operation& asked, const batch& current, const PGresult* error);
  void resume_answered();

  // lane_session.cpp: sessions come and go, requests give up
  void connect();
  void on_opened(connector::opened outcome);
  void lose(std::string_view reason);
  void leave(std::string_view reason);
  void give_up(operation& asked);
  [[nodiscard]] bool is_out_of_time() const;
  void hand_back(std::unique_ptr<batch> refused);
  void release();
  void expire();
  void arm_ticker();

  boost::asio::io_context& io_;
  const lane_kind kind_;
  const lane_limits limits_;
  const std::string name_;
  connector& sessions_;
  observer& events_;
  std::shared_ptr<door> door_;
  std::shared_ptr<lane> helper_;
  std::weak_ptr<lane> helped_;  ///< whose helper this is

  state state_ = state::away;
  connection session_;
  boost::asio::posix::stream_descriptor socket_;
  std::uint64_t session_number_ = 0;  ///< handlers of former sessions know themselves by it
  std::vector<bool> prepared_;
  bool pooler_seen_ = false;
  bool writing_ = false;  ///< waiting for the socket to take more
  bool ended_by_server_ = false;
  bool ever_connected_ = false;
  bool read_only_ = false;  ///< the server refused writes: this session is about to be left
  bool proven_ = false;     ///< this session has answered a batch
  unsigned attempts_ = 0;   ///< to get a session that answers
  std::string last_trouble_;
  std::minstd_rand jitter_;

  operation_list pending_;
  queue_bound bound_;
  operation_list answered_;   ///< about to be resumed
  operation_list giving_up_;  ///< are failure::unavailable once their time is over
  bool send_posted_ = false;
  std::array<std::unique_ptr<batch>, 2> flight_;  ///< oldest first
  std::size_t flying_ = 0;
  std::unique_ptr<batch> spare_;
  std::array<array_builder, parameter_list::size_max> columns_;  ///< of a merged statement
  boost::asio::steady_timer ticker_;
  bool ticking_ = false;

  std::atomic<std::size_t> queued_stat_{0};
  std::atomic<std::size_t> in_flight_stat_{0};
  std::atomic<bool> connected_stat_{false};
};

}  // namespace todod::database::postgres
