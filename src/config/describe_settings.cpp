// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What settings and faults look like to people.
#include "config/load_settings.hpp"

#include <fmt/format.h>

namespace todod::config {
namespace {

std::string_view to_string(setting_source source) {
  switch (source) {
    case setting_source::flag:
      return "flag";
    case setting_source::environment:
      return "environment";
    case setting_source::dotenv:
      return ".env";
    case setting_source::generated:
      return "generated";
    case setting_source::by_default:
      break;
  }
  return "default";
}

}  // namespace

std::string describe_settings(const loaded_settings& loaded) {
  std::string text;
  for (const effective_setting& setting : loaded.effective) {
    text += fmt::format("{} = {}  ({})\n", info_of(setting.id).name, setting.value,
                        to_string(setting.source));
  }
  return text;
}

std::string describe_faults(const std::vector<setting_fault>& faults) {
  std::string text = faults.size() == 1
                         ? std::string("todod: a setting is wrong:\n")
                         : fmt::format("todod: {} settings are wrong:\n", faults.size());
  for (const setting_fault& fault : faults)
    text += "  " + fault.text + "\n";
  return text + "`todod --help` lists all settings.\n";
}

}  // namespace todod::config
