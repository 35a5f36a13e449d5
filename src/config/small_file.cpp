// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/small_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace todod::config {

std::string error_text(int code) {
  return std::generic_category().message(code);
}

std::expected<std::string, file_error> read_small_file(const std::filesystem::path& path,
                                                       std::size_t max_bytes) {
  const auto failed = [](int code) { return std::unexpected(file_error{code, error_text(code)}); };
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) return failed(errno);
  std::string text;
  std::array<char, 4096> chunk;
  for (;;) {
    const ssize_t n = ::read(fd, chunk.data(), chunk.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0 || text.size() + static_cast<std::size_t>(n) > max_bytes) {
      const int code = n < 0 ? errno : n > 0 ? EFBIG : 0;
      ::close(fd);
      if (code != 0) return failed(code);
      return text;
    }
    text.append(chunk.data(), static_cast<std::size_t>(n));
  }
}

}  // namespace todod::config
