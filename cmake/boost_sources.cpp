// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The one translation unit that compiles Boost.JSON, and Boost.URL where its manual allows it.
#include <boost/json/src.hpp>
#include <boost/version.hpp>
#if BOOST_VERSION < 108300
#include <boost/url/src.hpp>
#endif
