// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/wal_buffer.hpp"

#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>

namespace todod::database::sqlite {
namespace {

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A file opened as SQLite opens a WAL.
class opened_wal {
 public:
  explicit opened_wal(const std::filesystem::path& path, int more_flags = 0)
      : name_(path.string() + std::string(2, '\0')),  // parameters of a URI would follow: none
        vfs_(sqlite3_vfs_find(wal_buffering_vfs())),
        memory_(new std::byte[static_cast<std::size_t>(vfs_->szOsFile)]()) {
    const int flags = SQLITE_OPEN_WAL | SQLITE_OPEN_READWRITE | more_flags;
    EXPECT_EQ(vfs_->xOpen(vfs_, name_.c_str(), get(), flags, nullptr), SQLITE_OK);
  }
  ~opened_wal() { close(); }
  opened_wal(const opened_wal&) = delete;
  opened_wal& operator=(const opened_wal&) = delete;

  int close() {
    const auto* methods = std::exchange(get()->pMethods, nullptr);
    return methods ? methods->xClose(get()) : SQLITE_OK;
  }
  int write(const std::string& data, std::size_t at) {
    return get()->pMethods->xWrite(get(), data.data(), static_cast<int>(data.size()),
                                   static_cast<sqlite3_int64>(at));
  }
  std::string read(std::size_t size, std::size_t at) {
    std::string data(size, '?');
    EXPECT_EQ(get()->pMethods->xRead(get(), data.data(), static_cast<int>(size),
                                     static_cast<sqlite3_int64>(at)),
              SQLITE_OK);
    return data;
  }
  std::size_t size() {
    sqlite3_int64 size = -1;
    EXPECT_EQ(get()->pMethods->xFileSize(get(), &size), SQLITE_OK);
    return static_cast<std::size_t>(size);
  }
  int truncate(std::size_t size) {
    return get()->pMethods->xTruncate(get(), static_cast<sqlite3_int64>(size));
  }
  int sync() { return get()->pMethods->xSync(get(), SQLITE_SYNC_NORMAL); }

 private:
  sqlite3_file* get() { return reinterpret_cast<sqlite3_file*>(memory_.get()); }

  std::string name_;
  sqlite3_vfs* vfs_;
  std::unique_ptr<std::byte[]> memory_;
};

struct wal_buffer : testing::Test {
  wal_buffer() { std::ofstream{folder.path() / "db"}; }
  test::temporary_folder folder;
  std::filesystem::path path = folder.path() / "db-wal";
};

TEST_F(wal_buffer, what_is_appended_leaves_with_the_sync) {
  opened_wal wal(path, SQLITE_OPEN_CREATE);
  EXPECT_EQ(wal.write("one ", 0), SQLITE_OK);
  EXPECT_EQ(wal.write("two ", 4), SQLITE_OK);
  EXPECT_EQ(wal.write("three", 8), SQLITE_OK);
  EXPECT_EQ(contents_of(path), "");
  EXPECT_EQ(wal.sync(), SQLITE_OK);
  EXPECT_EQ(contents_of(path), "one two three");
  EXPECT_EQ(wal.write("!", 13), SQLITE_OK);
  EXPECT_EQ(wal.close(), SQLITE_OK);
  EXPECT_EQ(contents_of(path), "one two three!");
}

TEST_F(wal_buffer, a_database_in_wal_mode_writes_through_it) {
  sqlite3* db = nullptr;
  const auto name = (folder.path() / "db").string();
  ASSERT_EQ(sqlite3_open_v2(name.c_str(), &db, SQLITE_OPEN_READWRITE, wal_buffering_vfs()),
            SQLITE_OK);
  ASSERT_EQ(
      sqlite3_exec(db, "pragma journal_mode = wal; pragma synchronous = full; create table t(x);",
                   nullptr, nullptr, nullptr),
      SQLITE_OK);
  const auto before = std::filesystem::file_size(path);
  ASSERT_EQ(
      sqlite3_exec(db, "begin; insert into t values (zeroblob(9000));", nullptr, nullptr, nullptr),
      SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(db, "commit", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_GE(std::filesystem::file_size(path), before + 9000);
  sqlite3_close(db);
}

// Any order of calls, with writes of all sizes around that of the buffer: what is read, and what is
// in the file in the end, is as if nothing had been held back.
TEST_F(wal_buffer, nothing_is_different_but_when_it_is_written) {
  std::mt19937 random(20261128);
  const auto number = [&](std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
  };
  opened_wal wal(path, SQLITE_OPEN_CREATE);
  std::string model;
  for (int i = 0; i < 3'000; ++i) {
    const auto kind = number(20);
    if (kind < 14) {
      constexpr std::size_t sizes[] = {24, 4096, 65'535, 65'536, 65'537, 100'000};
      const std::string data(sizes[number(kind < 12 ? 2 : std::size(sizes))],
                             static_cast<char>('a' + number(26)));
      const std::size_t at = kind == 0 && !model.empty() ? number(model.size()) : model.size();
      ASSERT_EQ(wal.write(data, at), SQLITE_OK);
      model.resize(std::max(model.size(), at + data.size()));
      std::ranges::copy(data, model.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (kind < 17 && !model.empty()) {
      const std::size_t at = number(model.size());
      const std::size_t size = 1 + number(std::min<std::size_t>(model.size() - at, 5000));
      ASSERT_EQ(wal.read(size, at), model.substr(at, size));
    } else if (kind == 17) {
      ASSERT_EQ(wal.size(), model.size());
    } else if (kind == 18 || model.size() > 3'000'000) {
      model.resize(number(model.size() + 1));
      ASSERT_EQ(wal.truncate(model.size()), SQLITE_OK);
    } else {
      ASSERT_EQ(wal.sync(), SQLITE_OK);
      ASSERT_EQ(contents_of(path), model);
    }
  }
  ASSERT_EQ(wal.close(), SQLITE_OK);
  EXPECT_EQ(contents_of(path), model);
}

// SQLite then rolls back; what could not be written must not follow a later write.
TEST_F(wal_buffer, what_a_full_disk_refused_is_told_at_the_sync_and_forgotten) {
  opened_wal wal("/dev/full");
  EXPECT_EQ(wal.write("lost", 0), SQLITE_OK);
  EXPECT_EQ(wal.sync(), SQLITE_FULL);
  EXPECT_EQ(wal.close(), SQLITE_OK);
}

TEST_F(wal_buffer, a_file_that_cannot_be_opened_is_an_error) {
  const std::string name = (folder.path() / "nowhere" / "db-wal").string() + std::string(2, '\0');
  sqlite3_vfs* vfs = sqlite3_vfs_find(wal_buffering_vfs());
  const std::unique_ptr<std::byte[]> memory(
      new std::byte[static_cast<std::size_t>(vfs->szOsFile)]());
  auto* file = reinterpret_cast<sqlite3_file*>(memory.get());
  EXPECT_NE(vfs->xOpen(vfs, name.c_str(), file, SQLITE_OPEN_WAL | SQLITE_OPEN_READWRITE, nullptr),
            SQLITE_OK);
  EXPECT_EQ(file->pMethods, nullptr);
}

}  // namespace
}  // namespace todod::database::sqlite
