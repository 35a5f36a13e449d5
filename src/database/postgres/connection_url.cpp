// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/connection_url.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace todod::database::postgres {
namespace {

struct options_deleter {
  void operator()(PQconninfoOption* raw) const noexcept { PQconninfoFree(raw); }
};
using options_ptr = std::unique_ptr<PQconninfoOption, options_deleter>;

bool libpq_knows(std::string_view name) {
  const options_ptr known{PQconndefaults()};
  for (const PQconninfoOption* option = known.get(); option && option->keyword; ++option) {
    if (name == option->keyword) return true;
  }
  return false;
}

/// The name may come from anywhere: only what can be a name is repeated.
std::string printable(std::string_view name) {
  const bool plain = !name.empty() && name.size() <= 63 && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
  return plain ? std::string{name} : "(not printable)";
}

/// `url` without the query parameters that libpq would refuse.
std::string without_unknown(std::string_view url, std::vector<std::string>& dropped) {
  const auto mark = url.find('?');
  std::string kept{url.substr(0, mark)};
  if (mark == std::string_view::npos) return kept;
  std::string_view rest = url.substr(mark + 1);
  char separator = '?';
  while (!rest.empty()) {
    const auto end = rest.find('&');
    const std::string_view item = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (item.empty()) continue;
    const std::string_view name = item.substr(0, item.find('='));
    // "ssl=true" is what libpq itself takes for sslmode=require (its manual, 34.1.1.2).
    if (!libpq_knows(name) && item != "ssl=true") {
      dropped.push_back(printable(name));
      continue;
    }
    kept.push_back(separator);
    kept.append(item);
    separator = '&';
  }
  return kept;
}

void check_ssl_mode(std::string_view value) {
  constexpr std::array modes{"disable", "allow", "prefer", "require", "verify-ca", "verify-full"};
  if (std::ranges::find(modes, value) == modes.end()) {
    throw std::invalid_argument{
        "the database URL's sslmode must be one of disable, allow, prefer, require, verify-ca, "
        "verify-full"};
  }
}

}  // namespace

connection_url parse_connection_url(std::string_view url, std::chrono::seconds connect_timeout) {
  if (!url.starts_with("postgresql://") && !url.starts_with("postgres://")) {
    throw std::invalid_argument{"the database URL must begin with postgresql:// or postgres://"};
  }
  connection_url parsed;
  const std::string kept = without_unknown(url, parsed.dropped);
  const options_ptr options{PQconninfoParse(kept.c_str(), nullptr)};
  if (!options) {
    throw std::invalid_argument{
        "the database URL is not valid: postgresql://USER:PASSWORD@HOST:PORT/DATABASE is, with "
        "reserved characters percent-encoded"};
  }
  const auto value_of = [&](std::string_view name) -> std::string* {
    const auto found =
        std::ranges::find(parsed.parameters, name, &std::pair<std::string, std::string>::first);
    return found == parsed.parameters.end() ? nullptr : &found->second;
  };
  for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
    if (option->val && *option->val) parsed.parameters.emplace_back(option->keyword, option->val);
  }
  if (const std::string* mode = value_of("sslmode")) check_ssl_mode(*mode);
  const std::pair<std::string, std::string> defaults[] = {
      {"application_name", "todod"},
      {"client_encoding", "UTF8"},
      {"connect_timeout", std::to_string(connect_timeout.count())},
      {"keepalives_idle", "30"},
      {"keepalives_interval", "10"},
      {"keepalives_count", "3"},
      {"tcp_user_timeout", "10000"},  // milliseconds: an answer is waited for no longer either
  };
  for (const auto& [name, value] : defaults) {
    if (!value_of(name) && libpq_knows(name)) parsed.parameters.emplace_back(name, value);
  }
  // The server's text is UTF-8 whatever the URL says: rows are passed on as they are.
  *value_of("client_encoding") = "UTF8";
  const auto text = [&](std::string_view name, std::string_view fallback) {
    const std::string* value = value_of(name);
    return value ? std::string{*value} : std::string{fallback};
  };
  parsed.description =
      fmt::format("PostgreSQL at {}:{}/{}", text("host", text("hostaddr", "localhost")),
                  text("port", "5432"), text("dbname", text("user", "")));
  return parsed;
}

}  // namespace todod::database::postgres
