// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/connection.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace todod::database::sqlite {
namespace {

class sqlite_connection : public testing::Test {
 protected:
  static std::string pragma(connection& db, const std::string& name) {
    statement query(db, "pragma " + name);
    return query.step() ? std::string(query.text(0)) : "";
  }
  static sqlite_error failure_of(connection& db, const char* sql) {
    try {
      db.execute(sql);
    } catch (const sqlite_error& error) {
      return error;
    }
    return {SQLITE_OK, "nothing failed"};
  }

  test::temporary_folder folder;
  const std::filesystem::path file = folder.path() / "x.db";
};

TEST_F(sqlite_connection, that_writes_is_durable_and_never_checkpoints_of_itself) {
  auto db = connection::open_to_write(file);
  EXPECT_EQ(pragma(db, "journal_mode"), "wal");
  EXPECT_EQ(pragma(db, "synchronous"), "2");  // FULL
  EXPECT_EQ(pragma(db, "foreign_keys"), "1");
  EXPECT_EQ(pragma(db, "trusted_schema"), "0");
  EXPECT_EQ(pragma(db, "wal_autocheckpoint"), "0");
  EXPECT_EQ(pragma(db, "mmap_size"), "0");
}

TEST_F(sqlite_connection, that_reads_cannot_write_or_checkpoint) {
  auto writer = connection::open_to_write(file);
  writer.execute("create table t (a integer) strict; insert into t values (1)");
  auto reader = connection::open_to_read(file);
  EXPECT_EQ(pragma(reader, "wal_autocheckpoint"), "0");
  EXPECT_EQ(pragma(reader, "mmap_size"), "0");
  EXPECT_EQ(pragma(reader, "trusted_schema"), "0");
  EXPECT_EQ(failure_of(reader, "insert into t values (2)").code(), SQLITE_READONLY);
  EXPECT_EQ(failure_of(reader, "pragma query_only = off; delete from t").code(), SQLITE_READONLY);
  statement count(reader, "select count(*) from t");
  ASSERT_TRUE(count.step());
  EXPECT_EQ(count.number(0), 1);
}

TEST_F(sqlite_connection, to_read_does_not_make_a_file) {
  EXPECT_THROW((void)connection::open_to_read(file), sqlite_error);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(sqlite_connection, tells_outages_from_defects) {
  auto db = connection::open_to_write(file);
  db.execute("create table t (a integer unique not null) strict; insert into t values (1)");
  EXPECT_EQ(failure_of(db, "insert into t values (1)").code(), SQLITE_CONSTRAINT);
  EXPECT_FALSE(failure_of(db, "insert into t values (1)").is_outage());
  EXPECT_FALSE(failure_of(db, "select nonsense").is_outage());
  db.execute("pragma max_page_count = 5");
  const auto full =
      failure_of(db, "create table u (a blob); insert into u values (zeroblob(100000))");
  EXPECT_EQ(full.code(), SQLITE_FULL) << full.what();
  EXPECT_TRUE(full.is_outage());
  EXPECT_TRUE(sqlite_error(SQLITE_IOERR_FSYNC, "").is_outage());
  EXPECT_TRUE(sqlite_error(SQLITE_BUSY_SNAPSHOT, "").is_outage());
  EXPECT_FALSE(sqlite_error(SQLITE_CORRUPT, "").is_outage());
}

TEST_F(sqlite_connection, statements_carry_every_kind_of_value) {
  auto db = connection::open_to_write(file);
  db.execute("create table t (a integer, b text, c blob, d text, e integer) strict");
  const std::string text = "\U0001F9FA'\"";
  task_id::bytes_type bytes{};
  bytes.fill(0xfe);
  const task_id id(bytes);
  {
    statement insert(db, "insert into t values (?1, ?2, ?3, ?4, ?5)");
    const use_of use(insert);
    use->bind(1, std::int64_t{-5});
    use->bind(2, std::string_view(text));
    use->bind(3, id);
    use->bind(4, std::optional<std::string_view>());
    use->bind(5, timestamp(std::chrono::milliseconds(1'767'962'096'789)));
    use->run();
  }
  EXPECT_EQ(db.changes(), 1);
  statement query(db, "select * from t");
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.number(0), -5);
  EXPECT_EQ(query.text(1), text);
  EXPECT_EQ(query.blob(2), std::string(16, '\xfe'));
  EXPECT_TRUE(query.is_null(3));
  EXPECT_EQ(query.number(4), 1'767'962'096'789);
  EXPECT_FALSE(query.step());
}

}  // namespace
}  // namespace todod::database::sqlite
