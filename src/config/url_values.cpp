// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The values that are URLs or parts of one.
#include "config/setting_values.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace todod::config {
namespace {

constexpr std::size_t origins_max = 100;
constexpr std::size_t url_max_bytes = 2048;

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

/// 1 to 65535; 0 = it is not that.
std::uint64_t port_of(const boost::urls::url_view& url) {
  return parse_number(std::string_view(url.port()), 1, 65535).value_or(0);
}

bool has_upper_case(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What keeps `origin` from ever being equal to what a browser sends; nothing if it is fine.
std::optional<std::string_view> fault_of_origin(std::string_view origin) {
  if (origin == "*") return "\"*\" would let every web page in: name the origins";
  if (origin == "null") return "\"null\" is what any sandboxed page sends: name the origins";
  if (origin.find('*') != std::string_view::npos) return "patterns do not exist: name each origin";
  const auto url = boost::urls::parse_uri(origin);
  if (!url || !url->has_authority() || url->host().empty()) {
    return "an origin is SCHEME://HOST or SCHEME://HOST:PORT";
  }
  if (url->has_userinfo() || url->has_query() || url->has_fragment()) {
    return "an origin has neither user nor query";
  }
  if (origin.ends_with('/')) return "an origin has no slash at its end";
  if (!url->encoded_path().empty()) return "an origin has no path";
  if (has_upper_case(origin)) return "browsers send origins in lower case";
  if (url->has_port() && (port_of(*url) == 0 || (url->scheme() == "http" && port_of(*url) == 80) ||
                          (url->scheme() == "https" && port_of(*url) == 443))) {
    return "browsers leave a default port out";
  }
  return std::nullopt;
}

}  // namespace

parsed<std::vector<std::string>> parse_origins(std::string_view text) {
  std::vector<std::string> origins;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    const std::string_view origin = trim(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
    if (origin.empty() || std::ranges::find(origins, origin) != origins.end()) continue;
    if (const auto fault = fault_of_origin(origin)) {
      return std::unexpected(
          fmt::format("origins separated by commas, such as https://app.example (\"{}\": {})",
                      origin.substr(0, 100), *fault));
    }
    if (origins.size() == origins_max) {
      return std::unexpected(fmt::format("at most {} origins", origins_max));
    }
    origins.emplace_back(origin);
  }
  return origins;
}

parsed<std::string> parse_web_url(std::string_view text, bool any_http, bool with_query) {
  const auto url = boost::urls::parse_uri(text);
  if (text.size() > url_max_bytes || !url || !url->has_authority() || url->host().empty() ||
      (url->scheme_id() != boost::urls::scheme::https &&
       url->scheme_id() != boost::urls::scheme::http)) {
    return std::unexpected("a URL such as https://auth.example");
  }
  if (url->has_userinfo() || url->has_fragment() || (url->has_query() && !with_query)) {
    return std::unexpected(with_query ? "an https URL without user and fragment"
                                      : "an https URL without user, query and fragment");
  }
  if (url->has_port() && port_of(*url) == 0) {
    return std::unexpected("an https URL whose port is from 1 to 65535, or without one");
  }
  if (url->scheme_id() == boost::urls::scheme::http && !any_http &&
      !is_loopback(std::string_view(url->encoded_host()))) {
    return std::unexpected(
        "an https URL, because keys that come without TLS can be replaced on their way (http to a "
        "loopback host is fine; JWKS_ALLOW_HTTP=1 allows it within a network that you trust)");
  }
  return std::string(text);
}

std::string better_auth_base(std::string_view better_auth_url) {
  std::string url(better_auth_url);
  while (url.ends_with('/'))
    url.pop_back();
  const auto authority = url.find("://");
  const auto path = url.find('/', authority == std::string::npos ? 0 : authority + 3);
  if (path == std::string::npos) url += "/api/auth";
  return url;
}

std::string key_set_url(std::string_view better_auth_url) {
  return better_auth_base(better_auth_url) + "/jwks";
}

parsed<database_choice> parse_database_url(std::string_view text) {
  constexpr std::string_view allowed =
      "postgresql://USER:PASSWORD@HOST/NAME, or sqlite:PATH for a file";
  if (std::ranges::any_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; })) {
    return std::unexpected(std::string(allowed) + ", without control characters");
  }
  if (text.starts_with("postgresql://") || text.starts_with("postgres://")) {
    return database_choice{.sqlite_file = {}, .postgres_url = std::string(text)};
  }
  if (text.starts_with("postgresql+") || text.starts_with("postgres+")) {
    return std::unexpected(std::string(allowed) +
                           " (without the name of a driver: drop what follows the \"+\")");
  }
  if (!text.starts_with("sqlite:")) return std::unexpected(std::string(allowed));
  std::string_view path = text.substr(7);
  if (path.starts_with("//")) {  // as a URL has it: an empty authority
    path.remove_prefix(2);
    // SQLAlchemy's habit: four slashes for an absolute path, "/./" for a relative one.
    if (path.starts_with("//") || path.starts_with("/./")) path.remove_prefix(1);
  }
  if (path.empty() || path.ends_with('/') || path == ":memory:") {
    return std::unexpected(std::string(allowed) + ", such as sqlite:/var/lib/todod/todod.db");
  }
  return database_choice{.sqlite_file = std::string(path), .postgres_url = {}};
}

std::string mask_database_url(std::string_view url) {
  const auto scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return "***";
  std::string shown(url.substr(0, scheme_end + 3));
  std::string_view rest = url.substr(scheme_end + 3);
  // Up to the last "@", so that a password with an unescaped "@", "/" or "?" is masked as well.
  if (const auto at = rest.rfind('@'); at != std::string_view::npos) {
    const std::string_view user_info = rest.substr(0, at);
    const auto colon = user_info.find(':');
    shown += user_info.substr(0, colon);
    if (colon != std::string_view::npos) shown += ":***";
    shown += '@';
    rest.remove_prefix(at + 1);
  }
  const auto question = rest.find('?');
  shown += rest.substr(0, question);
  if (question == std::string_view::npos) return shown;
  constexpr std::array<std::string_view, 6> harmless{
      "sslmode=",        "channel_binding=", "connect_timeout=",
      "sslnegotiation=", "pgbouncer=",       "target_session_attrs="};
  char separator = '?';
  rest.remove_prefix(question + 1);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const std::string_view parameter = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool show = std::ranges::any_of(
        harmless, [&](std::string_view name) { return parameter.starts_with(name); });
    shown += separator;
    shown += show ? parameter : parameter.substr(0, parameter.find('='));
    if (!show) shown += "=***";
    separator = '&';
  }
  return shown;
}

}  // namespace todod::config
