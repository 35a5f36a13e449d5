// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Reads a whole file of bounded size: .env, and the files that secrets are kept in.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace todod::config {

struct file_error {
  int code;          ///< errno; EFBIG = larger than allowed
  std::string text;  ///< "Permission denied"
};

/// Pipes and /dev/fd/N can be read as well; folders cannot.
[[nodiscard]] std::expected<std::string, file_error> read_small_file(
    const std::filesystem::path& path, std::size_t max_bytes);

/// The text of an errno value.
[[nodiscard]] std::string error_text(int code);

}  // namespace todod::config
