// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Any bytes as a .env file: every line is an entry or a fault, names are names, and what was read,
// written again in single quotes, reads the same.
#include "config/dotenv.hpp"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdlib>

namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
    return c == '_' || c == '.' || (c < 0x80 && std::isalnum(c) != 0);
  });
}

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace todod::config;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const dotenv parsed = parse_dotenv(text);
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  for (const dotenv_fault& fault : parsed.faults) {
    check(fault.line <= lines && !fault.detail.empty());
  }
  std::string again;
  for (const dotenv_entry& entry : parsed.entries) {
    check(is_name(entry.name));
    check(entry.value.find('\0') == std::string::npos);
    check(entry.value.size() <= size);
    if (entry.value.find('\'') != std::string::npos) return 0;  // cannot be in single quotes
    again += entry.name + "='" + entry.value + "'\n";
  }
  if (again.size() > dotenv_max_bytes) return 0;
  const dotenv second = parse_dotenv(again);
  check(second.faults.empty());
  check(std::ranges::equal(parsed.entries, second.entries, [](const auto& a, const auto& b) {
    return a.name == b.name && a.value == b.value;
  }));
  return 0;
}
