// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What SQLite's repository costs without HTTP: CPU and wall time per operation, with CLIENTS
// coroutines on one event loop over USERS users with 20 tasks each.
//
//   bench_sqlite_repository FOLDER [USERS=10000] [CLIENTS=64] [OPERATIONS=50000]
//
// FOLDER must be on the disk to measure; the file bench.db in it is made, and removed at the end.
#include "database/sqlite/sqlite_database.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace todod;

class silent final : public database::observer {
 public:
  void on_statement(std::string_view, std::chrono::nanoseconds, bool) noexcept override {}
  void on_connected(std::string_view) noexcept override {}
  void on_connection_lost(std::string_view, std::string_view reason) noexcept override {
    std::fprintf(stderr, "lost: %.*s\n", static_cast<int>(reason.size()), reason.data());
  }
  void on_warning(std::string_view) noexcept override {}
  void on_error(std::string_view, std::string_view cause) noexcept override {
    std::fprintf(stderr, "error: %.*s\n", static_cast<int>(cause.size()), cause.data());
  }
  void on_fatal(std::string_view) noexcept override {}
};

class counter final : public database::task_sink {
 public:
  void on_task(const task_view& task) override { bytes += task.title.size(); }
  std::size_t bytes = 0;
};

enum class operation { create, find, list, complete };

struct load {
  std::vector<user_id> users;
  std::vector<task_id> ids;  // of every user
  database::task_repository* repository = nullptr;
  operation kind = operation::create;
  int left = 0;
  int failures = 0;
  std::vector<float> latencies_us;
  std::mt19937_64 random{42};
  task_id_source new_ids;
  system_clock clock;
};

database::awaitable<void> client(load& work) {
  counter out;
  const task_draft draft{.title = task_title::parse("Buy milk and bread").value(),
                         .description = task_description::parse("two litres, one loaf").value()};
  const std::optional<database::idempotency> no_key;
  const precondition none;
  task_patch toggle;
  toggle.completion = completion_change::toggle;
  page_request page;
  page.limit = 20;
  while (work.left-- > 0) {
    const auto& owner = work.users[work.random() % work.users.size()];
    const auto id = work.ids[work.random() % work.ids.size()];
    const auto now = work.clock.now();
    const auto begin = std::chrono::steady_clock::now();
    bool ok = false;
    switch (work.kind) {
      case operation::create: {
        const auto new_id = work.new_ids.next(now);
        const auto done =
            co_await work.repository->create(owner, {new_id}, draft, now, no_key, out);
        ok = done.has_value();
        break;
      }
      case operation::find: {
        const auto done = co_await work.repository->find(owner, id, out);
        ok = done && *done;
        break;
      }
      case operation::list: {
        const auto done = co_await work.repository->list(owner, page, out);
        ok = done.has_value();
        break;
      }
      case operation::complete: {
        const auto done = co_await work.repository->update(owner, id, toggle, none, now, out);
        ok = done && *done == database::write_outcome::done;
        break;
      }
    }
    work.failures += !ok;
    work.latencies_us.push_back(
        std::chrono::duration<float, std::micro>(std::chrono::steady_clock::now() - begin).count());
  }
}

double cpu_us() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto us = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  return us(usage.ru_utime) + us(usage.ru_stime);
}

void run(load& work, boost::asio::io_context& io, operation kind, const char* name, int clients,
         int operations) {
  work.kind = kind;
  work.left = operations;
  work.latencies_us.clear();
  const double cpu = cpu_us();
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < clients; ++i)
    boost::asio::co_spawn(io, client(work), boost::asio::detached);
  io.restart();
  io.run();
  const double wall =
      std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
  auto& all = work.latencies_us;
  std::ranges::sort(all);
  std::printf("%-10s %6.1f us CPU  %8.0f/s  p50 %.2f ms  p99 %.2f ms  max %.1f ms  %d failed\n",
              name, (cpu_us() - cpu) / operations, operations / wall * 1e6,
              all[all.size() / 2] / 1e3, all[all.size() * 99 / 100] / 1e3, all.back() / 1e3,
              work.failures);
}

database::awaitable<void> fill(load& work, std::size_t first, std::size_t step) {
  counter out;
  const task_draft draft{.title = task_title::parse("Buy milk and bread").value(),
                         .description = task_description::parse("two litres, one loaf").value()};
  const std::optional<database::idempotency> no_key;
  for (auto user = first; user < work.users.size(); user += step) {
    for (const auto& id : work.ids)
      co_await work.repository->create(work.users[user], {id}, draft, work.clock.now(), no_key,
                                       out);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: bench_sqlite_repository FOLDER ...\n", stderr), 64;
  const auto number = [&](int index, int otherwise) {
    return argc > index ? std::atoi(argv[index]) : otherwise;
  };
  const int clients = number(3, 64);
  const int operations = number(4, 50'000);
  silent events;
  const std::filesystem::path file = std::filesystem::path(argv[1]) / "bench.db";
  std::filesystem::remove(file);
  const auto database = database::sqlite::make_sqlite_database({.file = file}, events);
  database->start();
  {
    boost::asio::io_context io(1);
    const auto repository = database->make_repository(io);
    load work;
    work.repository = repository.get();
    for (int i = 0; i < number(2, 10'000); ++i)
      work.users.push_back(user_id::parse("user-" + std::to_string(1'000'000 + i)).value());
    for (int i = 0; i < 20; ++i)
      work.ids.push_back(work.new_ids.next(work.clock.now()));
    for (std::size_t i = 0; i < 256; ++i)
      boost::asio::co_spawn(io, fill(work, i, 256), boost::asio::detached);
    io.run();
    run(work, io, operation::find, "find", clients, operations * 4);
    run(work, io, operation::list, "list 20", clients, operations);
    run(work, io, operation::complete, "complete", clients, operations);
    run(work, io, operation::create, "create", clients, operations);
    run(work, io, operation::create, "create 1", 1, operations / 10);
  }
  std::filesystem::remove(file);
  return 0;
}
