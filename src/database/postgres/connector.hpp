// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The threads for everything that blocks: one opens sessions, and migrates before the first; one
// moves large users into the sort indexes, which may take long while sessions are wanted. What may
// hang (names, a silent network) runs in a short-lived thread of its own that owns all it touches,
// so that stopping never waits for it.
#pragma once

#include "database/database.hpp"
#include "database/postgres/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace todod::database::postgres {

class connector {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  using opened = std::expected<connection, std::string>;
  /// Called on the thread that opens sessions.
  using callback = std::function<void(opened)>;

  static constexpr std::size_t looks_max = 64;  ///< users waiting to be looked at

  connector(session_options options, observer& events);
  ~connector();  ///< callbacks that still wait are dropped
  connector(const connector&) = delete;
  connector& operator=(const connector&) = delete;

  void start();

  /// Opens a session, not before `due`; the first success migrates before that. Any thread.
  void open(time_point due, callback done);

  /// Makes the user large if he has too many tasks (see indexer.hpp). A hint: dropped when many
  /// wait. Any thread.
  void look_at(const std::string& user);

  /// Ends the server process of a session that was closed without an answer: one that waits for a
  /// standby notices nothing, is bounded by no timeout and keeps its place among max_connections.
  /// Any thread.
  void end_backend(int process_id);

 private:
  struct wish {
    time_point due;
    callback done;
  };
  void serve_wishes();
  void serve(const wish& next);
  void serve_looks();
  void look(std::vector<std::string> users);
  void end_backends(const std::vector<int>& process_ids);
  /// Runs `work` as interruptible() does, with the session that no lane has.
  std::expected<bool, std::string> aside(std::function<void(connection&)> work);
  opened open_now();
  /// Runs `work` in a thread of its own; false if the connector stopped meanwhile. The error, one
  /// line, is that the system gives no thread.
  std::expected<bool, std::string> interruptible(std::function<void()> work);

  observer& events_;
  connection spare_;          ///< the session that no lane has; looker_'s only, as is:
  std::string look_trouble_;  ///< told once

  std::mutex mutex_;
  std::condition_variable changed_;
  session_options options_;
  bool stopping_ = false;
  bool schema_ready_ = false;
  bool refused_ = false;  ///< the schema is not ours: nothing is opened any more
  std::vector<wish> wishes_;
  std::vector<std::string> looks_;
  std::vector<int> left_;  ///< server processes to end
  std::thread opener_;
  std::thread looker_;
};

}  // namespace todod::database::postgres
