// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/page_cache.hpp"

#include "database/sqlite/connection.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>

namespace todod::database::sqlite {
namespace {

/// What the inner cache was asked, in place of one.
struct recorded {
  std::map<unsigned, sqlite3_pcache_page> pages;
  unsigned largest = 0;  ///< as SQLite's own cache counts it: what a truncation looks for
  unsigned truncations_with_work = 0;
};

recorded& of(sqlite3_pcache* cache) {
  return *reinterpret_cast<recorded*>(cache);
}

const sqlite3_pcache_methods2 recording = [] {
  sqlite3_pcache_methods2 methods{};
  methods.xFetch = [](sqlite3_pcache* cache, unsigned key, int create) -> sqlite3_pcache_page* {
    const auto found = of(cache).pages.find(key);
    if (found != of(cache).pages.end()) return &found->second;
    if (create == 0) return nullptr;
    of(cache).largest = std::max(of(cache).largest, key);
    return &of(cache).pages[key];
  };
  methods.xUnpin = [](sqlite3_pcache* cache, sqlite3_pcache_page* page, int discard) {
    if (discard != 0)
      std::erase_if(of(cache).pages, [&](auto& each) { return &each.second == page; });
  };
  methods.xRekey = [](sqlite3_pcache* cache, sqlite3_pcache_page*, unsigned from, unsigned to) {
    auto node = of(cache).pages.extract(from);
    node.key() = to;
    of(cache).pages.insert(std::move(node));
    of(cache).largest = std::max(of(cache).largest, to);
  };
  methods.xTruncate = [](sqlite3_pcache* cache, unsigned first) {
    if (first > of(cache).largest) return;
    ++of(cache).truncations_with_work;
    std::erase_if(of(cache).pages, [&](const auto& each) { return each.first >= first; });
    of(cache).largest = first - 1;
  };
  return methods;
}();

class parking : public testing::Test {
 protected:
  sqlite3_pcache_page* fetch(unsigned page, int create = 1) {
    return methods_.xFetch(cache(), page, create);
  }
  void rekey(unsigned from, unsigned to) { methods_.xRekey(cache(), fetch(from, 0), from, to); }
  void truncate(unsigned first) { methods_.xTruncate(cache(), first); }

  recorded inner_;

 private:
  sqlite3_pcache* cache() { return reinterpret_cast<sqlite3_pcache*>(&inner_); }

  sqlite3_pcache_methods2 methods_ = parking_at_zero<recording>::methods();
};

TEST_F(parking, a_commit_after_pages_changed_places_has_nothing_to_look_for) {
  auto* third = fetch(3);
  auto* fourth = fetch(4);
  rekey(3, locking_page);  // as balance_nonroot() in SQLite's btree.c does it
  rekey(4, 3);
  rekey(locking_page, 4);
  EXPECT_EQ(fetch(3, 0), fourth);
  EXPECT_EQ(fetch(4, 0), third);
  truncate(5);
  EXPECT_EQ(inner_.truncations_with_work, 0U);
  EXPECT_EQ(inner_.pages.size(), 2U);
}

TEST_F(parking, where_the_locking_page_holds_data_it_is_a_page_like_any_other) {
  auto* before = fetch(locking_page - 1);
  auto* parked = fetch(locking_page);
  auto* behind = fetch(locking_page + 1);
  EXPECT_NE(parked, before);
  EXPECT_NE(parked, behind);
  truncate(locking_page + 1);
  EXPECT_EQ(fetch(locking_page, 0), parked);
  EXPECT_EQ(fetch(locking_page + 1, 0), nullptr);
  truncate(locking_page);
  EXPECT_EQ(fetch(locking_page, 0), nullptr);
  EXPECT_EQ(fetch(locking_page - 1, 0), before);
  truncate(1);
  EXPECT_TRUE(inner_.pages.empty());
}

std::int64_t number_of(connection& db, const char* sql) {
  statement query(db, sql);
  return query.step() ? query.number(0) : -1;
}

/// With pages of 512 bytes page 262,145 is one of data, 128 MiB into the file.
TEST(page_cache, a_file_with_data_in_the_locking_page_shrinks_and_grows) {
  use_page_cache();
  const test::temporary_folder folder;
  const auto file = folder.path() / "file";
  std::ofstream(file).close();
  auto db = connection::open_copy(file);
  db.execute(
      "pragma page_size = 512; pragma auto_vacuum = incremental; pragma cache_size = 10000; "
      "create table filling (content blob); insert into filling values (zeroblob(131500000)); "
      "create table texts (id integer primary key, content text)");
  const auto fill = [&](const char* content) {
    statement insert(db,
                     "with recursive n (i) as (values (1) union all select i + 1 from n "
                     "where i < 2000) insert into texts select i, ?1 || i from n");
    insert.bind(1, content);
    insert.run();
  };
  const std::string before(450, 'a');
  const std::string after(450, 'b');
  fill(before.c_str());
  ASSERT_GT(number_of(db, "pragma page_count"), std::int64_t{locking_page});
  db.execute("delete from texts; pragma incremental_vacuum");
  ASSERT_LT(number_of(db, "pragma page_count"), std::int64_t{locking_page});
  fill(after.c_str());
  ASSERT_GT(number_of(db, "pragma page_count"), std::int64_t{locking_page});
  statement right(db, "select count(*) from texts where content = ?1 || id");
  right.bind(1, after);
  ASSERT_TRUE(right.step());
  EXPECT_EQ(right.number(0), 2000);
}

}  // namespace
}  // namespace todod::database::sqlite
