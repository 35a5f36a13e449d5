// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One statement that a coroutine waits for. It lives in that coroutine's frame and is a link of the
// lane's lists itself, so that handing it over allocates nothing.
#pragma once

#include "database/postgres/binary.hpp"
#include "database/postgres/statements.hpp"
#include "database/task_repository.hpp"

#include <boost/asio/async_result.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <optional>
#include <span>

namespace todod::database::postgres {

/// Parameters in binary format. Texts, bytes and arrays are borrowed; numbers are kept here.
class parameter_list {
 public:
  static constexpr std::size_t size_max = 8;

  parameter_list() = default;
  parameter_list(const parameter_list&) = delete;  // it points into itself
  parameter_list& operator=(const parameter_list&) = delete;

  void null() { add(nullptr, 0); }
  void text(std::string_view value) { add(value.data() ? value.data() : "", value.size()); }
  void bytes(std::span<const std::uint8_t> value) {
    add(reinterpret_cast<const char*>(value.data()), value.size());
  }
  void id(const task_id& value) { bytes(value.bytes()); }
  void time(timestamp value) { number(to_postgres_microseconds(value)); }
  void boolean(bool value) { number<std::int8_t>(value ? 1 : 0); }
  template <std::integral T>
  void number(T value) {
    char* kept = numbers_[count_].data();
    if constexpr (sizeof(T) == 1) {
      *kept = static_cast<char>(value);
    } else {
      write_network(kept, value);
    }
    add(kept, sizeof(T));
  }

  [[nodiscard]] int count() const noexcept { return static_cast<int>(count_); }
  [[nodiscard]] const char* const* values() const noexcept { return values_.data(); }
  [[nodiscard]] const int* lengths() const noexcept { return lengths_.data(); }
  /// Its data() is null where the parameter is.
  [[nodiscard]] std::string_view at(std::size_t place) const noexcept {
    return {values_[place], static_cast<std::size_t>(lengths_[place])};
  }

 private:
  void add(const char* value, std::size_t length) {
    values_[count_] = value;
    lengths_[count_] = static_cast<int>(length);
    ++count_;
  }
  std::size_t count_ = 0;
  std::array<const char*, size_max> values_;
  std::array<int, size_max> lengths_;
  std::array<std::array<char, 8>, size_max> numbers_;
};

struct operation {
  using executor = boost::asio::io_context::executor_type;
  using time_point = std::chrono::steady_clock::time_point;
  /// The handler that resumes an awaiting coroutine: a concrete, move-only type.
  using waiter =
      boost::asio::async_result<boost::asio::use_awaitable_t<executor>, void()>::handler_type;

  explicit operation(const statement& text) : what(&text) {}
  operation(const operation&) = delete;
  operation& operator=(const operation&) = delete;

  const statement* what;
  parameter_list parameters;
  /// What a batch of writes is sorted by behind the owner: the task's id, or an idempotency key.
  std::string_view lock_key;
  bool by_idempotency_key = false;
  /// Running it again is safe also when it may have been committed.
  bool repeatable = false;
  /// When the request gives up; set when it enters a lane, unless it is set.
  std::optional<time_point> deadline;

  // The answer: valid until the coroutine awaits again. No rows if `failed`.
  std::optional<failure> failed;
  const PGresult* rows = nullptr;
  int row = 0;
  int row_count = 0;
  std::uint64_t affected = 0;

  // The lane's.
  operation* next = nullptr;
  time_point entered;
  std::optional<waiter> resume;
  unsigned losses = 0;  ///< sessions that were lost while it was under way
};

/// First in, first out.
class operation_list {
 public:
  [[nodiscard]] bool empty() const noexcept { return !first_; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  void push(operation& added) noexcept {
    added.next = nullptr;
    (last_ ? last_->next : first_) = &added;
    last_ = &added;
    ++size_;
  }
  operation& pop() noexcept {
    operation& taken = *first_;
    first_ = taken.next;
    if (!first_) last_ = nullptr;
    taken.next = nullptr;
    --size_;
    return taken;
  }

 private:
  operation* first_ = nullptr;
  operation* last_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace todod::database::postgres
