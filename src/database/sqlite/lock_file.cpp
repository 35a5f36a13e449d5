// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/lock_file.hpp"

#include "database/database.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

namespace todod::database::sqlite {
namespace {

/// The number that the holder has written into the file, or "?".
std::string holder_of(int descriptor) {
  std::array<char, 32> text{};
  const auto size = pread(descriptor, text.data(), text.size(), 0);
  return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "?";
}

}  // namespace

lock_file::lock_file(const std::filesystem::path& database) {
  // Two names of one file must meet at one lock.
  std::error_code unresolved;
  const auto real = std::filesystem::weakly_canonical(database, unresolved);
  const auto path = (unresolved ? database : real).string() + ".lock";
  descriptor_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0) {
    throw unavailable_error("cannot make " + path + ": " + std::generic_category().message(errno) +
                            "; let this user write to the folder, or set DATA_DIR to another one");
  }
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const auto holder = holder_of(descriptor_);
    close(descriptor_);
    throw unavailable_error(database.string() + " is in use by another todod (process " + holder +
                            "): stop it, or give this one a DATA_DIR of its own");
  }
  const auto pid = std::to_string(getpid());
  if (ftruncate(descriptor_, 0) != 0 ||
      pwrite(descriptor_, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    close(descriptor_);
    throw unavailable_error("cannot write " + path + ": " + std::generic_category().message(errno));
  }
}

lock_file::~lock_file() {
  close(descriptor_);
}

}  // namespace todod::database::sqlite
