// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What `todod serve` says on standard output before it serves: what was chosen and why, and on the
// settings of a first run the page's link and two commands, with a token that works as they stand.
#pragma once

#include "config/settings.hpp"

#include <string>

namespace todod::app {

[[nodiscard]] std::string greeting(const config::settings& settings,
                                   const std::string& database_description, const std::string& url);

}  // namespace todod::app
