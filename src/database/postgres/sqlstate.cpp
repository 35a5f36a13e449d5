// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/sqlstate.hpp"

#include <fmt/format.h>

namespace todod::database::postgres {

std::string_view sqlstate_of(const PGresult* error) noexcept {
  const char* state = error ? PQresultErrorField(error, PG_DIAG_SQLSTATE) : nullptr;
  return state ? state : std::string_view{};
}

failure failure_of(std::string_view sqlstate) noexcept {
  // Class 08 connection, 40 rollback (deadlock, serialization), 53 resources, 57 operator
  // intervention (57014: statement_timeout; 57P01: shutdown), 55P03 lock_timeout, 25006 read-only.
  const std::string_view group = sqlstate.substr(0, 2);
  if (sqlstate.empty() || group == "08" || group == "40" || group == "53" || group == "57" ||
      sqlstate == "55P03" || takes_no_writes(sqlstate)) {
    return failure::unavailable;
  }
  return failure::internal;
}

bool session_was_ended(std::string_view sqlstate) noexcept {
  return sqlstate == "57P01" || sqlstate == "57P05";
}

bool names_a_conflict(const PGresult* error) noexcept {
  const std::string_view sqlstate = sqlstate_of(error);
  if (sqlstate != "23503") return sqlstate == "23505";
  // A foreign key of users (docs/operations.md) is another program's, and stays broken.
  const char* table = PQresultErrorField(error, PG_DIAG_TABLE_NAME);
  return table && std::string_view{table} != "users";
}

bool takes_no_writes(std::string_view sqlstate) noexcept {
  return sqlstate == "25006";
}

bool names_a_pooler(std::string_view sqlstate) noexcept {
  return sqlstate == "26000" || sqlstate == "42P05" || sqlstate == "08P01";
}

std::string describe_error(const PGresult* error) {
  const char* message = PQresultErrorField(error, PG_DIAG_MESSAGE_PRIMARY);
  if (!message) return first_line(PQresultErrorMessage(error));
  return fmt::format("SQLSTATE {}: {}", sqlstate_of(error), first_line(message));
}

std::string first_line(std::string_view text) {
  return std::string{text.substr(0, text.find('\n'))};
}

}  // namespace todod::database::postgres
