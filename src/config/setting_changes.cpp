// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/setting_changes.hpp"

namespace todod::config {
namespace {

/// Calls `with` with the member of `settings` that holds the setting.
template <class Result, class With>
Result visit(setting id, With&& with) {
  switch (id) {
    case setting::host:
      return with(&settings::host);
    case setting::port:
      return with(&settings::port);
    case setting::cors_origins:
      return with(&settings::cors_origins);
    case setting::database_url:
      return with(&settings::postgres_url, &settings::sqlite_file);
    case setting::data_dir:
      return with(&settings::data_dir);
    case setting::better_auth_secret:
      return with(&settings::better_auth_secret);
    case setting::better_auth_url:
      return with(&settings::better_auth_url);
    case setting::jwks_url:
      return with(&settings::jwks_url);
    case setting::jwks_allow_http:
      return with();  // it judges the two above, and has no value of its own
    case setting::jwt_issuer:
      return with(&settings::jwt_issuer);
    case setting::jwt_audience:
      return with(&settings::jwt_audience);
    case setting::rate_limit:
      return with(&settings::rate_limit);
    case setting::max_connections:
      return with(&settings::max_connections);
    case setting::threads:
      return with(&settings::threads);
    case setting::request_timeout:
      return with(&settings::request_timeout);
    case setting::idle_timeout:
      return with(&settings::idle_timeout);
    case setting::drain_delay:
      return with(&settings::drain_delay);
    case setting::drain_seconds:
      return with(&settings::drain);
    case setting::metrics_port:
      return with(&settings::metrics_port);
    case setting::log_level:
      return with(&settings::log_level);
    case setting::log_format:
      return with(&settings::log_format);
  }
  return with();
}

}  // namespace

std::vector<setting> changed_settings(const settings& before, const settings& after) {
  std::vector<setting> changed;
  for (const setting_info& info : setting_table()) {
    const bool differs = visit<bool>(
        info.id, [&](auto... member) { return ((before.*member != after.*member) || ...); });
    if (differs) changed.push_back(info.id);
  }
  return changed;
}

settings with_reloaded(settings in_force, const settings& fresh) {
  for (const setting_info& info : setting_table()) {
    if (!info.on_reload) continue;
    visit<void>(info.id, [&](auto... member) { ((in_force.*member = fresh.*member), ...); });
  }
  return in_force;
}

}  // namespace todod::config
