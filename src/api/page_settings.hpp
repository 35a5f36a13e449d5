// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the todo page is told about this server: how people sign in. Made once from the settings by
// the composition root, then const and shared by all threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace todod::api {

/// Where the page's token comes from.
enum class sign_in : std::uint8_t {
  link,         ///< the URL that `todod serve` printed has it in its fragment
  better_auth,  ///< a Better Auth server gives it to whoever signs in
  token,        ///< from elsewhere: the page asks for it
};

struct page_settings {
  std::string document;         ///< /app/config.json
  std::string security_policy;  ///< Content-Security-Policy of the page
};

/// `better_auth_base` is where Better Auth's endpoints are (http or https, without query), empty if
/// there is none; its origin is the only one besides the page's own that the page may ask.
[[nodiscard]] page_settings describe_page(sign_in how, std::string_view better_auth_base);

}  // namespace todod::api
