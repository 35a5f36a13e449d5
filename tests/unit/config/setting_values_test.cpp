// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/setting_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace todod::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(Number, IsDecimalAndWithinItsBounds) {
  EXPECT_EQ(parse_number("0", 0, 65535), 0u);
  EXPECT_EQ(parse_number("65535", 0, 65535), 65535u);
  for (const char* text : {"65536", "-1", "+1", "1.0", " 1", "1 ", "0x10", "abc", "", "1e3",
                           "99999999999999999999999"}) {
    const auto parsed = parse_number(text, 0, 65535);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error(), "a whole number from 0 to 65535");
  }
  EXPECT_FALSE(parse_number("0", 1, 2));
}

TEST(Host, IsAnAddressOrAName) {
  EXPECT_EQ(parse_host("0.0.0.0"), "0.0.0.0");
  EXPECT_EQ(parse_host("::"), "::");
  EXPECT_EQ(parse_host("[::1]"), "::1");
  EXPECT_EQ(parse_host("localhost"), "localhost");
  EXPECT_EQ(parse_host("my-host.example"), "my-host.example");
  for (const char* text : {"", "http://x", "x:80", "a b", "1.2.3", "256.1.1.1", "::g", "-x", "x/y",
                           "127.0.0.1:80", "[x]", "a\nb", "*"}) {
    EXPECT_FALSE(parse_host(text)) << text;
  }
}

TEST(Loopback, IsWhatNobodyElseCanReach) {
  for (const char* host : {"127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost", "LocalHost"}) {
    EXPECT_TRUE(is_loopback(host)) << host;
  }
  for (const char* host : {"0.0.0.0", "::", "192.168.0.1", "example.com", "localhost.evil", ""}) {
    EXPECT_FALSE(is_loopback(host)) << host;
  }
}

TEST(Origins, AreExact) {
  const auto list = parse_origins(
      "https://a.example, http://localhost:3000,capacitor://localhost,,https://a.example,"
      "http://[::1]:5173");
  ASSERT_TRUE(list) << list.error();
  EXPECT_THAT(*list, ElementsAre("https://a.example", "http://localhost:3000",
                                 "capacitor://localhost", "http://[::1]:5173"));
}

TEST(Origins, ThatCouldNeverMatchAreRefusedWithTheReason) {
  const std::pair<const char*, const char*> rows[] = {
      {"*", "every web page"},
      {"https://a.example,*", "every web page"},
      {"null", "sandboxed"},
      {"https://*.example", "patterns"},
      {"https://a.example/", "slash at its end"},
      {"https://a.example/app", "no path"},
      {"https://A.example", "lower case"},
      {"https://a.example:443", "default port"},
      {"http://a.example:80", "default port"},
      {"a.example", "SCHEME://HOST"},
      {"https://", "SCHEME://HOST"},
      {"https://u@a.example", "neither user"},
      {"https://a.example?x", "neither user nor query"},
      {"https://a b.example", "SCHEME://HOST"},
  };
  for (const auto& [text, reason] : rows) {
    const auto list = parse_origins(text);
    ASSERT_FALSE(list) << text;
    EXPECT_THAT(list.error(), HasSubstr(reason)) << text;
  }
}

TEST(Origins, AreBounded) {
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += "https://h" + std::to_string(i) + ".example,";
  EXPECT_EQ(parse_origins(text).value().size(), 100u);
  EXPECT_FALSE(parse_origins(text + "https://one.more"));
}

TEST(WebUrl, IsHttpsOrLoopback) {
  for (const char* text : {"https://auth.example", "https://auth.example:8443/x/jwks",
                           "http://localhost:3000", "http://127.0.0.1", "http://[::1]:3000/a"}) {
    EXPECT_TRUE(parse_web_url(text, false, false)) << text;
  }
  for (const char* text :
       {"", "auth.example", "ftp://a", "https://", "https://u:p@a", "https://a#f", "https://a?q=1",
        "https://a b", "file:///etc/passwd", "https://a:99999"}) {
    EXPECT_FALSE(parse_web_url(text, true, false)) << text;
  }
  EXPECT_TRUE(parse_web_url("https://a/jwks?tenant=1", false, true));
  EXPECT_THAT(parse_web_url("http://auth:3000", false, false).error(),
              HasSubstr("JWKS_ALLOW_HTTP"));
  EXPECT_TRUE(parse_web_url("http://auth:3000", true, false));
  EXPECT_FALSE(parse_web_url("https://a/" + std::string(2048, 'x'), false, false));
}

TEST(BetterAuthBase, IsWhereItsEndpointsAre) {
  EXPECT_EQ(better_auth_base("https://a.example:3000/"), "https://a.example:3000/api/auth");
  EXPECT_EQ(better_auth_base("https://a.example/auth/"), "https://a.example/auth");
}

TEST(KeySetUrl, IsFoundFromBetterAuths) {
  EXPECT_EQ(key_set_url("https://a.example"), "https://a.example/api/auth/jwks");
  EXPECT_EQ(key_set_url("https://a.example/"), "https://a.example/api/auth/jwks");
  EXPECT_EQ(key_set_url("https://a.example:3000"), "https://a.example:3000/api/auth/jwks");
  EXPECT_EQ(key_set_url("https://a.example/api/auth"), "https://a.example/api/auth/jwks");
  EXPECT_EQ(key_set_url("https://a.example/auth/"), "https://a.example/auth/jwks");
}

TEST(DatabaseUrl, ChoosesTheBackend) {
  EXPECT_EQ(parse_database_url("postgresql://u:p@h/d")->postgres_url, "postgresql://u:p@h/d");
  EXPECT_EQ(parse_database_url("postgres://h")->postgres_url, "postgres://h");
  EXPECT_EQ(parse_database_url("sqlite:todo.db")->sqlite_file, "todo.db");
  EXPECT_EQ(parse_database_url("sqlite:/x/todo.db")->sqlite_file, "/x/todo.db");
  EXPECT_EQ(parse_database_url("sqlite://todo.db")->sqlite_file, "todo.db");
  EXPECT_EQ(parse_database_url("sqlite:///x/todo.db")->sqlite_file, "/x/todo.db");
  EXPECT_EQ(parse_database_url("sqlite:////x/todo.db")->sqlite_file, "/x/todo.db");
  EXPECT_EQ(parse_database_url("sqlite:///./todo.db")->sqlite_file, "./todo.db");
}

TEST(DatabaseUrl, RefusalNeverQuotesIt) {
  for (const char* text :
       {"mysql://u:hunter2@h/d", "hunter2", "sqlite:", "sqlite::memory:", "sqlite:/hunter2/",
        "postgresql+asyncpg://u:hunter2@h/d", "", "postgresql://u:hunter2@h/d\n"}) {
    const auto parsed = parse_database_url(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_THAT(parsed.error(), Not(HasSubstr("hunter2")));
  }
  EXPECT_THAT(parse_database_url("postgresql+asyncpg://h").error(), HasSubstr("driver"));
}

TEST(DatabaseUrl, IsShownWithoutItsPassword) {
  EXPECT_EQ(mask_database_url("postgresql://u:hunter2@h:5432/d?sslmode=require"),
            "postgresql://u:***@h:5432/d?sslmode=require");
  EXPECT_EQ(mask_database_url("postgresql://h/d"), "postgresql://h/d");
  EXPECT_EQ(mask_database_url("postgresql://u@h/d"), "postgresql://u@h/d");
  EXPECT_EQ(mask_database_url("postgresql://h/d?user=u&password=hunter2&sslmode=require"),
            "postgresql://h/d?user=***&password=***&sslmode=require");
  for (const char* text :
       {"postgresql://u:hun@ter2@h/d", "postgresql://u:hun/ter2@h/d", "postgresql://u:hun?ter2@h/d",
        "postgresql://u:hun:ter2@h/d", "hunter2"}) {
    EXPECT_THAT(mask_database_url(text), Not(HasSubstr("ter2"))) << text;
  }
}

}  // namespace
}  // namespace todod::config
