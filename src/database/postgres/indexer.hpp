// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Moves a user who has become large into the sort indexes, task by task, while requests go on:
//
//   indexing 0   small: his tasks are in no such index, lists in other orders than the default sort
//      │         them all
//      │  begin_indexing
//      ▼
//   indexing 1   creates and updates put tasks into the sort indexes; lists still sort them all
//      │  every transaction that was writing tasks at that moment ends: a create among them may
//      │  still go by 0, later ones see 1
//      │  index_tasks, part by part, in order of id (as batches lock), until none is left
//      ▼
//   indexing 2   large: lists read the sort indexes
//
// Any number of replicas may do this at once, and any may die half-way: each step can be repeated.
#pragma once

#include <libpq-fe.h>

#include <expected>
#include <string>

namespace todod::database::postgres {

/// Does nothing for a user who has at most small_user_tasks_max tasks. Blocks. True if the user is
/// large now; false too where another program's transaction lasts, or keeps a lock: the next call
/// goes on from there. An error is one line.
[[nodiscard]] std::expected<bool, std::string> index_user_if_large(PGconn* session,
                                                                   const std::string& user);

}  // namespace todod::database::postgres
