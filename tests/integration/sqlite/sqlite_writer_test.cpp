// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The writer's thread: its bounds, and what becomes of a batch when something fails.
#include "integration/sqlite/sqlite_test.hpp"

#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <fstream>

namespace todod::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

using sqlite_writer = sqlite_test;
using pending_create = std::future<database::result<create_answer>>;

TEST_F(sqlite_writer, an_answer_comes_only_once_the_write_is_durable) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  auto db = foreign();
  statement count(db, "select count(*) from tasks");
  for (std::int64_t i = 1; i <= 20; ++i) {
    alice.create(id_of(static_cast<std::uint32_t>(i)), draft("task"));
    ASSERT_TRUE(count.step());
    EXPECT_EQ(count.number(0), i);
    count.reset();
  }
}

TEST_F(sqlite_writer, a_full_queue_sheds_load_at_once) {
  const auto database = started({.queue_max = 4});
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  auto blocker = foreign();
  blocker.execute("begin immediate");  // the writer waits for this
  std::vector<pending_create> under_way;
  for (std::uint32_t i = 0; i < 40; ++i)
    under_way.push_back(alice.begin_create(id_of(i), draft("task")));
  // The writer holds at most what fitted into the queue once, the queue as much again.
  std::size_t shed = 0;
  std::size_t others = 0;
  for (auto& one : under_way) {
    const auto answer = wait_for(std::move(one));
    if (!answer && answer.error() == failure::overloaded) {
      ++shed;
    } else {
      ++others;
      EXPECT_FALSE(answer);  // blocked for good
    }
  }
  EXPECT_GE(shed, 32U);
  EXPECT_GE(others, 4U);
  blocker.execute("rollback");
  EXPECT_EQ(alice.create(id_of(100), draft("task")).outcome, create_outcome::created);
  EXPECT_EQ(alice.list({}).tasks.size(), 1U);
}

TEST_F(sqlite_writer, a_batch_is_bounded) {
  const auto database = started({.batch_max = 3});
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  auto db = foreign();
  // They all enter before a batch is done: a queue is as long as the batches so far were quick.
  db.execute("begin immediate");
  std::vector<pending_create> under_way;
  for (std::uint32_t i = 0; i < 100; ++i)
    under_way.push_back(alice.begin_create(id_of(i), draft("task")));
  EXPECT_THAT(alice.list({}).tasks, IsEmpty());  // the loop has come to them all
  db.execute("rollback");
  statement count(db, "select count(*) from tasks");
  std::int64_t before = 0;
  for (std::size_t i = 0; i < under_way.size(); ++i) {
    tasks_of::value(wait_for(std::move(under_way[i])));
    ASSERT_TRUE(count.step());
    const auto now = count.number(0);
    count.reset();
    EXPECT_GE(now, static_cast<std::int64_t>(i) + 1);
    before = std::max(before, now);
    for (const auto& lane : database->stats())
      EXPECT_LE(lane.in_flight, 3U);
  }
  EXPECT_EQ(before, 100);
}

TEST_F(sqlite_writer, one_bad_write_spoils_no_other) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  // Nothing that a client can send fails like this, so the database is made to.
  foreign().execute(
      "create trigger bad before insert on tasks when new.title = 'bad' "
      "begin select raise(abort, 'made to fail'); end");
  std::vector<pending_create> under_way;
  for (std::uint32_t i = 0; i < 60; ++i)
    under_way.push_back(alice.begin_create(id_of(i), draft(i % 20 == 7 ? "bad" : "good")));
  for (std::uint32_t i = 0; i < 60; ++i) {
    const auto answer = wait_for(std::move(under_way[i]));
    if (i % 20 == 7) {
      ASSERT_FALSE(answer);
      EXPECT_EQ(answer.error(), failure::internal);
    } else {
      ASSERT_TRUE(answer);
      EXPECT_EQ(answer->outcome, create_outcome::created);
    }
  }
  EXPECT_EQ(alice.list({}).tasks.size(), 57U);
  EXPECT_THAT(events.told("error"), SizeIs(3));
  EXPECT_THAT(events.told("error").front(), AllOf(HasSubstr("create_task"), HasSubstr("made to")));
  EXPECT_THAT(events.told("lost"), IsEmpty());
}

TEST_F(sqlite_writer, a_user_made_in_a_write_that_failed_is_made_again) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  auto db = foreign();
  db.execute(
      "create trigger bad before insert on tasks begin select raise(abort, 'made to fail'); end");
  EXPECT_FALSE(wait_for(alice.begin_create(id_of(1), draft("task"))));
  db.execute("drop trigger bad");
  EXPECT_EQ(alice.create(id_of(1), draft("task")).outcome, create_outcome::created);
  EXPECT_EQ(alice.list({}).tasks.size(), 1U);
}

/// Users are remembered by their numbers: one that is free again must not lead to another's tasks.
TEST_F(sqlite_writer, a_user_whom_another_program_deletes_gets_a_new_number) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  tasks_of bob(loop, "bob");
  alice.create(id_of(1), draft("Alice's"));
  ASSERT_EQ(alice.list({}).tasks.size(), 1U);  // now the reader knows her number
  ASSERT_TRUE(alice.find(id_of(1)));
  foreign().execute("delete from tasks; delete from users");

  bob.create(id_of(2), draft("Bob's"));
  EXPECT_FALSE(alice.find(id_of(2)));
  EXPECT_EQ(alice.list({}).tasks.size(), 0U);
  EXPECT_EQ(alice.remove(id_of(2)), write_outcome::not_found);
  EXPECT_EQ(alice.remove_all(status_filter::all), 0U);
  EXPECT_TRUE(bob.find(id_of(2)));

  alice.create(id_of(3), draft("Alice's"));
  ASSERT_EQ(alice.list({}).tasks.size(), 1U);
  EXPECT_EQ(alice.list({}).tasks.front().id, id_of(3));
  EXPECT_TRUE(alice.find(id_of(3)));
  EXPECT_EQ(bob.list({}).tasks.size(), 1U);
}

/// The price of sort indexes is paid by whoever needs them.
TEST_F(sqlite_writer, a_users_tasks_are_indexed_as_far_as_their_order_and_their_number_ask_for) {
  const auto database = started();
  event_loop loop(*database);
  const auto create = [&](const char* owner, std::uint32_t count) {
    tasks_of tasks(loop, owner);
    task_id_source ids;
    for (std::uint32_t i = 0; i < count; ++i)
      tasks.create(ids.next(at(i)), draft("task"), at(i));
  };
  const auto indexed = [&] {
    auto db = foreign();
    statement query(db,
                    "select users.id, users.indexed, tasks.indexed, count(*) from users "
                    "join tasks on owner = number group by 1, 2, 3 order by 1");
    std::vector<std::string> found;
    while (query.step()) {
      found.push_back(std::string(query.text(0)) + " " + std::to_string(query.number(1)) +
                      std::to_string(query.number(2)) + " " + std::to_string(query.number(3)));
    }
    return found;
  };
  create("small", 256);
  create("large", 257);
  EXPECT_THAT(indexed(), testing::ElementsAre("large 11 257", "small 00 256"));
  for (const char* each : {"small", "large"})
    tasks_of(loop, each).remove_all(status_filter::all);

  // Ids of the client's, one after the other; one that comes between two was created between them.
  tasks_of own(loop, "own");
  own.create(id_of(1), draft("task"), at(1));
  own.create(id_of(3), draft("task"), at(3));
  own.create(id_of(9), draft("task"), at(9));
  own.create(id_of(5), draft("task"), at(5));
  EXPECT_THAT(indexed(), testing::ElementsAre("own 00 4"));
  own.remove(id_of(9));
  own.create(id_of(6), draft("task"), at(5));  // before the last one ever, behind the last one left
  EXPECT_THAT(indexed(), testing::ElementsAre("own 00 4"));
  own.create(id_of(2), draft("task"), at(7));
  EXPECT_THAT(indexed(), testing::ElementsAre("own 22 5"));
  create("own", 252);
  EXPECT_THAT(indexed(), testing::ElementsAre("own 11 257"));

  // The clock was set back.
  tasks_of back(loop, "back");
  back.create(id_of(1), draft("task"), at(1));
  back.create(id_of(2), draft("task"), at(0));
  EXPECT_THAT(indexed(), testing::ElementsAre("back 22 2", "own 11 257"));
}

/// No file may grow beyond `bytes`: as if the disk were full.
class full_disk {
 public:
  explicit full_disk(rlim_t bytes) {
    former_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &former_);
    const rlimit limit{bytes, former_.rlim_max};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) throw std::runtime_error("setrlimit");
  }
  ~full_disk() {
    setrlimit(RLIMIT_FSIZE, &former_);
    std::signal(SIGXFSZ, former_handler_);
  }
  full_disk(const full_disk&) = delete;
  full_disk& operator=(const full_disk&) = delete;

 private:
  rlimit former_{};
  void (*former_handler_)(int) = nullptr;
};

TEST_F(sqlite_writer, a_full_disk_is_an_outage_that_ends_by_itself) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  alice.create(id_of(0), draft("before"));
  {
    const full_disk full(std::filesystem::file_size(file().string() + "-wal"));
    for (std::uint32_t i = 1; i < 5; ++i) {
      const auto answer = wait_for(alice.begin_create(id_of(i), draft("while")));
      ASSERT_FALSE(answer);
      EXPECT_EQ(answer.error(), failure::unavailable);
    }
    EXPECT_EQ(alice.list({}).tasks.size(), 1U);  // reads go on
    EXPECT_FALSE(database->stats().front().connected);
  }
  EXPECT_EQ(alice.create(id_of(1), draft("after")).outcome, create_outcome::created);
  EXPECT_TRUE(database->stats().front().connected);
  EXPECT_EQ(alice.list({}).tasks.size(), 2U);
  // told once each, not for every write
  EXPECT_THAT(events.told("lost"), ElementsAre(HasSubstr("writer")));
  EXPECT_THAT(events.told("connected"), ElementsAre("writer", "writer"));
  EXPECT_THAT(events.told("error"), IsEmpty());
}

TEST_F(sqlite_writer, a_file_that_another_program_holds_is_an_outage_that_ends_by_itself) {
  const auto database = started();
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  auto blocker = foreign();
  blocker.execute("begin immediate");
  const auto answer = wait_for(alice.begin_create(id_of(1), draft("task")));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error(), failure::unavailable);
  blocker.execute("rollback");
  EXPECT_EQ(alice.create(id_of(1), draft("task")).outcome, create_outcome::created);
}

class sqlite_wal : public sqlite_test {
 protected:
  static constexpr int pages_max = 300;
  static constexpr std::uintmax_t page_bytes = 4'096 + 24;  // with its header in the WAL
  static constexpr std::chrono::milliseconds never = std::chrono::hours(1);

  [[nodiscard]] std::uintmax_t wal_pages() const {
    return std::filesystem::file_size(file().string() + "-wal") / page_bytes;
  }
  void wait_until_copied(std::string_view text) const {
    const auto is_copied = [&] {
      std::ifstream main(file(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(main), {});
      return bytes.contains(text);
    };
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!is_copied())
      ASSERT_LT(std::chrono::steady_clock::now(), end) << "the WAL has " << wal_pages() << " pages";
  }
  /// 15 commits of 16 creates and 15 of one.
  void write_at_once(event_loop& loop) {
    tasks_of alice(loop, "alice");
    auto other = foreign();
    for (std::uint32_t round = 0; round < 15; ++round) {  // of some 18 pages each
      auto large = draft("round " + std::to_string(round));
      large.description = description(std::string(3'000, 'x'));
      other.execute("begin immediate");
      std::vector<pending_create> under_way;
      for (std::uint32_t i = 0; i < 16; ++i)
        under_way.push_back(alice.begin_create(id_of(16 * round + i), large));
      alice.list({});  // the loop has come to them all: a batch of one, and one of the others
      other.execute("rollback");
      for (auto& create : under_way)
        tasks_of::value(wait_for(std::move(create)));
    }
  }
  /// Writes some 2,500 pages without a pause, and returns the most that the WAL had. The owners
  /// stay small, so that no transaction indexes what there is already.
  std::uintmax_t write_much(event_loop& loop, const std::string& owners) {
    std::vector<tasks_of> tasks;
    for (int i = 0; i < 4; ++i)
      tasks.emplace_back(loop, owners + std::to_string(i));
    auto large = draft("task");
    large.description = description(std::string(16'000, 'x'));
    std::uintmax_t most = 0;
    std::vector<pending_create> under_way;
    for (std::uint32_t i = 0; i < 500; ++i) {
      under_way.push_back(tasks[i % 4].begin_create(id_of(i), large));
      if (i >= 8) tasks_of::value(wait_for(std::move(under_way[i - 8])));
      most = std::max(most, wal_pages());
    }
    for (std::size_t i = 492; i < 500; ++i)
      tasks_of::value(wait_for(std::move(under_way[i])));
    return most;
  }
};

// When exactly is a race: the next create may come before the writer is idle.
TEST_F(sqlite_wal, is_copied_often_for_one_who_writes_alone) {
  const auto database = started({.checkpoint_pages = 20, .quiet_time = never});
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  for (std::uint32_t i = 0; i < 40; ++i)  // of a page each, or two
    alice.create(id_of(i), draft("task number " + std::to_string(i)));
  wait_until_copied("task number 10");
}

TEST_F(sqlite_wal, is_copied_seldom_for_many_who_write_at_once) {
  const auto database = started({.checkpoint_pages = 20, .quiet_time = never});
  event_loop loop(*database);
  write_at_once(loop);
  EXPECT_GE(wal_pages(), 10 * 20U);
}

TEST_F(sqlite_wal, is_copied_once_many_have_ceased_to_write) {
  const auto database = started({.checkpoint_pages = 20});
  event_loop loop(*database);
  write_at_once(loop);
  wait_until_copied("round 14");
}

TEST_F(sqlite_wal, is_bounded_under_constant_load) {
  const auto database = started({.checkpoint_pages_max = 100, .wal_pages_max = pages_max});
  event_loop loop(*database);
  // one batch of eight such tasks is under 100 pages
  EXPECT_LE(write_much(loop, "alice"), pages_max + 100U);
  EXPECT_EQ(tasks_of(loop, "alice0").list({}).tasks.size(), 125U);
}

TEST_F(sqlite_wal, is_bounded_while_others_read) {
  const auto database = started({.checkpoint_pages_max = 100, .wal_pages_max = pages_max});
  event_loop writing(*database);
  event_loop reading(*database);
  tasks_of reader(reading, "alice0");
  std::atomic<bool> done = false;
  std::uint64_t reads = 0;
  std::thread constant_reader([&] {
    while (!done) {
      reader.list({});
      ++reads;
    }
  });
  const auto most = write_much(writing, "alice");
  done = true;
  constant_reader.join();
  EXPECT_GT(reads, 0U);
  // A reader that the machine holds up for longer than a checkpoint waits costs another attempt;
  // without any the WAL would have all that was written, ten times the bound.
  EXPECT_LE(most, 3 * pages_max);
}

TEST_F(sqlite_wal, grows_only_while_another_program_reads_for_long) {
  const auto database = started({.checkpoint_pages_max = 100, .wal_pages_max = pages_max});
  event_loop loop(*database);
  {
    auto backup = foreign();
    backup.execute("begin; select count(*) from tasks");
    EXPECT_GT(write_much(loop, "alice"), pages_max + 100U);  // but writes go on
    EXPECT_EQ(tasks_of(loop, "alice3").list({}).tasks.size(), 125U);
    backup.execute("rollback");
  }
  const auto grown = wal_pages();
  write_much(loop, "bob");
  EXPECT_LE(wal_pages(), grown + 200U);  // until the next attempt, and a batch
}

// Each attempt that waits for readers takes 250 ms: at every 10 pages they were over 20.
TEST_F(sqlite_wal, who_writes_alone_seldom_waits_for_a_program_that_reads_for_long) {
  const auto database =
      started({.checkpoint_pages = 10, .checkpoint_pages_max = 1'000, .wal_pages_max = 50});
  event_loop loop(*database);
  tasks_of alice(loop, "alice");
  alice.create(id_of(0), draft("task"));
  auto backup = foreign();
  backup.execute("begin; select count(*) from tasks");
  const auto begun = std::chrono::steady_clock::now();
  for (std::uint32_t i = 1; i < 250; ++i)
    alice.create(id_of(i), draft("task"));
  EXPECT_LE(std::chrono::steady_clock::now() - begun, std::chrono::seconds(3));
  EXPECT_GT(wal_pages(), 2 * 50U) << "nothing was to wait for";
  backup.execute("rollback");
}

}  // namespace
}  // namespace todod::test
