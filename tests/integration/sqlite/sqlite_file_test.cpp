// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a SQLite database does with the file, its folder and its neighbours when it starts.
#include "integration/sqlite/sqlite_test.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace todod::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using sqlite_file = sqlite_test;

TEST_F(sqlite_file, a_new_file_gets_the_schema_once) {
  EXPECT_THAT(make()->migrate(), ElementsAre("0001_users_and_tasks", "0002_tasks_in_default_order",
                                             "0003_small_users_in_the_order_of_their_ids"));
  EXPECT_THAT(make()->migrate(), IsEmpty());
  const auto again = make();
  EXPECT_THAT(again->migrate(), IsEmpty());
  again->start();  // after migrate() of the same object too
}

TEST_F(sqlite_file, an_empty_file_is_a_new_database) {
  std::ofstream(file()).flush();
  EXPECT_THAT(make()->migrate(), ElementsAre("0001_users_and_tasks", "0002_tasks_in_default_order",
                                             "0003_small_users_in_the_order_of_their_ids"));
}

TEST_F(sqlite_file, tasks_outlive_the_process_and_nothing_is_left_beside_the_file) {
  {
    const auto first = started();
    event_loop loop(*first);
    tasks_of(loop, "alice").create(id_of(1), draft("task"));
  }
  EXPECT_FALSE(std::filesystem::exists(file().string() + "-wal"));
  const auto second = started();
  event_loop loop(*second);
  EXPECT_EQ(tasks_of(loop, "alice").find(id_of(1))->title, "task");
}

TEST_F(sqlite_file, writes_that_wait_when_the_database_ends_are_kept) {
  {
    const auto first = started();
    event_loop loop(*first);
    tasks_of alice(loop, "alice");
    std::vector<std::future<database::result<create_answer>>> under_way;
    for (std::uint32_t i = 0; i < 500; ++i)
      under_way.push_back(alice.begin_create(id_of(i), draft("task")));
    tasks_of::value(wait_for(std::move(under_way.back())));  // the loop has handed over all
  }
  const auto second = started();
  event_loop loop(*second);
  EXPECT_EQ(tasks_of(loop, "alice").list({}).tasks.size(), 500U);
}

TEST_F(sqlite_file, no_other_user_can_read_it) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of(loop, "alice").create(id_of(1), draft("private"));
  for (const auto* suffix : {"", "-wal", "-shm", ".lock"}) {
    struct stat status = {};
    ASSERT_EQ(stat((file().string() + suffix).c_str(), &status), 0) << suffix;
    EXPECT_EQ(status.st_mode & 0777, 0600U) << suffix;
  }
}

TEST_F(sqlite_file, a_second_process_is_told_who_has_it) {
  const auto first = started();
  const auto text = thrown_by<database::unavailable_error>([&] { make()->start(); });
  EXPECT_THAT(text,
              AllOf(HasSubstr(file().string() + " is in use"), HasSubstr(std::to_string(getpid())),
                    HasSubstr("DATA_DIR"), Not(HasSubstr("\n"))));
  EXPECT_NE(thrown_by<database::unavailable_error>([&] { make()->migrate(); }), "");
}

TEST_F(sqlite_file, a_second_name_of_the_file_does_not_get_around_the_lock) {
  const auto first = started();
  const auto other_name = folder.path() / "link.db";
  std::filesystem::create_symlink(file(), other_name);
  const auto second = database::sqlite::make_sqlite_database({.file = other_name}, events);
  EXPECT_THAT(thrown_by<database::unavailable_error>([&] { second->start(); }),
              HasSubstr("in use"));
}

TEST_F(sqlite_file, the_next_process_gets_it_once_the_first_has_ended) {
  started().reset();
  EXPECT_EQ(thrown_by<std::exception>([&] { (void)started(); }), "");
}

TEST_F(sqlite_file, a_folder_that_is_not_there_is_one_clear_line) {
  const auto nowhere = folder.path() / "missing" / "todod.db";
  const auto database = database::sqlite::make_sqlite_database({.file = nowhere}, events);
  EXPECT_THAT(thrown_by<database::unavailable_error>([&] { database->start(); }),
              AllOf(HasSubstr(nowhere.string()), HasSubstr("No such file or directory"),
                    Not(HasSubstr("\n"))));
}

/// Root may write everywhere, so the test becomes another user while it needs to.
class as_other_user {
 public:
  as_other_user() : is_root_(geteuid() == 0) {
    if (is_root_ && seteuid(65534) != 0) throw std::runtime_error("seteuid");
  }
  ~as_other_user() {
    if (is_root_ && seteuid(0) != 0) std::abort();
  }

 private:
  bool is_root_;
};

TEST_F(sqlite_file, a_folder_that_cannot_be_written_is_one_clear_line) {
  ASSERT_EQ(chmod(folder.path().c_str(), 0555), 0);
  std::string text;
  {
    const as_other_user me;
    text = thrown_by<database::unavailable_error>([&] { make()->start(); });
  }
  ASSERT_EQ(chmod(folder.path().c_str(), 0700), 0);
  EXPECT_THAT(text, AllOf(HasSubstr(file().string()), HasSubstr("Permission denied"),
                          HasSubstr("write"), Not(HasSubstr("\n"))));
}

TEST_F(sqlite_file, a_file_that_cannot_be_written_is_one_clear_line) {
  make()->migrate();
  ASSERT_EQ(chmod(folder.path().c_str(), 0777), 0);
  ASSERT_EQ(chmod(file().c_str(), 0444), 0);
  ASSERT_EQ(chmod((file().string() + ".lock").c_str(), 0666), 0);
  std::string text;
  {
    const as_other_user me;
    text = thrown_by<database::unavailable_error>([&] { make()->start(); });
  }
  EXPECT_THAT(text, AllOf(HasSubstr(file().string()), HasSubstr("let this user write"),
                          Not(HasSubstr("\n"))));
}

TEST_F(sqlite_file, what_is_no_database_is_refused_and_left_alone) {
  const std::string content(8'192, 'x');
  std::ofstream(file()) << content;
  const auto text = thrown_by<database::unavailable_error>([&] { make()->start(); });
  EXPECT_THAT(text, AllOf(HasSubstr(file().string()), HasSubstr("not a database"),
                          HasSubstr("backup"), Not(HasSubstr("\n"))));
  std::ifstream now(file());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(now), {}), content);
}

TEST_F(sqlite_file, a_newer_schema_is_refused) {
  make()->migrate();
  foreign().execute("insert into schema_migrations values (999, '0999_from_the_future', 'x', 0)");
  for (const auto& text : {thrown_by<database::schema_error>([&] { make()->start(); }),
                           thrown_by<database::schema_error>([&] { make()->migrate(); }),
                           thrown_by<database::schema_error>([&] { make()->probe(); })}) {
    EXPECT_THAT(text, AllOf(HasSubstr("0999_from_the_future"), HasSubstr("newer todod")));
  }
}

TEST_F(sqlite_file, a_migration_that_changed_since_is_refused) {
  make()->migrate();
  foreign().execute("update schema_migrations set checksum = 'another'");
  EXPECT_THAT(thrown_by<database::schema_error>([&] { make()->start(); }),
              HasSubstr("0001_users_and_tasks"));
}

TEST_F(sqlite_file, another_programs_database_is_refused_and_left_as_it_was) {
  foreign().execute("create table tasks (name text); insert into tasks values ('theirs')");
  EXPECT_THAT(thrown_by<database::unavailable_error>([&] { make()->start(); }),
              HasSubstr(file().string()));
  auto db = foreign();
  statement tables(db, "select group_concat(name) from sqlite_schema");
  ASSERT_TRUE(tables.step());
  EXPECT_EQ(tables.text(0), "tasks");
}

TEST_F(sqlite_file, a_probe_says_what_is_there_and_changes_nothing) {
  EXPECT_THAT(make()->probe(), HasSubstr("no file yet"));
  EXPECT_FALSE(std::filesystem::exists(file()));
  foreign().execute("create table something (a integer)");
  EXPECT_THAT(make()->probe(), HasSubstr("schema 0 of 3"));
  std::filesystem::remove(file());
  make()->migrate();
  EXPECT_THAT(make()->probe(), HasSubstr("schema 3 of 3"));
  const auto running = started();
  EXPECT_THAT(make()->probe(), HasSubstr("schema 3 of 3"));  // beside a server that runs
  EXPECT_THAT(running->description(), HasSubstr(file().string()));
}

}  // namespace
}  // namespace todod::test
