// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/jwk_set.hpp"

#include "models/base64url.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <openssl/core_names.h>

#include <bit>

namespace todod::auth {
namespace {

namespace json = boost::json;

std::optional<std::string_view> text_of(const json::object& key, json::string_view name) {
  const auto* member = key.if_contains(name);
  if (member == nullptr || !member->is_string()) return std::nullopt;
  const auto& text = member->get_string();
  return std::string_view{text.data(), text.size()};
}

std::optional<std::string> bytes_of(const json::object& key, json::string_view name) {
  const auto text = text_of(key, name);
  return text ? base64url_decode(*text) : std::nullopt;
}

pkey_ptr make_ed25519(const json::object& key) {
  const auto x = bytes_of(key, "x");
  if (!x || x->size() != 32) return nullptr;
  return pkey_ptr(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, as_bytes(x->data()), x->size()));
}

pkey_ptr make_from(const char* type, OSSL_PARAM* parameters) {
  const pkey_ctx_ptr context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
  EVP_PKEY* made = nullptr;
  if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters) != 1) {
    return nullptr;
  }
  return pkey_ptr(made);
}

struct curve {
  std::string_view name;
  const char* group;
  key_kind kind;
  std::size_t coordinate_bytes;
};

constexpr curve curves[] = {{"P-256", "prime256v1", key_kind::p256, 32},
                            {"P-384", "secp384r1", key_kind::p384, 48},
                            {"P-521", "secp521r1", key_kind::p521, 66}};

pkey_ptr make_ec(const json::object& key, const curve& on) {
  const auto x = bytes_of(key, "x");
  const auto y = bytes_of(key, "y");
  if (!x || !y || x->size() != on.coordinate_bytes || y->size() != on.coordinate_bytes) {
    return nullptr;
  }
  std::string point = "\x04" + *x + *y;  // uncompressed, SEC 1 section 2.3.3
  std::string group = on.group;
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
      OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
      OSSL_PARAM_construct_end()};
  auto made = make_from("EC", parameters);
  if (!made) return nullptr;
  const pkey_ctx_ptr check(EVP_PKEY_CTX_new_from_pkey(nullptr, made.get(), nullptr));
  // The point is on the curve and not its neutral element: RFC 8725 section 3.4.
  if (!check || EVP_PKEY_public_check(check.get()) != 1) return nullptr;
  return made;
}

/// The number without leading zeros.
std::optional<std::string> number_of(const json::object& key, json::string_view name) {
  auto bytes = bytes_of(key, name);
  if (bytes) bytes->erase(0, bytes->find_first_not_of('\0'));
  return bytes;
}

pkey_ptr make_rsa(const json::object& key) {
  const auto n = number_of(key, "n");
  const auto e = number_of(key, "e");
  if (!n || !e || n->empty() || e->empty()) return nullptr;
  const auto top = static_cast<unsigned char>(n->front());
  const auto bits = (n->size() - 1) * 8 + static_cast<std::size_t>(std::bit_width(top));
  const bool odd = (n->back() & 1) != 0 && (e->back() & 1) != 0;
  if (bits < jwk_set::rsa_bits_min || bits > jwk_set::rsa_bits_max || !odd) return nullptr;
  if (e->size() > jwk_set::rsa_exponent_max_bytes || *e == "\x01") return nullptr;
  const bignum_ptr modulus(BN_bin2bn(as_bytes(n->data()), static_cast<int>(n->size()), nullptr));
  const bignum_ptr exponent(BN_bin2bn(as_bytes(e->data()), static_cast<int>(e->size()), nullptr));
  const param_bld_ptr builder(OSSL_PARAM_BLD_new());
  if (!modulus || !exponent || !builder ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()) != 1) {
    return nullptr;
  }
  const param_ptr parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  return parameters ? make_from("RSA", parameters.get()) : nullptr;
}

/// RFC 7517 sections 4.2 and 4.3: where a key says what it is for, it must be for this.
bool is_for_verifying(const json::object& key) {
  if (const auto* use = key.if_contains("use"); use != nullptr && *use != "sig") return false;
  const auto* operations = key.if_contains("key_ops");
  if (operations == nullptr) return true;
  const auto* list = operations->if_array();
  if (list == nullptr) return false;
  for (const auto& operation : *list) {
    if (operation == "verify") return true;
  }
  return false;
}

/// Kind and key by kty and crv; an empty key if there is none that we can use.
public_key make_key(const json::object& key) {
  const auto type = text_of(key, "kty");
  const auto crv = text_of(key, "crv");
  public_key made;
  if (type == "OKP" && crv == "Ed25519") {
    made.kind = key_kind::ed25519;
    made.key = make_ed25519(key);
  } else if (type == "RSA") {
    made.kind = key_kind::rsa;
    made.key = make_rsa(key);
  } else if (type == "EC") {
    for (const auto& known : curves) {
      if (crv != known.name) continue;
      made.kind = known.kind;
      made.key = make_ec(key, known);
    }
  }
  return made;
}

std::optional<public_key> read_key(const json::value& element) {
  const auto* key = element.if_object();
  if (key == nullptr || !is_for_verifying(*key)) return std::nullopt;
  std::optional<std::string> kid;
  if (key->contains("kid")) {
    const auto text = text_of(*key, "kid");
    if (!text) return std::nullopt;
    kid.emplace(*text);
  }
  auto made = make_key(*key);
  if (!made.key) return std::nullopt;
  made.kid = std::move(kid);
  if (key->contains("alg")) {
    const auto name = text_of(*key, "alg");
    made.only_for = name ? algorithm_named(*name) : std::nullopt;
    if (!made.only_for || !made.usable_for(*made.only_for)) return std::nullopt;
  }
  return made;
}

}  // namespace

std::expected<jwk_set, std::string_view> jwk_set::parse(std::string_view document) {
  const clean_error_queue clean;
  boost::system::error_code error;
  const auto root = json::parse({document.data(), document.size()}, error);
  if (error) return std::unexpected("it is not JSON");
  const auto* members = root.if_object();
  const auto* list = members != nullptr ? members->if_contains("keys") : nullptr;
  if (list == nullptr || !list->is_array()) {
    return std::unexpected("it is not an object with a list of keys");
  }
  jwk_set set;
  for (const auto& element : list->get_array()) {
    auto key = set.keys_.size() < keys_max ? read_key(element) : std::nullopt;
    if (key) {
      set.keys_.push_back(std::move(*key));
    } else {
      ++set.unusable_;
    }
  }
  return set;
}

}  // namespace todod::auth
