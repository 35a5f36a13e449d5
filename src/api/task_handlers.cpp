// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/task_handlers.hpp"

#include "api/problem.hpp"
#include "api/request_reader.hpp"
#include "api/task_answer.hpp"
#include "api/task_query.hpp"
#include "schemas/task_input.hpp"

#include <string>
#include <string_view>

namespace todod::api {
namespace {

/// The request's path without the one slash that may end it.
std::string_view own_path(const exchange& x) {
  auto path = x.in->path;
  if (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

std::string path_in(std::string_view collection, const task_id& id) {
  std::string path(collection);
  path += '/';
  return path += id.to_string();
}

void fail(exchange& x, problem what) {
  write_problem(*x.in, *x.out, what);
}

/// The answer to a write of one task. `answer` is what the sink got if there is a task to show,
/// else null.
void finish_write(exchange& x, const database::result<database::write_outcome>& outcome,
                  const task_answer* answer) {
  if (!outcome) return write_problem(*x.in, *x.out, outcome.error());
  switch (*outcome) {
    case database::write_outcome::done:
      if (answer) return answer->finish(200);
      x.out->status = 204;
      return;
    case database::write_outcome::not_found:
      return fail(x, problem::task_not_found);
    case database::write_outcome::precondition_failed:
      return fail(x, problem::precondition_failed);
  }
}

/// The answer to a create. `location` is the new task's path.
void finish_create(exchange& x, const database::result<database::create_outcome>& outcome,
                   const task_answer& answer, std::string_view location) {
  if (!outcome) return write_problem(*x.in, *x.out, outcome.error());
  switch (*outcome) {
    case database::create_outcome::key_reused:
      return fail(x, problem::idempotency_key_reused);
    case database::create_outcome::exists:
      return fail(x, problem::precondition_failed);
    case database::create_outcome::replayed:
      x.out->add_header("Idempotency-Replayed", "true");
      [[fallthrough]];
    case database::create_outcome::created:
      answer.finish(201);
      x.out->add_header("Location", location);
  }
}

/// PUT with If-None-Match: *, under the client's own id.
http::awaitable<void> create_at(exchange& x, request_reader& read) {
  const auto draft = read.body(schemas::read_task_draft);
  if (!draft) co_return;
  const auto id = read.id("a task can be made only under a UUID");
  if (!id) co_return;
  task_answer answer(x);
  const database::new_task_id wanted{*id};
  const std::optional<database::idempotency> no_key;
  const auto outcome = co_await x.context->tasks.create(
      x.user, wanted, *draft, x.context->wall_clock.now(), no_key, answer);
  const auto collection = own_path(x).substr(0, own_path(x).rfind('/'));
  finish_create(x, outcome, answer, path_in(collection, *id));
}

struct version_sink final : database::task_sink {
  void on_task(const task_view& task) override { version = task.version; }
  std::int64_t version = 0;
};

/// A write under If-None-Match becomes one under If-Match with the version that is there now; if
/// another writer comes in between, it fails. False once the problem is written.
http::awaitable<bool> narrow(exchange& x, const task_id& id, task_conditions& asked) {
  version_sink there;
  const auto found = co_await x.context->tasks.find(x.user, id, there);
  if (!found) {
    write_problem(*x.in, *x.out, found.error());
  } else if (!*found) {
    fail(x, problem::task_not_found);
  } else if (!asked.if_match.allows(there.version) ||
             matches_weakly(*asked.if_none_match, there.version)) {
    fail(x, problem::precondition_failed);
  } else {
    asked.if_match.versions.emplace(1, there.version);
    co_return true;
  }
  co_return false;
}

http::awaitable<void> change(exchange& x, request_reader& read, const task_patch& patch,
                             task_conditions& asked) {
  const auto id = read.id();
  if (!id) co_return;
  if (asked.if_none_match && !co_await narrow(x, *id, asked)) co_return;
  task_answer answer(x);
  const auto outcome = co_await x.context->tasks.update(x.user, *id, patch, asked.if_match,
                                                        x.context->wall_clock.now(), answer);
  finish_write(x, outcome, &answer);
}

/// If-Match of a request for the list as a whole: it is there, so `*` passes, and its tag is weak,
/// which never matches strongly. False once the problem is written.
bool list_matches(exchange& x, const precondition& if_match) {
  if (!if_match.versions) return true;
  write_problem(*x.in, *x.out, problem::precondition_failed,
                "a list has a weak tag, which If-Match never matches: leave the header out");
  return false;
}

}  // namespace

http::awaitable<void> list_tasks(exchange& x) {
  request_reader read(x);
  const auto page = read.page();
  const auto asked = read.conditions();
  if (!read.head_is_valid() || !list_matches(x, asked.if_match)) co_return;
  task_list_answer answer(x);
  const auto last = co_await x.context->tasks.list(x.user, page, answer);
  if (!last) {
    write_problem(*x.in, *x.out, last.error());
    co_return;
  }
  answer.finish(last->has_value(), asked.if_none_match);
  if (*last) {
    x.out->add_header("Link", "<" + std::string(x.in->path) +
                                  next_page_query(page, x.user, **last) + ">; rel=\"next\"");
  }
}

http::awaitable<void> create_task(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  auto key = read.key();
  [[maybe_unused]] const auto of_the_list = read.conditions();  // a create changes nothing there
  if (!read.head_is_valid()) co_return;
  const auto draft = read.body(schemas::read_task_draft);
  if (!draft) co_return;

  std::optional<database::idempotency> once;
  if (key) once = database::idempotency{std::move(*key), fingerprint(*draft)};
  const auto now = x.context->wall_clock.now();
  const database::new_task_id id{.id = x.context->ids.next(now), .fresh = true};
  task_answer answer(x);
  const auto outcome = co_await x.context->tasks.create(x.user, id, *draft, now, once, answer);
  finish_create(x, outcome, answer, path_in(own_path(x), answer.id));
}

http::awaitable<void> delete_tasks(exchange& x) {
  request_reader read(x);
  const auto status = read.status_to_delete();
  const auto asked = read.conditions();
  if (!read.head_is_valid() || !list_matches(x, asked.if_match)) co_return;
  if (asked.if_none_match) {
    write_problem(*x.in, *x.out, problem::precondition_failed,
                  "If-None-Match is not for deleting many tasks: leave the header out");
    co_return;
  }
  const auto deleted = co_await x.context->tasks.remove_all(x.user, status);
  if (!deleted) {
    write_problem(*x.in, *x.out, deleted.error());
    co_return;
  }
  x.out->content_type = json_content;
  x.out->body() += "{\"deleted\":" + std::to_string(*deleted) + "}";
}

http::awaitable<void> read_task(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  const auto asked = read.conditions();
  if (!read.head_is_valid()) co_return;
  const auto id = read.id();
  if (!id) co_return;
  task_answer answer(x);
  const auto found = co_await x.context->tasks.find(x.user, *id, answer);
  if (!found) {
    write_problem(*x.in, *x.out, found.error());
  } else if (!*found) {
    fail(x, problem::task_not_found);
  } else if (!asked.if_match.allows(answer.version)) {
    fail(x, problem::precondition_failed);
  } else if (asked.if_none_match && matches_weakly(*asked.if_none_match, answer.version)) {
    x.out->clear_body();
    answer.finish(304);
  } else {
    answer.finish(200);
  }
}

http::awaitable<void> put_task(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  auto asked = read.conditions();
  if (!read.head_is_valid()) co_return;
  // With If-Match, too, no task can satisfy both.
  if (asked.if_none_match && asked.if_none_match->any && !x.in->find("If-Match")) {
    co_await create_at(x, read);
    co_return;
  }
  const auto patch = read.body(schemas::read_task_patch);
  if (patch) co_await change(x, read, *patch, asked);
}

http::awaitable<void> patch_task(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  auto asked = read.conditions();
  if (!read.head_is_valid()) co_return;
  const auto patch = read.body(schemas::read_task_patch);
  if (patch) co_await change(x, read, *patch, asked);
}

http::awaitable<void> complete_task(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  auto asked = read.conditions();
  if (!read.head_is_valid()) co_return;
  const auto completion = read.body(schemas::read_completion);
  if (!completion) co_return;
  task_patch patch;
  patch.completion = *completion;
  co_await change(x, read, patch, asked);
}

http::awaitable<void> delete_task(exchange& x) {
  request_reader read(x);
  read.no_parameters();
  auto asked = read.conditions();
  if (!read.head_is_valid()) co_return;
  const auto id = read.id();
  if (!id) co_return;
  if (asked.if_none_match && !co_await narrow(x, *id, asked)) co_return;
  const auto outcome = co_await x.context->tasks.remove(x.user, *id, asked.if_match);
  finish_write(x, outcome, nullptr);
}

}  // namespace todod::api
