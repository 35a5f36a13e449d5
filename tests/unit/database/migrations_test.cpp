// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/migrations.hpp"

#include "database/database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace todod::database {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

const std::vector<migration> three = make_migrations(std::vector<migration_file>{
    {"0003_third.sql", "c"}, {"0001_first.sql", "a"}, {"0002_second.sql", "b"}});

std::vector<applied_migration> applied(std::initializer_list<std::size_t> indexes) {
  std::vector<applied_migration> rows;
  for (const auto index : indexes) {
    rows.push_back({three[index].number, three[index].name, three[index].checksum});
  }
  return rows;
}

TEST(migrations, are_ordered_by_number_and_carry_a_checksum) {
  ASSERT_EQ(three.size(), 3U);
  EXPECT_EQ(three[0].name, "0001_first");
  EXPECT_EQ(three[2].name, "0003_third");
  // FIPS 180-4, the SHA-256 of "a"
  EXPECT_EQ(three[0].checksum, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
}

TEST(migrations, with_a_gap_or_a_wrong_name_are_a_defect_of_the_build) {
  const auto make = [](std::vector<migration_file> files) { return make_migrations(files); };
  EXPECT_THROW(make({{"0002_x.sql", ""}}), std::logic_error);
  EXPECT_THROW(make({{"0001_x.sql", ""}, {"0001_y.sql", ""}}), std::logic_error);
  EXPECT_THROW(make({{"1_x.sql", ""}}), std::logic_error);
  EXPECT_THROW(make({{"0001x.sql", ""}}), std::logic_error);
  EXPECT_THROW(make({{"1", ""}}), std::logic_error);
}

TEST(migrations, still_to_run_are_those_behind_the_last_applied) {
  EXPECT_EQ(pending_migrations(three, {}).size(), 3U);
  const auto two_left = pending_migrations(three, applied({0}));
  ASSERT_EQ(two_left.size(), 2U);
  EXPECT_EQ(two_left[0].name, "0002_second");
  EXPECT_THAT(pending_migrations(three, applied({0, 1, 2})), IsEmpty());
}

TEST(migrations, that_are_not_known_are_a_newer_schema) {
  auto rows = applied({0, 1, 2});
  rows.push_back({4, "0004_fourth", "x"});
  EXPECT_THAT([&] { (void)pending_migrations(three, rows); },
              ThrowsMessage<schema_error>(HasSubstr("0004_fourth")));
  EXPECT_THROW((void)pending_migrations(three, std::vector<applied_migration>{{0, "0000_x", ""}}),
               schema_error);
}

TEST(migrations, whose_text_or_name_changed_are_refused) {
  auto text = applied({0, 1});
  text[1].checksum = three[0].checksum;
  EXPECT_THAT([&] { (void)pending_migrations(three, text); },
              ThrowsMessage<schema_error>(HasSubstr("0002_second")));
  auto name = applied({0});
  name[0].name = "0001_other";
  EXPECT_THROW((void)pending_migrations(three, name), schema_error);
}

TEST(migrations, missing_in_the_middle_are_refused) {
  EXPECT_THROW((void)pending_migrations(three, applied({0, 2})), schema_error);
  EXPECT_THROW((void)pending_migrations(three, applied({1})), schema_error);
}

}  // namespace
}  // namespace todod::database
