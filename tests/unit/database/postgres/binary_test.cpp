// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/binary.hpp"

#include "database/postgres/operation.hpp"
#include "database/postgres/sqlstate.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace todod::database::postgres {
namespace {

timestamp ms(std::int64_t count) {
  return timestamp{std::chrono::milliseconds{count}};
}

TEST(binary, timestamps_count_microseconds_from_2000) {
  EXPECT_EQ(to_postgres_microseconds(ms(946'684'800'000)), 0);
  EXPECT_EQ(to_postgres_microseconds(ms(946'684'800'001)), 1000);
  for (const std::int64_t count : {0LL, 946'684'799'999LL, 1'767'225'600'789LL, -1LL}) {
    EXPECT_EQ(from_postgres_microseconds(to_postgres_microseconds(ms(count))), ms(count));
  }
  EXPECT_EQ(from_postgres_microseconds(-1), ms(946'684'799'999));
}

TEST(binary, timestamps_that_postgresql_refuses_are_clamped) {
  const auto extreme = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(to_postgres_microseconds(ms(extreme)), 9'222'424'646'399'999'000);
  EXPECT_EQ(to_postgres_microseconds(ms(-extreme)), -210'866'803'200'000'000);
}

TEST(binary, arrays_have_the_header_of_the_wire_format) {
  array_builder built;
  built.start(text_oid, 2);
  built.add(std::string_view{"ab"});
  built.add(std::string_view{});
  const std::string expected{"\0\0\0\1\0\0\0\0\0\0\0\31\0\0\0\2\0\0\0\1\0\0\0\2ab\0\0\0\0", 30};
  EXPECT_EQ(built.bytes(), expected);
}

TEST(binary, arrays_with_nulls_say_so) {
  array_builder built;
  built.start(text_oid, 2);
  built.add_null();
  built.add(std::string_view{"a"});
  const std::string expected{"\0\0\0\1\0\0\0\1\0\0\0\31\0\0\0\2\0\0\0\1\377\377\377\377\0\0\0\1a",
                             29};
  EXPECT_EQ(built.bytes(), expected);
  built.start(text_oid, 0);
  EXPECT_EQ(built.bytes().substr(4, 4), (std::string_view{"\0\0\0\0", 4}));
}

TEST(binary, parameters_keep_numbers_and_borrow_texts) {
  parameter_list list;
  list.number<std::int64_t>(258);
  list.text("x");
  list.null();
  list.boolean(true);
  EXPECT_EQ(list.count(), 4);
  EXPECT_EQ(list.at(0), (std::string_view{"\0\0\0\0\0\0\1\2", 8}));
  EXPECT_EQ(list.at(1), "x");
  EXPECT_EQ(list.values()[2], nullptr);
  EXPECT_EQ(list.at(3), (std::string_view{"\1", 1}));
}

TEST(sqlstate, what_passes_by_itself_is_unavailable_and_the_rest_a_defect) {
  for (const char* state :
       {"57014", "55P03", "40P01", "40001", "57P01", "08006", "53300", "25006", ""}) {
    EXPECT_EQ(failure_of(state), failure::unavailable) << state;
  }
  for (const char* state : {"23503", "23514", "42P01", "22021", "XX000", "P0001"}) {
    EXPECT_EQ(failure_of(state), failure::internal) << state;
  }
}

}  // namespace
}  // namespace todod::database::postgres
