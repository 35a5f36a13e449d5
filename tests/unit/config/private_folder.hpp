// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A folder for one test, gone afterwards; and surroundings that hold only what the test says.
#pragma once

#include "config/load_settings.hpp"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace todod::config {

class private_folder {
 public:
  private_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "todod-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = name;
  }
  ~private_folder() {
    std::error_code error;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, error);
    std::filesystem::remove_all(path_, error);
  }
  private_folder(const private_folder&) = delete;
  private_folder& operator=(const private_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  std::string write(std::string_view name, std::string_view content) const {
    const auto file = path_ / name;
    std::ofstream(file, std::ios::binary) << content;
    return file.string();
  }

 private:
  std::filesystem::path path_;
};

/// Loads as the process would, with a home folder and a working folder of the test's own.
class settings_fixture {
 public:
  std::map<std::string, std::string, std::less<>> environment;
  bool is_root = false;
  bool terminal = false;
  unsigned cores = 8;
  private_folder folder;

  settings_fixture() { environment["HOME"] = folder.path().string(); }

  [[nodiscard]] surroundings around() const {
    return {.variable = [this](std::string_view name) -> std::optional<std::string> {
              const auto at = environment.find(name);
              if (at == environment.end()) return std::nullopt;
              return at->second;
            },
            .working_folder = folder.path(),
            .is_root = is_root,
            .stderr_is_terminal = terminal,
            .cores = cores};
  }
  [[nodiscard]] std::expected<loaded_settings, std::vector<setting_fault>> load(
      const command_line& given = {}) const {
    return load_settings(given, around());
  }
  [[nodiscard]] settings good(const command_line& given = {}) const {
    auto loaded = load(given);
    if (!loaded) throw std::runtime_error(describe_faults(loaded.error()));
    return loaded->values;
  }
  /// All faults as one text; empty if the settings are fine.
  [[nodiscard]] std::string faults(const command_line& given = {}) const {
    const auto loaded = load(given);
    return loaded ? std::string() : describe_faults(loaded.error());
  }
};

}  // namespace todod::config
