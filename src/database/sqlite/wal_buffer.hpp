// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A VFS for the connection that writes: what a commit appends to the WAL leaves in one write.
//
//   SQLite ─xWrite, twice a page─▶ buffer ─one pwrite─▶ WAL ─▶ xSync, as SQLite asks for it
//                                    └── also before anything else that is done with the WAL
//
// SQLite writes each page of the WAL as 24 bytes and 4 KiB: some 200 system calls for the commit of
// 30 tasks. Nobody reads these pages before the sync: a commit with synchronous=FULL is visible to
// others once it has synced, and what this connection reads itself is written first.
// Sources: sqlite.org/vfs.html, sqlite.org/c3ref/io_methods.html, sqlite.org/walformat.html.
#pragma once

namespace todod::database::sqlite {

/// The VFS's name, for sqlite3_open_v2(). Any thread. Null if it could not be registered: the
/// default VFS, which does the same with more system calls.
[[nodiscard]] const char* wal_buffering_vfs();

}  // namespace todod::database::sqlite
