// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Where each setting's text comes from: the first of flag, environment and .env that has it,
// directly or, for a secret, through the file that NAME_FILE names. --env-file stands for .env.
#pragma once

#include "config/load_settings.hpp"
#include "config/setting_table.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace todod::config {

inline constexpr std::size_t secret_file_max_bytes = 64 * 1024;

struct found_setting {
  std::string text;
  setting_source source = setting_source::by_default;
  std::string file;  ///< the secret was read from there; empty = given directly
};

class setting_sources {
 public:
  /// Reads .env and the files of secrets; what cannot be read is added to `faults`.
  setting_sources(const command_line& given, const surroundings& around,
                  std::vector<setting_fault>& faults);

  /// Null if the setting is given nowhere (or only as an empty text), or its file is unusable.
  [[nodiscard]] const found_setting* find(setting id) const noexcept;
  /// Its file was named but could not be used: a fault was reported, so it counts as given.
  [[nodiscard]] bool is_broken(setting id) const noexcept;

 private:
  struct slot {
    std::optional<found_setting> found;
    bool broken = false;
  };
  std::array<slot, setting_count> slots_;
};

}  // namespace todod::config
