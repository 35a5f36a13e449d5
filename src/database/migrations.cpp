// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "database/migrations.hpp"

#include "database/database.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace todod::database {
namespace {

std::string sha256_hex(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  std::string hex;
  for (const auto byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 0xf];
  }
  return hex;
}

/// "0001_users_and_tasks.sql" -> 1
int number_of(std::string_view file) {
  int number = 0;
  const auto [end, error] = std::from_chars(file.data(), file.data() + 4, number);
  if (error != std::errc{} || end != file.data() + 4 || !file.substr(4).starts_with('_')) {
    throw std::logic_error("a migration is not named NNNN_what.sql: " + std::string(file));
  }
  return number;
}

}  // namespace

std::vector<migration> make_migrations(std::span<const migration_file> files) {
  std::vector<migration> migrations;
  for (const auto& file : files) {
    migrations.push_back({.number = number_of(file.name),
                          .name = std::string(file.name.substr(0, file.name.rfind('.'))),
                          .sql = file.content,
                          .checksum = sha256_hex(file.content)});
  }
  std::ranges::sort(migrations, {}, &migration::number);
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    if (migrations[i].number != static_cast<int>(i) + 1) {
      throw std::logic_error("migrations are not numbered 1, 2, 3, ...: " + migrations[i].name);
    }
  }
  return migrations;
}

std::span<const migration> pending_migrations(std::span<const migration> known,
                                              std::span<const applied_migration> applied) {
  std::size_t done = 0;
  for (const auto& former : applied) {
    if (former.number < 1 || static_cast<std::size_t>(former.number) > known.size()) {
      throw schema_error("the database has migration " + former.name +
                         ", which this todod does not know: run the newer todod that made it");
    }
    const auto& same = known[static_cast<std::size_t>(former.number) - 1];
    if (same.name != former.name || same.checksum != former.checksum) {
      throw schema_error("migration " + former.name +
                         " of the database is not the one that this todod has under that number: "
                         "the database belongs to another build; restore it or use that build");
    }
    done = std::max(done, static_cast<std::size_t>(former.number));
  }
  if (done != applied.size()) {
    throw schema_error("the database lacks a migration below " + std::to_string(done) +
                       ": its table schema_migrations was changed by hand; restore it");
  }
  return known.subspan(done);
}

}  // namespace todod::database
