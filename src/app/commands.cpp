// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/commands.hpp"

#include "api/embedded_pages.hpp"
#include "app/application.hpp"
#include "app/database_factory.hpp"
#include "app/greeting.hpp"
#include "app/health_request.hpp"
#include "app/quiet_observer.hpp"
#include "app/version.hpp"
#include "auth/token_writer.hpp"
#include "models/user_id.hpp"

#include <unistd.h>

#include <cstdio>
#include <string>

namespace todod::app {
namespace {

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

/// A terminal that closes sends SIGHUP, too: then the server ends with it.
read_settings rereader(const config::command_line& line) {
  if (isatty(STDIN_FILENO) == 1) return {};
  return [line]() -> std::expected<config::settings, std::vector<config::setting_fault>> {
    auto loaded = config::load_settings(line, config::surroundings_of_this_process());
    if (!loaded) return std::unexpected(std::move(loaded.error()));
    return std::move(loaded->values);
  };
}

int serve(const config::command_line& line, const config::settings& settings) {
  auto from = take_handover();
  // A supervisor keeps what is printed: no token is shown there.
  const bool for_people = !from.is_supervised();
  application server(settings, std::move(from));
  server.handle_signals(rereader(line));
  if (for_people) print(greeting(settings, server.database_description(), server.url()));
  server.start();
  print("listening on " + server.url() + "\n");
  return server.wait();
}

int migrate(const config::settings& settings) {
  quiet_observer events;
  const auto database = make_database(settings, events);
  const auto ran = database->migrate();
  for (const auto& name : ran)
    print("ran " + name + "\n");
  print(database->description() +
        (ran.empty() ? " has the newest schema already\n" : " has the newest schema now\n"));
  return 0;
}

int backup(const config::command_line& line, const config::settings& settings) {
  quiet_observer events;
  print(make_database(settings, events)->back_up(line.path) + "\n");
  return 0;
}

int restore(const config::command_line& line, const config::settings& settings) {
  quiet_observer events;
  print(make_database(settings, events)->restore(line.path) + "\n");
  return 0;
}

int token(const config::command_line& line, const config::settings& settings) {
  if (settings.better_auth_secret.empty()) {
    std::fputs(
        "todod: there is no shared secret to sign with: set BETTER_AUTH_SECRET (or "
        "BETTER_AUTH_SECRET_FILE), or start todod once without settings, which makes one\n",
        stderr);
    return config::exit_config;
  }
  const auto user = user_id::parse(line.token_user);
  if (!user) {
    std::fputs("todod: --user must be 1 to 255 bytes of UTF-8 without control characters\n",
               stderr);
    return config::exit_usage;
  }
  if (settings.secret_is_new) {
    std::fprintf(
        stderr,
        "todod: made a new secret in \"%s\": only a todod with this DATA_DIR takes the token\n",
        settings.data_dir.c_str());
  }
  print(auth::write_token(settings.better_auth_secret.text(), *user, system_clock().now(),
                          line.token_ttl, settings.jwt_issuer, settings.jwt_audience) +
        "\n");
  return 0;
}

int check(const config::loaded_settings& loaded) {
  print(config::describe_settings(loaded));
  quiet_observer events;
  const auto database = make_database(loaded.values, events);
  try {
    print("database: " + database->probe() + "\n");
    return 0;
  } catch (const std::exception& error) {
    print(std::string("database: ") + error.what() + "\n");
    return 1;
  }
}

int healthcheck(const config::settings& settings) {
  const auto answer = ask_readiness(settings.host, settings.port);
  print(answer.text + "\n");
  return answer.ready ? 0 : 1;
}

}  // namespace

std::optional<int> run_without_settings(const config::command_line& line) {
  switch (line.command) {
    case config::command::help:
      print(config::help_text());
      return 0;
    case config::command::version:
      print("todod " + std::string(version) + "\n");
      return 0;
    case config::command::openapi:
      print(std::string(api::openapi_document()));
      return 0;
    default:
      return std::nullopt;
  }
}

int run(const config::command_line& line, const config::loaded_settings& loaded) {
  switch (line.command) {
    case config::command::migrate:
      return migrate(loaded.values);
    case config::command::backup:
      return backup(line, loaded.values);
    case config::command::restore:
      return restore(line, loaded.values);
    case config::command::token:
      return token(line, loaded.values);
    case config::command::check:
      return check(loaded);
    case config::command::healthcheck:
      return healthcheck(loaded.values);
    default:
      return serve(line, loaded.values);
  }
}

}  // namespace todod::app
