// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "integration/database/task_repository_contract.hpp"

#include <random>
#include <set>

namespace todod::test {
namespace {

constexpr sort_field fields[] = {sort_field::created_at, sort_field::updated_at, sort_field::title};
constexpr status_filter filters[] = {status_filter::all, status_filter::pending,
                                     status_filter::completed};

/// All 18 kinds of list.
std::vector<page_request> every_kind(std::uint16_t limit) {
  std::vector<page_request> kinds;
  for (const auto field : fields) {
    for (const auto filter : filters) {
      for (const bool descending : {false, true}) {
        page_request kind;
        kind.status = filter;
        kind.order = {field, descending};
        kind.limit = limit;
        kinds.push_back(kind);
      }
    }
  }
  return kinds;
}

std::string name_of(const page_request& request) {
  return to_string(request.order) + " " + std::string(to_string(request.status)) + " by " +
         std::to_string(request.limit);
}

/// What the list must be, by the words of the contract.
std::vector<owned_task> expected_list(std::vector<owned_task> tasks, const page_request& request) {
  std::erase_if(tasks, [&](const owned_task& task) {
    return (request.status == status_filter::pending && task.completed_at) ||
           (request.status == status_filter::completed && !task.completed_at);
  });
  std::ranges::sort(tasks, [&](const owned_task& a, const owned_task& b) {
    const auto before = [&](const owned_task& x, const owned_task& y) {
      if (request.order.field == sort_field::title) {
        return std::tie(x.title, x.id) < std::tie(y.title, y.id);
      }
      const auto key = request.order.field == sort_field::created_at ? &owned_task::created_at
                                                                     : &owned_task::updated_at;
      return std::tie(x.*key, x.id) < std::tie(y.*key, y.id);
    };
    return request.order.descending ? before(b, a) : before(a, b);
  });
  return tasks;
}

/// Tasks with many ties in every key. Started together, so that backends write them in batches.
std::vector<owned_task> fill(tasks_of& tasks, std::uint32_t count) {
  constexpr std::size_t under_way_max = 64;  // a batch: a queue takes that, however slow it is
  std::mt19937 random(count);
  std::vector<std::future<database::result<create_answer>>> under_way;
  std::vector<owned_task> created;
  const auto collect = [&] {
    for (auto& one : under_way) {
      const auto answer = tasks_of::value(wait_for(std::move(one)));
      EXPECT_EQ(answer.outcome, create_outcome::created);
      if (answer.task) created.push_back(*answer.task);
    }
    under_way.clear();
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    if (under_way.size() == under_way_max) collect();
    const auto status = random() % 3 == 0 ? task_status::completed : task_status::pending;
    const auto text = "title " + std::to_string(random() % (count / 3 + 1));
    under_way.push_back(
        tasks.begin_create(id_of(static_cast<std::uint32_t>(random())), draft(text, status),
                           at(static_cast<std::int64_t>(random() % (count / 2 + 1)))));
  }
  collect();
  return created;
}

TEST_P(task_repository_contract, a_user_without_tasks_has_an_empty_list) {
  for (const auto& kind : every_kind(1)) {
    const auto page = alice.list(kind);
    EXPECT_TRUE(page.tasks.empty());
    EXPECT_EQ(page.next, std::nullopt);
  }
}

TEST_P(task_repository_contract, every_list_is_in_order_and_of_its_status) {
  const auto tasks = fill(alice, 60);
  fill(bob, 30);
  for (const std::uint16_t limit : {1, 7, 59, 60, 61, 1000}) {
    for (const auto& kind : every_kind(limit)) {
      EXPECT_EQ(alice.walk(kind), expected_list(tasks, kind)) << name_of(kind);
    }
  }
}

TEST_P(task_repository_contract, updated_tasks_move_in_lists_by_update) {
  auto tasks = fill(alice, 40);
  for (std::size_t i = 0; i < tasks.size(); i += 3) {
    auto patch = titled("moved " + std::to_string(i % 4));
    patch.completion = completion_change::toggle;
    tasks[i] = *alice.update(tasks[i].id, patch, at(static_cast<std::int64_t>(500 - i))).task;
  }
  for (std::size_t i = 0; i < 6; ++i) {
    alice.remove(tasks.back().id);
    tasks.pop_back();
  }
  for (const auto& kind : every_kind(4)) {
    EXPECT_EQ(alice.walk(kind), expected_list(tasks, kind)) << name_of(kind);
  }
}

TEST_P(task_repository_contract, the_last_page_has_no_position_behind_it) {
  for (std::uint32_t i = 0; i < 4; ++i)
    alice.create(id_of(i), draft("t"), at(i));
  page_request request;
  request.limit = 2;
  const auto first = alice.list(request);
  ASSERT_TRUE(first.next);
  EXPECT_EQ(first.next->id, id_of(2));  // newest first
  EXPECT_EQ(std::get<timestamp>(first.next->key), at(2));
  request.after = first.next;
  EXPECT_EQ(alice.list(request).next, std::nullopt);
  request.order = {sort_field::title, false};
  request.after.reset();
  EXPECT_EQ(std::get<std::string>(alice.list(request).next->key), "t");
}

TEST_P(task_repository_contract, titles_are_in_the_order_of_code_points) {
  // UTF-16 and most collations would order these otherwise
  const std::vector<std::string> ordered{"A",      "B",      "Z",          "_",         "a",
                                         "a b",    "ab",     "b",          "\u00c4",    "\u00e9",
                                         "\u4e2d", "\uff5e", "\U0001F9FA", "\U0010FFFD"};
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    alice.create(id_of(static_cast<std::uint32_t>(100 - i)), draft(ordered[i]));
  }
  page_request request;
  request.order = {sort_field::title, false};
  request.limit = 3;
  std::vector<std::string> titles;
  for (const auto& task : alice.walk(request))
    titles.push_back(task.title);
  EXPECT_EQ(titles, ordered);
  request.order.descending = true;
  titles.clear();
  for (const auto& task : alice.walk(request))
    titles.insert(titles.begin(), task.title);
  EXPECT_EQ(titles, ordered);
}

TEST_P(task_repository_contract, a_page_starts_behind_a_task_that_is_no_longer_there) {
  for (std::uint32_t i = 0; i < 6; ++i)
    alice.create(id_of(i), draft("t"), at(i / 2));
  for (const auto& kind : every_kind(2)) {
    if (kind.status == status_filter::completed) continue;
    auto request = kind;
    const auto first = alice.list(request);
    ASSERT_TRUE(first.next);
    request.after = first.next;
    const auto undisturbed = alice.list(request).tasks;
    const auto gone = first.tasks.back();
    alice.remove(gone.id);
    EXPECT_EQ(alice.list(request).tasks, undisturbed) << name_of(kind);
    alice.create(gone.id, draft("t"), gone.created_at);
  }
}

TEST_P(task_repository_contract, paging_neither_repeats_nor_skips_while_others_come_and_go) {
  std::set<task_id> staying;
  for (std::uint32_t i = 0; i < 100; ++i) {
    alice.create(id_of(2 * i), draft("stays"), at(i / 10));
    staying.insert(id_of(2 * i));
  }
  for (const bool descending : {false, true}) {
    page_request request;
    request.order = {sort_field::created_at, descending};
    request.limit = 9;
    std::multiset<task_id> seen;
    for (std::uint32_t round = 0;; ++round) {
      const auto page = alice.list(request);
      for (const auto& task : page.tasks) {
        if (staying.contains(task.id)) seen.insert(task.id);
      }
      const auto visitor = id_of(2 * (round * 31 % 100) + 1);
      if (alice.create(visitor, draft("visits"), at(round % 10)).outcome !=
          create_outcome::created) {
        alice.remove(visitor);
      }
      alice.update(id_of(2 * (round * 17 % 100)), completion(completion_change::toggle), at(50));
      if (!page.next) break;
      request.after = page.next;
    }
    EXPECT_TRUE(std::ranges::equal(seen, staying)) << descending;
  }
}

TEST_P(task_repository_contract, lists_hold_while_a_user_grows_past_a_backends_bounds) {
  // SQLite indexes a user's tasks for sorting from the 257th on
  std::vector<owned_task> tasks;
  const auto compare = [&] {
    for (const auto& kind : every_kind(100)) {
      ASSERT_EQ(alice.walk(kind), expected_list(tasks, kind))
          << name_of(kind) << " of " << tasks.size();
    }
  };
  for (std::uint32_t i = 0; i < 260; ++i) {
    const auto status = i % 3 == 0 ? task_status::completed : task_status::pending;
    const auto text = "t" + std::to_string(i % 10);
    tasks.push_back(*alice.create(id_of(i), draft(text, status), at(i % 50)).task);
    if (i >= 254) compare();
  }
  while (tasks.size() > 250) {
    alice.remove(tasks.back().id);
    tasks.pop_back();
  }
  tasks[9] = *alice.update(tasks[9].id, completion(completion_change::toggle), at(70)).task;
  compare();
}

TEST_P(task_repository_contract, lists_hold_where_ids_tell_the_time_until_one_comes_that_does_not) {
  // SQLite reads a user's tasks in the order of their ids as long as that is the order of creation
  task_id_source ids;
  std::vector<owned_task> tasks;
  const auto create = [&](const task_id& id, timestamp now) {
    const auto status = tasks.size() % 3 == 0 ? task_status::completed : task_status::pending;
    tasks.push_back(*alice.create(id, draft("task", status), now).task);
  };
  const auto compare = [&] {
    for (const auto& kind : every_kind(7)) {
      ASSERT_EQ(alice.walk(kind), expected_list(tasks, kind))
          << name_of(kind) << " of " << tasks.size();
    }
  };
  for (std::uint32_t i = 0; i < 40; ++i)
    create(ids.next(at(i / 2)), at(i / 2));
  compare();
  page_request newest;
  newest.limit = 10;
  const auto first = alice.list(newest);
  create(id_of(1), at(100));  // its id is the first, its time the last
  compare();
  create(ids.next(at(101)), at(101));
  create(ids.next(at(110)), at(5));  // the clock was set back: 110, if this went by the ids
  compare();
  auto expected = expected_list(tasks, newest);
  std::erase_if(expected, [&](const owned_task& task) { return task.created_at >= at(15); });
  newest.after = first.next;
  EXPECT_EQ(alice.walk(newest), expected) << "behind a position of before";
  for (int i = 0; i < 2; ++i) {
    alice.remove(tasks.back().id);
    tasks.pop_back();
  }
  compare();
}

TEST_P(task_repository_contract, a_large_user_is_walked_in_every_order) {
  const auto tasks = fill(alice, 5'000);
  ASSERT_EQ(tasks.size(), 5'000U);
  for (const auto& kind : every_kind(1'000)) {
    EXPECT_TRUE(alice.walk(kind) == expected_list(tasks, kind)) << name_of(kind);
  }
  for (const auto& kind : every_kind(333)) {
    if (kind.order.field != sort_field::title) continue;
    EXPECT_TRUE(alice.walk(kind) == expected_list(tasks, kind)) << name_of(kind);
  }
  EXPECT_EQ(alice.remove_all(status_filter::all), tasks.size());
  EXPECT_TRUE(alice.list({}).tasks.empty());
}

}  // namespace
}  // namespace todod::test
