// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The texts of the list statements: one static statement for each shape of a page, made on first
// use. A generic plan of a statement with `or` and `case` over sort and status could use no index.
#pragma once

#include "database/postgres/statements.hpp"

#include <vector>

namespace todod::database::postgres {

/// Parameters: owner, row limit, and for a page `after` another its sort key and id.
void append_list_statements(std::vector<statement>& all, std::string_view task_columns);

}  // namespace todod::database::postgres
