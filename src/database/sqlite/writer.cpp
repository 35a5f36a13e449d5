// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/writer.hpp"

#include <boost/asio/post.hpp>

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace todod::database::sqlite {

writer::writer(connection db, const sqlite_options& options, observer& events)
    : options_(options),
      events_(events),
      session_(std::move(db)),
      bound_(options.queue_max, options.batch_max),
      thread_([this] {
        pthread_setname_np(pthread_self(), "todod-writer");
        run_thread();
      }) {}

writer::~writer() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  work_.notify_one();
  thread_.join();
}

awaitable<void> writer::perform(boost::asio::io_context& io, write_operation& operation) {
  using token = boost::asio::use_awaitable_t<boost::asio::io_context::executor_type>;
  operation.io_ = &io;
  operation.handed_over_ = std::chrono::steady_clock::now();
  auto start = [this, &io, &operation](waiter handler) {
    operation.waiter_.emplace(std::move(handler));
    {
      const std::scoped_lock lock(mutex_);
      if (bound_.admits(queue_.size())) {
        queue_.push_back(&operation);
        if (queue_.size() == 1) work_.notify_one();
        return;
      }
    }
    operation.failed = failure::overloaded;
    boost::asio::post(io, [own = std::move(*operation.waiter_)]() mutable { std::move(own)(); });
  };
  const token until_resumed;
  co_await boost::asio::async_initiate<const token, void()>(start, until_resumed);
}

std::size_t writer::queued() const {
  const std::scoped_lock lock(mutex_);
  return queue_.size();
}

std::size_t writer::in_flight() const {
  const std::scoped_lock lock(mutex_);
  return in_flight_;
}

void writer::wait_until_idle() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [&] { return queue_.empty() && in_flight_ == 0; });
}

void writer::run_thread() {
  while (take_batch()) {
    write_batch();
    deliver();
    checkpoint_if_due();
  }
  checkpoint(write_session::checkpoint_kind::emptying);
}

/// False when the writer shall end and nothing waits any more.
bool writer::take_batch() {
  std::unique_lock lock(mutex_);
  in_flight_ = 0;
  if (queue_.empty()) idle_.notify_all();
  const auto is_called = [&] { return stopping_ || !queue_.empty(); };
  if (!work_.wait_for(lock, options_.quiet_time, is_called)) {
    lock.unlock();
    checkpoint_what_is_left();
    lock.lock();
    work_.wait(lock, is_called);
  }
  const auto count = std::min(queue_.size(), options_.batch_max);
  const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
  batch_.assign(queue_.begin(), end);
  queue_.erase(queue_.begin(), end);
  in_flight_ = count;
  bound_.on_batch(count);
  return count > 0;
}

void writer::write_batch() {
  try {
    session_.begin();
    for (auto* operation : batch_)
      operation->run(session_);
    commit();
  } catch (const sqlite_error& error) {
    session_.rollback();
    for (auto* operation : batch_) {
      if (error.is_outage()) {  // it would only repeat itself
        fail(*operation, error);
      } else {
        write_alone(*operation);
      }
    }
  }
  const auto end = std::chrono::steady_clock::now();
  for (auto* operation : batch_) {
    events_.on_statement(operation->name, end - operation->handed_over_, !operation->failed);
  }
  if (!connected_ && !batch_.back()->failed) {
    connected_ = true;
    events_.on_connected("writer");
  }
}

void writer::commit() {
  session_.commit();
  commits_.fetch_add(1, std::memory_order_release);
}

void writer::write_alone(write_operation& operation) {
  try {
    session_.begin();
    operation.run(session_);
    commit();
  } catch (const sqlite_error& error) {
    session_.rollback();
    fail(operation, error);
  }
}

void writer::fail(write_operation& operation, const sqlite_error& error) {
  if (!error.is_outage()) {
    operation.failed = failure::internal;
    events_.on_error(operation.name, error.what());
    return;
  }
  operation.failed = failure::unavailable;
  if (connected_.exchange(false)) events_.on_connection_lost("writer", error.what());
}

/// Sends the batch home: one post for each event loop that has a write in it.
void writer::deliver() {
  std::ranges::stable_sort(batch_, std::less<>{}, &write_operation::io_);
  auto first = batch_.begin();
  while (first != batch_.end()) {
    auto* io = (*first)->io_;
    const auto last = std::ranges::find_if(
        first, batch_.end(),
        [&](const write_operation* operation) { return operation->io_ != io; });
    // The post owns the waiting coroutines: they end with it if their event loop never runs it.
    std::vector<waiter> waiting;
    for (auto* operation : std::ranges::subrange(first, last)) {
      waiting.push_back(std::move(*operation->waiter_));
      operation->waiter_.reset();
    }
    boost::asio::post(*io, [own = std::move(waiting)]() mutable {
      for (auto& handler : own)
        std::move(handler)();
    });
    first = last;
  }
}

void writer::checkpoint_if_due() {
  usual_writes_ += (static_cast<double>(batch_.size()) - usual_writes_) / 16;
  const int worth_it =
      std::min({static_cast<int>(options_.checkpoint_pages * usual_writes_ * usual_writes_),
                options_.checkpoint_pages_max, options_.wal_pages_max});
  const int pages = session_.wal_pages();
  if (pages < worth_it) {
    next_idle_checkpoint_ = 0;
    next_forced_checkpoint_ = options_.wal_pages_max;
    return;
  }
  const bool must = pages >= next_forced_checkpoint_;
  if (!must && (pages < next_idle_checkpoint_ || queued() > 0)) return;
  // Where another program reads for long, or the disk is full, the WAL stays as it is: then the
  // next attempt of its kind is due only once it has grown again, and one that waits for readers
  // not soon.
  if (must) {
    next_forced_checkpoint_ = pages + options_.checkpoint_pages_max;
  } else {
    next_idle_checkpoint_ = pages + worth_it;
  }
  checkpoint(must ? write_session::checkpoint_kind::restarting
                  : write_session::checkpoint_kind::passive);
}

/// Once no write has come for a while.
void writer::checkpoint_what_is_left() {
  if (session_.wal_pages() >= options_.checkpoint_pages) {
    checkpoint(write_session::checkpoint_kind::passive);
  }
}

void writer::checkpoint(write_session::checkpoint_kind kind) {
  try {
    session_.checkpoint(kind);
    checkpoint_fails_ = false;
  } catch (const sqlite_error& error) {
    if (!std::exchange(checkpoint_fails_, true)) {
      events_.on_warning(std::string("the WAL cannot be copied into the file: ") + error.what());
    }
  }
}

}  // namespace todod::database::sqlite
