// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A file that comes into being whole or not at all: it grows under a name of its own beside the one
// it shall have, and takes that one when all of it is on the disk.
#pragma once

#include <filesystem>

namespace todod::database::sqlite {

/// Everything throws backup_error.
class new_file {
 public:
  /// Makes an empty file beside `wanted`, which only this user can read.
  explicit new_file(std::filesystem::path wanted);
  ~new_file();  ///< removes it unless it took its name
  new_file(const new_file&) = delete;
  new_file& operator=(const new_file&) = delete;

  /// Where to write until then. Nobody may have it open when it takes its name.
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

  /// Takes its name, durably; never that of a file which is there.
  void take_name();
  /// The same, in the place of what has that name.
  void take_name_of_another();

 private:
  void finish();

  const std::filesystem::path wanted_;
  const std::filesystem::path path_;
  bool done_ = false;
};

}  // namespace todod::database::sqlite
