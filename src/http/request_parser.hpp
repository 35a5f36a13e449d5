// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Bytes -> request (RFC 9112), incrementally: whatever the pieces in which a request arrives, the
// result is the same (tests/fuzz/http_request_fuzz.cpp).
//
//   parse_head: looks for the end of the head line by line, then lets Beast's parser go over it
//   once parse_chunks: a chunked body through the same parser; a body of known length needs none
//
// Beast's parser is strict about single lines, but not about what smuggles requests past proxies
// (Transfer-Encoding with Content-Length or on HTTP/1.0, encodings other than chunked, lists in
// Content-Length, missing or several Host, folded lines, unbounded chunk extensions and trailers).
// Those are refused here. Used by one connection at a time; no I/O.
#pragma once

#include "http/limits.hpp"
#include "http/service.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace todod::http {

enum class parse_status : std::uint8_t { need_more, done, failed };

struct parse_failure {
  protocol_error error = protocol_error::malformed_request;
  std::string_view detail;  ///< a fixed sentence
};

/// How the body of a request is delimited, and what its sender wants.
struct framing {
  bool chunked = false;
  std::uint64_t content_length = 0;  ///< 0 without the field and when chunked
  bool http_1_0 = false;
  bool keep_alive = true;
  bool expects_continue = false;
};

class request_parser {
 public:
  /// Empty lines before a request line that are overlooked (RFC 9112, section 2.2).
  static constexpr std::size_t empty_lines_max = 4;
  /// Longest chunk-size line with its extensions, and longest last chunk with its trailers.
  static constexpr std::size_t chunk_line_max_bytes = 4096;

  /// `bounds` outlives the parser.
  explicit request_parser(const limits& bounds) : bounds_(bounds) {}

  /// Ready for the next request.
  void reset();

  /// `received` is everything that has arrived from the first byte of this request on, contiguous;
  /// `out` gets views into it. Call again with more at the same place or elsewhere: nothing is
  /// remembered by address before `done`.
  [[nodiscard]] parse_status parse_head(std::string_view received, request& out);

  /// After parse_head() was done and framing().chunked. `received` begins where the last call's
  /// `consumed` ended (at first: behind the head). Appends to `body`.
  [[nodiscard]] parse_status parse_chunks(std::string_view received, std::string& body,
                                          std::size_t& consumed);

  [[nodiscard]] std::size_t head_size() const noexcept { return head_end_; }
  [[nodiscard]] const http::framing& framing() const noexcept { return framing_; }
  [[nodiscard]] const parse_failure& failure() const noexcept { return failure_; }

 private:
  class beast_parser final : public boost::beast::http::basic_parser<true> {
   public:
    beast_parser(request_parser& owner, request& out) : owner_(owner), out_(out) {}

   private:
    using text = boost::beast::string_view;
    using error_code = boost::beast::error_code;
    void on_request_impl(boost::beast::http::verb verb, text method, text target, int version,
                         error_code& ec) override;
    void on_response_impl(int, text, int, error_code&) override {}
    void on_field_impl(boost::beast::http::field id, text name, text value,
                       error_code& ec) override;
    void on_header_impl(error_code& ec) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
    std::size_t on_body_impl(text bytes, error_code&) override { return bytes.size(); }
    void on_chunk_header_impl(std::uint64_t size, text extensions, error_code& ec) override;
    std::size_t on_chunk_body_impl(std::uint64_t, text bytes, error_code&) override;
    void on_finish_impl(error_code&) override {}

    void check_field(boost::beast::http::field id, std::string_view value, error_code& ec);
    void refuse(protocol_error error, std::string_view detail, error_code& ec);

    request_parser& owner_;
    request& out_;
    std::size_t hosts_ = 0;
    std::size_t lengths_ = 0;
    std::size_t encodings_ = 0;
    bool target_is_valid_ = false;
    bool head_done_ = false;
  };

  parse_status find_head_end(std::string_view received);
  parse_status end_line(std::string_view line, std::size_t next);
  bool starts_like_a_request(std::string_view received);
  void take_fields_so_far(std::string_view received, request& out) const;
  parse_status fail(protocol_error error, std::string_view detail);
  std::size_t put(std::string_view bytes, boost::beast::error_code& ec);
  parse_status check_chunk_line(std::size_t bytes, std::size_t body_bytes);

  const limits& bounds_;
  std::optional<beast_parser> beast_;
  http::framing framing_;
  parse_failure failure_;
  bool failed_ = false;
  std::size_t start_ = 0;       // of the request line
  std::size_t line_start_ = 0;  // of the line that is being looked at
  std::size_t scanned_ = 0;     // no line feed between line_start_ and here
  std::size_t method_seen_ = 0;
  std::size_t empty_lines_ = 0;
  bool method_ended_ = false;
  bool request_line_seen_ = false;
  std::size_t head_end_ = 0;
  std::string* body_ = nullptr;      // of parse_chunks(), during the call
  std::uint64_t chunk_left_ = 0;     // data bytes of the current chunk that are still to come
  std::uint64_t framing_bytes_ = 0;  // chunk lines and trailers so far
  bool body_too_large_ = false;
};

}  // namespace todod::http
