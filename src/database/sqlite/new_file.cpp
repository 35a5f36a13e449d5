// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/new_file.hpp"

#include "database/database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

namespace todod::database::sqlite {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  throw backup_error(std::string("cannot ") + what + " " + path.string() + ": " +
                     std::generic_category().message(errno));
}

void sync(const std::filesystem::path& path, int flags) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
  if (descriptor < 0) fail(path, "open");
  const int result = fsync(descriptor);
  close(descriptor);
  if (result != 0) fail(path, "write");
}

/// rename(2) that never replaces. File systems that cannot (NFS) can link.
int rename_to_free_name(const char* from, const char* to) {
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -1;
  return link(from, to) == 0 ? unlink(from) : -1;
}

}  // namespace

new_file::new_file(std::filesystem::path wanted)
    : wanted_(std::move(wanted)), path_(wanted_.string() + ".partial-" + std::to_string(getpid())) {
  const int descriptor = open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) fail(path_, "make");
  close(descriptor);
}

new_file::~new_file() {
  if (done_) return;
  unlink(path_.c_str());
  unlink((path_.string() + "-wal").c_str());
  unlink((path_.string() + "-shm").c_str());
}

void new_file::take_name() {
  sync(path_, 0);
  if (rename_to_free_name(path_.c_str(), wanted_.c_str()) != 0) fail(wanted_, "make");
  finish();
}

void new_file::take_name_of_another() {
  sync(path_, 0);
  if (rename(path_.c_str(), wanted_.c_str()) != 0) fail(wanted_, "replace");
  finish();
}

void new_file::finish() {
  done_ = true;
  const auto folder = wanted_.parent_path();
  sync(folder.empty() ? "." : folder, O_DIRECTORY);
}

}  // namespace todod::database::sqlite
