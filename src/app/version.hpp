// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace todod::app {

/// Of the project in CMakeLists.txt.
inline constexpr std::string_view version = TODOD_VERSION;

}  // namespace todod::app
