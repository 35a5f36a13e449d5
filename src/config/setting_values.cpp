// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/setting_values.hpp"

#include <boost/asio/ip/address.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace todod::config {
namespace {

constexpr std::size_t host_max_bytes = 253;  // of a name in DNS

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_';
}

}  // namespace

parsed<std::uint64_t> parse_number(std::string_view text, std::uint64_t min, std::uint64_t max) {
  std::uint64_t value = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value);
  if (error != std::errc{} || end != last || value < min || value > max) {
    return std::unexpected(fmt::format("a whole number from {} to {}", min, max));
  }
  return value;
}

parsed<bool> parse_switch(std::string_view text) {
  const std::string word = lower(text);
  if (word == "1" || word == "true" || word == "yes" || word == "on") return true;
  if (word == "0" || word == "false" || word == "no" || word == "off") return false;
  return std::unexpected("0 or 1");
}

parsed<log_level> parse_log_level(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, log_level>, 5> names{
      {{"debug", log_level::debug},
       {"info", log_level::info},
       {"warn", log_level::warn},
       {"error", log_level::error},
       {"off", log_level::off}}};
  const std::string word = lower(text);
  for (const auto& [name, level] : names) {
    if (word == name) return level;
  }
  return std::unexpected("debug, info, warn, error or off");
}

parsed<log_format> parse_log_format(std::string_view text) {
  const std::string word = lower(text);
  if (word == "text") return log_format::text;
  if (word == "json") return log_format::json;
  return std::unexpected("text or json");
}

parsed<std::string> parse_host(std::string_view text) {
  const auto refused = [] {
    return std::unexpected(std::string(
        "an address or a host name without scheme and port, such as 127.0.0.1, 0.0.0.0 or ::"));
  };
  const bool brackets = text.starts_with('[') && text.ends_with(']');
  if (brackets) text = text.substr(1, text.size() - 2);
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(text), error);
  if (!error && (address.is_v6() || !brackets)) return std::string(text);
  if (brackets) return refused();
  const bool numeric = text.find_first_not_of("0123456789.") == std::string_view::npos;
  if (text.empty() || text.size() > host_max_bytes || numeric || text.front() == '.' ||
      text.front() == '-' || !std::ranges::all_of(text, is_host_character)) {
    return refused();
  }
  return std::string(text);
}

bool is_loopback(std::string_view host) {
  if (lower(host) == "localhost") return true;
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(host), error);
  return !error && address.is_loopback();
}

}  // namespace todod::config
