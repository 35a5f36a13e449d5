// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/strict_json.hpp"

#include <boost/json/basic_parser_impl.hpp>

namespace todod::auth {
namespace {

std::size_t count_names(const boost::json::value& value) {
  std::size_t names = 0;
  if (const auto* object = value.if_object()) {
    names = object->size();
    for (const auto& member : *object)
      names += count_names(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& element : *array)
      names += count_names(element);
  }
  return names;
}

boost::json::parse_options strict_options() {
  boost::json::parse_options options;
  options.max_depth = strict_json::depth_max;
  options.allow_comments = false;
  options.allow_trailing_commas = false;
  options.allow_invalid_utf8 = false;
  return options;
}

}  // namespace

strict_json::strict_json() : memory_(buffer_.data(), buffer_.size()), parser_(strict_options()) {}

const boost::json::object* strict_json::read_object(std::string_view text) {
  auto& handler = parser_.handler();
  root_.reset();
  handler.stack.reset();  // drops what a failed parse left behind, before its memory goes
  memory_.release();
  handler.stack.reset(boost::json::storage_ptr(&memory_));
  handler.names = 0;
  parser_.reset();
  boost::system::error_code error;
  const auto used = parser_.write_some(false, text.data(), text.size(), error);
  if (error || used != text.size()) return nullptr;
  root_.emplace(handler.stack.release());
  const auto* object = root_->if_object();
  return object != nullptr && count_names(*root_) == handler.names ? object : nullptr;
}

}  // namespace todod::auth
