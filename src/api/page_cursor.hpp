// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The opaque cursor of a next link: where a page ended, bound to the list that it is of.
#pragma once

#include "models/task_page.hpp"
#include "models/user_id.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace todod::api {

/// `last` as a text of base64url. The same at every replica.
[[nodiscard]] std::string encode_cursor(const user_id& owner, const page_request& page,
                                        const page_position& last);

/// The position, or nothing if `text` is no cursor, a damaged one, or one of another user, order or
/// filter than `page` has. A cursor has a checksum but no signature: a made-up one can only name a
/// position among its maker's own tasks.
[[nodiscard]] std::optional<page_position> decode_cursor(std::string_view text,
                                                         const user_id& owner,
                                                         const page_request& page);

}  // namespace todod::api
