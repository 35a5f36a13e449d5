// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A PostgreSQL backend under test: database, repository and event loop on the test's own thread.
#pragma once

#include "database/postgres/postgres_database.hpp"
#include "support/private_database.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace todod::test {

using namespace std::chrono_literals;
using database::awaitable;
using database::create_outcome;
using database::failure;
using database::result;
using database::write_outcome;

/// Keeps what the backend tells.
class recorder final : public database::observer {
 public:
  void on_statement(std::string_view statement, std::chrono::nanoseconds,
                    bool ok) noexcept override {
    const std::scoped_lock lock{mutex_};
    ++statements_[std::string{statement} + (ok ? "" : " failed")];
  }
  void on_connected(std::string_view lane) noexcept override { add("connected", lane); }
  void on_connection_lost(std::string_view lane, std::string_view reason) noexcept override {
    add("lost", std::string{lane} + ": " + std::string{reason});
  }
  void on_warning(std::string_view text) noexcept override { add("warning", text); }
  void on_error(std::string_view statement, std::string_view cause) noexcept override {
    add("error", std::string{statement} + ": " + std::string{cause});
  }
  void on_fatal(std::string_view text) noexcept override { add("fatal", text); }

  [[nodiscard]] std::vector<std::string> all(const std::string& kind) const {
    const std::scoped_lock lock{mutex_};
    const auto found = events_.find(kind);
    return found == events_.end() ? std::vector<std::string>{} : found->second;
  }
  [[nodiscard]] int answered(const std::string& statement) const {
    const std::scoped_lock lock{mutex_};
    const auto found = statements_.find(statement);
    return found == statements_.end() ? 0 : found->second;
  }

 private:
  void add(const char* kind, std::string_view text) {
    const std::scoped_lock lock{mutex_};
    events_[kind].emplace_back(text);
  }
  mutable std::mutex mutex_;
  std::map<std::string, std::vector<std::string>> events_;
  std::map<std::string, int> statements_;
};

/// A task as a sink got it.
struct seen_task {
  task_id id;
  std::string title;
  std::optional<std::string> description;
  timestamp created_at;
  timestamp updated_at;
  std::optional<timestamp> completed_at;
  std::int64_t version;
};

class collector final : public database::task_sink {
 public:
  void on_task(const task_view& task) override {
    std::optional<std::string> description;
    if (task.description) description = std::string{*task.description};
    tasks.push_back({task.id, std::string{task.title}, description, task.created_at,
                     task.updated_at, task.completed_at, task.version});
  }
  std::vector<seen_task> tasks;
};

/// An operation under way; its value once it is there.
template <class T>
struct under_way {
  std::optional<T> value;
  std::exception_ptr thrown;
  [[nodiscard]] bool done() const { return value || thrown; }
};
template <class T>
using under_way_ptr = std::shared_ptr<under_way<T>>;

class backend {
 public:
  explicit backend(database::postgres::postgres_options options)
      : database_(database::postgres::make_postgres_database(std::move(options), events)) {
    repository_ = database_->make_repository(io);
    database_->start();
  }
  explicit backend(const std::string& url) : backend(options_for(url)) {}
  ~backend() {
    repository_.reset();
    database_.reset();
  }
  backend(const backend&) = delete;
  backend& operator=(const backend&) = delete;

  static database::postgres::postgres_options options_for(const std::string& url) {
    database::postgres::postgres_options options;
    options.url = url;
    return options;
  }

  database::task_repository& tasks() { return *repository_; }
  database::database& whole() { return *database_; }

  /// Begins; turn the loop to get on with it.
  template <class T>
  under_way_ptr<T> start(awaitable<T> work) {
    auto state = std::make_shared<under_way<T>>();
    boost::asio::co_spawn(io, std::move(work), [state](std::exception_ptr thrown, T value) {
      state->thrown = thrown;
      if (!thrown) state->value = std::move(value);
    });
    return state;
  }
  /// Turns the loop until `condition` holds; false after `patience`.
  template <class Condition>
  bool turn_until(Condition condition, std::chrono::seconds patience = 60s) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
      if (std::chrono::steady_clock::now() >= end) return false;
      io.run_one_for(10ms);
    }
    return true;
  }
  template <class T>
  T finish(const under_way_ptr<T>& state) {
    if (!turn_until([&] { return state->done(); })) throw std::runtime_error{"no answer in time"};
    if (state->thrown) std::rethrow_exception(state->thrown);
    return *state->value;
  }
  template <class T>
  T run(awaitable<T> work) {
    return finish(start(std::move(work)));
  }
  bool turn_until_connected() {
    return turn_until([&] {
      for (const auto& lane : database_->stats()) {
        if (!lane.connected) return false;
      }
      return true;
    });
  }
  bool is_connected(const std::string& name) {
    for (const auto& lane : database_->stats()) {
      if (lane.name == name) return lane.connected;
    }
    return false;
  }

  recorder events;
  boost::asio::io_context io{1};

 private:
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_{
      io.get_executor()};
  std::unique_ptr<database::database> database_;
  std::unique_ptr<database::task_repository> repository_;
};

inline user_id user(const std::string& name) {
  return *user_id::parse(name);
}

inline task_id numbered(unsigned number) {
  task_id::bytes_type bytes{};
  bytes[12] = static_cast<std::uint8_t>(number >> 24);
  bytes[13] = static_cast<std::uint8_t>(number >> 16);
  bytes[14] = static_cast<std::uint8_t>(number >> 8);
  bytes[15] = static_cast<std::uint8_t>(number);
  return task_id{bytes};
}

inline task_draft draft(const std::string& title,
                        const std::optional<std::string>& description = {},
                        task_status status = task_status::pending) {
  task_draft made{*task_title::parse(title), std::nullopt, status};
  if (description) made.description = *task_description::parse(*description);
  return made;
}

inline timestamp at(std::int64_t ms) {
  return timestamp{std::chrono::milliseconds{1'767'225'600'000 + ms}};
}

inline task_patch complete() {
  task_patch patch;
  patch.completion = completion_change::set_completed;
  return patch;
}

inline task_patch retitle(const std::string& title) {
  task_patch patch;
  patch.title = *task_title::parse(title);
  return patch;
}

/// The arguments of many operations, kept until they end.
struct create_call {
  user_id owner;
  database::new_task_id id;
  task_draft what;
  std::optional<database::idempotency> key;
  collector out;
  under_way_ptr<result<create_outcome>> state;
};

struct update_call {
  user_id owner;
  task_id id;
  task_patch patch;
  precondition condition;
  collector out;
  under_way_ptr<result<write_outcome>> state;
};

inline database::idempotency key_of(const std::string& key, const task_draft& what) {
  return {*idempotency_key::parse(key), fingerprint(what)};
}

inline void begin(backend& server, create_call& call, timestamp now = at(0)) {
  call.state =
      server.start(server.tasks().create(call.owner, call.id, call.what, now, call.key, call.out));
}
inline void begin(backend& server, update_call& call, timestamp now = at(1)) {
  call.state = server.start(
      server.tasks().update(call.owner, call.id, call.patch, call.condition, now, call.out));
}
template <class Call>
auto end(backend& server, Call& call) {
  return server.finish(call.state);
}

/// Stores a pending task now.
inline result<create_outcome> store(backend& server, const user_id& owner, const task_id& id,
                                    const std::string& title, timestamp now = at(0)) {
  create_call call{owner, {id}, draft(title), {}, {}, {}};
  begin(server, call, now);
  return end(server, call);
}

inline result<write_outcome> change(backend& server, const user_id& owner, const task_id& id,
                                    const task_patch& patch, timestamp now = at(1)) {
  update_call call{owner, id, patch, {}, {}, {}};
  begin(server, call, now);
  return end(server, call);
}

inline std::optional<seen_task> read(backend& server, const user_id& owner, const task_id& id) {
  collector out;
  const auto found = server.run(server.tasks().find(owner, id, out));
  return found && *found ? std::optional{out.tasks.at(0)} : std::nullopt;
}

}  // namespace todod::test
