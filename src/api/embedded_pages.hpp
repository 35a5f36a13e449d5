// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What the binary carries of the web: the todo page, the API's document and the page that shows it.
// All of it is static: made by the build (openapi/, web/, tools/build_web), alive as long as the
// process, readable from any thread.
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace todod::api {

/// Which page a file belongs to, and so which policy it is sent with.
enum class page_family : std::uint8_t { docs, app };
enum class page_coding : std::uint8_t { identity, gzip };

/// One file and where it is served. Each is stored compressed only (RFC 1952). A strong tag stands
/// for bytes, so each coding has its own (RFC 9110, section 8.8.3.3).
struct page {
  std::string_view path;          ///< "/", "/docs", "/docs/init.js", ...; no other trailing slash
  std::string_view content_type;  ///< as the header says it
  std::string_view gzip;          ///< the body for Content-Encoding: gzip
  std::int64_t gzip_tag = 0;      ///< the number of its entity_tag
  std::int64_t identity_tag = 0;  ///< that of the content without coding
  page_family family = page_family::docs;
};

/// /, /openapi.json, /docs and all that the pages load.
[[nodiscard]] std::span<const page> embedded_pages();

/// openapi/openapi.json, byte for byte: what `todod openapi` prints.
[[nodiscard]] std::string_view openapi_document();

/// The content of `from`, for a client that does not take gzip; equals what was compressed.
/// The reason in words if the embedded bytes are damaged (a defect of the build).
[[nodiscard]] std::expected<std::string, std::string> inflate_page(const page& from);

/// Whether a client takes gzip, by its Accept-Encoding (RFC 9110, section 12.5.3): named, or met by
/// "*", with a weight above zero.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Content-Security-Policy of /docs: the least with which Swagger UI renders, measured in Chromium.
/// Its style sheet holds images as data: URLs; "Try it out" and the document need connect-src.
inline constexpr std::string_view docs_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace todod::api
