// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Any bytes as a token, and any header and claims under a good signature: what is accepted was
// signed under the secret, names HS*, has a user, and is accepted again out of the cache.
//
//   'r' token            as it is
//   's' header LF claims signed with HS256
#include "auth/authenticator.hpp"
#include "models/base64url.hpp"

#include <openssl/hmac.h>

#include <cstdint>
#include <cstdlib>

namespace {

using namespace todod;

constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";
const timestamp now{std::chrono::seconds{1'800'000'000}};

void check(bool holds) {
  if (!holds) std::abort();
}

std::string hmac(const EVP_MD* digest, std::string_view input) {
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  HMAC(digest, secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(input.data()), input.size(), mac, &length);
  return {reinterpret_cast<char*>(mac), length};
}

std::string token_of(std::string_view text) {
  const bool sign = text.starts_with('s');
  text.remove_prefix(1);
  if (!sign) return std::string(text);
  const auto end = std::min(text.find('\n'), text.size());
  const auto claims = text.substr(std::min(end + 1, text.size()));
  const auto input = base64url_encode(text.substr(0, end)) + '.' + base64url_encode(claims);
  return input + '.' + base64url_encode(hmac(EVP_sha256(), input));
}

bool is_signed(std::string_view token) {
  const auto dot = token.rfind('.');
  if (dot == std::string_view::npos) return false;
  const auto input = token.substr(0, dot);
  for (const auto* digest : {EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
    if (base64url_encode(hmac(digest, input)) == token.substr(dot + 1)) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto token = token_of({reinterpret_cast<const char*>(data), size});
  auth::authenticator judge({std::string(secret), {}, {}}, nullptr);
  const auto first = judge.verify(token, now);
  check(!first.needs_keys());  // there is no key set to wait for
  if (first.refused) {
    check(first.user == nullptr && !auth::describe(*first.refused).empty());
    check(judge.verify(token, now).refused == first.refused);
    return 0;
  }
  check(is_signed(token));
  check(token.size() <= auth::token_max_bytes);
  const auto user = *first.user;
  check(!user.text().empty() && user.text().size() <= user_id::length_max_bytes);
  const auto again = judge.verify(token, now);
  check(again.user != nullptr && *again.user == user);
  check(judge.verify(token, timestamp::max()).refused == auth::refusal::expired);
  return 0;
}
