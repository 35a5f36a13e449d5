// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What an error of PostgreSQL means to the caller (its manual, appendix A, "Error Codes").
#pragma once

#include "database/task_repository.hpp"

#include <libpq-fe.h>

#include <string>
#include <string_view>

namespace todod::database::postgres {

/// Five characters, or empty: an error that libpq made itself (a lost connection).
[[nodiscard]] std::string_view sqlstate_of(const PGresult* error) noexcept;

/// unavailable for what passes by itself (timeouts, deadlocks, serialization, shutdowns, resources,
/// a standby that cannot write); internal for what is a defect.
[[nodiscard]] failure failure_of(std::string_view sqlstate) noexcept;

/// The server ended the session before it came to the statement's commit: nothing was committed.
[[nodiscard]] bool session_was_ended(std::string_view sqlstate) noexcept;

/// A standby, or a server made read-only: nothing was written, and elsewhere it may be.
[[nodiscard]] bool takes_no_writes(std::string_view sqlstate) noexcept;

/// A row of that key is there already, or the task's owner was deleted meanwhile: nothing was
/// written.
[[nodiscard]] bool names_a_conflict(const PGresult* error) noexcept;

/// Named statements do not survive here: a pooler shares sessions (PgBouncer, transaction mode).
[[nodiscard]] bool names_a_pooler(std::string_view sqlstate) noexcept;

/// "SQLSTATE 23503: message", one line, without DETAIL (which quotes content).
[[nodiscard]] std::string describe_error(const PGresult* error);

/// The first line of `text`.
[[nodiscard]] std::string first_line(std::string_view text);

}  // namespace todod::database::postgres
