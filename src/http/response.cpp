// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/response.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstring>

namespace todod::http {
namespace {

struct known_status {
  int status;
  std::string_view line;
};

// Every status that todod sends. The reason phrase is what follows "HTTP/1.1 NNN ".
constexpr std::array<known_status, 20> known_statuses{{
    {100, "HTTP/1.1 100 Continue\r\n"},
    {200, "HTTP/1.1 200 OK\r\n"},
    {201, "HTTP/1.1 201 Created\r\n"},
    {204, "HTTP/1.1 204 No Content\r\n"},
    {304, "HTTP/1.1 304 Not Modified\r\n"},
    {400, "HTTP/1.1 400 Bad Request\r\n"},
    {401, "HTTP/1.1 401 Unauthorized\r\n"},
    {403, "HTTP/1.1 403 Forbidden\r\n"},
    {404, "HTTP/1.1 404 Not Found\r\n"},
    {405, "HTTP/1.1 405 Method Not Allowed\r\n"},
    {408, "HTTP/1.1 408 Request Timeout\r\n"},
    {409, "HTTP/1.1 409 Conflict\r\n"},
    {412, "HTTP/1.1 412 Precondition Failed\r\n"},
    {413, "HTTP/1.1 413 Content Too Large\r\n"},
    {415, "HTTP/1.1 415 Unsupported Media Type\r\n"},
    {422, "HTTP/1.1 422 Unprocessable Content\r\n"},
    {429, "HTTP/1.1 429 Too Many Requests\r\n"},
    {431, "HTTP/1.1 431 Request Header Fields Too Large\r\n"},
    {500, "HTTP/1.1 500 Internal Server Error\r\n"},
    {503, "HTTP/1.1 503 Service Unavailable\r\n"},
}};
constexpr std::size_t before_reason = std::string_view("HTTP/1.1 200 ").size();

const known_status* find_status(int status) noexcept {
  const auto* found = std::find_if(known_statuses.begin(), known_statuses.end(),
                                   [status](const known_status& s) { return s.status == status; });
  return found == known_statuses.end() ? nullptr : found;
}

void append_number(std::string& out, std::uint64_t value) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, static_cast<std::size_t>(end - digits));
}

void append_status_line(std::string& out, int status) {
  if (const known_status* known = find_status(status)) {
    out.append(known->line);
    return;
  }
  assert(status >= 100 && status <= 999);
  out.append("HTTP/1.1 ");
  append_number(out, static_cast<std::uint64_t>(std::clamp(status, 100, 999)));
  out.append(" \r\n");
}

bool breaks_line(char c) noexcept {
  return c == '\r' || c == '\n' || c == '\0';
}

// A field that came from outside must never end its line: in release builds, where the assertion is
// gone, what would end it becomes a space.
void append_one_line(std::string& out, std::string_view text) {
  assert(std::none_of(text.begin(), text.end(), breaks_line));
  const std::size_t at = out.size();
  out.append(text);
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(at), out.end(), breaks_line, ' ');
}

}  // namespace

std::string_view reason_phrase(int status) noexcept {
  const known_status* known = find_status(status);
  if (known == nullptr) return {};
  return known->line.substr(before_reason, known->line.size() - before_reason - 2);
}

response::response() {
  buffer_.resize(head_room_bytes);
}

void response::clear() {
  status = 200;
  content_type = {};
  cache = cache_policy::no_store;
  close = false;
  buffer_.resize(head_room_bytes);
  headers_.clear();
}

void response::add_header(std::string_view name, std::string_view value) {
  append_one_line(headers_, name);
  headers_.append(": ");
  append_one_line(headers_, value);
  headers_.append("\r\n");
}

std::string_view response::body_view() const noexcept {
  return std::string_view(buffer_).substr(head_room_bytes);
}

void response::clear_body() {
  buffer_.resize(head_room_bytes);
}

std::string_view response::finish(std::string_view request_id, std::string_view http_date,
                                  bool head_only) {
  const bool bodiless = status < 200 || status == 204 || status == 304;
  head_.clear();
  append_status_line(head_, status);
  head_.append("Date: ").append(http_date).append("\r\nX-Request-Id: ");
  append_one_line(head_, request_id);
  head_.append("\r\nX-Content-Type-Options: nosniff\r\nCache-Control: ");
  head_.append(cache == cache_policy::no_store ? "no-store\r\n" : "private, no-cache\r\n");
  if (!bodiless) {
    if (!content_type.empty()) head_.append("Content-Type: ").append(content_type).append("\r\n");
    head_.append("Content-Length: ");
    append_number(head_, body_size());
    head_.append("\r\n");
  }
  head_.append(headers_);
  if (close) head_.append("Connection: close\r\n");
  head_.append("\r\n");
  if (bodiless || head_only) return head_;

  if (head_.size() > head_room_bytes) {  // rare: the body moves once
    head_.append(body_view());
    return head_;
  }
  const std::size_t start = head_room_bytes - head_.size();
  std::memcpy(buffer_.data() + start, head_.data(), head_.size());
  return std::string_view(buffer_).substr(start);
}

}  // namespace todod::http
