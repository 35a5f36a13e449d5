// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Sinks that turn the rows of a repository into the body of an answer, straight into its buffer.
#pragma once

#include "api/entity_tag.hpp"
#include "api/exchange.hpp"
#include "database/task_repository.hpp"
#include "schemas/task_output.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace todod::api {

inline constexpr std::string_view json_content = "application/json";

/// One task as the body.
class task_answer final : public database::task_sink {
 public:
  explicit task_answer(exchange& x) : x_(x) {}

  void on_task(const task_view& task) override {
    version = task.version;
    id = task.id;
    schemas::append_task(x_.out->body(), x_.user, task);
  }

  /// Status and headers of an answer that carries the task.
  void finish(int status) const {
    x_.out->status = status;
    x_.out->content_type = json_content;
    x_.out->cache = http::cache_policy::private_no_cache;
    x_.out->add_header("ETag", entity_tag(version));
  }

  std::int64_t version = 0;
  task_id id;

 private:
  exchange& x_;
};

/// A JSON array of tasks as the body. Its tag is made of what tells one state of a page from
/// another without a look at the bytes: which tasks, in which versions (a version and its time,
/// because an id can be used again), whose, and whether more follows.
class task_list_answer final : public database::task_sink {
 public:
  explicit task_list_answer(exchange& x) : x_(x) {
    x_.out->body() += '[';
    digest_.add(x_.user.text());
  }

  void on_task(const task_view& task) override {
    if (!first_) x_.out->body() += ',';
    first_ = false;
    schemas::append_task(x_.out->body(), x_.user, task);
    const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(task.id.bytes());
    digest_.add(halves[0]);
    digest_.add(halves[1]);
    digest_.add(static_cast<std::uint64_t>(task.version));
    digest_.add(static_cast<std::uint64_t>(task.updated_at.time_since_epoch().count()));
  }

  /// Ends the array: 200, or 304 without it if the client `knows` this state.
  void finish(bool more_follows, const std::optional<tag_condition>& knows) {
    digest_.add(more_follows ? 1 : 0);
    const auto version = digest_.version();
    x_.out->body() += ']';
    x_.out->status = 200;
    if (knows && matches_weakly(*knows, version)) {
      x_.out->clear_body();
      x_.out->status = 304;
    }
    x_.out->content_type = json_content;
    x_.out->cache = http::cache_policy::private_no_cache;
    x_.out->add_header("ETag", weak_entity_tag(version));
  }

 private:
  exchange& x_;
  tag_digest digest_;
  bool first_ = true;
};

}  // namespace todod::api
