// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/setting_changes.hpp"

#include "unit/config/private_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace todod::config {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

/// For every setting a value that is not its default.
const std::map<setting, std::string>& other_values() {
  static const std::map<setting, std::string> values{
      {setting::host, "127.0.0.2"},
      {setting::port, "81"},
      {setting::cors_origins, "https://a.example"},
      {setting::database_url, "postgresql://u:p@h/n"},
      {setting::data_dir, "elsewhere"},
      {setting::better_auth_secret, "ffffffffffffffffffffffffffffffff"},
      {setting::better_auth_url, "https://a.example"},
      {setting::jwks_url, "https://b.example/jwks"},
      {setting::jwt_issuer, "i"},
      {setting::jwt_audience, "a"},
      {setting::rate_limit, "1"},
      {setting::max_connections, "1"},
      {setting::threads, "9"},
      {setting::request_timeout, "1"},
      {setting::idle_timeout, "1"},
      {setting::drain_delay, "1"},
      {setting::drain_seconds, "1"},
      {setting::metrics_port, "0"},
      {setting::log_level, "off"},
      {setting::log_format, "text"},
  };
  return values;
}

TEST(SettingChanges, OfTheSameValuesThereAreNone) {
  settings_fixture given;
  const settings before = given.good();
  given.environment["PORT"] = "8080";  // said, and what it was anyway
  EXPECT_THAT(changed_settings(before, given.good()), IsEmpty());
}

TEST(SettingChanges, EverySettingIsNoticedAndTakenOverOrNot) {
  for (const setting_info& info : setting_table()) {
    if (info.id == setting::jwks_allow_http) continue;  // it has no value of its own
    settings_fixture given;
    const settings before = given.good();
    given.environment[std::string(info.name)] = other_values().at(info.id);
    const settings after = given.good();
    EXPECT_THAT(changed_settings(before, after), Contains(info.id)) << info.name;
    const auto still_to_come = changed_settings(with_reloaded(before, after), after);
    EXPECT_EQ(std::ranges::count(still_to_come, info.id), info.on_reload ? 0 : 1) << info.name;
  }
}

TEST(SettingChanges, AreInTheOrderOfTheTable) {
  settings_fixture given;
  const settings before = given.good();
  given.environment["LOG_LEVEL"] = "debug";
  given.environment["PORT"] = "81";
  EXPECT_THAT(changed_settings(before, given.good()),
              ElementsAre(setting::port, setting::log_level));
}

}  // namespace
}  // namespace todod::config
