// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/trace_context.hpp"

namespace todod::observability {
namespace {

// 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
constexpr std::size_t length_of_version_0 = 55;

bool is_hexadecimal(std::string_view text) noexcept {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}
bool is_zero(std::string_view text) noexcept {
  return text.find_first_not_of('0') == std::string_view::npos;
}

}  // namespace

std::string_view trace_id_of(std::string_view traceparent) noexcept {
  if (traceparent.size() < length_of_version_0) return {};
  const std::string_view version = traceparent.substr(0, 2);
  const std::string_view trace = traceparent.substr(3, trace_id_length);
  const std::string_view parent = traceparent.substr(36, 16);
  const std::string_view flags = traceparent.substr(53, 2);
  if (traceparent[2] != '-' || traceparent[35] != '-' || traceparent[52] != '-') return {};
  if (!is_hexadecimal(version) || version == "ff" || !is_hexadecimal(trace) || is_zero(trace) ||
      !is_hexadecimal(parent) || is_zero(parent) || !is_hexadecimal(flags)) {
    return {};
  }
  // A version to come may append fields, after one more "-".
  if (traceparent.size() > length_of_version_0 &&
      (version == "00" || traceparent[length_of_version_0] != '-')) {
    return {};
  }
  return trace;
}

}  // namespace todod::observability
