// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a server asks of the kernel for its own process.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace todod::app {

/// No core dump, and no other process of this user may read this one's memory, environment or
/// descriptors (prctl(2), PR_SET_DUMPABLE): they hold secrets and tasks. For every command.
void keep_memory_private() noexcept;

/// SQLite's connections share an index through a file that is mapped into memory. Where its file
/// system stops taking writes (it became read-only after an error of the disk), the kernel has no
/// other answer to one than SIGBUS: then a line on standard error says so, and the process ends by
/// that signal, for whoever looks after it to start it again. What was acknowledged is in the WAL.
void tell_of_lost_files() noexcept;

/// As many descriptors as `connections` need, where the hard limit allows it. Returns how many
/// connections there may be: that many, or what the limit leaves room for.
[[nodiscard]] std::size_t make_room_for(std::size_t connections) noexcept;

/// Lines for the log about what could be better: "running as root", ... `connections` as asked for
/// and as make_room_for() said.
[[nodiscard]] std::vector<std::string> advice(std::size_t wanted, std::size_t possible);

}  // namespace todod::app
