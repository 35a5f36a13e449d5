// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The one translation unit that compiles Boost.JSON and Boost.URL (both allow it in their manuals).
#include <boost/json/src.hpp>
#include <boost/url/src.hpp>
