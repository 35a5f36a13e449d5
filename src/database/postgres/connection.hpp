// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A session of libpq and what is known of it. Owned by one thread at a time.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace todod::database::postgres {

struct connection_deleter {
  void operator()(PGconn* raw) const noexcept { PQfinish(raw); }
};
using connection_ptr = std::unique_ptr<PGconn, connection_deleter>;

struct result_deleter {
  void operator()(PGresult* raw) const noexcept { PQclear(raw); }
};
using result_ptr = std::unique_ptr<PGresult, result_deleter>;

struct connection {
  connection_ptr session;
  /// A pooler stands between: no named statements, no session state.
  bool pooled = false;
  /// Then this, first in a transaction that writes, bounds how long it may wait: a session's
  /// settings, for the transaction alone. Empty if the server does not know them.
  std::string transaction_settings;
};

/// A server that waits for a lock finds out within this that nobody waits for it any more, and ends
/// (client_connection_check_interval).
inline constexpr std::chrono::milliseconds session_check_interval{500};

/// Everything that opening a session needs, as a value: the thread that opens it may outlive who
/// asked.
struct session_options {
  std::vector<std::pair<std::string, std::string>> parameters;  ///< of libpq
  std::chrono::milliseconds statement_timeout{};
  std::chrono::milliseconds lock_timeout{};
};

/// Connects, tells whether a pooler stands between and, if none does, sets up the session. Blocks
/// (names, TLS, SCRAM). The error is one line without password.
[[nodiscard]] std::expected<connection, std::string> open_session(const session_options& options);

/// An attempt to connect may outlive the connector, and with it main(): OpenSSL, which libpq uses
/// in it, must not clear up after itself at exit. Call it before anything else in the process uses
/// OpenSSL: only its first use counts (OPENSSL_init_crypto(3)).
void keep_openssl_until_the_end() noexcept;

}  // namespace todod::database::postgres
