// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Sinks that turn the rows of a repository into the body of an answer, straight into its buffer.
#pragma once

#include "api/entity_tag.hpp"
#include "api/exchange.hpp"
#include "database/task_repository.hpp"
#include "schemas/task_output.hpp"

#include <cstdint>
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

/// A JSON array of tasks as the body.
class task_list_answer final : public database::task_sink {
 public:
  explicit task_list_answer(exchange& x) : x_(x) { x_.out->body() += '['; }

  void on_task(const task_view& task) override {
    if (!first_) x_.out->body() += ',';
    first_ = false;
    schemas::append_task(x_.out->body(), x_.user, task);
  }

  void finish() const {
    x_.out->body() += ']';
    x_.out->status = 200;
    x_.out->content_type = json_content;
    x_.out->cache = http::cache_policy::private_no_cache;
  }

 private:
  exchange& x_;
  bool first_ = true;
};

}  // namespace todod::api
