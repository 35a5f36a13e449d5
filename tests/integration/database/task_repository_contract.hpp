// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The contract that every backend keeps (src/database/task_repository.hpp). The tests of
// *_contract_test.cpp know no backend; a backend joins them with one line in a file of its own:
//
//   INSTANTIATE_TEST_SUITE_P(sqlite, task_repository_contract,
//                            testing::Values(backend{"sqlite", make_it}), name_of_backend);
#pragma once

#include "support/event_loop.hpp"
#include "support/recording_observer.hpp"
#include "support/tasks_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <iostream>
#include <memory>
#include <ostream>
#include <string>

namespace todod::test {

/// An empty, migrated and started database of a test's own; gone with this object.
class test_database {
 public:
  virtual ~test_database() = default;
  [[nodiscard]] virtual database::database& get() = 0;
};

struct backend {
  std::string name;
  /// Events go to the observer, which outlives the database.
  std::function<std::unique_ptr<test_database>(database::observer&)> make;
  friend std::ostream& operator<<(std::ostream& out, const backend& of) { return out << of.name; }
};

inline std::string name_of_backend(const testing::TestParamInfo<backend>& info) {
  return info.param.name;
}

class task_repository_contract : public testing::TestWithParam<backend> {
 protected:
  /// Nothing that the contract allows is a defect to the backend.
  void TearDown() override {
    EXPECT_THAT(events.told("error"), testing::IsEmpty());
    EXPECT_THAT(events.told("fatal"), testing::IsEmpty());
    if (!HasFailure()) return;
    for (const auto* kind : {"warning", "lost"}) {
      for (const auto& text : events.told(kind))
        std::cout << kind << ": " << text << "\n";
    }
  }

  recording_observer events;
  std::unique_ptr<test_database> database = GetParam().make(events);
  event_loop loop{database->get()};
  tasks_of alice{loop, "alice"};
  tasks_of bob{loop, "bob"};
};

using database::create_outcome;
using database::failure;
using database::write_outcome;

}  // namespace todod::test
