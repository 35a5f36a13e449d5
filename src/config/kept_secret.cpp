// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/kept_secret.hpp"

#include "config/small_file.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

namespace todod::config {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t random_bytes = 32;

std::expected<std::string, std::string> make_random_secret() {
  std::array<unsigned char, random_bytes> bytes;
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return std::unexpected("no random bytes can be had: " + error_text(errno));
  }
  return fmt::format("{:02x}", fmt::join(bytes, ""));
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return ::fsync(fd) == 0;
}

/// Gives the finished file its name unless another process was faster: 0, EEXIST, or what failed.
int publish(const std::string& temporary, const fs::path& file) {
  if (::link(temporary.c_str(), file.c_str()) == 0) return 0;
  if (errno == EEXIST) return EEXIST;
  // Not every file system has hard links.
  if (::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0) {
    return 0;
  }
  return errno;
}

void sync_folder(const fs::path& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

std::expected<void, std::string> write_new_secret(const fs::path& folder) {
  const auto secret = make_random_secret();
  if (!secret) return std::unexpected(secret.error());
  std::string temporary = (folder / ".secret.XXXXXX").string();
  const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);  // mode 0600
  if (fd < 0) {
    return std::unexpected(
        fmt::format("a secret cannot be kept in \"{}\": {}", folder.string(), error_text(errno)));
  }
  int code = write_all(fd, *secret + "\n") ? 0 : errno;
  ::close(fd);
  if (code == 0) code = publish(temporary, folder / kept_secret_name);
  ::unlink(temporary.c_str());
  sync_folder(folder);
  if (code == 0 || code == EEXIST) return {};
  return std::unexpected(
      fmt::format("a secret cannot be kept in \"{}\": {}", folder.string(), error_text(code)));
}

}  // namespace

std::expected<void, std::string> make_private_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return {};
  if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
  if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) {
    if (fs::is_directory(folder, error)) return {};
    return std::unexpected(fmt::format("\"{}\" is not a folder", folder.string()));
  }
  return std::unexpected(
      fmt::format("the folder \"{}\" cannot be made: {}", folder.string(), error_text(errno)));
}

std::expected<std::optional<std::string>, std::string> read_kept_secret(const fs::path& folder) {
  const fs::path file = folder / kept_secret_name;
  auto text = read_small_file(file, 4096);
  if (!text) {
    if (text.error().code == ENOENT || text.error().code == ENOTDIR) return std::nullopt;
    return std::unexpected(
        fmt::format("the kept secret \"{}\" cannot be read: {}", file.string(), text.error().text));
  }
  struct stat facts = {};
  if (::stat(file.c_str(), &facts) == 0 && (facts.st_mode & S_IRWXO) != 0) {
    return std::unexpected(
        fmt::format("the kept secret \"{0}\" can be read by anyone; chmod 600 "
                    "it, or delete it to have a new one made",
                    file.string()));
  }
  if (text->ends_with('\n')) text->pop_back();
  if (text->size() < secret_min_bytes) {
    return std::unexpected(fmt::format(
        "the kept secret \"{}\" is too short; delete it to have a new one made", file.string()));
  }
  return std::optional(std::move(*text));
}

std::expected<std::string, std::string> read_or_make_secret(const fs::path& folder) {
  auto kept = read_kept_secret(folder);
  if (!kept) return std::unexpected(kept.error());
  if (*kept) return std::move(**kept);
  if (const auto made = write_new_secret(folder); !made) return std::unexpected(made.error());
  kept = read_kept_secret(folder);
  if (!kept) return std::unexpected(kept.error());
  if (*kept) return std::move(**kept);
  return std::unexpected("the secret that was just made is gone");
}

}  // namespace todod::config
