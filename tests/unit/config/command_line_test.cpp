// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace todod::config {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> list;
  for (std::string word; in >> word;)
    list.push_back(word);
  return list;
}

command_line good(const std::string& text) {
  auto parsed = parse_command_line(words(text));
  if (!parsed) throw std::runtime_error(parsed.error());
  return *parsed;
}

std::string fault(const std::string& text) {
  const auto parsed = parse_command_line(words(text));
  return parsed ? std::string() : parsed.error();
}

TEST(CommandLine, KnowsEveryCommand) {
  EXPECT_EQ(good("").command, command::serve);
  EXPECT_EQ(good("serve").command, command::serve);
  EXPECT_EQ(good("migrate").command, command::migrate);
  EXPECT_EQ(good("token --user a").command, command::token);
  EXPECT_EQ(good("backup x.db").command, command::backup);
  EXPECT_EQ(good("restore x.db").command, command::restore);
  EXPECT_EQ(good("check").command, command::check);
  EXPECT_EQ(good("healthcheck").command, command::healthcheck);
  EXPECT_EQ(good("openapi").command, command::openapi);
  for (const char* text : {"version", "--version", "-V", "serve --version"}) {
    EXPECT_EQ(good(text).command, command::version) << text;
  }
  for (const char* text : {"help", "--help", "-h", "token --help", "serve --nonsense -h"}) {
    EXPECT_EQ(good(text).command, command::help) << text;
  }
}

TEST(CommandLine, TakesFlagsBeforeAndAfterTheCommand) {
  for (const char* text :
       {"--port 1 --host x", "serve --port 1 --host=x", "--port=1 serve --host x"}) {
    const command_line parsed = good(text);
    ASSERT_EQ(parsed.flags.size(), 2u) << text;
    EXPECT_EQ(parsed.flags[0].id, setting::host);
    EXPECT_EQ(parsed.flags[0].text, "x");
    EXPECT_EQ(parsed.flags[1].id, setting::port);
    EXPECT_EQ(parsed.flags[1].text, "1");
  }
}

TEST(CommandLine, HasAFlagForEverySetting) {
  for (const setting_info& info : setting_table()) {
    const command_line parsed = good(flag_of(info) + " value");
    ASSERT_EQ(parsed.flags.size(), 1u) << info.name;
    EXPECT_EQ(parsed.flags[0].id, info.id);
    EXPECT_EQ(parsed.flags[0].text, "value");
  }
}

TEST(CommandLine, TakesAnEmptyValue) {
  const auto parsed = parse_command_line(std::vector<std::string>{"--cors-origins", ""});
  ASSERT_TRUE(parsed) << parsed.error();
  ASSERT_EQ(parsed->flags.size(), 1u);
  EXPECT_EQ(parsed->flags[0].text, "");
  const auto glued = parse_command_line(std::vector<std::string>{"--cors-origins="});
  ASSERT_TRUE(glued) << glued.error();
  ASSERT_EQ(glued->flags.size(), 1u);
}

TEST(CommandLine, ReadsDurationsOfTokens) {
  using namespace std::chrono_literals;
  EXPECT_EQ(good("token --user a").token_ttl, 1h);
  EXPECT_EQ(good("token --user a --ttl 90").token_ttl, 90s);
  EXPECT_EQ(good("token --user a --ttl 90s").token_ttl, 90s);
  EXPECT_EQ(good("token --user a --ttl 15m").token_ttl, 15min);
  EXPECT_EQ(good("token --user a --ttl 2h").token_ttl, 2h);
  EXPECT_EQ(good("token --user a --ttl 366d").token_ttl, 366 * 24h);
  for (const char* ttl :
       {"0", "0s", "x", "s", "1w", "1.5h", "367d", "1hh", "99999999999999999999"}) {
    EXPECT_THAT(fault(std::string("token --user a --ttl ") + ttl), HasSubstr("--ttl")) << ttl;
  }
  EXPECT_THAT(fault("token --user a --ttl=-1s"), HasSubstr("--ttl"));
}

TEST(CommandLine, NeedsOnePathForABackup) {
  for (const std::string command : {"backup", "restore"}) {
    EXPECT_EQ(good(command + " /a/b.db").path, "/a/b.db");
    EXPECT_EQ(good(command + " --data-dir d b.db").path, "b.db");
    EXPECT_EQ(good("--data-dir d " + command + " b.db").path, "b.db");
    EXPECT_THAT(fault(command), HasSubstr("PATH is needed"));
    EXPECT_THAT(fault(command + " a b"), HasSubstr("argument: b"));
  }
}

TEST(CommandLine, NeedsAUserForAToken) {
  EXPECT_THAT(fault("token"), HasSubstr("--user"));
  EXPECT_THAT(fault("token --user " + std::string(256, 'u')), HasSubstr("1 to 255"));
  EXPECT_EQ(good("token --user " + std::string(255, 'u')).token_user.size(), 255u);
}

TEST(CommandLine, NamesWhatItDoesNotKnow) {
  EXPECT_THAT(fault("sevre"), HasSubstr("unknown command or argument: sevre"));
  EXPECT_THAT(fault("serve --prot 80"), HasSubstr("unknown flag: --prot"));
  EXPECT_THAT(fault("serve more"), HasSubstr("more"));
  EXPECT_THAT(fault("--port"), HasSubstr("--port"));
  EXPECT_THAT(fault("--port 1 --port 2"), HasSubstr("--port"));
  EXPECT_THAT(fault("serve --user a"), HasSubstr("--user"));
}

TEST(CommandLine, NeverTakesASecretAndNeverRepeatsIt) {
  for (const char* text :
       {"--database-url postgresql://u:hunter2@h/d", "--database-url=postgresql://u:hunter2@h/d",
        "serve --better-auth-secret hunter2"}) {
    EXPECT_THAT(fault(text), HasSubstr("a secret must not be a flag")) << text;
    EXPECT_THAT(fault(text), Not(HasSubstr("hunter2"))) << text;
  }
}

TEST(Help, NamesEveryCommandFlagVariableAndExitCode) {
  const std::string help = help_text();
  for (const char* name :
       {"serve", "migrate", "backup PATH", "restore PATH", "token --user ID [--ttl 1h]", "check",
        "healthcheck", "openapi", "version", "64", "78"}) {
    EXPECT_THAT(help, HasSubstr(name));
  }
  for (const setting_info& info : setting_table()) {
    EXPECT_THAT(help, HasSubstr(flag_of(info) + " "));
    EXPECT_THAT(help, HasSubstr(std::string(info.name)));
    EXPECT_THAT(help, HasSubstr(std::string(info.default_text)));
  }
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(line.size(), 100u) << line;
}

}  // namespace
}  // namespace todod::config
