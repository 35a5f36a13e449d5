// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Idempotency-Key of a create: the key and what it stood for.
#pragma once

#include "models/task.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace todod {

/// SHA-256 over the draft's title, description and status, unambiguously framed: equal drafts have
/// equal fingerprints, whatever the JSON around them looked like.
using draft_fingerprint = std::array<std::uint8_t, 32>;
[[nodiscard]] draft_fingerprint fingerprint(const task_draft& draft);

class idempotency_key {
 public:
  static constexpr std::size_t length_max_bytes = 255;
  /// 1 to 255 visible ASCII characters (0x21 to 0x7E); else nothing.
  [[nodiscard]] static std::optional<idempotency_key> parse(std::string_view text);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  explicit idempotency_key(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace todod
