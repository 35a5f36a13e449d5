// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/idempotency.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace todod {
namespace {

/// Fetched once: OpenSSL 3 looks an algorithm up by name otherwise, which takes longer than to
/// hash.
const EVP_MD* sha256() {
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm(
      EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free);
  return algorithm.get();
}

}  // namespace

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
  if (EVP_Digest(framed.data(), framed.size(), digest.data(), nullptr, sha256(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL cannot compute SHA-256");
  }
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
