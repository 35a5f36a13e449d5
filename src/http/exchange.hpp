// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Everything that one request and its answer need, reused from request to request. A connection has
// one only while it has bytes of a request; idle connections have none (16 KiB per idle connection
// is the promise, tests/integration/http/limits_test.cpp measures it).
#pragma once

#include "http/limits.hpp"
#include "http/request.hpp"
#include "http/request_parser.hpp"
#include "http/response.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace todod::http {

/// Bytes that have been received and not yet used up; contiguous, of fixed capacity.
class input_buffer {
 public:
  explicit input_buffer(std::size_t capacity_bytes)
      : bytes_(std::make_unique_for_overwrite<char[]>(capacity_bytes)), capacity_(capacity_bytes) {}

  [[nodiscard]] std::string_view view() const noexcept {
    return {bytes_.get() + begin_, end_ - begin_};
  }
  [[nodiscard]] bool empty() const noexcept { return begin_ == end_; }
  [[nodiscard]] std::span<char> room() noexcept { return {bytes_.get() + end_, capacity_ - end_}; }
  void commit(std::size_t received) noexcept { end_ += received; }
  void consume(std::size_t used) noexcept {
    begin_ += used;
    if (begin_ == end_) begin_ = end_ = 0;
  }
  /// Drops the bytes [first, first + count) of view(); what is before them stays where it is.
  void cut(std::size_t first, std::size_t count) noexcept;
  /// Moves what is left to the front: views into it are void.
  void compact() noexcept;

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

struct exchange {
  explicit exchange(const limits& bounds);

  /// Ready for the next request; `input` is kept.
  void clear();

  input_buffer input;
  request_parser parser;
  http::request request;
  http::response response;
  std::string body;  ///< of a request, where it is not all in `input`
};

/// One thread.
class exchange_pool {
 public:
  static constexpr std::size_t kept_max = 256;
  /// Buffers that grew beyond this are given back to the allocator.
  static constexpr std::size_t kept_buffer_max_bytes = 64 * 1024;
  static constexpr std::size_t kept_fields_max = 128;

  explicit exchange_pool(const limits& bounds) : bounds_(bounds) {}
  [[nodiscard]] std::unique_ptr<exchange> acquire();
  void release(std::unique_ptr<exchange> used);

 private:
  const limits& bounds_;
  std::vector<std::unique_ptr<exchange>> free_;
};

}  // namespace todod::http
