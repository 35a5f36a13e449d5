// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One test for each bound of http/limits.hpp, and for the bounds that connections keep besides.
#include "integration/http/raw_client.hpp"
#include "integration/http/toy_service.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <malloc.h>
#ifdef TODOD_SANITIZED
#include <sanitizer/allocator_interface.h>
#endif
#include <sys/resource.h>

#include <list>

namespace todod::http {
namespace {

using namespace std::chrono_literals;

TEST(limits, head_max_bytes) {
  toy_server server;
  const auto padded = [](std::size_t total) {
    const std::string bare = get("/x", "y: \r\n");
    return get("/x", "y: " + std::string(total - bare.size(), 'y') + "\r\n");
  };
  raw_client fitting(server.port);
  EXPECT_EQ(fitting.exchange(padded(16 * 1024)).status, 200);
  EXPECT_EQ(fitting.exchange(padded(16 * 1024 + 1)).status, 431);
  EXPECT_TRUE(fitting.ended());
  raw_client endless(server.port);
  ASSERT_TRUE(endless.send("GET /" + std::string(1 << 20, 'x')));
  EXPECT_EQ(endless.read_answer().status, 431);
}

TEST(limits, body_max_bytes) {
  toy_server server;
  raw_client client(server.port);
  EXPECT_EQ(client.exchange(post("/echo", std::string(256 * 1024, 'x'))).status, 200);
  EXPECT_EQ(
      client.exchange("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 262145\r\n\r\n").status,
      413);
  EXPECT_TRUE(client.ended());
  EXPECT_EQ(server.service.admitted, 1u);
}

TEST(limits, a_client_that_is_still_sending_gets_its_413) {
  toy_server server;
  for (const char* framing :
       {"Content-Length: 1048576\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n100000\r\n"}) {
    raw_client client(server.port);
    ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\nHost: a\r\n" + std::string(framing)));
    for (int i = 0; i < 32; ++i)
      ASSERT_TRUE(client.send(std::string(1 << 20, 'x')));
    EXPECT_EQ(client.read_answer().status, 413);
    EXPECT_TRUE(client.ended());
  }
}

TEST(limits, the_number_of_fields_is_bounded_by_their_bytes_alone) {
  toy_server server;
  raw_client client(server.port);
  std::string fields;
  for (int i = 0; i < 3000; ++i)
    fields += "x:\r\n";
  EXPECT_EQ(client.exchange(get("/x", fields)).status, 200);
  EXPECT_EQ(client.exchange(get("/x", fields + fields)).status, 431);
}

TEST(limits, request_id_max_bytes) {
  toy_server server;
  raw_client client(server.port);
  const std::string longest(128, 'i');
  EXPECT_EQ(client.exchange(get("/x", "X-Request-Id: " + longest + "\r\n")).field("X-Request-Id"),
            longest);
  EXPECT_EQ(
      client.exchange(get("/x", "X-Request-Id: " + longest + "i\r\n")).field("X-Request-Id").size(),
      16u);
}

TEST(limits, head_timeout_is_not_moved_by_more_bytes) {
  toy_server server({.head_timeout = 60ms});
  raw_client silent(server.port);
  EXPECT_EQ(silent.exchange("GET / HTTP/1.1\r\nHos").status, 408);
  EXPECT_TRUE(silent.ended());

  raw_client dribbling(server.port);
  dribbling.send("GET /");
  ASSERT_TRUE(eventually([&] { return dribbling.has_input() || !dribbling.send("x"); }));
  const int status = dribbling.read_answer().status;
  EXPECT_TRUE(status == 408 || status == 431) << status;
}

TEST(limits, request_timeout_bounds_the_body) {
  toy_server server({.request_timeout = 60ms});
  for (const char* framing :
       {"Content-Length: 5\r\n\r\nhe", "Transfer-Encoding: chunked\r\n\r\n5\r\n"}) {
    raw_client client(server.port);
    const auto got = client.exchange("POST /echo HTTP/1.1\r\nHost: a\r\n" + std::string(framing));
    EXPECT_EQ(got.status, 408);
    EXPECT_EQ(got.field("Connection"), "close");
    EXPECT_TRUE(client.ended());
  }
  EXPECT_EQ(server.service.handled, 0u);
}

TEST(limits, request_timeout_bounds_a_skipped_body) {
  toy_server server({.request_timeout = 60ms});
  raw_client client(server.port);
  EXPECT_EQ(client.exchange("POST /deny HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe").status,
            401);
  EXPECT_TRUE(client.ended());
}

TEST(limits, idle_timeout_closes_without_a_word) {
  toy_server server({.idle_timeout = 60ms});
  raw_client silent(server.port);
  raw_client served(server.port);
  EXPECT_EQ(served.exchange(get("/x")).status, 200);
  EXPECT_TRUE(silent.ended());
  EXPECT_TRUE(served.ended());
  EXPECT_TRUE(eventually([&] { return server.gauge.open == 0; }));
}

TEST(limits, no_deadline_while_a_handler_works) {
  toy_server server(
      {.head_timeout = 40ms, .request_timeout = 40ms, .idle_timeout = 40ms, .write_timeout = 40ms});
  raw_client waiting(server.port);
  waiting.send(get("/gate"));
  ASSERT_TRUE(eventually([&] { return server.service.waiting_at_gate == 1; }));
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(raw_client(server.port).ended());  // 40 ms each
  server.open_gate();
  EXPECT_EQ(waiting.read_answer().status, 200);
}

TEST(limits, write_timeout_ends_who_never_reads) {
  toy_server server({.write_timeout = 100ms});
  raw_client client(server.port, 4096);
  std::string requests;
  for (int i = 0; i < 100; ++i)
    requests += get("/big?1000000");
  client.send_what_fits(requests);
  ASSERT_TRUE(eventually([&] { return server.service.handled > 0; }));
  EXPECT_TRUE(eventually([&] { return server.gauge.open == 0; }));
  // The kernel's send buffer took some answers; then nothing more was read or made.
  EXPECT_LT(server.service.handled, 20u);
  EXPECT_TRUE(client.is_over());
}

TEST(limits, write_timeout_does_not_end_who_reads_slowly) {
  toy_server server({.write_timeout = 400ms});
  toy_server clock({.idle_timeout = 60ms});
  raw_client client(server.port, 4096);
  client.send(get("/big?10000000"));
  for (int i = 0; i < 20; ++i) {  // some kilobytes each 60 ms: far less than makes room to send
    ASSERT_TRUE(client.read_a_little());
    ASSERT_TRUE(raw_client(clock.port).ended());
  }
  EXPECT_EQ(client.read_answer().body.size(), 10'000'000u);
  EXPECT_EQ(client.exchange(get("/x")).status, 200);
}

TEST(limits, unsent_max_bytes_ends_who_has_waited_longest) {
  toy_server server({.unsent_max_bytes = 64'000'000});
  std::list<raw_client> clients;
  for (std::size_t i = 1; i <= 6; ++i) {  // the buffer of each grows to 32 MiB at most
    clients.emplace_back(server.port, 4096).send(get("/big?30000000"));
    ASSERT_TRUE(eventually([&] { return server.service.handled == i; }));
  }
  // Who was answered early is gone, without the rest; who came late gets all of it.
  EXPECT_TRUE(eventually([&] { return server.gauge.open <= 2; }));
  EXPECT_EQ(clients.front().read_answer().status, 0);
  EXPECT_EQ(clients.back().read_answer().body.size(), 30'000'000u);
  EXPECT_EQ(clients.back().exchange(get("/x")).status, 200);
}

TEST(limits, queue_delay_max_tells_who_waited_for_the_others) {
  toy_server server({.queue_delay_max = 50ms});
  std::list<raw_client> clients;
  for (int i = 0; i < 10; ++i)
    ASSERT_EQ(clients.emplace_back(server.port).exchange(get("/x")).status, 200);
  server.on_thread([&] {  // so that all of them are ready in one turn, each busy for 20 ms
    for (auto& each : clients)
      each.send(get("/busy"));
  });
  for (auto& each : clients)
    EXPECT_EQ(each.read_answer().status, 200);
  EXPECT_GE(server.service.late, 1u);  // a slow machine makes more of them late
  EXPECT_LE(server.service.late, 9u);
  const std::size_t before = server.service.late;
  EXPECT_EQ(clients.front().exchange(get("/busy")).status, 200);
  EXPECT_EQ(clients.front().exchange(get("/busy") + get("/busy")).status, 200);
  EXPECT_EQ(server.service.late, before);  // a lone client waits for itself only
}

TEST(limits, standing_queue_delay_max_holds_once_somebody_was_late) {
  toy_server server({.queue_delay_max = 90ms, .standing_queue_delay_max = 1ms});
  std::list<raw_client> clients;
  for (int i = 0; i < 10; ++i)
    ASSERT_EQ(clients.emplace_back(server.port).exchange(get("/x")).status, 200);
  server.on_thread([&] {  // each busy for 20 ms: late is who comes after the first four or so
    for (auto& each : clients)
      each.send(get("/busy"));
  });
  for (auto& each : clients)
    EXPECT_EQ(each.read_answer().status, 200);
  const std::size_t before = server.service.late;
  EXPECT_GE(before, 1u);
  server.on_thread([&] {
    for (int i = 0; i < 3; ++i)
      std::next(clients.begin(), i)->send(get("/busy"));
  });
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(std::next(clients.begin(), i)->read_answer().status, 200);
  EXPECT_GE(server.service.late, before + 2);  // a slow machine makes the first late, too
}

TEST(limits, burst_time_max_gives_others_their_turn) {
  toy_server server;
  raw_client first(server.port);
  raw_client second(server.port);
  ASSERT_EQ(second.exchange(get("/x")).status, 200);
  std::string requests;
  for (int i = 0; i < 50; ++i)  // 20 ms each
    requests += get("/busy");
  first.send(requests);
  ASSERT_TRUE(eventually([&] { return server.service.handled >= 2; }));
  EXPECT_EQ(second.exchange(get("/x")).status, 200);
  EXPECT_LT(server.service.handled, 40u);
}

TEST(limits, linger_timeout_ends_who_never_closes) {
  toy_server server({.linger_timeout = 60ms});
  raw_client client(server.port);
  EXPECT_EQ(client.exchange("nonsense\r\n").status, 400);
  EXPECT_TRUE(eventually([&] { return server.gauge.open == 0; }));
}

TEST(limits, linger_timeout_is_moved_by_more_bytes) {
  toy_server server({.linger_timeout = 100ms});
  toy_server clock({.idle_timeout = 50ms});
  raw_client client(server.port);
  ASSERT_TRUE(client.send("nonsense\r\n"));
  for (int i = 0; i < 8; ++i) {
    ASSERT_TRUE(client.send("more")) << i;
    ASSERT_TRUE(raw_client(clock.port).ended());
  }
  EXPECT_EQ(client.read_answer().status, 400);
}

TEST(limits, linger_max_ends_who_never_stops_sending) {
  toy_server server({.linger_max = 100ms});
  raw_client client(server.port);
  ASSERT_TRUE(client.send("nonsense\r\n"));
  EXPECT_TRUE(eventually([&] { return !client.send(std::string(1 << 16, 'x')); }));
  EXPECT_TRUE(eventually([&] { return server.gauge.open == 0; }));
}

TEST(limits, connections_max_counts_all_servers) {
  connection_gauge shared;
  toy_server one({.connections_max = 3}, &shared);
  toy_server other({.connections_max = 3}, &shared);
  std::list<raw_client> clients;
  for (const auto port : {one.port, other.port, one.port}) {
    EXPECT_EQ(clients.emplace_back(port).exchange(get("/x")).status, 200);
  }
  for (const auto port : {one.port, other.port}) {
    raw_client refused(port);
    const auto got = refused.exchange(get("/x"));
    EXPECT_EQ(got.status, 503);
    EXPECT_EQ(got.field("Retry-After"), "1");
    EXPECT_EQ(got.field("Connection"), "close");
    EXPECT_TRUE(refused.ended());
  }
  EXPECT_EQ(shared.refused, 2u);
  EXPECT_EQ(shared.open, 3u);
  clients.pop_front();
  ASSERT_TRUE(eventually([&] { return shared.open == 2; }));
  EXPECT_EQ(raw_client(other.port).exchange(get("/x")).status, 200);
}

TEST(limits, refused_connections_are_bounded_too) {
  toy_server server({.linger_timeout = 100ms, .connections_max = 1});
  raw_client first(server.port);
  ASSERT_EQ(first.exchange(get("/x")).status, 200);
  std::list<raw_client> crowd;
  for (int i = 0; i < 200; ++i)
    crowd.emplace_back(server.port);
  for (auto& each : crowd)
    EXPECT_EQ(each.read_answer().status, 503);
  EXPECT_EQ(server.gauge.refused, 200u);
  EXPECT_EQ(first.exchange(get("/x")).status, 200);
}

// A listener that cannot accept is reported as ready again and again.
TEST(limits, a_listener_that_fails_is_left_alone_for_a_while) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  sockaddr_in loopback{};
  loopback.sin_family = AF_INET;
  loopback.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  ASSERT_EQ(::bind(fd, reinterpret_cast<const sockaddr*>(&loopback), sizeof loopback), 0);
  toy_server server({.idle_timeout = 100ms}, nullptr, fd);  // ticks every 25 ms
  toy_server clock({.idle_timeout = 200ms});
  EXPECT_TRUE(raw_client(clock.port).ended());
  server.on_thread([] {
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    EXPECT_LT(used.tv_sec * 1000 + used.tv_nsec / 1'000'000, 60);
  });
  ASSERT_EQ(::listen(fd, 10), 0);
  EXPECT_EQ(raw_client(server.port).exchange(get("/x")).status, 200);
}

// Uses up every descriptor of the process, then gives them back.
TEST(limits, running_out_of_descriptors_only_delays) {
  toy_server server({.idle_timeout = 100ms});  // ticks every 25 ms
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  rlimit few = before;
  few.rlim_cur = 256;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
  std::vector<int> fillers;
  for (int fd = 0; (fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;)
    fillers.push_back(fd);
  ::close(fillers.back());
  fillers.pop_back();
  raw_client client(server.port);  // takes the last one
  client.send(get("/x"));
  server.on_thread([] {});
  EXPECT_EQ(server.gauge.accepted, 0u);
  for (const int fd : fillers)
    ::close(fd);
  EXPECT_EQ(client.read_answer().status, 200);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
}

/// What the process has allocated and not freed: a sanitizer's resident memory holds freed blocks
/// as well.
std::size_t allocated_bytes() {
#ifdef TODOD_SANITIZED
  return __sanitizer_get_current_allocated_bytes();
#else
  return ::mallinfo2().uordblks;
#endif
}

TEST(limits, an_idle_connection_holds_no_buffers) {
  constexpr std::size_t count = 400;
  toy_server server;
  std::list<raw_client> clients;
  const auto serve_one = [&] {
    ASSERT_EQ(clients.emplace_back(server.port).exchange(get("/x")).status, 200);
  };
  for (std::size_t i = 0; i < 20; ++i)
    serve_one();
  const std::size_t before = allocated_bytes();
  for (std::size_t i = 0; i < count; ++i)
    serve_one();
  const std::size_t after = allocated_bytes();
  const std::size_t each = after > before ? (after - before) / count : 0;
  RecordProperty("bytes_per_idle_connection", static_cast<int>(each));
  EXPECT_LE(each, 16u * 1024);
}

}  // namespace
}  // namespace todod::http
