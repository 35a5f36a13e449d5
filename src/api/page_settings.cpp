// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/page_settings.hpp"

#include <cassert>

namespace todod::api {
namespace {

std::string_view name_of(sign_in how) {
  switch (how) {
    case sign_in::link:
      return "link";
    case sign_in::better_auth:
      return "better_auth";
    case sign_in::token:
      return "token";
  }
  assert(!"a way to sign in without a name");
  return {};
}

/// Scheme, host and port of a URL (RFC 6454, section 4).
std::string_view origin_of(std::string_view url) {
  return url.substr(0, url.find('/', url.find("://") + 3));
}

}  // namespace

page_settings describe_page(sign_in how, std::string_view better_auth_base) {
  // No URL holds a quote or a backslash (RFC 3986, appendix A), nor a space, semicolon or comma
  // before its path: it can neither end a JSON string nor a directive.
  assert(better_auth_base.find_first_of("\"\\") == better_auth_base.npos);
  std::string document = R"({"sign_in":")" + std::string(name_of(how)) + R"(","auth_url":)";
  std::string policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
  if (better_auth_base.empty()) {
    document += "null}";
  } else {
    document += '"' + std::string(better_auth_base) + "\"}";
    policy += ' ' + std::string(origin_of(better_auth_base));
  }
  policy +=
      "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
      "require-trusted-types-for 'script'; trusted-types 'none'";
  return {.document = std::move(document), .security_policy = std::move(policy)};
}

}  // namespace todod::api
