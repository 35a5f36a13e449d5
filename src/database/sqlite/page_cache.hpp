// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// SQLite's own page cache, but a commit does not look through all of it.
//
// Where SQLite puts sibling pages of a B-tree in order, it parks one of them for a moment under the
// number of the locking page, 1 GiB into the file, which holds no data in any database. The page
// cache remembers the largest number that it has seen and discards, at the end of each commit, what
// lies behind the database's end: it then looks at every page it has, 8,000 of them here. Parked
// under number 0, which no page has, nothing seems to lie there.
// Sources: sqlite.org/c3ref/pcache_methods2.html, sqlite.org/fileformat2.html#the_lock_byte_page.
#pragma once

#include <sqlite3.h>

namespace todod::database::sqlite {

/// The locking page's number where pages have 4 KiB, as those of todod's files.
inline constexpr unsigned locking_page = 0x40000000 / 4096 + 1;

/// Sets the page cache, once, for all connections of this process. To be called before SQLite does
/// anything else in it: afterwards SQLite keeps the one it has, which does the same more slowly.
void use_page_cache();

/// The cache whose methods are `Inner`, with that page under number 0. Each page keeps a number of
/// its own, so also files with pages of another size, whose page of this number holds data, are
/// cached rightly. As safe for threads as `Inner` is.
template <const sqlite3_pcache_methods2& Inner>
struct parking_at_zero {
  [[nodiscard]] static sqlite3_pcache_methods2 methods() {
    auto all = Inner;
    all.xFetch = fetch;
    all.xRekey = rekey;
    all.xTruncate = truncate;
    return all;
  }

 private:
  static unsigned key_of(unsigned page) noexcept { return page == locking_page ? 0 : page; }

  static sqlite3_pcache_page* fetch(sqlite3_pcache* cache, unsigned page, int create) {
    return Inner.xFetch(cache, key_of(page), create);
  }
  static void rekey(sqlite3_pcache* cache, sqlite3_pcache_page* content, unsigned from,
                    unsigned to) {
    Inner.xRekey(cache, content, key_of(from), key_of(to));
  }
  static void truncate(sqlite3_pcache* cache, unsigned first) {
    if (first <= locking_page) {
      if (auto* parked = Inner.xFetch(cache, 0, 0)) Inner.xUnpin(cache, parked, /*discard=*/1);
    }
    Inner.xTruncate(cache, first);
  }
};

}  // namespace todod::database::sqlite
