// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/sqlite/page_cache.hpp"

namespace todod::database::sqlite {
namespace {

sqlite3_pcache_methods2 default_cache;

}  // namespace

void use_page_cache() {
  [[maybe_unused]] static const bool used = [] {
    if (sqlite3_config(SQLITE_CONFIG_GETPCACHE2, &default_cache) != SQLITE_OK) return false;
    auto methods = parking_at_zero<default_cache>::methods();
    return sqlite3_config(SQLITE_CONFIG_PCACHE2, &methods) == SQLITE_OK;
  }();
}

}  // namespace todod::database::sqlite
