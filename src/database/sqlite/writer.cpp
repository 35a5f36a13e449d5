// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/writer.hpp"

#include <boost/asio/post.hpp>

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace todod::database::sqlite {
namespace {

// The WAL is copied back when nothing waits and it has grown past the first bound, and at the
// second in any case: 4 KiB a page.
constexpr int checkpoint_when_idle_pages = 4'000;
constexpr int checkpoint_always_pages = 20'000;

}  // namespace

writer::writer(connection db, std::size_t queue_max, std::size_t batch_max, observer& events)
    : queue_max_(queue_max),
      batch_max_(batch_max),
      events_(events),
      session_(std::move(db)),
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
  auto start = [this, &io, &operation](waiter handler) {
    operation.waiter_.emplace(std::move(handler));
    {
      const std::scoped_lock lock(mutex_);
      if (queue_.size() < queue_max_) {
        queue_.push_back(&operation);
        if (queue_.size() == 1) work_.notify_one();
        return;
      }
    }
    operation.failed = failure::overloaded;
    boost::asio::post(io, [own = std::move(*operation.waiter_)]() mutable { std::move(own)(); });
  };
  co_await boost::asio::async_initiate<const token, void()>(start, token{});
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
  try {
    session_.checkpoint(true);
  } catch (const sqlite_error& error) {
    events_.on_warning(std::string("the last checkpoint failed: ") + error.what());
  }
}

/// False when the writer shall end and nothing waits any more.
bool writer::take_batch() {
  std::unique_lock lock(mutex_);
  in_flight_ = 0;
  if (queue_.empty()) idle_.notify_all();
  work_.wait(lock, [&] { return stopping_ || !queue_.empty(); });
  const auto count = std::min(queue_.size(), batch_max_);
  const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
  batch_.assign(queue_.begin(), end);
  queue_.erase(queue_.begin(), end);
  in_flight_ = count;
  return count > 0;
}

void writer::write_batch() {
  const auto begin = std::chrono::steady_clock::now();
  try {
    session_.begin();
    for (auto* operation : batch_)
      operation->run(session_);
    session_.commit();
  } catch (const sqlite_error& error) {
    session_.rollback();
    // One bad write must not spoil the others: each gets a transaction of its own. An outage would
    // only repeat itself.
    for (auto* operation : batch_) {
      if (error.is_outage()) {
        operation->failed = fail(*operation, error);
      } else {
        write_alone(*operation);
      }
    }
  }
  const auto duration = std::chrono::steady_clock::now() - begin;
  for (auto* operation : batch_)
    events_.on_statement(operation->name, duration, !operation->failed);
}

void writer::write_alone(write_operation& operation) {
  try {
    session_.begin();
    operation.run(session_);
    session_.commit();
  } catch (const sqlite_error& error) {
    session_.rollback();
    operation.failed = fail(operation, error);
  }
}

failure writer::fail(const write_operation& operation, const sqlite_error& error) {
  events_.on_error(operation.name, error.what());
  return error.is_outage() ? failure::unavailable : failure::internal;
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
  const int pages = session_.wal_pages();
  if (pages < checkpoint_when_idle_pages || (pages < checkpoint_always_pages && queued() > 0)) {
    return;
  }
  try {
    session_.checkpoint(false);
  } catch (const sqlite_error& error) {
    events_.on_warning(std::string("a checkpoint failed: ") + error.what());
  }
}

}  // namespace todod::database::sqlite
