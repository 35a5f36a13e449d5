// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What Beast's parser reports, and the rules on single fields that it does not know.
#include "http/ascii.hpp"
#include "http/request_parser.hpp"
#include "http/target.hpp"

#include <algorithm>

namespace todod::http {
namespace {

using boost::beast::http::field;
using boost::beast::http::verb;

std::string_view standard(boost::beast::string_view text) noexcept {
  return {text.data(), text.size()};
}

method to_method(verb v) noexcept {
  switch (v) {
    case verb::get:
      return method::get;
    case verb::head:
      return method::head;
    case verb::post:
      return method::post;
    case verb::put:
      return method::put;
    case verb::patch:
      return method::patch;
    case verb::delete_:
      return method::delete_;
    case verb::options:
      return method::options;
    default:
      return method::other;
  }
}

bool is_control(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 ? c != '\t' : c == 0x7f;
}

}  // namespace

void request_parser::beast_parser::refuse(protocol_error error, std::string_view detail,
                                          error_code& ec) {
  owner_.fail(error, detail);
  ec = boost::beast::http::error::bad_field;
}

void request_parser::beast_parser::on_request_impl(verb v, text method, text target, int version,
                                                   error_code&) {
  owner_.framing_.http_1_0 = version == 10;
  out_.method = to_method(v);
  out_.method_text = standard(method);
  target_parts parts;
  // Refused behind the fields: what refuses it wants Origin and X-Request-Id.
  target_is_valid_ = http::parse_target(standard(target), v == verb::options, parts);
  if (!target_is_valid_) return;
  out_.path = parts.path;
  out_.query = parts.query;
  out_.has_query = parts.has_query;
}

void request_parser::beast_parser::check_field(field id, std::string_view value, error_code& ec) {
  constexpr auto malformed = protocol_error::malformed_request;
  switch (id) {
    case field::host:
      if (++hosts_ > 1) return refuse(malformed, "there are several Host fields", ec);
      if (!is_authority(value)) return refuse(malformed, "Host is not valid", ec);
      break;
    case field::content_length:
      // Beast takes "5, 5" and "5," and a second field of the same value; proxies may not.
      if (++lengths_ > 1 || !std::all_of(value.begin(), value.end(), http::is_digit)) {
        return refuse(malformed, "Content-Length is not valid", ec);
      }
      break;
    case field::transfer_encoding:
      if (++encodings_ > 1 || !equal_ignoring_case(value, "chunked") || owner_.framing_.http_1_0) {
        return refuse(malformed, "Transfer-Encoding is not valid", ec);
      }
      break;
    case field::expect:
      // Other expectations are ignored: a client is free to go on without an interim answer.
      if (equal_ignoring_case(value, "100-continue")) owner_.framing_.expects_continue = true;
      break;
    default:
      break;
  }
}

void request_parser::beast_parser::on_field_impl(field id, text name, text value, error_code& ec) {
  if (head_done_) return;  // a trailer: nothing in it is used
  out_.fields.push_back({.name = standard(name), .value = standard(value)});
  check_field(id, standard(value), ec);
}

void request_parser::beast_parser::on_header_impl(error_code& ec) {
  head_done_ = true;
  http::framing& framing = owner_.framing_;
  if (!target_is_valid_) {
    return refuse(protocol_error::malformed_request,
                  "the request's target is not a path and a query in which every character that "
                  "is not allowed there is written as % and two hexadecimal digits",
                  ec);
  }
  if (hosts_ == 0 && !framing.http_1_0) {
    return refuse(protocol_error::malformed_request, "there is no Host field", ec);
  }
  if (encodings_ > 0 && lengths_ > 0) {
    return refuse(protocol_error::malformed_request,
                  "there are both Transfer-Encoding and Content-Length", ec);
  }
  if (out_.method_text == "CONNECT") {
    return refuse(protocol_error::malformed_request, "CONNECT is not for this server", ec);
  }
  framing.chunked = encodings_ > 0;
  framing.content_length = lengths_ > 0 ? content_length().value_or(0) : 0;
  framing.keep_alive = keep_alive();
  out_.has_body = framing.chunked || framing.content_length > 0;
  if (framing.http_1_0 || !out_.has_body) framing.expects_continue = false;
  if (framing.content_length > owner_.bounds_.body_max_bytes) {
    refuse(protocol_error::body_too_large, "the body is too large", ec);
  }
}

void request_parser::beast_parser::on_chunk_header_impl(std::uint64_t size, text extensions,
                                                        error_code& ec) {
  // Beast lets a quoted extension hold anything; a bare line feed in it is a known smuggling trick.
  if (std::any_of(extensions.begin(), extensions.end(), is_control)) {
    return refuse(protocol_error::malformed_request, "a chunk's extension is not valid", ec);
  }
  const std::uint64_t room = owner_.bounds_.body_max_bytes - owner_.body_->size();
  if (size > room) owner_.body_too_large_ = true;
  owner_.chunk_left_ = size;
}

std::size_t request_parser::beast_parser::on_chunk_body_impl(std::uint64_t, text bytes,
                                                             error_code&) {
  owner_.body_->append(bytes.data(), bytes.size());
  owner_.chunk_left_ -= bytes.size();
  return bytes.size();
}

}  // namespace todod::http
