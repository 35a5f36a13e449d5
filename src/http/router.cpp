// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/router.hpp"

#include "http/ascii.hpp"

#include <utf8.h>

#include <cassert>
#include <cstddef>
#include <cstring>

namespace todod::http {
namespace {

bool is_parameter(std::string_view segment) noexcept {
  return segment.size() >= 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string_view> split_pattern(std::string_view pattern) {
  std::vector<std::string_view> segments;
  pattern.remove_prefix(1);
  while (!pattern.empty()) {
    const std::size_t slash = pattern.find('/');
    segments.push_back(pattern.substr(0, slash));
    pattern.remove_prefix(slash == std::string_view::npos ? pattern.size() : slash + 1);
  }
  return segments;
}

// Deeper paths than any template's match nothing, so that a path of 8,000 slashes costs no more.
constexpr std::size_t segments_max = 16;

struct path_segments {
  std::array<std::string_view, segments_max> items;
  std::size_t count = 0;
};

// False for what can match nothing: no slash in front, an empty segment, too many of them.
bool split_path(std::string_view path, path_segments& out) noexcept {
  if (path.empty() || path.front() != '/') return false;
  path.remove_prefix(1);
  if (!path.empty() && path.back() == '/')
    path.remove_suffix(1);
  else if (path.empty())
    return true;
  for (;;) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (segment.empty() || out.count == segments_max) return false;
    out.items[out.count++] = segment;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

bool well_encoded(std::string_view text) noexcept {
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 3)) {
    if (at + 2 >= text.size() || hex_value(text[at + 1]) < 0 || hex_value(text[at + 2]) < 0) {
      return false;
    }
  }
  return true;
}

bool same_segment(std::string_view literal, std::string_view encoded, std::string& decoded) {
  if (literal == encoded) return true;
  if (encoded.size() <= literal.size()) return false;  // decoding only shortens
  return percent_decode(encoded, decoded) && decoded == literal;
}

bool fits(const router::entry& entry, const path_segments& path) {
  if (entry.segments.size() != path.count) return false;
  std::string decoded;
  for (std::size_t i = 0; i < path.count; ++i) {
    if (is_parameter(entry.segments[i])) continue;
    if (!same_segment(entry.segments[i], path.items[i], decoded)) return false;
  }
  return true;
}

// Eight bytes at a time: most parameters are ASCII, and utf8cpp looks at single bytes.
bool is_ascii(std::string_view text) noexcept {
  std::uint64_t seen = 0;
  for (; text.size() >= sizeof seen; text.remove_prefix(sizeof seen)) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data(), sizeof block);
    seen |= block;
  }
  for (const char c : text)
    seen |= static_cast<unsigned char>(c);
  return (seen & 0x8080808080808080u) == 0;
}

bool take_parameters(const router::entry& entry, const path_segments& path, request& in) {
  for (std::size_t i = 0; i < path.count; ++i) {
    if (!is_parameter(entry.segments[i])) continue;
    if (in.path_parameters.size() == in.path_parameter_count) in.path_parameters.emplace_back();
    std::string& value = in.path_parameters[in.path_parameter_count++];
    if (!percent_decode(path.items[i], value)) return false;
    if (!is_ascii(value) && !utf8::is_valid(value.begin(), value.end())) return false;
  }
  return true;
}

}  // namespace

bool percent_decode(std::string_view text, std::string& out) {
  out.clear();
  for (;;) {
    const std::size_t percent = text.find('%');
    out.append(text.substr(0, percent));
    if (percent == std::string_view::npos) return true;
    if (percent + 2 >= text.size()) return false;
    const int high = hex_value(text[percent + 1]);
    const int low = hex_value(text[percent + 2]);
    if (high < 0 || low < 0) return false;
    out.push_back(static_cast<char>(high * 16 + low));
    text.remove_prefix(percent + 3);
  }
}

std::uint32_t router::add(std::string_view pattern, std::vector<method> methods) {
  assert(pattern.starts_with('/'));
  entry added{.pattern = pattern, .segments = split_pattern(pattern), .methods = {}, .allow = {}};
  assert(added.segments.size() <= segments_max);
  for (const method m : methods) {
    added.methods[static_cast<std::size_t>(m)] = true;
    if (m == method::get) added.methods[static_cast<std::size_t>(method::head)] = true;
  }
  added.methods[static_cast<std::size_t>(method::options)] = true;
  for (std::size_t i = 0; i < method_count; ++i) {
    if (!added.methods[i]) continue;
    if (!added.allow.empty()) added.allow.append(", ");
    added.allow.append(to_string(static_cast<method>(i)));
  }
  entries_.push_back(std::move(added));
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

route_result router::match(request& in) const {
  in.route = {};
  in.route_index = 0;
  in.path_parameter_count = 0;
  if (!well_encoded(in.path)) return route_result::bad_encoding;
  path_segments path;
  if (!split_path(in.path, path)) return route_result::not_found;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (!fits(entries_[i], path)) continue;
    in.route = entries_[i].pattern;
    in.route_index = static_cast<std::uint32_t>(i);
    return take_parameters(entries_[i], path, in) ? route_result::found
                                                  : route_result::bad_encoding;
  }
  return route_result::not_found;
}

bool router::allows(std::uint32_t route, method m) const noexcept {
  return m != method::other && entries_[route].methods[static_cast<std::size_t>(m)];
}

std::string_view router::allow(std::uint32_t route) const noexcept {
  return entries_[route].allow;
}

}  // namespace todod::http
