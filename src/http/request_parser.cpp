// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/request_parser.hpp"

#include "http/ascii.hpp"

#include <algorithm>
#include <cstring>
#include <exception>

namespace todod::http {
namespace {

using beast_error = boost::beast::http::error;

constexpr bool is_token_character(char c) noexcept {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         others.find(c) != std::string_view::npos;
}

/// Without the white space around a field's value (RFC 9110, section 5.5).
constexpr std::string_view trim(std::string_view value) noexcept {
  constexpr std::string_view white_space = " \t";
  value.remove_prefix(std::min(value.find_first_not_of(white_space), value.size()));
  return value.substr(0, value.find_last_not_of(white_space) + 1);
}

/// A line feed without its carriage return before it: Beast would wait for more, and some proxies
/// take it for the end of a line.
bool has_bare_line_feed(std::string_view framing) noexcept {
  for (auto at = framing.find('\n'); at != std::string_view::npos;
       at = framing.find('\n', at + 1)) {
    if (at == 0 || framing[at - 1] != '\r') return true;
  }
  return false;
}

/// Whether `rest`, which may be all of a chunk's line or its beginning, can be one: what cannot is
/// refused at once. Beast looks at a line only once it is whole, at a last one after its trailers.
bool may_begin_chunk(std::string_view rest, bool behind_data) noexcept {
  constexpr std::string_view line_end = "\r\n";
  if (behind_data) {
    const std::size_t there = std::min(rest.size(), line_end.size());
    if (rest.substr(0, there) != line_end.substr(0, there)) return false;
    rest.remove_prefix(there);
  }
  std::size_t digits = 0;
  while (digits < rest.size() && hex_value(rest[digits]) >= 0)
    ++digits;
  rest.remove_prefix(digits);
  return rest.empty() || (digits > 0 && std::string_view(";\r \t").contains(rest.front()));
}

std::string_view explain(const boost::beast::error_code& ec) noexcept {
  if (ec == beast_error::bad_method) return "the request's method is not valid";
  if (ec == beast_error::bad_target) return "the request's target is not valid";
  if (ec == beast_error::bad_version) return "only HTTP/1.1 and HTTP/1.0 are spoken here";
  if (ec == beast_error::bad_field) return "a header field's name is not valid";
  if (ec == beast_error::bad_value)
    return "a header field's value has a character that is not allowed";
  if (ec == beast_error::bad_line_ending) return "a line does not end with CR LF";
  if (ec == beast_error::bad_content_length) return "Content-Length is not valid";
  if (ec == beast_error::bad_transfer_encoding) return "Transfer-Encoding is not valid";
  if (ec == beast_error::bad_chunk) return "the chunked body is not valid";
  if (ec == beast_error::bad_chunk_extension) return "a chunk's extension is not valid";
  return "the request is not valid HTTP";
}

}  // namespace

void request_parser::reset() {
  beast_.reset();
  framing_ = {};
  failure_ = {};
  failed_ = method_ended_ = request_line_seen_ = body_too_large_ = false;
  start_ = line_start_ = scanned_ = method_seen_ = empty_lines_ = head_end_ = 0;
  chunk_left_ = framing_bytes_ = 0;
}

parse_status request_parser::fail(protocol_error error, std::string_view detail) {
  if (!failed_) failure_ = {.error = error, .detail = detail};
  failed_ = true;
  return parse_status::failed;
}

// What is no HTTP at all (a TLS hello, say) is refused at its first byte, not after a timeout.
bool request_parser::starts_like_a_request(std::string_view received) {
  const std::size_t end = std::min(received.size(), start_ + bounds_.head_max_bytes);
  method_seen_ = std::max(method_seen_, start_);
  while (!method_ended_ && method_seen_ < end) {
    const char c = received[method_seen_];
    if (c == ' ' && method_seen_ > start_) {
      method_ended_ = true;
    } else if (!is_token_character(c)) {
      return false;
    } else {
      ++method_seen_;
    }
  }
  return true;
}

parse_status request_parser::end_line(std::string_view line, std::size_t next) {
  line_start_ = scanned_ = next;
  if (line.empty() && request_line_seen_) {
    head_end_ = next;
    return parse_status::done;
  }
  if (line.empty()) {
    if (++empty_lines_ > empty_lines_max) {
      return fail(protocol_error::malformed_request, "too many empty lines before the request");
    }
    start_ = next;
    return parse_status::need_more;
  }
  if (!request_line_seen_) {
    request_line_seen_ = true;
    if (!line.ends_with(" HTTP/1.1") && !line.ends_with(" HTTP/1.0")) {
      return fail(protocol_error::malformed_request, "only HTTP/1.1 and HTTP/1.0 are spoken here");
    }
  } else if (line.front() == ' ' || line.front() == '\t') {
    return fail(protocol_error::malformed_request, "a header field is folded over two lines");
  }
  return parse_status::need_more;
}

parse_status request_parser::find_head_end(std::string_view received) {
  for (;;) {
    if (start_ < received.size() && received[start_] != '\r' && received[start_] != '\n' &&
        !starts_like_a_request(received)) {
      return fail(protocol_error::malformed_request, "the request's method is not valid");
    }
    const std::size_t end = std::min(received.size(), start_ + bounds_.head_max_bytes);
    const auto* found =
        static_cast<const char*>(std::memchr(received.data() + scanned_, '\n', end - scanned_));
    if (found == nullptr) {
      scanned_ = end;
      if (end - start_ < bounds_.head_max_bytes) return parse_status::need_more;
      return fail(protocol_error::headers_too_large, "the request line and headers are too large");
    }
    const auto at = static_cast<std::size_t>(found - received.data());
    if (at == line_start_ || received[at - 1] != '\r') {
      return fail(protocol_error::malformed_request, "a line does not end with CR LF");
    }
    const parse_status ended = end_line(received.substr(line_start_, at - 1 - line_start_), at + 1);
    if (ended != parse_status::need_more) return ended;
  }
}

// Of a head that is too long: what refuses it wants Origin and X-Request-Id, if they are there.
void request_parser::take_fields_so_far(std::string_view received, request& out) const {
  std::string_view lines = received.substr(start_, line_start_ - start_);
  lines.remove_prefix(std::min(lines.find('\n') + 1, lines.size()));  // the request line
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find("\r\n"));
    lines.remove_prefix(line.size() + 2);
    const std::size_t colon = std::min(line.find(':'), line.size());
    const std::string_view rest = line.substr(std::min(colon + 1, line.size()));
    out.fields.push_back({.name = line.substr(0, colon), .value = trim(rest)});
  }
}

std::size_t request_parser::put(std::string_view bytes, boost::beast::error_code& ec) {
  try {
    return beast_->put(boost::asio::const_buffer(bytes.data(), bytes.size()), ec);
  } catch (const std::exception&) {  // Beast 1.81 and 1.83 throw on some inputs
    ec = beast_error::bad_field;
    return 0;
  }
}

parse_status request_parser::parse_head(std::string_view received, request& out) {
  if (failed_) return parse_status::failed;
  if (received.empty()) return parse_status::need_more;
  const parse_status found = find_head_end(received);
  if (failed_ && failure_.error == protocol_error::headers_too_large) {
    take_fields_so_far(received, out);
  }
  if (found != parse_status::done) return found;
  beast_.emplace(*this, out);
  beast_->header_limit(static_cast<std::uint32_t>(2 * bounds_.head_max_bytes));
  beast_->body_limit(UINT64_MAX);  // judged in on_header_impl, after the syntax
  boost::beast::error_code ec;
  put(received.substr(start_, head_end_ - start_), ec);
  if (failed_) return parse_status::failed;
  if (ec) return fail(protocol_error::malformed_request, explain(ec));
  return parse_status::done;
}

// Extensions and trailers are ignored, but not without a bound: what frames the data may be as long
// as a head, and eight bytes for each byte of data (a chunk of one byte needs six).
parse_status request_parser::check_chunk_line(std::size_t bytes, std::size_t body_bytes) {
  framing_bytes_ += bytes;
  if (bytes > chunk_line_max_bytes || framing_bytes_ > bounds_.head_max_bytes + 8 * body_bytes) {
    return fail(protocol_error::malformed_request, "the chunked body has too much around its data");
  }
  return parse_status::done;
}

parse_status request_parser::parse_chunks(std::string_view received, std::string& body,
                                          std::size_t& consumed) {
  // The shortest end of a chunked body, "0 CR LF CR LF": nothing can end before it is there, and
  // Beast asserts that it is.
  constexpr std::size_t shortest_end = 5;
  consumed = 0;
  if (failed_) return parse_status::failed;
  body_ = &body;
  while (!beast_->is_done()) {
    const std::string_view rest = received.substr(consumed);
    const bool data = chunk_left_ > 0;
    if (!data && !may_begin_chunk(rest, !body.empty())) {
      return fail(protocol_error::malformed_request, explain(beast_error::bad_chunk));
    }
    if (rest.empty() || (!data && rest.size() < shortest_end)) return parse_status::need_more;
    boost::beast::error_code ec;
    const std::size_t taken = put(rest, ec);
    if (ec == beast_error::need_more) {
      if (!data && has_bare_line_feed(rest)) {
        return fail(protocol_error::malformed_request,
                    "a line of the chunked body ends without CR");
      }
      if (rest.size() <= chunk_line_max_bytes) return parse_status::need_more;
      return check_chunk_line(rest.size(), body.size());
    }
    if (failed_) return parse_status::failed;
    if (ec) return fail(protocol_error::malformed_request, explain(ec));
    consumed += taken;
    if (!data && check_chunk_line(taken, body.size()) == parse_status::failed) {
      return parse_status::failed;
    }
    if (body_too_large_) return fail(protocol_error::body_too_large, "the body is too large");
  }
  return parse_status::done;
}

}  // namespace todod::http
