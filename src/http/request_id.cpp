// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/request_id.hpp"

#include <sys/random.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <system_error>

namespace todod::http {

request_id_source::request_id_source() {
  while (::getrandom(state_.data(), sizeof state_, 0) != static_cast<ssize_t>(sizeof state_)) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "getrandom");
  }
  state_[0] |= 1;  // all zeros would stay zeros
}

void request_id_source::next(std::string& out) noexcept {
  // xoroshiro128+ (Blackman and Vigna)
  std::uint64_t high = state_[1];
  const std::uint64_t value = state_[0] + high;
  high ^= state_[0];
  state_[0] = std::rotl(state_[0], 24) ^ high ^ (high << 16);
  state_[1] = std::rotl(high, 37);
  out.resize(16);
  for (unsigned i = 0; i < 16; ++i) {
    out[i] = "0123456789abcdef"[(value >> (60 - 4 * i)) & 15];
  }
}

void choose_request_id(request& in, std::size_t max_bytes, request_id_source& source) {
  const auto sent = in.find("X-Request-Id");
  const bool good =
      sent && !sent->empty() && sent->size() <= max_bytes &&
      std::all_of(sent->begin(), sent->end(), [](char c) { return c >= 0x21 && c <= 0x7e; }) &&
      in.count("X-Request-Id") == 1;
  if (good) {
    in.request_id.assign(*sent);
  } else {
    source.next(in.request_id);
  }
}

}  // namespace todod::http
