// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What an operator can set, typed. Loaded by load_settings (flags, else environment, else .env) at
// the start, and again at each reload.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace todod::config {

/// A secret does not print: text() is the only way out.
class secret {
 public:
  secret() = default;
  explicit secret(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  bool operator==(const secret&) const = default;

 private:
  std::string text_;
};

enum class log_format : std::uint8_t { text, json };
enum class log_level : std::uint8_t { debug, info, warn, error, off };

struct settings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::optional<std::string>
      sqlite_file;  ///< exactly one of the two is in force: see uses_postgres()
  secret postgres_url;
  std::filesystem::path data_dir;
  secret better_auth_secret;  ///< raw bytes; empty = none
  bool secret_was_generated =
      false;                   ///< it is the one kept in data_dir, so a first run may show a token
  bool secret_is_new = false;  ///< and was made just now
  std::string better_auth_url;
  std::string jwks_url;      ///< given, or derived from better_auth_url; empty = none
  std::string ca_file;       ///< SSL_CERT_FILE, as OpenSSL has it: who signs the key server's
  std::string ca_folder;     ///< SSL_CERT_DIR; empty = the system's
  std::string jwt_issuer;    ///< empty = not checked
  std::string jwt_audience;  ///< empty = not checked
  std::vector<std::string> cors_origins;
  std::uint32_t rate_limit = 100;  ///< per second and user; 0 = off
  std::size_t max_connections = 10'000;
  unsigned threads = 1;
  std::optional<std::uint16_t> metrics_port;
  config::log_level log_level = config::log_level::info;
  config::log_format log_format = config::log_format::json;
  std::chrono::seconds drain_delay{0};
  std::chrono::seconds drain{10};
  std::chrono::seconds request_timeout{30};
  std::chrono::seconds idle_timeout{75};

  [[nodiscard]] bool uses_postgres() const noexcept { return !postgres_url.empty(); }
};

}  // namespace todod::config
