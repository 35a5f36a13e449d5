// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/key_source.hpp"

namespace todod::auth {

std::string jwks_url_of(std::string_view better_auth_url) {
  constexpr std::string_view separator = "://";
  const auto scheme = better_auth_url.find(separator);
  const auto host = scheme == std::string_view::npos ? 0 : scheme + separator.size();
  while (better_auth_url.size() > host && better_auth_url.ends_with('/')) {
    better_auth_url.remove_suffix(1);
  }
  std::string url(better_auth_url);
  if (better_auth_url.find('/', host) == std::string_view::npos) url += "/api/auth";
  return url + "/jwks";
}

}  // namespace todod::auth
