// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/backup.hpp"

#include "database/database.hpp"
#include "database/sqlite/connection.hpp"
#include "database/sqlite/new_file.hpp"
#include "database/sqlite/schema.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <system_error>

namespace todod::database::sqlite {
namespace {

namespace fs = std::filesystem;

struct contents {
  std::size_t schema = 0;
  std::int64_t users = 0;
  std::int64_t tasks = 0;
  bool operator==(const contents&) const = default;
};

std::int64_t count_in(connection& db, std::string_view sql) {
  statement query(db, sql);
  return query.step() ? query.number(0) : 0;
}

contents contents_of(connection& db) {
  contents found{.schema = schema_of(db).applied};
  if (found.schema == 0) throw backup_error("it holds no tasks of todod");
  found.users = count_in(db, "select count(*) from users");
  found.tasks = count_in(db, "select count(*) from tasks");
  return found;
}

std::string describe(const contents& what) {
  return fmt::format("{} users and {} tasks, schema {}", what.users, what.tasks, what.schema);
}

/// All of `file` as it is at this moment; what it held.
contents copy_snapshot(const fs::path& file, const fs::path& to) {
  auto source = connection::open_to_read(file);
  auto target = connection::open_copy(to);
  source.execute("begin");  // what is counted is what is copied
  const auto copied = contents_of(source);
  auto* work = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
  if (work == nullptr) target.fail(sqlite3_errcode(target.handle()));
  const int step = sqlite3_backup_step(work, -1);
  const int end = sqlite3_backup_finish(work);
  if (step != SQLITE_DONE) target.fail(end != SQLITE_OK ? end : step);
  source.execute("commit");
  target.execute("pragma journal_mode = delete");  // one plain file
  return copied;
}

/// Reads the copy back from its file.
void verify(const fs::path& file, const contents& copied) {
  auto db = connection::open_to_read(file);
  statement integrity(db, "pragma integrity_check(1)");
  if (!integrity.step() || integrity.text(0) != "ok") {
    std::string findings(integrity.text(0));
    std::ranges::replace(findings, '\n', ' ');
    throw backup_error("it is damaged (" + findings + ")");
  }
  statement references(db, "pragma foreign_key_check");
  if (references.step()) throw backup_error("it is damaged (tasks without their user)");
  if (const auto found = contents_of(db); found != copied) {
    throw backup_error("the copy holds " + describe(found) + " instead of " + describe(copied));
  }
}

contents copy_verified(const fs::path& file, const new_file& to) {
  const auto copied = copy_snapshot(file, to.path());
  verify(to.path(), copied);
  return copied;
}

/// Every failure as one line that names the files.
template <class Work>
std::string explained(const std::string& what, Work work) {
  try {
    return work();
  } catch (const sqlite_error& error) {
    throw backup_error(what + ": " + error.what());
  } catch (const backup_error& error) {
    throw backup_error(what + ": " + error.what());
  } catch (const fs::filesystem_error& error) {
    throw backup_error(what + ": " + error.code().message());
  }
}

fs::path beside(const fs::path& file, const std::string& suffix) {
  return file.string() + suffix;
}

/// What is still in its WAL comes into the file, so that it can be moved as one. Of a file that is
/// damaged, which may be why there is a restore, the WAL is left as it is and kept beside it:
/// SQLite would remove what it cannot use. A file without one is not touched: opening it to write
/// would put it into WAL mode, under a journal that whoever only reads cannot roll back.
void empty_wal(const fs::path& file) {
  if (!fs::exists(beside(file, "-wal"))) return;
  try {
    auto readable = connection::open_to_read(file);
    (void)schema_of(readable);
  } catch (const std::exception&) {
    return;
  }
  try {
    auto db = connection::open_to_write(file);
    statement(db, "pragma wal_checkpoint(truncate)").run();
  } catch (const sqlite_error&) {
    // The same, found later.
  }
}

/// Where the file system has no links (FAT, many network shares): moving it away would leave no
/// database for a moment, and whoever starts a server in it gets an empty one. `to` is free.
void copy_bytes(const fs::path& file, const fs::path& to) {
  new_file copy(to);
  fs::copy_file(file, copy.path(), fs::copy_options::overwrite_existing);
  copy.take_name_of_another();  // whoever cannot link may not know "never replace" either
}

/// A second name for `file`, and the first one free of what belongs to it. The name.
fs::path set_aside(const fs::path& file) {
  empty_wal(file);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto name = fmt::format(".before-restore-{:%Y%m%dT%H%M%SZ}", now);
  auto kept = beside(file, name);
  for (int more = 2; fs::exists(kept); ++more)
    kept = beside(file, fmt::format("{}-{}", name, more));
  std::error_code no_links;
  fs::create_hard_link(file, kept, no_links);
  if (no_links) copy_bytes(file, kept);
  // A WAL or journal that stays here would be taken for the new file's.
  for (const char* suffix : {"-wal", "-journal"}) {
    if (fs::exists(beside(file, suffix))) fs::rename(beside(file, suffix), beside(kept, suffix));
  }
  fs::remove(beside(file, "-shm"));
  return kept;
}

}  // namespace

std::string back_up(const fs::path& file, const fs::path& to) {
  return explained(fmt::format("cannot back up {} to {}", file.string(), to.string()), [&] {
    if (!fs::exists(file)) throw backup_error("there is no database yet");
    if (fs::exists(to)) throw backup_error("there is a file of that name, which is left alone");
    new_file target(to);
    const auto copied = copy_verified(file, target);
    target.take_name();
    return fmt::format("copied {} to {} and verified it: {}", file.string(), to.string(),
                       describe(copied));
  });
}

std::string restore(const fs::path& file, const fs::path& from) {
  return explained(fmt::format("cannot restore {} from {}", file.string(), from.string()), [&] {
    if (!fs::exists(from)) throw backup_error("there is no such backup");
    const auto real = fs::weakly_canonical(file);  // a link stays one
    if (fs::exists(real) && fs::equivalent(from, real)) throw backup_error("they are one file");
    new_file target(real);
    const auto copied = copy_verified(from, target);
    const auto kept = fs::exists(real) ? set_aside(real) : fs::path{};
    target.take_name_of_another();
    return fmt::format("restored {} from {} and verified it: {}{}", file.string(), from.string(),
                       describe(copied),
                       kept.empty() ? "" : "; what was there is kept as " + kept.string());
  });
}

}  // namespace todod::database::sqlite
