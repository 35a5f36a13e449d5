// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A bounded memory of users with some property. It may forget anyone and, rarely, take one for
// another: what is decided by it must be right either way, only slower.
#pragma once

#include "models/user_id.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace todod::database::postgres {

class user_hints {
 public:
  static constexpr std::size_t users_max = 16'384;  ///< a power of two; 8 bytes for each

  void remember(const user_id& user) noexcept {
    const std::uint64_t mark = mark_of(user);
    marks_[mark % users_max] = mark;
  }
  void forget_all() noexcept { std::ranges::fill(marks_, 0); }
  [[nodiscard]] bool knows(const user_id& user) const noexcept {
    const std::uint64_t mark = mark_of(user);
    return marks_[mark % users_max] == mark;
  }

 private:
  static std::uint64_t mark_of(const user_id& user) noexcept {
    return std::hash<std::string>{}(user.text()) | users_max;  // never the empty mark, 0
  }
  std::vector<std::uint64_t> marks_ = std::vector<std::uint64_t>(users_max);
};

}  // namespace todod::database::postgres
