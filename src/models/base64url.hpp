// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// base64url without padding (RFC 4648, section 5; RFC 7515, section 2).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace todod {

[[nodiscard]] std::string base64url_encode(std::string_view bytes);

/// Canonical input only: no padding, no white space, no other alphabet, unused bits zero; else
/// nothing.
[[nodiscard]] std::optional<std::string> base64url_decode(std::string_view text);

/// The same into a reused string; false (and `out` unspecified) if the text is not canonical.
[[nodiscard]] bool base64url_decode(std::string_view text, std::string& out);

}  // namespace todod
