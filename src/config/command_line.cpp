// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/command_line.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <ranges>

namespace todod::config {
namespace {

constexpr std::size_t user_max_bytes = 255;
constexpr std::chrono::seconds ttl_max = std::chrono::days{366};
constexpr std::string_view hint = "`todod --help` lists the commands and flags.\n";

struct command_info {
  config::command id;
  const char* name;
  const char* options;
  const char* meaning;
};
constexpr std::array<command_info, 10> commands{{
    {command::serve, "serve", "", "run the server (also what todod alone does)"},
    {command::migrate, "migrate", "", "bring the database to the newest schema, then end"},
    {command::backup, "backup", " PATH", "copy SQLite's file to PATH, also while the server runs"},
    {command::restore, "restore", " PATH", "put such a copy in the place of SQLite's file"},
    {command::token, "token", " --user ID [--ttl 1h]", "print a token under the shared secret"},
    {command::check, "check", "", "print the settings in force, and whether the database answers"},
    {command::healthcheck, "healthcheck", "", "ask a running server whether it is ready"},
    {command::openapi, "openapi", "", "print the API's contract (OpenAPI 3.1)"},
    {command::version, "version", "", "print the version"},
    {command::help, "help", "", "print the help"},
}};

bool takes_path(command id) {
  return id == command::backup || id == command::restore;
}

/// "90", "90s", "15m", "1h", "7d"; nothing if it is something else or not within 1 s .. ttl_max.
std::optional<std::chrono::seconds> parse_ttl(std::string_view text) {
  std::int64_t factor = 1;
  if (!text.empty()) {
    switch (text.back()) {
      case 's':
        break;
      case 'm':
        factor = 60;
        break;
      case 'h':
        factor = 3600;
        break;
      case 'd':
        factor = 86400;
        break;
      default:
        factor = 0;
    }
    if (factor != 0) text.remove_suffix(1);
  }
  if (factor == 0) factor = 1;  // no unit: seconds
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
  if (count < 1 || count > ttl_max.count() / factor) return {};
  return std::chrono::seconds{count * factor};
}

/// Arguments that CLI11 did not know, one line each.
std::string unknown_arguments(const std::vector<std::string>& arguments) {
  std::string lines;
  bool may_be_value = false;  // of an unknown flag: not named, it may be a secret
  for (const std::string& argument : arguments) {
    const bool is_flag = argument.starts_with('-');
    if (may_be_value && !is_flag) {
      may_be_value = false;
      continue;
    }
    const std::string name = argument.substr(0, std::min<std::size_t>(argument.find('='), 100));
    may_be_value = is_flag && name.size() == argument.size();
    if (name == "--database-url" || name == "--better-auth-secret") {
      // Other users of the machine see the arguments of every process.
      lines += fmt::format(
          "{0} does not exist, because a secret must not be a flag: set {1} in the environment, "
          "or give {0}-file PATH\n",
          name, name == "--database-url" ? "DATABASE_URL" : "BETTER_AUTH_SECRET");
    } else {
      lines += (is_flag ? "unknown flag: " : "unknown command or argument: ") + name + "\n";
    }
  }
  return lines;
}

class parser {
 public:
  parser() {
    app_.set_help_flag();
    app_.allow_extras();
    app_.fallthrough();
    app_.require_subcommand(0, 1);
    app_.add_flag("-h,--help", wants_help_);
    app_.add_flag("-V,--version", wants_version_);
    app_.add_option("--env-file", env_file_);
    for (const setting_info& info : setting_table()) {
      app_.add_option(flag_of(info), values_[info.id]);
    }
    for (const command_info& info : commands) {
      CLI::App* sub = app_.add_subcommand(info.name);
      sub->set_help_flag();
      sub->allow_extras();
      sub->fallthrough();
      if (info.id == command::token) {
        sub->add_option("--user", user_);
        sub->add_option("--ttl", ttl_);
      }
      if (takes_path(info.id)) sub->add_option("PATH", path_);
    }
  }

  std::expected<command_line, std::string> parse(std::span<const std::string> arguments) {
    std::vector<std::string> reversed;  // as CLI11 wants it
    for (const std::string& argument : std::ranges::reverse_view(arguments)) {
      if (argument.starts_with("--") && argument.find('=') == argument.size() - 1) {
        reversed.emplace_back();  // "--flag=": CLI11 takes an empty value as a word only
        reversed.push_back(argument.substr(0, argument.size() - 1));
      } else {
        reversed.push_back(argument);
      }
    }
    try {
      app_.parse(reversed);
    } catch (const CLI::ParseError& error) {
      return std::unexpected(std::string(error.what()) + "\n" + std::string(hint));
    }
    if (wants_help_) return command_line{.command = command::help};
    if (wants_version_) return command_line{.command = command::version};
    std::string faults = unknown_arguments(app_.remaining(true));
    command_line result;
    result.env_file = env_file_;
    for (const command_info& info : commands) {
      if (app_.got_subcommand(info.name)) result.command = info.id;
    }
    if (result.command == command::token) faults += read_token_options(result);
    if (takes_path(result.command)) faults += read_path(result);
    if (!faults.empty()) return std::unexpected(faults + std::string(hint));
    for (const setting_info& info : setting_table()) {
      if (app_.count(flag_of(info)) != 0) result.flags.push_back({info.id, values_[info.id]});
    }
    return result;
  }

 private:
  std::string read_token_options(command_line& result) {
    std::string faults;
    if (user_.empty() || user_.size() > user_max_bytes) {
      faults += "token: --user ID is needed, with 1 to 255 bytes\n";
    }
    result.token_user = user_;
    if (const auto ttl = parse_ttl(ttl_)) {
      result.token_ttl = *ttl;
    } else {
      faults += "token: --ttl takes a duration of 1s to 366d, such as 90s, 15m, 1h or 7d\n";
    }
    return faults;
  }

  std::string read_path(command_line& result) {
    result.path = path_;
    return path_.empty() ? "PATH is needed: todod backup PATH, todod restore PATH\n" : "";
  }

  CLI::App app_{"", "todod"};
  bool wants_help_ = false;
  bool wants_version_ = false;
  std::string env_file_;
  std::string user_;
  std::string ttl_ = "1h";
  std::string path_;
  std::map<setting, std::string> values_;
};

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  result.resize(std::max(result.size() + 2, width), ' ');
  return result;
}

}  // namespace

std::expected<command_line, std::string> parse_command_line(
    std::span<const std::string> arguments) {
  return parser().parse(arguments);
}

std::string help_text() {
  std::string text =
      "todod: a server for personal todo apps (REST and JWT in, SQLite or PostgreSQL below)\n\n"
      "Usage: todod [COMMAND] [FLAGS]\n\nCommands:\n";
  for (const command_info& info : commands) {
    text += "  " + padded(std::string(info.name) + info.options, 30) + info.meaning + "\n";
  }
  std::string_view group;
  for (const setting_info& info : setting_table()) {
    if (info.group != group) {
      group = info.group;
      text += "\n" + std::string(group) + ":\n";
    }
    const std::string value(info.is_secret ? "PATH" : info.placeholder);
    text += "  " + padded(flag_of(info) + " " + value, 34) + std::string(info.name) +
            (info.is_secret ? " (or a file with it)" : "") + "\n";
    text += "      " + std::string(info.meaning) + "\n";
    text += "      default: " + std::string(info.default_text) + "\n";
  }
  text +=
      "\nEach flag is also the variable named beside it: flags win over the environment, and that\n"
      "over a file .env in the working folder, or the one that --env-file PATH names. An empty\n"
      "variable counts as not set. Secrets are never flags; NAME_FILE names a file that holds "
      "NAME.\n"
      "SIGHUP makes a running server read all of it again; it says in its log which new values it\n"
      "has taken over and which need a restart. Bad ones change nothing.\n\n"
      "Exit codes: 0 done; 1 failed while starting or running; 64 unknown command or flag;\n"
      "78 a bad setting (every one is listed).\n";
  return text;
}

}  // namespace todod::config
