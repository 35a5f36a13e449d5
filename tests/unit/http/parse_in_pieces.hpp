// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Feeds a request to the parser in pieces, as a connection would.
#pragma once

#include "http/request_parser.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace todod::http {

struct parsed {
  parse_status status = parse_status::need_more;
  protocol_error error = protocol_error::internal;  ///< when failed
  method verb = method::other;
  std::string path;
  std::string query;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string body;
  http::framing framing;
  std::size_t size = 0;  ///< bytes of the input that the request took

  bool operator==(const parsed& other) const {
    return status == other.status && (status != parse_status::failed || error == other.error) &&
           (status != parse_status::done ||
            (verb == other.verb && path == other.path && query == other.query &&
             fields == other.fields && body == other.body && size == other.size &&
             framing.keep_alive == other.framing.keep_alive));
  }
};

/// Holds exactly what has arrived, in memory of its own, so that a sanitizer sees every read
/// beyond.
class arriving_bytes {
 public:
  std::string_view upto(std::string_view all, std::size_t first, std::size_t end) {
    bytes_.assign(all.begin() + static_cast<std::ptrdiff_t>(first),
                  all.begin() + static_cast<std::ptrdiff_t>(end));
    bytes_.shrink_to_fit();
    return {bytes_.data(), bytes_.size()};
  }

 private:
  std::vector<char> bytes_;
};

/// `cuts`: rising positions at which the input is torn; the end of `all` is implied.
inline parsed parse_in_pieces(std::string_view all, const std::vector<std::size_t>& cuts,
                              const limits& bounds = {}) {
  parsed out;
  request_parser parser(bounds);
  request in;
  arriving_bytes buffer;
  std::size_t next = 0;
  const auto arrived = [&] { return next < cuts.size() ? cuts[next] : all.size(); };

  for (;; ++next) {
    out.status = parser.parse_head(buffer.upto(all, 0, arrived()), in);
    if (out.status != parse_status::need_more || arrived() == all.size()) break;
  }
  if (out.status == parse_status::done) {
    out.verb = in.method;
    out.path = in.path;
    out.query = in.query;
    for (const header_field& f : in.fields)
      out.fields.emplace_back(f.name, f.value);
    out.framing = parser.framing();
    out.size = parser.head_size();
    if (out.framing.chunked) {
      for (;; ++next) {
        std::size_t consumed = 0;
        out.status = parser.parse_chunks(buffer.upto(all, out.size, arrived()), out.body, consumed);
        out.size += consumed;
        if (out.status != parse_status::need_more || arrived() == all.size()) break;
      }
    } else if (out.size + out.framing.content_length <= all.size()) {
      out.body = all.substr(out.size, static_cast<std::size_t>(out.framing.content_length));
      out.size += out.body.size();
    } else {
      out.status = parse_status::need_more;
    }
  }
  if (out.status == parse_status::failed) out.error = parser.failure().error;
  return out;
}

inline parsed parse_whole(std::string_view all, const limits& bounds = {}) {
  return parse_in_pieces(all, {}, bounds);
}

inline parsed parse_byte_by_byte(std::string_view all, const limits& bounds = {}) {
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i < all.size(); ++i)
    cuts.push_back(i);
  return parse_in_pieces(all, cuts, bounds);
}

}  // namespace todod::http
