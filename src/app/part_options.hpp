// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Settings -> what each part of the server takes.
#pragma once

#include "api/page_settings.hpp"
#include "auth/authenticator.hpp"
#include "config/settings.hpp"
#include "http/limits.hpp"
#include "observability/event_log.hpp"
#include "observability/metrics.hpp"

namespace todod::app {

[[nodiscard]] http::limits limits_of(const config::settings& settings);
[[nodiscard]] auth::policy token_rules_of(const config::settings& settings);
/// `prints_link`: somebody sees what a start prints, so the page may send people to the link there.
[[nodiscard]] api::page_settings page_of(const config::settings& settings, bool prints_link);
[[nodiscard]] observability::level level_of(config::log_level level) noexcept;
[[nodiscard]] observability::line_format format_of(config::log_format format) noexcept;
[[nodiscard]] bool logs_requests(const config::settings& settings) noexcept;
[[nodiscard]] observability::metrics_options metrics_options_of(const config::settings& settings);

}  // namespace todod::app
