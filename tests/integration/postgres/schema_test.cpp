// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Migrations on a real server.
#include "backend.hpp"

#include <gmock/gmock.h>

namespace todod::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class schema : public testing::Test {
 protected:
  std::unique_ptr<database::database> make(const std::string& url) {
    return database::postgres::make_postgres_database(backend::options_for(url), events);
  }
  private_database own;
  recorder events;
};

TEST_F(schema, migrates_once_and_says_what_it_ran) {
  auto made = make(own.url());
  EXPECT_THAT(made->probe(), HasSubstr("schema 0 of 2"));
  EXPECT_THAT(made->migrate(), ElementsAre("0001_users_and_tasks", "0002_tasks_in_default_order"));
  EXPECT_THAT(made->migrate(), IsEmpty());
  EXPECT_THAT(made->probe(), HasSubstr("schema 2 of 2"));
}

TEST_F(schema, migrates_behind_a_pooler) {
  EXPECT_THAT(make(own.pooled_url())->migrate(),
              ElementsAre("0001_users_and_tasks", "0002_tasks_in_default_order"));
}

TEST_F(schema, replicas_that_start_together_migrate_once) {
  std::vector<std::thread> replicas;
  std::atomic<int> ran{0};
  for (int i = 0; i < 6; ++i) {
    replicas.emplace_back([&] {
      try {
        ran += static_cast<int>(make(own.url())->migrate().size());
      } catch (const std::exception& error) {
        ADD_FAILURE() << error.what();
      }
    });
  }
  for (auto& each : replicas)
    each.join();
  EXPECT_EQ(ran, 2) << "each migration by one of them";
}

TEST_F(schema, a_newer_one_is_refused) {
  ASSERT_FALSE(make(own.url())->migrate().empty());
  own.open().run("insert into schema_migrations values (999, '0999_of_the_future', 'x')");
  EXPECT_THROW(make(own.url())->migrate(), database::schema_error);
  backend server{own.url()};
  EXPECT_TRUE(server.turn_until([&] { return !server.events.all("fatal").empty(); }));
  EXPECT_THAT(server.events.all("connected"), IsEmpty());
}

TEST_F(schema, a_changed_one_is_refused) {
  ASSERT_FALSE(make(own.url())->migrate().empty());
  own.open().run("update schema_migrations set checksum = 'x'");
  EXPECT_THROW(make(own.url())->migrate(), database::schema_error);
}

TEST_F(schema, a_failed_migration_leaves_nothing_behind) {
  own.open().run("create table tasks (id int)");
  EXPECT_THROW(make(own.url())->migrate(), database::unavailable_error);
  EXPECT_EQ(own.open().run(
                "select to_regclass('users') is null and to_regclass('schema_migrations') is null"),
            "t");
}

TEST_F(schema, a_url_that_cannot_be_used_is_told_without_its_password) {
  for (const char* url : {"mysql://u:secret@h/d", "postgresql://u:sec%zzret@h/d",
                          "postgresql://u:secret@h/d?sslmode=sometimes"}) {
    try {
      make(url);
      ADD_FAILURE() << "was taken: " << url;
    } catch (const std::invalid_argument& error) {
      EXPECT_THAT(error.what(), testing::Not(HasSubstr("sec")));
    }
  }
}

TEST_F(schema, the_description_names_no_password) {
  EXPECT_EQ(make("postgres://u:secret@db.example:6543/app?sslmode=require")->description(),
            "PostgreSQL at db.example:6543/app");
}

}  // namespace
}  // namespace todod::test
