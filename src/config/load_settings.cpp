// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/load_settings.hpp"

#include "config/kept_secret.hpp"
#include "config/setting_sources.hpp"
#include "config/setting_values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace todod::config {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t text_max_bytes = 1024;
constexpr std::size_t shown_max_bytes = 100;

std::string_view described(setting_source source) {
  switch (source) {
    case setting_source::flag:
      return "given as a flag";
    case setting_source::environment:
      return "from the environment";
    case setting_source::dotenv:
      return "from .env";
    default:
      return "";
  }
}

/// Printable ASCII as it is, the rest escaped: a value is shown on a terminal.
std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text.substr(0, shown_max_bytes)) {
    const auto byte = static_cast<unsigned char>(c);
    result += byte >= 0x20 && byte < 0x7f ? std::string(1, c) : fmt::format("\\x{:02x}", byte);
  }
  return result + (text.size() > shown_max_bytes ? "\"..." : "\"");
}

class loader {
 public:
  loader(const command_line& given, const surroundings& around)
      : command_(given.command), around_(around), sources_(given, around, faults_) {}

  std::expected<loaded_settings, std::vector<setting_fault>> load() {
    read_listening();
    read_limits();
    read_watching();
    read_token_rules();
    read_data();
    read_secret();
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    auto shown = effective();
    return loaded_settings{.values = std::move(to_), .effective = std::move(shown)};
  }

 private:
  /// Whether this command keeps something in the data folder where that is needed.
  [[nodiscard]] bool may_write() const {
    return command_ == command::serve || command_ == command::migrate ||
           command_ == command::restore || command_ == command::token;
  }
  [[nodiscard]] bool needs_keys() const {
    return command_ == command::serve || command_ == command::check || command_ == command::token;
  }

  void fault(setting id, std::string_view allowed) {
    const setting_info& info = info_of(id);
    const found_setting* found = sources_.find(id);
    std::string name(info.name);
    std::string given;
    if (found && info.is_secret) {
      given = fmt::format("the value {} (not shown)",
                          found->file.empty() ? described(found->source) : "of its file");
    } else if (found) {
      given = fmt::format("{} {}", in_quotes(found->text), described(found->source));
    }
    faults_.push_back(
        {name, fmt::format("{}: {} is not allowed; it must be {}", name, given, allowed)});
  }
  void problem(setting id, std::string_view text) {
    const std::string name(info_of(id).name);
    faults_.push_back({name, fmt::format("{}: {}", name, text)});
  }

  /// The value if the setting is given and good; a fault if it is bad.
  template <class Parse>
  auto read(setting id, Parse&& parse) -> std::optional<typename decltype(parse(""))::value_type> {
    const found_setting* found = sources_.find(id);
    if (!found) return std::nullopt;
    auto value = parse(std::string_view(found->text));
    if (value) return std::move(*value);
    fault(id, value.error());
    return std::nullopt;
  }
  template <class Number>
  void read_number(setting id, std::uint64_t min, std::uint64_t max, Number& to) {
    if (const auto n = read(id, [&](auto text) { return parse_number(text, min, max); })) {
      to = static_cast<Number>(*n);
    }
  }
  void read_seconds(setting id, std::uint64_t min, std::uint64_t max, std::chrono::seconds& to) {
    auto count = static_cast<std::uint64_t>(to.count());
    read_number(id, min, max, count);
    to = std::chrono::seconds{static_cast<std::int64_t>(count)};
  }

  void read_listening() {
    if (auto host = read(setting::host, parse_host)) to_.host = std::move(*host);
    read_number(setting::port, 0, 65535, to_.port);
    if (auto list = read(setting::cors_origins, parse_origins)) to_.cors_origins = std::move(*list);
  }

  void read_limits() {
    to_.threads = std::max(1u, around_.cores / 2);
    read_number(setting::rate_limit, 0, 1'000'000, to_.rate_limit);
    read_number(setting::max_connections, 1, 1'000'000, to_.max_connections);
    read_number(setting::threads, 1, 256, to_.threads);
    read_seconds(setting::request_timeout, 1, 3600, to_.request_timeout);
    read_seconds(setting::idle_timeout, 1, 86400, to_.idle_timeout);
    read_seconds(setting::drain_delay, 0, 3600, to_.drain_delay);
    read_seconds(setting::drain_seconds, 0, 3600, to_.drain);
  }

  void read_watching() {
    if (sources_.find(setting::metrics_port)) {
      std::uint16_t port = 0;
      read_number(setting::metrics_port, 0, 65535, port);
      to_.metrics_port = port;
      if (port != 0 && port == to_.port) {
        problem(setting::metrics_port, "it is the same as PORT; metrics need a port of their own");
      }
    }
    to_.log_format = around_.stderr_is_terminal ? log_format::text : log_format::json;
    if (const auto level = read(setting::log_level, parse_log_level)) to_.log_level = *level;
    if (const auto format = read(setting::log_format, parse_log_format)) to_.log_format = *format;
  }

  std::string read_text(setting id) {
    auto text = read(id, [](std::string_view value) -> parsed<std::string> {
      const bool control =
          std::ranges::any_of(value, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
      if (control || value.size() > text_max_bytes) {
        return std::unexpected(
            fmt::format("at most {} bytes without control characters", text_max_bytes));
      }
      return std::string(value);
    });
    return text.value_or("");
  }

  void read_token_rules() {
    const bool any_http = read(setting::jwks_allow_http, parse_switch).value_or(false);
    auto jwks =
        read(setting::jwks_url, [&](auto text) { return parse_web_url(text, any_http, true); });
    // Nothing is fetched from BETTER_AUTH_URL itself where JWKS_URL is given.
    const bool unused = sources_.find(setting::jwks_url) != nullptr;
    auto better_auth = read(setting::better_auth_url, [&](auto text) {
      return parse_web_url(text, any_http || unused, false);
    });
    to_.better_auth_url = std::move(better_auth).value_or("");
    to_.jwks_url = std::move(jwks).value_or("");
    if (to_.jwks_url.empty() && !unused && !to_.better_auth_url.empty()) {
      to_.jwks_url = key_set_url(to_.better_auth_url);
    }
    to_.ca_file = around_.variable("SSL_CERT_FILE").value_or("");
    to_.ca_folder = around_.variable("SSL_CERT_DIR").value_or("");
    to_.jwt_issuer = read_text(setting::jwt_issuer);
    to_.jwt_audience = read_text(setting::jwt_audience);
  }

  /// Empty if there is none: DATA_DIR must then be set, if anything is to be kept.
  fs::path default_data_dir() const {
    const auto base = around_.variable("XDG_DATA_HOME");
    if (base && base->starts_with('/')) return fs::path(*base) / "todod";
    const auto home = around_.variable("HOME");
    if (home && home->starts_with('/')) return fs::path(*home) / ".local/share/todod";
    return around_.is_root ? fs::path("/var/lib/todod") : fs::path();
  }

  void read_data() {
    if (const found_setting* dir = sources_.find(setting::data_dir)) {
      to_.data_dir = around_.working_folder / dir->text;
    } else {
      to_.data_dir = default_data_dir();
    }
    if (auto choice = read(setting::database_url, parse_database_url)) {
      to_.postgres_url = secret(std::move(choice->postgres_url));
      if (!choice->sqlite_file.empty()) to_.sqlite_file = std::move(choice->sqlite_file);
    } else if (!sources_.find(setting::database_url) &&
               !sources_.is_broken(setting::database_url)) {
      to_.sqlite_file = (to_.data_dir / "todod.db").string();
      if (command_ != command::token && command_ != command::healthcheck) need_data_dir();
    }
  }

  /// Something is kept in the data folder: it must be there.
  bool need_data_dir() {
    if (data_dir_checked_) return data_dir_usable_;
    data_dir_checked_ = true;
    if (to_.data_dir.empty()) {
      problem(setting::data_dir,
              "there is no default because HOME is not set; set it to a folder for todod's data");
      return false;
    }
    if (may_write()) {
      if (const auto made = make_private_folder(to_.data_dir); !made) {
        problem(setting::data_dir,
                made.error() + "; set it to a folder that this user may write to");
        return false;
      }
    }
    return data_dir_usable_ = true;
  }

  void read_secret() {
    if (const found_setting* given = sources_.find(setting::better_auth_secret)) {
      if (given->text.size() < secret_min_bytes) {
        fault(setting::better_auth_secret,
              fmt::format("at least {} bytes long; `openssl rand -hex 32` makes a good one",
                          secret_min_bytes));
      } else if (given->text.size() > 4096) {
        fault(setting::better_auth_secret, "at most 4096 bytes long");
      }
      to_.better_auth_secret = secret(given->text);
      return;
    }
    const bool key_set =
        sources_.find(setting::jwks_url) || sources_.find(setting::better_auth_url);
    if (sources_.is_broken(setting::better_auth_secret) || key_set || !needs_keys()) {
      if (command_ == command::token && key_set) {
        problem(setting::better_auth_secret, "`todod token` needs it; it is not set");
      }
      return;
    }
    if (!is_loopback(to_.host)) {
      problem(setting::better_auth_secret,
              fmt::format("it is not set, and nothing else says whose tokens to accept; because "
                          "HOST={} can be reached by others, set it to the secret of Better Auth "
                          "(at least {} bytes), or set BETTER_AUTH_URL or JWKS_URL",
                          to_.host, secret_min_bytes));
      return;
    }
    use_kept_secret();
  }

  void use_kept_secret() {
    if (!need_data_dir()) return;
    auto kept = read_kept_secret(to_.data_dir);
    if (!kept) return problem(setting::better_auth_secret, kept.error());
    if (!*kept && may_write()) {
      auto made = read_or_make_secret(to_.data_dir);
      if (!made) return problem(setting::better_auth_secret, made.error());
      *kept = std::move(*made);
      to_.secret_is_new = true;
    }
    to_.better_auth_secret = secret(std::move(*kept).value_or(""));
    to_.secret_was_generated = true;
  }

  [[nodiscard]] std::vector<effective_setting> effective() const;

  command command_;
  const surroundings& around_;
  std::vector<setting_fault> faults_;
  setting_sources sources_;
  settings to_;
  bool data_dir_checked_ = false;
  bool data_dir_usable_ = false;
};

std::vector<effective_setting> loader::effective() const {
  std::vector<effective_setting> list;
  for (const setting_info& info : setting_table()) {
    const found_setting* found = sources_.find(info.id);
    effective_setting shown{.id = info.id, .value = std::string(info.default_text)};
    if (found) {
      shown.source = found->source;
      shown.value = info.is_secret ? "***" : found->text;
      if (!found->file.empty()) shown.value += " in " + found->file;
    }
    switch (info.id) {
      case setting::database_url:
        if (to_.uses_postgres()) {
          shown.value = mask_database_url(to_.postgres_url.text());
        } else {
          shown.value = "sqlite:" + *to_.sqlite_file;
        }
        break;
      case setting::data_dir:
        shown.value = to_.data_dir.string();
        break;
      case setting::better_auth_secret:
        if (to_.secret_was_generated) {
          const std::string file = (to_.data_dir / kept_secret_name).string();
          shown.value =
              to_.better_auth_secret.empty() ? "(will be made in " + file + ")" : "*** in " + file;
          shown.source = setting_source::generated;
        } else if (!found) {
          shown.value = "(none)";
        }
        break;
      case setting::jwks_url:
        if (!found && !to_.jwks_url.empty()) shown.value = to_.jwks_url;
        break;
      case setting::threads:
        shown.value = std::to_string(to_.threads);
        break;
      case setting::log_format:
        shown.value = to_.log_format == log_format::text ? "text" : "json";
        break;
      default:
        break;
    }
    list.push_back(std::move(shown));
  }
  return list;
}

}  // namespace

std::expected<loaded_settings, std::vector<setting_fault>> load_settings(
    const command_line& given, const surroundings& around) {
  return loader(given, around).load();
}

}  // namespace todod::config
