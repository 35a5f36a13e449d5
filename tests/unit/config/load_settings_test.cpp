// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/load_settings.hpp"

#include "unit/config/private_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

namespace todod::config {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const std::string secret_text = "0123456789abcdef0123456789abcdef";

command_line with_flag(setting id, std::string text) {
  command_line given;
  given.flags.push_back({id, std::move(text)});
  return given;
}
command_line with_command(command what) {
  command_line given;
  given.command = what;
  return given;
}

TEST(LoadSettings, WithNothingGivenServesSqliteOnLoopback) {
  const settings_fixture given;
  const settings got = given.good();
  EXPECT_EQ(got.host, "127.0.0.1");
  EXPECT_EQ(got.port, 8080);
  EXPECT_EQ(got.data_dir, given.folder.path() / ".local/share/todod");
  EXPECT_EQ(got.sqlite_file, (got.data_dir / "todod.db").string());
  EXPECT_FALSE(got.uses_postgres());
  EXPECT_TRUE(got.secret_was_generated);
  EXPECT_EQ(got.better_auth_secret.text().size(), 64u);
  EXPECT_EQ(got.rate_limit, 100u);
  EXPECT_EQ(got.max_connections, 10'000u);
  EXPECT_EQ(got.threads, 4u);
  EXPECT_FALSE(got.metrics_port);
  EXPECT_EQ(got.log_level, log_level::info);
  EXPECT_EQ(got.log_format, log_format::json);
  EXPECT_EQ(got.drain.count(), 10);
  EXPECT_EQ(got.request_timeout.count(), 30);
  EXPECT_EQ(got.idle_timeout.count(), 75);
  EXPECT_TRUE(got.cors_origins.empty());
  EXPECT_TRUE(got.jwks_url.empty());
}

TEST(LoadSettings, TheFileOfTheFlagStandsForDotenv) {
  settings_fixture given;
  given.folder.write(".env", "PORT=1\n");
  given.folder.write("todod.env", "RATE_LIMIT=5\n");
  command_line line;
  line.env_file = "todod.env";
  EXPECT_EQ(given.good(line).port, 8080);
  EXPECT_EQ(given.good(line).rate_limit, 5u);
  line.env_file = "missing.env";
  EXPECT_THAT(given.faults(line), HasSubstr("missing.env: the file cannot be read"));
}

TEST(LoadSettings, DefaultsFollowTheMachine) {
  settings_fixture given;
  given.cores = 1;
  given.terminal = true;
  EXPECT_EQ(given.good().threads, 1u);
  EXPECT_EQ(given.good().log_format, log_format::text);
}

TEST(LoadSettings, FlagsWinOverTheEnvironmentAndThatOverDotenv) {
  settings_fixture given;
  given.folder.write(".env", "PORT=1\nTHREADS=2\nRATE_LIMIT=3\n");
  given.environment["PORT"] = "11";
  given.environment["THREADS"] = "12";
  const settings got = given.good(with_flag(setting::port, "21"));
  EXPECT_EQ(got.port, 21);
  EXPECT_EQ(got.threads, 12u);
  EXPECT_EQ(got.rate_limit, 3u);
}

TEST(LoadSettings, EmptyCountsAsNotSet) {
  settings_fixture given;
  given.folder.write(".env", "PORT=1\nTHREADS=\n");
  given.environment["PORT"] = "";
  given.environment["METRICS_PORT"] = "";
  const settings got = given.good();
  EXPECT_EQ(got.port, 1);
  EXPECT_FALSE(got.metrics_port);
  EXPECT_EQ(given.good(with_flag(setting::port, "")).port, 8080);  // takes the others back
}

TEST(LoadSettings, EverySettingIsRead) {
  settings_fixture given;
  given.environment.insert({{"HOST", "0.0.0.0"},
                            {"PORT", "0"},
                            {"DATABASE_URL", "postgresql://u:p@h/d"},
                            {"BETTER_AUTH_SECRET", secret_text},
                            {"BETTER_AUTH_URL", "https://auth.example"},
                            {"JWT_ISSUER", "https://auth.example"},
                            {"JWT_AUDIENCE", "todo"},
                            {"CORS_ORIGINS", "https://app.example"},
                            {"RATE_LIMIT", "0"},
                            {"MAX_CONNECTIONS", "5"},
                            {"THREADS", "3"},
                            {"METRICS_PORT", "9090"},
                            {"LOG_LEVEL", "WARN"},
                            {"LOG_FORMAT", "text"},
                            {"DRAIN_DELAY", "4"},
                            {"DRAIN_SECONDS", "0"},
                            {"REQUEST_TIMEOUT", "2"},
                            {"IDLE_TIMEOUT", "3"}});
  const settings got = given.good();
  EXPECT_EQ(got.host, "0.0.0.0");
  EXPECT_EQ(got.port, 0);
  EXPECT_EQ(got.postgres_url.text(), "postgresql://u:p@h/d");
  EXPECT_FALSE(got.sqlite_file);
  EXPECT_EQ(got.better_auth_secret.text(), secret_text);
  EXPECT_FALSE(got.secret_was_generated);
  EXPECT_EQ(got.jwks_url, "https://auth.example/api/auth/jwks");
  EXPECT_EQ(got.jwt_issuer, "https://auth.example");
  EXPECT_EQ(got.jwt_audience, "todo");
  EXPECT_EQ(got.cors_origins.size(), 1u);
  EXPECT_EQ(got.rate_limit, 0u);
  EXPECT_EQ(got.max_connections, 5u);
  EXPECT_EQ(got.threads, 3u);
  EXPECT_EQ(got.metrics_port, 9090);
  EXPECT_EQ(got.log_level, log_level::warn);
  EXPECT_EQ(got.log_format, log_format::text);
  EXPECT_EQ(got.drain_delay.count(), 4);
  EXPECT_EQ(got.drain.count(), 0);
  EXPECT_EQ(got.request_timeout.count(), 2);
  EXPECT_EQ(got.idle_timeout.count(), 3);
  EXPECT_FALSE(fs::exists(given.folder.path() / ".local"));  // nothing to keep, nothing made
}

TEST(LoadSettings, ReportsEveryBadSettingAtOnceWithWhatIsAllowed) {
  settings_fixture given;
  const std::pair<const char*, const char*> rows[] = {
      {"HOST", "http://x"},        {"PORT", "65536"},         {"DATABASE_URL", "mysql://x"},
      {"BETTER_AUTH_SECRET", "x"}, {"BETTER_AUTH_URL", "x"},  {"JWKS_URL", "http://x"},
      {"JWKS_ALLOW_HTTP", "2"},    {"JWT_ISSUER", "a\nb"},    {"JWT_AUDIENCE", "a\tb"},
      {"CORS_ORIGINS", "*"},       {"RATE_LIMIT", "-1"},      {"MAX_CONNECTIONS", "0"},
      {"THREADS", "257"},          {"REQUEST_TIMEOUT", "0"},  {"IDLE_TIMEOUT", "1.5"},
      {"DRAIN_SECONDS", "x"},      {"METRICS_PORT", "70000"}, {"LOG_LEVEL", "loud"},
      {"LOG_FORMAT", "xml"},       {"DRAIN_DELAY", "3601"},
  };
  for (const auto& [name, value] : rows)
    given.environment[name] = value;
  const auto loaded = given.load();
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().size(), std::size(rows)) << describe_faults(loaded.error());
  for (const auto& [name, value] : rows) {
    const auto at = std::ranges::find(loaded.error(), name, &setting_fault::name);
    ASSERT_NE(at, loaded.error().end()) << name;
    EXPECT_THAT(at->text, testing::StartsWith(std::string(name) + ": "));
    EXPECT_THAT(at->text, HasSubstr("it must be ")) << name;
    EXPECT_THAT(at->text, Not(HasSubstr("\n"))) << name;
  }
  EXPECT_THAT(given.faults(), HasSubstr("20 settings are wrong"));
  EXPECT_THAT(given.faults(), HasSubstr("PORT: \"65536\" from the environment is not allowed; it "
                                        "must be a whole number from 0 to 65535"));
}

TEST(LoadSettings, NeverShowsASecret) {
  settings_fixture given;
  given.environment["BETTER_AUTH_SECRET"] = "hunter2";
  given.environment["DATABASE_URL"] = "mysql://u:hunter2@h";
  EXPECT_THAT(given.faults(), Not(HasSubstr("hunter2")));
  given.environment["BETTER_AUTH_SECRET"] = secret_text;
  given.environment["DATABASE_URL"] = "postgresql://u:hunter2@h/d";
  const auto loaded = given.load();
  ASSERT_TRUE(loaded);
  const std::string shown = describe_settings(*loaded);
  EXPECT_THAT(shown, Not(HasSubstr("hunter2")));
  EXPECT_THAT(shown, Not(HasSubstr(secret_text)));
  EXPECT_THAT(shown, HasSubstr("DATABASE_URL = postgresql://u:***@h/d  (environment)"));
  EXPECT_THAT(shown, HasSubstr("PORT = 8080  (default)"));
}

TEST(SecretFiles, LoseOneNewline) {
  settings_fixture given;
  for (const char* end : {"", "\n", "\r\n"}) {
    given.environment["BETTER_AUTH_SECRET_FILE"] = given.folder.write("s", secret_text + end);
    EXPECT_EQ(given.good().better_auth_secret.text(), secret_text);
  }
  given.environment["BETTER_AUTH_SECRET_FILE"] = given.folder.write("s", secret_text + "\n\n");
  EXPECT_EQ(given.good().better_auth_secret.text(), secret_text + "\n");
}

TEST(SecretFiles, CanBeNamedByAFlagTheEnvironmentOrDotenv) {
  settings_fixture given;
  given.folder.write("url", "postgresql://h/d\n");
  given.folder.write(".env", "DATABASE_URL_FILE=url\n");
  EXPECT_EQ(given.good().postgres_url.text(), "postgresql://h/d");
  given.environment["DATABASE_URL"] = "postgresql://other/d";  // wins over .env
  EXPECT_EQ(given.good().postgres_url.text(), "postgresql://other/d");
  EXPECT_EQ(given.good(with_flag(setting::database_url, "url")).postgres_url.text(),
            "postgresql://h/d");
}

TEST(SecretFiles, ThatCannotBeUsedAreFaults) {
  settings_fixture given;
  given.environment["BETTER_AUTH_SECRET_FILE"] = given.folder.path() / "missing";
  EXPECT_THAT(given.faults(), HasSubstr("No such file"));
  given.environment["BETTER_AUTH_SECRET_FILE"] = given.folder.path();
  EXPECT_THAT(given.faults(), HasSubstr("Is a directory"));
  given.environment["BETTER_AUTH_SECRET_FILE"] = given.folder.write("empty", "\n");
  EXPECT_THAT(given.faults(), HasSubstr("is empty"));
  given.environment["BETTER_AUTH_SECRET_FILE"] =
      given.folder.write("large", std::string(64 * 1024 + 1, 'x'));
  EXPECT_THAT(given.faults(), HasSubstr("too large"));
  given.environment["BETTER_AUTH_SECRET_FILE"] = given.folder.write("s", secret_text);
  given.environment["BETTER_AUTH_SECRET"] = secret_text;
  EXPECT_THAT(given.faults(), HasSubstr("both it and BETTER_AUTH_SECRET_FILE are set"));
}

TEST(DotenvFile, WithBadLinesIsAFault) {
  settings_fixture given;
  given.folder.write(".env", "PORT=1\nwhat is this\n");
  EXPECT_THAT(given.faults(), HasSubstr(".env line 2: "));
}

TEST(GeneratedSecret, IsKeptPrivatelyAndUsedAgain) {
  const settings_fixture given;
  const settings first = given.good();
  const settings second = given.good();
  EXPECT_EQ(first.better_auth_secret.text(), second.better_auth_secret.text());
  struct stat facts = {};
  ASSERT_EQ(::stat((first.data_dir / "secret").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777u, 0600u);
  ASSERT_EQ(::stat(first.data_dir.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777u, 0700u);
  const auto entries = std::distance(fs::directory_iterator(first.data_dir), {});
  EXPECT_EQ(entries, 1);  // no temporary file stays
  const settings_fixture other;
  EXPECT_NE(other.good().better_auth_secret.text(), first.better_auth_secret.text());
}

TEST(GeneratedSecret, IsTheSameForAllThatStartAtOnce) {
  const settings_fixture given;
  std::vector<std::string> secrets(8);
  {
    std::vector<std::jthread> starting;
    for (std::string& to : secrets) {
      starting.emplace_back([&given, &to] { to = given.good().better_auth_secret.text(); });
    }
  }
  EXPECT_EQ(secrets.front().size(), 64u);
  EXPECT_EQ(std::ranges::count(secrets, secrets.front()), 8);
}

TEST(GeneratedSecret, ThatIsDamagedOrOpenToAllIsAFault) {
  const settings_fixture given;
  const fs::path file = given.good().data_dir / "secret";
  fs::permissions(file, fs::perms::owner_read | fs::perms::others_read);
  EXPECT_THAT(given.faults(), HasSubstr("chmod 600"));
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  std::ofstream(file) << "short\n";
  EXPECT_THAT(given.faults(), HasSubstr("too short"));
}

TEST(GeneratedSecret, ExistsOnLoopbackOnlyAndWithoutAKeySet) {
  settings_fixture given;
  given.environment["JWKS_URL"] = "https://auth.example/jwks";
  EXPECT_TRUE(given.good().better_auth_secret.empty());
  given.environment["HOST"] = "0.0.0.0";
  EXPECT_TRUE(given.good().better_auth_secret.empty());
  given.environment.erase("JWKS_URL");
  EXPECT_THAT(given.faults(), HasSubstr("BETTER_AUTH_SECRET: it is not set"));
  EXPECT_THAT(given.faults(), HasSubstr("HOST=0.0.0.0"));
  given.environment["BETTER_AUTH_SECRET"] = secret_text;
  EXPECT_EQ(given.faults(), "");
}

TEST(Secret, NeedsItsLengthInBytes) {
  settings_fixture given;
  given.environment["BETTER_AUTH_SECRET"] = secret_text.substr(1);
  EXPECT_THAT(given.faults(), HasSubstr("at least 32 bytes"));
  given.environment["BETTER_AUTH_SECRET"] = std::string(4097, 'x');
  EXPECT_THAT(given.faults(), HasSubstr("at most 4096 bytes"));
  given.environment["BETTER_AUTH_SECRET"] = std::string(4096, 'x');
  EXPECT_EQ(given.faults(), "");
}

TEST(Commands, AskOnlyForWhatTheyNeed) {
  settings_fixture given;
  given.environment["HOST"] = "0.0.0.0";  // serve would want keys
  for (const command what :
       {command::migrate, command::backup, command::restore, command::healthcheck}) {
    EXPECT_EQ(given.faults(with_command(what)), "");
  }
  EXPECT_NE(given.faults(with_command(command::check)), "");
}

TEST(Commands, ThatOnlyLookMakeNothing) {
  const settings_fixture given;
  for (const command what : {command::check, command::backup, command::healthcheck}) {
    const auto loaded = given.load(with_command(what));
    ASSERT_TRUE(loaded);
    EXPECT_FALSE(fs::exists(given.folder.path() / ".local"));
  }
  EXPECT_THAT(describe_settings(*given.load(with_command(command::check))),
              HasSubstr("will be made in"));
}

TEST(DataDir, IsFoundFromItsSurroundings) {
  settings_fixture given;
  const std::string base = given.folder.path() / "xdg";
  given.environment["XDG_DATA_HOME"] = base;
  EXPECT_EQ(given.good().data_dir, base + "/todod");
  given.environment["XDG_DATA_HOME"] = "relative";  // its specification says: ignore
  EXPECT_EQ(given.good().data_dir, given.folder.path() / ".local/share/todod");
  given.environment["DATA_DIR"] = "here";
  EXPECT_EQ(given.good().data_dir, given.folder.path() / "here");
  given.environment.clear();
  EXPECT_THAT(given.faults(), HasSubstr("DATA_DIR: there is no default"));
  given.is_root = true;
  EXPECT_EQ(given.good(with_command(command::healthcheck)).data_dir, "/var/lib/todod");
}

TEST(DataDir, ThatCannotBeMadeIsOneClearFault) {
  settings_fixture given;
  given.environment["DATA_DIR"] = given.folder.write("file", "") + "/below";
  EXPECT_THAT(given.faults(), HasSubstr("DATA_DIR: the folder"));
  EXPECT_THAT(given.faults(), HasSubstr("set it to a folder that this user may write to"));
  EXPECT_THAT(given.faults(), HasSubstr("a setting is wrong"));
}

TEST(MetricsPort, IsItsOwn) {
  settings_fixture given;
  given.environment["METRICS_PORT"] = "8080";
  EXPECT_THAT(given.faults(), HasSubstr("METRICS_PORT: it is the same as PORT"));
}

TEST(KeySet, WithoutTlsNeedsPermissionBeyondLoopback) {
  settings_fixture given;
  given.environment["BETTER_AUTH_URL"] = "http://localhost:3000";
  EXPECT_EQ(given.good().jwks_url, "http://localhost:3000/api/auth/jwks");
  given.environment["BETTER_AUTH_URL"] = "http://auth:3000";
  EXPECT_THAT(given.faults(), HasSubstr("JWKS_ALLOW_HTTP=1"));
  given.environment["JWKS_ALLOW_HTTP"] = "1";
  EXPECT_EQ(given.good().jwks_url, "http://auth:3000/api/auth/jwks");
  given.environment["JWKS_URL"] = "https://keys.example/k";
  EXPECT_EQ(given.good().jwks_url, "https://keys.example/k");
}

TEST(Token, NeedsASharedSecret) {
  settings_fixture given;
  given.environment["JWKS_URL"] = "https://auth.example/jwks";
  EXPECT_THAT(given.faults(with_command(command::token)), HasSubstr("`todod token` needs it"));
}

TEST(Faults, EscapeWhatWouldSteerATerminal) {
  settings_fixture given;
  given.environment["PORT"] = "\x1b[31m" + std::string(300, 'x');
  EXPECT_THAT(given.faults(), HasSubstr("\\x1b[31m"));
  EXPECT_THAT(given.faults(), Not(HasSubstr("\x1b")));
  EXPECT_THAT(given.faults(), Not(HasSubstr(std::string(150, 'x'))));
}

}  // namespace
}  // namespace todod::config
