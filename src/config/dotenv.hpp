// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Reads the text of a .env file: NAME=VALUE lines as shells and other tools write them.
//
//   # comment                    a line of its own
//   export NAME=value            "export" is optional, and so are blanks around "="
//   NAME=value # comment         unquoted: up to " #", white space at both ends dropped
//   NAME='as it stands'          single quotes: nothing is special, may span lines
//   NAME="a\n\"b\" \\ \$ "       double quotes: \n \r \t \" \\ \$ are escapes, may span lines
//
// LF and CRLF end a line; a byte order mark is skipped. Nothing is expanded ("$X" stays "$X").
// Of a name that comes twice the last value counts. Bounded by dotenv_max_bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace todod::config {

inline constexpr std::size_t dotenv_max_bytes = 64 * 1024;

struct dotenv_entry {
  std::string name;
  std::string value;
};

/// A line that cannot be read. Its text is not quoted: it may hold a secret.
struct dotenv_fault {
  std::size_t line;  ///< from 1; 0 = the file as a whole
  std::string_view detail;
};

struct dotenv {
  std::vector<dotenv_entry> entries;
  std::vector<dotenv_fault> faults;
};

/// Never throws but for want of memory; any bytes are acceptable input.
[[nodiscard]] dotenv parse_dotenv(std::string_view text);

}  // namespace todod::config
