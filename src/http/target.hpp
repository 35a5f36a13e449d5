// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The request-target of a request line (RFC 9112, section 3.2; RFC 3986) and the authority of Host.
#pragma once

#include <string_view>

namespace todod::http {

struct target_parts {
  std::string_view path;  ///< begins with '/', or is "*"
  std::string_view query;
  bool has_query = false;
};

/// Origin-form and absolute-form (http and https); asterisk-form where `asterisk_allowed`, that is
/// for OPTIONS. False for anything else: authority-form, a fragment, a byte that RFC 3986 does not
/// allow in a path or a query, a '%' without two hexadecimal digits. The views point into `target`
/// or to static text.
[[nodiscard]] bool parse_target(std::string_view target, bool asterisk_allowed, target_parts& out);

/// uri-host [ ":" port ], not empty, without user information.
[[nodiscard]] bool is_authority(std::string_view text) noexcept;

}  // namespace todod::http
