// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/setting_table.hpp"

#include <array>

namespace todod::config {
namespace {

constexpr std::string_view serving = "Serving";
constexpr std::string_view data = "Data";
constexpr std::string_view tokens = "Tokens";
constexpr std::string_view bounds = "Limits";
constexpr std::string_view watching = "Watching";

using enum setting;
constexpr bool plain = false;
constexpr bool secret = true;
constexpr bool on_reload = true;

constexpr std::array<setting_info, setting_count> table{{
    {host, serving, "HOST", "ADDRESS", "127.0.0.1", "address or name to listen on"},
    {port, serving, "PORT", "N", "8080", "port to listen on; 0 takes a free one"},
    {cors_origins, serving, "CORS_ORIGINS", "LIST", "(none)",
     "origins of web pages that may call, comma separated, exact", plain, on_reload},
    {database_url, data, "DATABASE_URL", "", "(SQLite, the file todod.db in DATA_DIR)",
     "postgresql://USER:PASSWORD@HOST/NAME, or sqlite:PATH", secret},
    {data_dir, data, "DATA_DIR", "FOLDER", "(the user's data folder for todod)",
     "where SQLite's file and a generated secret are kept"},
    {better_auth_secret, tokens, "BETTER_AUTH_SECRET", "",
     "(on loopback, with no key set: generated once, kept in DATA_DIR)",
     "the secret shared with Better Auth (HS256), at least 32 bytes", secret},
    {better_auth_url, tokens, "BETTER_AUTH_URL", "URL", "(none)",
     "where Better Auth serves: its key set is found from there"},
    {jwks_url, tokens, "JWKS_URL", "URL", "(none)",
     "the JSON Web Key set that tokens are verified with"},
    {jwks_allow_http, tokens, "JWKS_ALLOW_HTTP", "0|1", "0",
     "1: fetch the key set without TLS from hosts that are not loopback"},
    {jwt_issuer, tokens, "JWT_ISSUER", "TEXT", "(none)",
     "what a token's iss must be; not checked if not set"},
    {jwt_audience, tokens, "JWT_AUDIENCE", "TEXT", "(none)",
     "what a token's aud must hold; not checked if not set"},
    {rate_limit, bounds, "RATE_LIMIT", "N", "100",
     "requests per second and user, bursts of twice that; 0 is off", plain, on_reload},
    {max_connections, bounds, "MAX_CONNECTIONS", "N", "10000",
     "beyond it a connection is answered 503 and closed", plain, on_reload},
    {threads, bounds, "THREADS", "N", "(half the cores, at least 1)", "I/O threads"},
    {request_timeout, bounds, "REQUEST_TIMEOUT", "SECONDS", "30",
     "seconds for a whole request to arrive", plain, on_reload},
    {idle_timeout, bounds, "IDLE_TIMEOUT", "SECONDS", "75", "seconds that a connection may be idle",
     plain, on_reload},
    {drain_delay, bounds, "DRAIN_DELAY", "SECONDS", "0",
     "seconds to serve on, not ready, before a drain: for balancers to notice", plain, on_reload},
    {drain_seconds, bounds, "DRAIN_SECONDS", "SECONDS", "10",
     "seconds for requests under way to finish when the server is told to end", plain, on_reload},
    {metrics_port, watching, "METRICS_PORT", "N", "(none)",
     "port for /metrics (Prometheus text) on HOST; 0 takes a free one"},
    {log_level, watching, "LOG_LEVEL", "LEVEL", "info", "debug, info, warn, error or off", plain,
     on_reload},
    {log_format, watching, "LOG_FORMAT", "FORMAT", "(text on a terminal, else json)",
     "text or json, to standard error"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].id) != i) return false;
  }
  return true;
}

static_assert(in_order());

}  // namespace

std::span<const setting_info, setting_count> setting_table() noexcept {
  return table;
}

const setting_info& info_of(setting id) noexcept {
  return table[static_cast<std::size_t>(id)];
}

std::string flag_of(const setting_info& info) {
  std::string flag = "--";
  for (const char c : info.name) {
    flag += c == '_' ? '-' : static_cast<char>(c + ('a' - 'A'));
  }
  if (info.is_secret) flag += "-file";
  return flag;
}

}  // namespace todod::config
