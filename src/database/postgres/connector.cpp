// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/connector.hpp"

#include "database/postgres/connection_url.hpp"
#include "database/postgres/indexer.hpp"
#include "database/postgres/migrator.hpp"

#include <algorithm>
#include <memory>
#include <system_error>

namespace todod::database::postgres {
namespace {

/// What a thread of its own makes of a wish: it may end after the connector.
struct attempt {
  session_options options;
  bool migrate = false;
  connector::opened outcome = std::unexpected(std::string{});
  bool wrong_schema = false;
  bool migrated = false;

  void operator()() {
    outcome = open_session(options);
    if (!outcome || !migrate) return;
    const auto done = run_migrations(outcome->session.get());
    migrated = done.has_value();
    if (done) return;
    wrong_schema = done.error().wrong_schema;
    outcome = std::unexpected(done.error().text);
  }
};

/// How long the end waits for an attempt that is under way.
constexpr std::chrono::milliseconds patience_at_end{2'000};

/// Looks are gathered this long: a crowd of them costs one wake-up.
constexpr std::chrono::milliseconds looks_gather{100};

}  // namespace

connector::connector(session_options options, observer& events)
    : events_(events), options_(std::move(options)) {}

connector::~connector() {
  {
    const std::scoped_lock lock{mutex_};
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread* each : {&opener_, &looker_}) {
    if (each->joinable()) each->join();
  }
}

void connector::start() {
  if (!opener_.joinable()) opener_ = std::thread{[this] { serve_wishes(); }};
  if (!looker_.joinable()) looker_ = std::thread{[this] { serve_looks(); }};
}

void connector::open(time_point due, callback done) {
  {
    const std::scoped_lock lock{mutex_};
    if (refused_) return;
    wishes_.push_back({due, std::move(done)});
  }
  changed_.notify_all();
}

void connector::look_at(const std::string& user) {
  {
    const std::scoped_lock lock{mutex_};
    if (looks_.size() >= looks_max) return;
    if (std::ranges::find(looks_, user) != looks_.end()) return;
    looks_.push_back(user);
    if (looks_.size() > 1) return;  // the first one woke the thread
  }
  changed_.notify_all();
}

void connector::serve_wishes() {
  std::unique_lock lock{mutex_};
  while (!stopping_) {
    const auto next = std::ranges::min_element(wishes_, {}, &wish::due);
    if (next == wishes_.end()) {
      changed_.wait(lock);
    } else if (next->due > std::chrono::steady_clock::now()) {
      const time_point due = next->due;  // a copy: the vector may grow meanwhile
      changed_.wait_until(lock, due);
    } else {
      const wish taken = std::move(*next);
      wishes_.erase(next);
      lock.unlock();
      serve(taken);
      lock.lock();
    }
  }
}

void connector::serve(const wish& next) {
  opened outcome = open_now();
  bool silent = false;
  {
    const std::scoped_lock lock{mutex_};
    silent = stopping_ || refused_;
  }
  if (!silent) next.done(std::move(outcome));
}

connector::opened connector::open_now() {
  const auto work = std::make_shared<attempt>();
  {
    const std::scoped_lock lock{mutex_};
    work->options = options_;
    work->migrate = !schema_ready_;
  }
  const auto finished = interruptible([work] { (*work)(); });
  if (!finished) return std::unexpected(finished.error());
  if (!*finished) return std::unexpected("stopping");
  if (work->wrong_schema) {
    {
      const std::scoped_lock lock{mutex_};
      refused_ = true;
      wishes_.clear();
    }
    events_.on_fatal(work->outcome.error());
  }
  const std::scoped_lock lock{mutex_};
  schema_ready_ = schema_ready_ || work->migrated;
  if (work->outcome) {
    PGconn* session = work->outcome->session.get();
    put_first(options_.parameters, PQhost(session), PQport(session));
  }
  return std::move(work->outcome);
}

void connector::serve_looks() {
  std::unique_lock lock{mutex_};
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !looks_.empty(); });
    if (changed_.wait_for(lock, looks_gather, [this] { return stopping_; })) return;
    auto users = std::exchange(looks_, {});
    if (!schema_ready_) continue;
    lock.unlock();
    look(std::move(users));
    lock.lock();
  }
}

void connector::look(std::vector<std::string> users) {
  struct round {
    session_options options;
    connection session;
    std::vector<std::string> users;
    std::string trouble;
  };
  const auto work = std::make_shared<round>(round{{}, std::move(spare_), std::move(users), {}});
  {
    const std::scoped_lock lock{mutex_};
    work->options = options_;
  }
  const auto finished = interruptible([work] {
    if (!work->session.session || PQstatus(work->session.session.get()) != CONNECTION_OK) {
      auto fresh = open_session(work->options);
      if (!fresh) return;  // the lanes tell of an outage; the next look tries again
      work->session = std::move(*fresh);
    }
    for (const std::string& user : work->users) {
      const auto done = index_user_if_large(work->session.session.get(), user);
      if (done) continue;
      work->trouble = done.error();
      work->session.session.reset();
      return;
    }
  });
  if (finished == false) return;
  spare_ = std::move(work->session);
  if (!finished) work->trouble = finished.error();
  if (!work->trouble.empty() && work->trouble != look_trouble_) {
    events_.on_warning("indexing a large user: " + work->trouble);
  }
  look_trouble_ = work->trouble;
}

std::expected<bool, std::string> connector::interruptible(std::function<void()> work) {
  struct progress {
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
  };
  // Both conditions must wake the same wait: the worker signals through a state that outlives us,
  // so stopping is looked for in short rounds.
  constexpr std::chrono::milliseconds round{50};
  const auto shared = std::make_shared<progress>();
  std::thread worker;
  try {
    worker = std::thread{[shared, work = std::move(work)]() mutable {
      work();
      work = nullptr;
      const std::scoped_lock lock{shared->mutex};
      shared->done = true;
      shared->changed.notify_all();
    }};
  } catch (const std::system_error& error) {  // a limit of the user, the service or the container
    return std::unexpected("cannot start a thread: " + error.code().message());
  }
  const auto ends_within = [&](std::chrono::milliseconds time) {
    std::unique_lock lock{shared->mutex};
    return shared->changed.wait_for(lock, time, [&] { return shared->done; });
  };
  const auto stopping = [&] {
    const std::scoped_lock lock{mutex_};
    return stopping_;
  };
  while (!ends_within(round)) {
    // Nearly every attempt ends soon; only one with a silent server is left to itself.
    if (!stopping() || ends_within(patience_at_end)) continue;
    worker.detach();
    return false;
  }
  worker.join();
  return true;
}

}  // namespace todod::database::postgres
