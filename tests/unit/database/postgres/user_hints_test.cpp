// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/postgres/user_hints.hpp"

#include <gtest/gtest.h>

namespace todod::database::postgres {
namespace {

user_id numbered(int number) {
  return *user_id::parse("user-" + std::to_string(number));
}

TEST(user_hints, knows_whom_it_was_told_of) {
  user_hints hints;
  EXPECT_FALSE(hints.knows(numbered(1)));
  hints.remember(numbered(1));
  EXPECT_TRUE(hints.knows(numbered(1)));
  EXPECT_FALSE(hints.knows(numbered(2)));
  hints.forget_all();
  EXPECT_FALSE(hints.knows(numbered(1)));
}

TEST(user_hints, forgets_rather_than_grows) {
  user_hints hints;
  const int told = 4 * static_cast<int>(user_hints::users_max);
  for (int i = 0; i < told; ++i)
    hints.remember(numbered(i));
  int known = 0;
  for (int i = 0; i < told; ++i)
    known += hints.knows(numbered(i));
  EXPECT_LE(known, static_cast<int>(user_hints::users_max));
  EXPECT_TRUE(hints.knows(numbered(told - 1)));
}

}  // namespace
}  // namespace todod::database::postgres
