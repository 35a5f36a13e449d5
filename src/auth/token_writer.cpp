// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/token_writer.hpp"

#include "models/base64url.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

namespace todod::auth {
namespace {

std::string hmac_sha256(std::string_view secret, std::string_view input) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned int length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(input.data());
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes, input.size(),
           mac.data(), &length) == nullptr) {
    throw std::runtime_error("OpenSSL cannot sign with HMAC-SHA256");
  }
  return {reinterpret_cast<const char*>(mac.data()), length};
}

}  // namespace

std::string write_token(std::string_view secret, const user_id& user, timestamp now,
                        std::chrono::seconds ttl, std::string_view issuer,
                        std::string_view audience) {
  const auto issued = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch();
  boost::json::object claims;
  claims["sub"] = user.text();
  claims["iat"] = issued.count();
  claims["exp"] = (issued + ttl).count();
  if (!issuer.empty()) claims["iss"] = boost::json::string_view(issuer.data(), issuer.size());
  if (!audience.empty()) {
    claims["aud"] = boost::json::string_view(audience.data(), audience.size());
  }
  auto token = base64url_encode(R"({"alg":"HS256","typ":"JWT"})");
  token += '.';
  token += base64url_encode(boost::json::serialize(claims));
  const auto signature = base64url_encode(hmac_sha256(secret, token));
  return token + '.' + signature;
}

}  // namespace todod::auth
