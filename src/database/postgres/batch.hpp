// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Statements that went to the server together, and how far their answers have come.
#pragma once

#include "database/postgres/connection.hpp"
#include "database/postgres/operation.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace todod::database::postgres {

struct batch {
  /// In the order sent. Null: its request gave up waiting.
  std::vector<operation*> operations;
  /// Answers, one per statement; they live until the operations have been resumed.
  std::vector<result_ptr> results;
  /// Statements prepared ahead of the batch, under a Sync of their own.
  std::vector<const statement*> prepares;
  std::size_t prepares_answered = 0;
  /// The first operation of each statement: one over arrays does several (merging_of()). Empty
  /// while each operation has its own.
  std::vector<std::size_t> firsts;
  /// Every statement has a Sync of its own.
  bool alone = false;
  bool impatient = false;  ///< a lock was waited for in vain: the next wait is brief
  bool headed = false;     ///< another statement, ahead of each Sync's, bounds what it may wait for
  bool bounded = false;    ///< that one's answer is here
  bool preparing = false;
  std::size_t transmitted = 0;        ///< statements that were sent (alone)
  std::size_t answered = 0;           ///< statements whose result is here
  std::size_t settled = 0;            ///< statements whose own Sync has come (alone)
  std::optional<std::size_t> failed;  ///< the statement that failed
  bool sync_sent = false;             ///< the server may have committed
  bool named = false;                 ///< sent as prepared statements
  std::string prepare_trouble;        ///< why a statement could not be prepared
  std::string prepare_sqlstate;
  operation::time_point sent;

  /// Ready to be filled again; keeps its memory.
  void reset() {
    operations.clear();
    results.clear();
    prepares.clear();
    firsts.clear();
    prepares_answered = transmitted = answered = settled = 0;
    alone = impatient = headed = bounded = preparing = sync_sent = named = false;
    prepare_trouble.clear();
    prepare_sqlstate.clear();
    failed.reset();
  }

  [[nodiscard]] std::size_t statements() const noexcept {
    return firsts.empty() ? operations.size() : firsts.size();
  }
  [[nodiscard]] std::span<operation* const> operations_of(std::size_t statement) const noexcept {
    if (firsts.empty()) return std::span{operations}.subspan(statement, 1);
    const bool last = statement + 1 == firsts.size();
    const std::size_t end = last ? operations.size() : firsts[statement + 1];
    return std::span{operations}.subspan(firsts[statement], end - firsts[statement]);
  }
  [[nodiscard]] bool was_sent(std::size_t statement) const noexcept {
    return sync_sent && (!alone || statement < transmitted);
  }
  /// Whether a statement may have been committed, seen when the session is gone. A server that
  /// ended the session while it answered came to no Sync behind that.
  [[nodiscard]] bool may_be_committed(std::size_t statement, bool ended_by_server) const noexcept {
    if (!was_sent(statement)) return false;
    if (!ended_by_server) return true;
    return alone ? statement < answered : !preparing && answered == statements();
  }
  [[nodiscard]] std::size_t statement_at(std::size_t operation) const noexcept {
    if (firsts.empty()) return operation;
    return static_cast<std::size_t>(std::ranges::upper_bound(firsts, operation) - firsts.begin()) -
           1;
  }
};

}  // namespace todod::database::postgres
