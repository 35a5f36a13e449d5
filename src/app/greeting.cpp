// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/greeting.hpp"

#include "app/version.hpp"
#include "auth/token_writer.hpp"
#include "models/timestamp.hpp"
#include "models/user_id.hpp"

#include <fmt/format.h>

#include <chrono>

namespace todod::app {
namespace {

constexpr std::chrono::hours first_token_ttl{24};

std::string describe_tokens(const config::settings& settings) {
  if (settings.secret_was_generated) {
    return fmt::format(
        "HS256 under a secret made for you and kept in {} (BETTER_AUTH_SECRET is not set)",
        (settings.data_dir / "secret").string());
  }
  std::string text;
  if (!settings.better_auth_secret.empty()) text = "HS256/384/512 under BETTER_AUTH_SECRET";
  if (!settings.jwks_url.empty()) {
    text += fmt::format("{}the keys of {}", text.empty() ? "" : ", and ", settings.jwks_url);
  }
  return text;
}

std::string describe_cors(const config::settings& settings) {
  return settings.cors_origins.empty()
             ? "none (CORS_ORIGINS is not set: a page of another origin cannot call this server)"
             : fmt::format("{}", fmt::join(settings.cors_origins, ", "));
}

/// The page's link, which signs in, and two commands that create and list a task: each with a token
/// in it that works. A fragment stays in the browser: no server and no log ever sees it.
std::string first_steps(const config::settings& settings, const std::string& url) {
  const auto user = user_id::parse("demo");
  const auto token =
      auth::write_token(settings.better_auth_secret.text(), *user, system_clock().now(),
                        first_token_ttl, settings.jwt_issuer, settings.jwt_audience);
  return fmt::format(
      "\nOpen the page, signed in as \"demo\" for a day:\n\n"
      "  {1}/#token={0}\n\n"
      "Or try the API in another terminal (`todod token --user NAME` makes more tokens):\n\n"
      "  export TOKEN={0}\n"
      "  curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' \\\n"
      "       -d '{{\"title\":\"Buy milk\"}}' {1}/api/demo/tasks\n"
      "  curl -s -H \"Authorization: Bearer $TOKEN\" {1}/api/demo/tasks\n\n",
      token, url);
}

}  // namespace

std::string greeting(const config::settings& settings, const std::string& database_description,
                     const std::string& url) {
  const bool database_is_default =
      !settings.uses_postgres() &&
      settings.sqlite_file == (settings.data_dir / "todod.db").string();
  std::string text = fmt::format(
      "todod {}\n"
      "  database  {}{}\n"
      "  tokens    {}\n"
      "  origins   {}\n"
      "  page      {}/\n"
      "  API page  {}/docs\n",
      version, database_description, database_is_default ? " (DATABASE_URL is not set)" : "",
      describe_tokens(settings), describe_cors(settings), url, url);
  if (settings.secret_was_generated) text += first_steps(settings, url);
  return text;
}

}  // namespace todod::app
