// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Keeps a second process away from a database file: a lock (flock(2)) on a file beside it, which
// the kernel takes back when the process ends, however it ends.
#pragma once

#include <filesystem>

namespace todod::database::sqlite {

class lock_file {
 public:
  /// Locks `database` + ".lock". Throws unavailable_error if another process holds it, or it cannot
  /// be made.
  explicit lock_file(const std::filesystem::path& database);
  ~lock_file();
  lock_file(const lock_file&) = delete;
  lock_file& operator=(const lock_file&) = delete;

 private:
  int descriptor_;
};

}  // namespace todod::database::sqlite
