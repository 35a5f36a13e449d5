// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Any text as a cursor, and any bytes as the content of one: what is accepted is what would be
// written, and is accepted for one list only.
#include "api/page_cursor.hpp"
#include "models/base64url.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace todod;

void check(bool holds) {
  if (!holds) std::abort();
}

page_request list(sort_field field, bool descending, status_filter status) {
  page_request page;
  page.order = {field, descending};
  page.status = status;
  return page;
}

/// How many lists accept `text`.
int accepted(std::string_view text, const user_id& owner) {
  int count = 0;
  for (const auto field : {sort_field::created_at, sort_field::updated_at, sort_field::title}) {
    for (const bool descending : {false, true}) {
      for (const auto status :
           {status_filter::all, status_filter::pending, status_filter::completed}) {
        const auto page = list(field, descending, status);
        const auto position = api::decode_cursor(text, owner, page);
        if (!position) continue;
        ++count;
        check(api::encode_cursor(owner, page, *position) == text);
        check(std::holds_alternative<std::string>(position->key) == (field == sort_field::title));
      }
    }
  }
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto alice = *user_id::parse("alice");
  static const auto bob = *user_id::parse("bob");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(accepted(text, alice) + accepted(text, bob) <= 1);

  // The head of a cursor of alice's list of the input's choice, and the input behind it.
  if (size == 0) return 0;
  const auto field = static_cast<sort_field>(data[0] % 3);
  const auto page = list(field, (data[0] & 0x40) != 0, static_cast<status_filter>(data[0] / 3 % 3));
  page_position any;
  if (field == sort_field::title) any.key = std::string("x");
  const auto head = base64url_decode(api::encode_cursor(alice, page, any))->substr(0, 10);
  const auto made = base64url_encode(head + std::string(text.substr(1)));
  check(accepted(made, alice) == (api::decode_cursor(made, alice, page) ? 1 : 0));
  check(accepted(made, bob) == 0);
  return 0;
}
