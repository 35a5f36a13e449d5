// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// X-Request-Id: the client's where it is harmless in a header and in a log line, else our own.
#pragma once

#include "http/request.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace todod::http {

/// Ids that no other server of this fleet makes: 64 random bits, as 16 hexadecimal digits. Not
/// secret, not unguessable. One thread.
class request_id_source {
 public:
  /// Seeded by getrandom(2).
  request_id_source();
  void next(std::string& out) noexcept;

 private:
  std::array<std::uint64_t, 2> state_{};
};

/// Sets in.request_id: the value of its only X-Request-Id if that has 1 to `max_bytes` visible
/// ASCII characters, else one of `source`.
void choose_request_id(request& in, std::size_t max_bytes, request_id_source& source);

}  // namespace todod::http
