// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The secret that a first run makes for itself, kept in a file that only its owner can read.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace todod::config {

inline constexpr const char* kept_secret_name = "secret";

/// Of any secret, kept or given.
inline constexpr std::size_t secret_min_bytes = 32;

/// Makes `folder` (mode 0700) with the folders above it if it is missing. The error is one line.
[[nodiscard]] std::expected<void, std::string> make_private_folder(
    const std::filesystem::path& folder);

/// The secret in `folder`, made if there is none: 64 hexadecimal digits of 32 random bytes, mode
/// 0600. Of several processes that start at once all get the same one. The error is one line.
[[nodiscard]] std::expected<std::string, std::string> read_or_make_secret(
    const std::filesystem::path& folder);

/// The same without making one: nothing if there is none.
[[nodiscard]] std::expected<std::optional<std::string>, std::string> read_kept_secret(
    const std::filesystem::path& folder);

}  // namespace todod::config
