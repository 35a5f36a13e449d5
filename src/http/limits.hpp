// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Every bound of the HTTP layer. Each has a test in tests/integration/http/limits_test.cpp.
#pragma once

#include <chrono>
#include <cstddef>

namespace todod::http {

struct limits {
  std::size_t head_max_bytes = 16 * 1024;  ///< request line and header fields, however many
  std::size_t body_max_bytes = 256 * 1024;
  std::size_t request_id_max_bytes = 128;
  std::chrono::milliseconds head_timeout{10'000};     ///< from a request's first byte
  std::chrono::milliseconds request_timeout{30'000};  ///< for the whole request to arrive
  std::chrono::milliseconds idle_timeout{75'000};   ///< between requests, and before the first byte
  std::chrono::milliseconds write_timeout{30'000};  ///< without any byte taken by the client
  std::chrono::milliseconds linger_timeout{2'000};  ///< after an answer that closes, without a byte
  std::chrono::milliseconds linger_max{30'000};     ///< after it, while bytes still come
  std::chrono::milliseconds fresh_grace{500};  ///< in a drain, for a connection's first request
  /// Answers that their clients are slow to take, of one server together; beyond it the oldest of
  /// them is cut off.
  std::size_t unsent_max_bytes = std::size_t{256} * 1024 * 1024;
  /// A request that others kept waiting for longer than this is `late`.
  std::chrono::milliseconds queue_delay_max{500};
  /// The same once a request was late, until none was for a second: more comes than is served.
  std::chrono::milliseconds standing_queue_delay_max{100};
  std::size_t connections_max = 10'000;  ///< of all servers of the process together
};

}  // namespace todod::http
