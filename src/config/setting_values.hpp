// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Text -> value for each kind of setting. The error says what is allowed ("a whole number from 0 to
// 65535"): it never quotes the text, which may be a secret.
#pragma once

#include "config/settings.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace todod::config {

template <class T>
using parsed = std::expected<T, std::string>;

[[nodiscard]] parsed<std::uint64_t> parse_number(std::string_view text, std::uint64_t min,
                                                 std::uint64_t max);
[[nodiscard]] parsed<bool> parse_switch(std::string_view text);
/// Letter case does not matter.
[[nodiscard]] parsed<log_level> parse_log_level(std::string_view text);
[[nodiscard]] parsed<log_format> parse_log_format(std::string_view text);

/// An address (IPv6 with or without brackets, which are dropped) or a host name.
[[nodiscard]] parsed<std::string> parse_host(std::string_view text);
/// 127.0.0.0/8, ::1, "localhost": nobody else can connect.
[[nodiscard]] bool is_loopback(std::string_view host);

/// Comma separated; each exactly as a browser sends it in Origin (RFC 6454, section 6.2).
[[nodiscard]] parsed<std::vector<std::string>> parse_origins(std::string_view text);

/// https, or http to a loopback host, or http anywhere if `any_http`; no user, query or fragment
/// unless `with_query`.
[[nodiscard]] parsed<std::string> parse_web_url(std::string_view text, bool any_http,
                                                bool with_query);
/// BETTER_AUTH_URL -> what its endpoints' paths are added to: a trailing slash dropped, "/api/auth"
/// added where there is no path.
[[nodiscard]] std::string better_auth_base(std::string_view better_auth_url);
/// BETTER_AUTH_URL -> its key set: the base, then "/jwks".
[[nodiscard]] std::string key_set_url(std::string_view better_auth_url);

/// What DATABASE_URL says: one of the two is empty.
struct database_choice {
  std::string sqlite_file;
  std::string postgres_url;
};
/// "sqlite:PATH" (also sqlite://PATH; sqlite:///PATH is absolute), "postgresql://" or
/// "postgres://".
[[nodiscard]] parsed<database_choice> parse_database_url(std::string_view text);

/// A PostgreSQL URL to show: "postgresql://user:***@host/name?sslmode=require".
[[nodiscard]] std::string mask_database_url(std::string_view url);

}  // namespace todod::config
