// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/connector.hpp"

#include "database/postgres/connection_url.hpp"
#include "database/postgres/indexer.hpp"
#include "database/postgres/migrator.hpp"

#include <fmt/format.h>

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

void connector::end_backend(int process_id) {
  const std::scoped_lock lock{mutex_};
  left_.push_back(process_id);
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
    changed_.wait(lock, [this] { return stopping_ || !looks_.empty() || !left_.empty(); });
    changed_.wait_for(lock, looks_gather, [this] { return stopping_ || !left_.empty(); });
    if (stopping_) return;
    const auto processes = std::exchange(left_, {});
    auto users = std::exchange(looks_, {});
    if (!schema_ready_) continue;
    lock.unlock();
    if (!processes.empty()) end_backends(processes);
    if (!users.empty()) look(std::move(users));
    lock.lock();
  }
}

void connector::end_backends(const std::vector<int>& process_ids) {
  const std::string sql = fmt::format(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid in ({}) and "
      "datname = current_database() and usename = current_user",
      fmt::join(process_ids, ", "));
  // Should it fail, the server is away, or does not let us: nothing is lost but the place.
  static_cast<void>(aside([sql](connection& spare) {
    const result_ptr ended{PQexec(spare.session.get(), sql.c_str())};
  }));
}

std::expected<bool, std::string> connector::aside(std::function<void(connection&)> work) {
  struct round {
    session_options options;
    connection spare;
    std::function<void(connection&)> work;
  };
  const auto all = std::make_shared<round>(round{{}, std::move(spare_), std::move(work)});
  {
    const std::scoped_lock lock{mutex_};
    all->options = options_;
  }
  auto finished = interruptible([all] {
    if (!all->spare.session || PQstatus(all->spare.session.get()) != CONNECTION_OK) {
      auto fresh = open_session(all->options);
      if (!fresh) return;  // the lanes tell of an outage; the next time tries again
      all->spare = std::move(*fresh);
    }
    all->work(all->spare);
  });
  if (finished != false) spare_ = std::move(all->spare);
  return finished;
}

void connector::look(std::vector<std::string> users) {
  const auto trouble = std::make_shared<std::string>();
  const auto finished = aside([users = std::move(users), trouble](connection& spare) {
    for (const std::string& user : users) {
      const auto done = index_user_if_large(spare.session.get(), user);
      if (done) continue;
      *trouble = done.error();
      spare.session.reset();
      return;
    }
  });
  if (finished == false) return;
  if (!finished) *trouble = finished.error();
  if (!trouble->empty() && *trouble != look_trouble_) {
    events_.on_warning("indexing a large user: " + *trouble);
  }
  look_trouble_ = *trouble;
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
