// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Text of unknown origin -> text that is safe in a log line: no value can end its own quotes, start
// a line of its own, or steer a terminal.
#pragma once

#include <string>
#include <string_view>

namespace todod::observability {

/// Appends `text` as a JSON string with its quotes (RFC 8259, section 7). Bytes that are not UTF-8
/// become U+FFFD; control characters (C0, DEL, C1) are escaped.
void append_json(std::string& out, std::string_view text);

/// Appends `text` for people: as it is, but control characters, backslashes and bytes that are not
/// UTF-8 as \xNN.
void append_printable(std::string& out, std::string_view text);

}  // namespace todod::observability
