// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/schema.hpp"

#include "database/migrations.hpp"
#include "sqlite_migrations.hpp"

namespace todod::database::sqlite {
namespace {

std::vector<migration> known_migrations() {
  std::vector<migration_file> files;
  for (const auto& file : embedded::embedded_files())
    files.push_back({file.name, file.content});
  return make_migrations(files);
}

std::vector<applied_migration> applied_migrations(connection& db) {
  std::vector<applied_migration> applied;
  {
    statement exists(db, "select 1 from sqlite_schema where name = 'schema_migrations'");
    if (!exists.step()) return applied;
  }
  statement query(db, "select number, name, checksum from schema_migrations order by number");
  while (query.step()) {
    applied.push_back({static_cast<int>(query.number(0)), std::string(query.text(1)),
                       std::string(query.text(2))});
  }
  return applied;
}

}  // namespace

std::vector<std::string> run_migrations(connection& db) {
  const auto known = known_migrations();
  db.execute("begin immediate");
  try {
    db.execute(
        "create table if not exists schema_migrations (number integer primary key, "
        "name text not null, checksum text not null, applied_at integer not null) strict");
    const auto applied = applied_migrations(db);
    std::vector<std::string> names;
    for (const auto& next : pending_migrations(known, applied)) {
      db.execute(std::string(next.sql).c_str());
      statement note(db,
                     "insert into schema_migrations values (?1, ?2, ?3, "
                     "cast((julianday('now') - 2440587.5) * 86400000 as integer))");
      note.bind(1, std::int64_t{next.number});
      note.bind(2, next.name);
      note.bind(3, next.checksum);
      note.run();
      names.push_back(next.name);
    }
    db.execute("commit");
    return names;
  } catch (...) {
    sqlite3_exec(db.handle(), "rollback", nullptr, nullptr, nullptr);
    throw;
  }
}

schema_state schema_of(connection& db) {
  const auto known = known_migrations();
  const auto pending = pending_migrations(known, applied_migrations(db));
  return {.applied = known.size() - pending.size(), .known = known.size()};
}

}  // namespace todod::database::sqlite
