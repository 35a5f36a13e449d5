// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/idempotency.hpp"

#include <openssl/sha.h>

#include <algorithm>

namespace todod {

draft_fingerprint fingerprint(const task_draft& draft) {
  // Each text behind its length, so that no two drafts give the same bytes.
  std::string framed;
  const auto add = [&](std::string_view text) {
    framed += std::to_string(text.size()) + ":";
    framed += text;
  };
  add(draft.title.text());
  if (draft.description) add(draft.description->text());
  framed += draft.status == task_status::completed ? "c" : "p";
  draft_fingerprint digest{};
  SHA256(reinterpret_cast<const unsigned char*>(framed.data()), framed.size(), digest.data());
  return digest;
}

std::optional<idempotency_key> idempotency_key::parse(std::string_view text) {
  const auto visible = [](char c) { return c >= 0x21 && c <= 0x7e; };
  if (text.empty() || text.size() > length_max_bytes || !std::ranges::all_of(text, visible)) {
    return std::nullopt;
  }
  return idempotency_key(std::string(text));
}

}  // namespace todod
