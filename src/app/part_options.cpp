// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/part_options.hpp"

#include "api/routes.hpp"
#include "app/this_process.hpp"
#include "app/version.hpp"
#include "config/setting_values.hpp"
#include "http/request.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace todod::app {
namespace {

std::vector<std::string> route_templates() {
  std::vector<std::string> templates;
  for (const auto& route : api::routes())
    templates.emplace_back(route.pattern);
  return templates;
}

std::vector<std::string> method_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < http::method_count; ++i) {
    names.emplace_back(http::to_string(static_cast<http::method>(i)));
  }
  return names;
}

}  // namespace

http::limits limits_of(const config::settings& settings) {
  http::limits limits;
  limits.request_timeout = settings.request_timeout;
  limits.head_timeout =
      std::min<std::chrono::milliseconds>(limits.head_timeout, settings.request_timeout);
  limits.idle_timeout = settings.idle_timeout;
  limits.connections_max = make_room_for(settings.max_connections);
  return limits;
}

auth::policy token_rules_of(const config::settings& settings) {
  const auto unless_empty = [](const std::string& text) {
    return text.empty() ? std::optional<std::string>{} : text;
  };
  return {.secret = settings.better_auth_secret.text(),
          .issuer = unless_empty(settings.jwt_issuer),
          .audience = unless_empty(settings.jwt_audience)};
}

api::page_settings page_of(const config::settings& settings, bool prints_link) {
  if (!settings.better_auth_url.empty()) {
    return api::describe_page(api::sign_in::better_auth,
                              config::better_auth_base(settings.better_auth_url));
  }
  const bool by_link = prints_link && settings.secret_was_generated;
  return api::describe_page(by_link ? api::sign_in::link : api::sign_in::token, {});
}

observability::level level_of(config::log_level level) noexcept {
  return static_cast<observability::level>(level);
}

observability::line_format format_of(config::log_format format) noexcept {
  return format == config::log_format::text ? observability::line_format::text
                                            : observability::line_format::json;
}

bool logs_requests(const config::settings& settings) noexcept {
  return settings.log_level <= config::log_level::info;
}

observability::metrics_options metrics_options_of(const config::settings& settings) {
  return {.version = std::string(version),
          .database = settings.uses_postgres() ? "postgresql" : "sqlite",
          .routes = route_templates(),
          .methods = method_names()};
}

}  // namespace todod::app
