// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/target.hpp"

#include "http/ascii.hpp"

#include <algorithm>
#include <array>

namespace todod::http {
namespace {

enum : unsigned char { in_path = 1, in_query = 2, in_host = 4 };

constexpr std::array<unsigned char, 256> allowed = [] {
  std::array<unsigned char, 256> table{};
  const auto allow = [&table](std::string_view characters, unsigned char where) {
    for (const char c : characters)
      table[static_cast<unsigned char>(c)] |= where;
  };
  allow("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~",
        in_path | in_query | in_host);                  // unreserved
  allow("!$&'()*+,;=%", in_path | in_query | in_host);  // sub-delims, pct-encoded
  allow(":@/", in_path | in_query);
  allow("?", in_query);
  // Not of RFC 3986, but browsers send these as they are (the URL standard's percent-encode sets):
  // a user id such as "auth0|5f..." in a path must not break there.
  allow("|^[]{}`", in_path | in_query);
  return table;
}();

bool consists_of(std::string_view text, unsigned char where) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((allowed[static_cast<unsigned char>(text[i])] & where) == 0) return false;
    if (text[i] != '%') continue;
    if (i + 2 >= text.size() || hex_value(text[i + 1]) < 0 || hex_value(text[i + 2]) < 0) {
      return false;
    }
    i += 2;
  }
  return true;
}

bool is_port(std::string_view text) noexcept {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_bracketed_address(std::string_view text) noexcept {
  return text.size() >= 4 && std::all_of(text.begin() + 1, text.end() - 1, [](char c) {
           return hex_value(c) >= 0 || c == ':' || c == '.';
         });
}

// "http://authority" off the front of `target`.
bool remove_origin(std::string_view& target) noexcept {
  for (const std::string_view scheme :
       {std::string_view("http://"), std::string_view("https://")}) {
    if (!equal_ignoring_case(target.substr(0, scheme.size()), scheme)) continue;
    const std::string_view rest = target.substr(scheme.size());
    const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
    if (!is_authority(rest.substr(0, end))) return false;
    target = rest.substr(end);
    return true;
  }
  return false;
}

}  // namespace

bool is_authority(std::string_view text) noexcept {
  std::string_view host = text;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return false;
    host = text.substr(0, end + 1);
    if (!is_bracketed_address(host)) return false;
  } else {
    host = text.substr(0, text.find(':'));
    if (host.empty() || !consists_of(host, in_host)) return false;
  }
  const std::string_view port = text.substr(host.size());
  return port.empty() || (port.front() == ':' && is_port(port.substr(1)));
}

bool parse_target(std::string_view target, bool asterisk_allowed, target_parts& out) {
  if (target == "*" && asterisk_allowed) {
    out = {.path = target, .query = {}, .has_query = false};
    return true;
  }
  if (!target.starts_with('/') && !remove_origin(target)) return false;
  const std::size_t question = target.find('?');
  out.path = target.substr(0, question);
  if (out.path.empty()) out.path = "/";
  out.has_query = question != std::string_view::npos;
  out.query = out.has_query ? target.substr(question + 1) : std::string_view{};
  return consists_of(out.path, in_path) && consists_of(out.query, in_query);
}

}  // namespace todod::http
