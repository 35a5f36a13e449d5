// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/wal_buffer.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace todod::database::sqlite {
namespace {

constexpr const char* vfs_name = "todod-wal-buffer";

sqlite3_vfs* default_vfs() {
  static sqlite3_vfs* const found = sqlite3_vfs_find(nullptr);
  return found;
}

/// Bytes of the file from `begin` on that have not been written yet. Not more: SQLite's own VFS
/// for Unix takes 128 KiB - 1 at a time (seekAndWriteFd() in os_unix.c cuts off the bits above).
struct tail {
  std::array<char, std::size_t{64} * 1024> bytes;
  sqlite3_int64 begin;
  std::size_t size = 0;

  [[nodiscard]] bool is_continued_by(std::size_t more, sqlite3_int64 at) const noexcept {
    return at == begin + static_cast<sqlite3_int64>(size) && more <= bytes.size() - size;
  }
};

/// What SQLite takes for the WAL. The default VFS's file lies behind it in the same memory, which
/// SQLite aligns to 8 bytes.
struct wal_file {
  sqlite3_file base;
  tail* unwritten;

  [[nodiscard]] static wal_file& of(sqlite3_file* file) noexcept {
    return *reinterpret_cast<wal_file*>(file);
  }
  [[nodiscard]] sqlite3_file* real() noexcept { return reinterpret_cast<sqlite3_file*>(this + 1); }

  /// What cannot be written is dropped: SQLite rolls the transaction back that it belongs to.
  int write_out() noexcept {
    const std::size_t size = std::exchange(unwritten->size, 0);
    if (size == 0) return SQLITE_OK;
    return real()->pMethods->xWrite(real(), unwritten->bytes.data(), static_cast<int>(size),
                                    unwritten->begin);
  }
};

/// Calls a method of the real file, which then has everything.
template <auto Method, class... Arguments>
int written_out(sqlite3_file* file, Arguments... arguments) {
  wal_file& wal = wal_file::of(file);
  const int written = wal.write_out();
  return written == SQLITE_OK ? (wal.real()->pMethods->*Method)(wal.real(), arguments...) : written;
}

/// Calls a method of the real file for which its contents don't matter.
template <auto Method, class... Arguments>
int passed_on(sqlite3_file* file, Arguments... arguments) {
  sqlite3_file* real = wal_file::of(file).real();
  return (real->pMethods->*Method)(real, arguments...);
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
  wal_file& wal = wal_file::of(file);
  tail& unwritten = *wal.unwritten;
  const auto count = static_cast<std::size_t>(size);
  if (!unwritten.is_continued_by(count, at)) {
    if (const int written = wal.write_out(); written != SQLITE_OK) return written;
    if (count > unwritten.bytes.size()) {
      return wal.real()->pMethods->xWrite(wal.real(), data, size, at);
    }
    unwritten.begin = at;
  }
  std::copy_n(static_cast<const char*>(data), count, unwritten.bytes.data() + unwritten.size);
  unwritten.size += count;
  return SQLITE_OK;
}

int close(sqlite3_file* file) {
  wal_file& wal = wal_file::of(file);
  const int written = wal.write_out();
  delete wal.unwritten;
  const int closed = wal.real()->pMethods->xClose(wal.real());
  return written == SQLITE_OK ? closed : written;
}

static_assert(alignof(wal_file) <= 8 && sizeof(wal_file) % 8 == 0);

using io = sqlite3_io_methods;
constexpr io methods = {
    .iVersion = 1,  // what is newer, shared memory and mmap, SQLite never asks of a WAL
    .xClose = close,
    .xRead = written_out<&io::xRead, void*, int, sqlite3_int64>,
    .xWrite = write,
    .xTruncate = written_out<&io::xTruncate, sqlite3_int64>,
    .xSync = written_out<&io::xSync, int>,
    .xFileSize = written_out<&io::xFileSize, sqlite3_int64*>,
    .xLock = passed_on<&io::xLock, int>,
    .xUnlock = passed_on<&io::xUnlock, int>,
    .xCheckReservedLock = passed_on<&io::xCheckReservedLock, int*>,
    .xFileControl = passed_on<&io::xFileControl, int, void*>,
    .xSectorSize = passed_on<&io::xSectorSize>,
    .xDeviceCharacteristics = passed_on<&io::xDeviceCharacteristics>,
};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_used) {
  sqlite3_vfs* vfs = default_vfs();
  if ((flags & SQLITE_OPEN_WAL) == 0) return vfs->xOpen(vfs, name, file, flags, flags_used);
  wal_file& wal = wal_file::of(file);
  wal.base.pMethods = nullptr;  // not to be closed
  auto unwritten = std::unique_ptr<tail>(new (std::nothrow) tail);
  if (!unwritten) return SQLITE_NOMEM;
  const int opened = vfs->xOpen(vfs, name, wal.real(), flags, flags_used);
  if (opened != SQLITE_OK) {
    if (wal.real()->pMethods) wal.real()->pMethods->xClose(wal.real());
    return opened;
  }
  wal.unwritten = unwritten.release();
  wal.base.pMethods = &methods;
  return SQLITE_OK;
}

}  // namespace

const char* wal_buffering_vfs() {
  static const bool registered = [] {
    if (!default_vfs()) return false;
    static sqlite3_vfs own = *default_vfs();
    own.zName = vfs_name;
    own.pNext = nullptr;
    own.szOsFile += static_cast<int>(sizeof(wal_file));
    own.xOpen = open;
    return sqlite3_vfs_register(&own, 0) == SQLITE_OK;
  }();
  return registered ? vfs_name : nullptr;
}

}  // namespace todod::database::sqlite
