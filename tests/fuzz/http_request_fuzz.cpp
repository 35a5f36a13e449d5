// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The request parser on any bytes, torn anywhere: every way of tearing gives the same result as one
// piece. The first byte of the input tells how many cuts follow it (two bytes each).
#include "unit/http/parse_in_pieces.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t count = std::min<std::size_t>(data[0] % 16, (size - 1) / 2);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1 + 2 * count,
                               size - 1 - 2 * count);
  std::vector<std::size_t> cuts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = data[1 + 2 * i] | (static_cast<std::size_t>(data[2 + 2 * i]) << 8);
    cuts.push_back(bytes.empty() ? 0 : at % (bytes.size() + 1));
  }
  std::sort(cuts.begin(), cuts.end());

  todod::http::limits bounds;
  bounds.head_max_bytes = 512;  // small enough for a fuzzer to reach
  bounds.body_max_bytes = 256;
  const auto whole = todod::http::parse_whole(bytes, bounds);
  const auto torn = todod::http::parse_in_pieces(bytes, cuts, bounds);
  if (!(whole == torn)) std::abort();
  if (whole.status == todod::http::parse_status::done) {
    if (whole.size > bytes.size() || whole.body.size() > bounds.body_max_bytes) std::abort();
    if (!whole.path.starts_with('/') && whole.path != "*") std::abort();
  }
  return 0;
}
