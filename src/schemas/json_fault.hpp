// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What is wrong with a JSON text and where, in words that quote nothing of it.
#pragma once

#include "schemas/task_input.hpp"

#include <boost/json/error.hpp>

#include <cstddef>
#include <string_view>

namespace todod::schemas {

/// "line 2, column 7: `what`" for the byte at `offset` of `text`. A column is a code point.
[[nodiscard]] malformed_json fault_at(std::string_view text, std::size_t offset,
                                      std::string_view what);

/// The same for an error of Boost.JSON's parser.
[[nodiscard]] malformed_json fault_at(std::string_view text, std::size_t offset,
                                      const boost::json::error_code& error);

}  // namespace todod::schemas
