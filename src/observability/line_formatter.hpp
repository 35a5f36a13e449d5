// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// spdlog formats one string; a line here has facts. So the string that goes through spdlog is a
// list of them, and this formatter writes the list as JSON or text and escapes every part (a JSON
// pattern of spdlog would not).
//
//   payload:  time NUL name NUL wording { NUL fact NUL ("s" text | "n" number) }
//
// A NUL within a text becomes U+FFFD, so that no text can add a fact.
#pragma once

#include "models/timestamp.hpp"
#include "observability/request_log.hpp"

#include <spdlog/formatter.h>

#include <memory>
#include <string>
#include <string_view>

namespace todod::observability {

struct payload_writer {
  [[nodiscard]] static std::string begin(timestamp at, std::string_view name,
                                         std::string_view wording);
  static void add_name(std::string& payload, std::string_view name);
  static void add_text(std::string& payload, std::string_view text);
  static void add_number(std::string& payload, std::string_view number);
};

class line_formatter final : public spdlog::formatter {
 public:
  explicit line_formatter(line_format format) : format_(format) {}
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override;
  [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override;

 private:
  line_format format_;
};

}  // namespace todod::observability
