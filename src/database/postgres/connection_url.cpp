// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/connection_url.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <system_error>

namespace todod::database::postgres {
namespace {

struct options_deleter {
  void operator()(PQconninfoOption* raw) const noexcept { PQconninfoFree(raw); }
};
using options_ptr = std::unique_ptr<PQconninfoOption, options_deleter>;

/// Of each one, where there are several: the next one may be the one that is alive.
constexpr std::chrono::seconds connect_timeout_of_several{3};

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

std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  for (const auto part : std::views::split(list, ','))
    parts.emplace_back(part.begin(), part.end());
  return parts;
}

/// libpq pairs ports with hosts by place; a single one is that of all hosts.
std::string port_at(const std::vector<std::string>& ports, std::size_t place) {
  const std::string& port = ports.at(ports.size() == 1 ? 0 : place);
  return port.empty() ? "5432" : port;
}

/// "one:5432,two:5432"
std::string describe_servers(const std::vector<std::string>& hosts,
                             const std::vector<std::string>& ports) {
  std::string text;
  for (std::size_t place = 0; place < hosts.size(); ++place) {
    text += fmt::format("{}{}:{}", place == 0 ? "" : ",", hosts[place], port_at(ports, place));
  }
  return text;
}

template <class Parameters>
auto* find_value(Parameters& parameters, std::string_view name) {
  const auto found = std::ranges::find(parameters, name, &Parameters::value_type::first);
  return found == parameters.end() ? nullptr : &found->second;
}

std::string text_or(const connection_parameters& parameters, std::string_view name,
                    std::string_view fallback) {
  const std::string* value = find_value(parameters, name);
  return std::string{value ? std::string_view{*value} : fallback};
}

std::vector<std::string> hosts_of(const connection_parameters& parameters) {
  return parts_of(text_or(parameters, "host", text_or(parameters, "hostaddr", "localhost")));
}

std::vector<std::string> ports_of(const connection_parameters& parameters) {
  return parts_of(text_or(parameters, "port", "5432"));
}

bool is_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc{} && end == text.data() + text.size() && port > 0;
}

/// What libpq would refuse at each attempt. (Without a host in the URL, those of PGHOST count.)
void check_servers(const connection_parameters& parameters) {
  const auto ports = ports_of(parameters);
  if (!std::ranges::all_of(ports, [](const auto& port) { return port.empty() || is_port(port); })) {
    throw std::invalid_argument{"the database URL's port must be a number from 1 to 65535"};
  }
  const std::string* names = find_value(parameters, "host");
  const std::string* addresses = find_value(parameters, "hostaddr");
  if (!names && !addresses) return;
  const std::size_t hosts = hosts_of(parameters).size();
  if (ports.size() != 1 && ports.size() != hosts) {
    throw std::invalid_argument{"the database URL must have one port, or one for each host"};
  }
  if (names && addresses && parts_of(*addresses).size() != hosts) {
    throw std::invalid_argument{"the database URL must have a hostaddr for each host, or none"};
  }
}

/// What a server wants where the URL does not say otherwise.
void add_defaults(connection_parameters& parameters, std::chrono::seconds connect_timeout) {
  const bool several = hosts_of(parameters).size() > 1;
  if (several) connect_timeout = std::min(connect_timeout, connect_timeout_of_several);
  const std::pair<std::string, std::string> defaults[] = {
      {"application_name", "todod"},
      {"client_encoding", "UTF8"},
      {"connect_timeout", std::to_string(connect_timeout.count())},
      {"target_session_attrs", several ? "read-write" : "any"},
      // Where there is a host to go to, an idle session with a silent one is noticed after 11 s, by
      // when a failover is hardly done: else the first request over it waits 10 s for nothing.
      {"keepalives_idle", several ? "5" : "30"},
      {"keepalives_interval", several ? "2" : "10"},
      {"keepalives_count", "3"},
      {"tcp_user_timeout", "10000"},  // milliseconds: an answer is waited for no longer either
  };
  for (const auto& [name, value] : defaults) {
    if (!find_value(parameters, name) && libpq_knows(name)) parameters.emplace_back(name, value);
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
  for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
    if (option->val && *option->val) parsed.parameters.emplace_back(option->keyword, option->val);
  }
  if (const std::string* mode = find_value(parsed.parameters, "sslmode")) check_ssl_mode(*mode);
  check_servers(parsed.parameters);
  add_defaults(parsed.parameters, connect_timeout);
  // The server's text is UTF-8 whatever the URL says: rows are passed on as they are.
  *find_value(parsed.parameters, "client_encoding") = "UTF8";
  parsed.description =
      fmt::format("PostgreSQL at {}/{}",
                  describe_servers(hosts_of(parsed.parameters), ports_of(parsed.parameters)),
                  text_or(parsed.parameters, "dbname", text_or(parsed.parameters, "user", "")));
  return parsed;
}

void put_first(connection_parameters& parameters, std::string_view host, std::string_view port) {
  const auto hosts = hosts_of(parameters);
  const auto ports = ports_of(parameters);
  std::size_t place = 0;
  while (place < hosts.size() && (hosts[place] != host || port_at(ports, place) != port))
    ++place;
  if (place == 0 || place == hosts.size()) return;
  for (const std::string_view name : {"host", "hostaddr", "port"}) {
    std::string* list = find_value(parameters, name);
    if (!list) continue;
    auto parts = parts_of(*list);
    if (parts.size() != hosts.size()) continue;
    std::rotate(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(place),
                parts.begin() + static_cast<std::ptrdiff_t>(place) + 1);
    *list = fmt::format("{}", fmt::join(parts, ","));
  }
}

}  // namespace todod::database::postgres
