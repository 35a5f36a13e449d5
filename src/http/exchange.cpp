// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/exchange.hpp"

#include <cstring>
#include <utility>

namespace todod::http {
namespace {

// A whole head, the longest chunk line behind it, and room to notice that it is too long.
std::size_t input_capacity(const limits& bounds) {
  return bounds.head_max_bytes + request_parser::chunk_line_max_bytes + 1024;
}

}  // namespace

void input_buffer::cut(std::size_t first, std::size_t count) noexcept {
  char* const to = bytes_.get() + begin_ + first;
  const std::size_t behind = end_ - begin_ - first - count;
  std::memmove(to, to + count, behind);
  end_ -= count;
}

void input_buffer::compact() noexcept {
  std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
}

exchange::exchange(const limits& bounds) : input(input_capacity(bounds)), parser(bounds) {}

void exchange::clear() {
  parser.reset();
  request.method = method::other;
  request.method_text = request.path = request.query = request.body = request.route = {};
  request.has_query = request.has_body = false;
  request.fields.clear();
  request.request_id.clear();
  request.received = {};
  request.route_index = 0;
  request.path_parameter_count = 0;
  response.clear();
  body.clear();
}

std::unique_ptr<exchange> exchange_pool::acquire() {
  if (free_.empty()) return std::make_unique<exchange>(bounds_);
  std::unique_ptr<exchange> taken = std::move(free_.back());
  free_.pop_back();
  return taken;
}

void exchange_pool::release(std::unique_ptr<exchange> used) {
  if (free_.size() == kept_max) return;
  used->input.consume(used->input.view().size());
  used->clear();
  if (used->body.capacity() > kept_buffer_max_bytes) used->body = std::string();
  if (used->request.fields.capacity() > kept_fields_max) used->request.fields = {};
  if (used->response.body().capacity() > kept_buffer_max_bytes) used->response = response();
  free_.push_back(std::move(used));
}

}  // namespace todod::http
