// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Asks a running server whether it is ready: for `todod healthcheck`, so that a container needs no
// curl.
#pragma once

#include <cstdint>
#include <string>

namespace todod::app {

struct readiness {
  bool ready = false;
  std::string text;  ///< one line for people
};

/// GET /readyz, at most 5 s. A HOST that means every address is asked on loopback.
[[nodiscard]] readiness ask_readiness(const std::string& host, std::uint16_t port);

}  // namespace todod::app
