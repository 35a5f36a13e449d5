// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The header `traceparent` (W3C Trace Context, section 3.2): taken to be logged.
#pragma once

#include <string_view>

namespace todod::observability {

inline constexpr std::size_t trace_id_length = 32;

/// The trace id within `traceparent`, 32 lower-case hexadecimal digits; empty if the value is not
/// valid (bad form, version ff, an id of zeros).
[[nodiscard]] std::string_view trace_id_of(std::string_view traceparent) noexcept;

}  // namespace todod::observability
