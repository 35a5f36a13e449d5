// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/connection_url.hpp"

#include <gmock/gmock.h>

#include <map>
#include <stdexcept>

namespace todod::database::postgres {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::map<std::string, std::string> parameters(const std::string& url) {
  const auto parsed = parse_connection_url(url, std::chrono::seconds{15});
  return {parsed.parameters.begin(), parsed.parameters.end()};
}

TEST(connection_url, both_schemes_are_taken) {
  for (const char* scheme : {"postgres", "postgresql"}) {
    const auto parsed = parameters(std::string{scheme} + "://u:p%40ss@h:6543/d");
    EXPECT_EQ(parsed.at("user"), "u");
    EXPECT_EQ(parsed.at("password"), "p@ss");
    EXPECT_EQ(parsed.at("port"), "6543");
    EXPECT_EQ(parsed.at("dbname"), "d");
  }
}

TEST(connection_url, what_libpq_does_not_know_is_dropped_by_name) {
  const auto parsed = parse_connection_url(
      "postgresql://u@h/d?pgbouncer=true&sslmode=require&connection_limit=5&%00=x&schema=public",
      std::chrono::seconds{15});
  EXPECT_THAT(parsed.dropped,
              ElementsAre("pgbouncer", "connection_limit", "(not printable)", "schema"));
  EXPECT_THAT(parsed.parameters, testing::Contains(testing::Pair("sslmode", "require")));
}

TEST(connection_url, neon_and_heroku_urls_keep_all_that_libpq_knows) {
  const auto parsed = parse_connection_url(
      "postgresql://u:p@ep-x-pooler.eu.aws.neon.tech/"
      "neondb?sslmode=require&channel_binding=require",
      std::chrono::seconds{15});
  EXPECT_THAT(parsed.dropped, IsEmpty());
  EXPECT_EQ(parameters("postgres://u:p@h:5432/d?ssl=true").at("sslmode"), "require");
}

TEST(connection_url, defaults_yield_to_the_url) {
  EXPECT_EQ(parameters("postgresql://h/d").at("application_name"), "todod");
  EXPECT_EQ(parameters("postgresql://h/d?application_name=x").at("application_name"), "x");
  EXPECT_EQ(parameters("postgresql://h/d").at("connect_timeout"), "15");
  EXPECT_EQ(parameters("postgresql://h/d?client_encoding=LATIN1").at("client_encoding"), "UTF8");
}

TEST(connection_url, several_hosts_pass_through) {
  const auto parsed = parameters("postgresql://a:1,b:2/d?target_session_attrs=read-write");
  EXPECT_EQ(parsed.at("host"), "a,b");
  EXPECT_EQ(parsed.at("port"), "1,2");
  EXPECT_EQ(parsed.at("target_session_attrs"), "read-write");
}

TEST(connection_url, of_several_hosts_the_one_that_takes_writes_is_wanted) {
  EXPECT_EQ(parameters("postgresql://a,b/d").at("target_session_attrs"), "read-write");
  EXPECT_EQ(parameters("postgresql://a,b/d?target_session_attrs=any").at("target_session_attrs"),
            "any");
  EXPECT_EQ(parameters("postgresql://a/d").at("target_session_attrs"), "any");
}

TEST(connection_url, a_silent_one_of_several_hosts_does_not_cost_much) {
  EXPECT_EQ(parameters("postgresql://a,b/d").at("connect_timeout"), "3");
  EXPECT_EQ(parameters("postgresql://a,b/d?connect_timeout=20").at("connect_timeout"), "20");
  EXPECT_EQ(parameters("postgresql://a,b/d").at("keepalives_idle"), "5");
  EXPECT_EQ(parameters("postgresql://a/d").at("keepalives_idle"), "30");
}

TEST(connection_url, the_host_that_answered_is_put_first) {
  const auto after = [](const std::string& url, const char* host, const char* port) {
    auto parsed = parse_connection_url(url, std::chrono::seconds{15}).parameters;
    put_first(parsed, host, port);
    const std::map<std::string, std::string> all{parsed.begin(), parsed.end()};
    return all.at("host") + " " + (all.contains("port") ? all.at("port") : "");
  };
  EXPECT_EQ(after("postgresql://a:1,b:2,c:3/d", "c", "3"), "c,a,b 3,1,2");
  EXPECT_EQ(after("postgresql://a:1,a:2/d", "a", "2"), "a,a 2,1");
  EXPECT_EQ(after("postgresql://a,b:7/d", "b", "7"), "b,a 7,");
  EXPECT_EQ(after("postgresql://a,b:7/d", "a", "5432"), "a,b ,7");
  EXPECT_EQ(after("postgresql://a,b/d?port=6", "b", "6"), "b,a 6");
  EXPECT_EQ(after("postgresql://a:1,b:2/d", "c", "3"), "a,b 1,2");
  EXPECT_EQ(after("postgresql://a:1/d", "a", "1"), "a 1");
}

TEST(connection_url, what_is_no_url_is_refused_without_quoting_it) {
  for (const char* url :
       {"host=h password=secret", "mysql://u:secret@h", "postgresql://u:secret%@h/d",
        "postgresql://u:secret@h:port/d?sslmode=no-verify", "postgresql://[u:secret"}) {
    try {
      static_cast<void>(parse_connection_url(url, std::chrono::seconds{15}));
      ADD_FAILURE() << "was taken: " << url;
    } catch (const std::invalid_argument& error) {
      EXPECT_THAT(error.what(), Not(HasSubstr("secret")));
      EXPECT_THAT(error.what(), Not(HasSubstr("\n")));
    }
  }
}

std::string fault(const char* url) {
  try {
    static_cast<void>(parse_connection_url(url, std::chrono::seconds{15}));
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

TEST(connection_url, each_host_has_a_port_or_all_have_one) {
  EXPECT_EQ(fault("postgresql:///d?host=a,b,c&port=1"), "");
  EXPECT_EQ(fault("postgresql:///d?host=a,b,c&port=1,,3"), "");
  EXPECT_EQ(fault("postgresql:///d?host=a,b&hostaddr=127.0.0.1,127.0.0.2"), "");
  EXPECT_EQ(fault("postgresql:///d?port=1,2"), "") << "PGHOST may name two";
  EXPECT_THAT(fault("postgresql:///d?host=a,b,c&port=1,2"), HasSubstr("port"));
  EXPECT_THAT(fault("postgresql:///d?host=a&port=1,2"), HasSubstr("port"));
  EXPECT_THAT(fault("postgresql:///d?hostaddr=127.0.0.1,127.0.0.2,&port=1,2"), HasSubstr("port"));
  EXPECT_THAT(fault("postgresql:///d?host=a,b&hostaddr=127.0.0.1"), HasSubstr("hostaddr"));
}

TEST(connection_url, a_port_is_a_number) {
  for (const char* port : {"port", "0", "-1", "65536", "99999", "54x", "1,x", "1:2"}) {
    const std::string url = std::string{"postgresql://a,b/d?port="} + port;
    EXPECT_THAT(fault(url.c_str()), HasSubstr("1 to 65535")) << port;
  }
  EXPECT_EQ(fault("postgresql://a:65535/d"), "");
}

TEST(connection_url, the_description_is_for_people) {
  const auto of = [](const char* url) {
    return parse_connection_url(url, std::chrono::seconds{15}).description;
  };
  EXPECT_EQ(of("postgresql://u:secret@db.example/app"), "PostgreSQL at db.example:5432/app");
  EXPECT_EQ(of("postgresql://u:secret@a,b:7/app"), "PostgreSQL at a:5432,b:7/app");
  EXPECT_EQ(of("postgresql:///app"), "PostgreSQL at localhost:5432/app");
}

}  // namespace
}  // namespace todod::database::postgres
