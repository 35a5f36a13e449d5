// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One answer, formatted by hand into one buffer: the body is appended behind a gap, then the head
// is written into the gap just before it, so that everything leaves with one write (bench/micro:
// format_response).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace todod::http {

enum class cache_policy : std::uint8_t { no_store, private_no_cache };

class response {
 public:
  /// Bytes kept free before the body; a longer head costs a move of the body.
  static constexpr std::size_t head_room_bytes = 1024;

  response();

  /// Ready for the next request; capacity is kept.
  void clear();

  int status = 200;
  std::string_view content_type;  ///< static text; empty = no body and no Content-Type
  cache_policy cache = cache_policy::no_store;
  bool close = false;  ///< Connection: close, and the connection ends after it

  /// `name` and `value` must not hold CR, LF or NUL (asserted). Both are copied.
  void add_header(std::string_view name, std::string_view value);

  /// The buffer to append the body to. Only append: its first bytes belong to the head.
  [[nodiscard]] std::string& body() noexcept { return buffer_; }
  [[nodiscard]] std::string_view body_view() const noexcept;
  [[nodiscard]] std::size_t body_size() const noexcept { return buffer_.size() - head_room_bytes; }
  /// Drops what the body holds so far.
  void clear_body();

  /// Finishes the answer: status line, Date, X-Request-Id, nosniff, Cache-Control, Content-Type,
  /// Content-Length, the added headers, then the body unless `head_only` or the status has none
  /// (1xx, 204, 304). The view is valid until the next change. `http_date` is an IMF-fixdate.
  [[nodiscard]] std::string_view finish(std::string_view request_id, std::string_view http_date,
                                        bool head_only);

 private:
  std::string buffer_;   // head room, then the body
  std::string headers_;  // "Name: value\r\n" each
  std::string head_;     // reused by finish()
};

/// RFC 9110 reason phrase; empty for a status that todod never sends.
[[nodiscard]] std::string_view reason_phrase(int status) noexcept;

}  // namespace todod::http
