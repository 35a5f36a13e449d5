// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The end of a server: nobody who has begun to send a request loses its answer.
#include "integration/http/raw_client.hpp"
#include "integration/http/toy_service.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace todod::http {
namespace {

using namespace std::chrono_literals;

bool over(std::future<void>& drained) {
  return drained.wait_for(10s) == std::future_status::ready;
}

TEST(draining, is_over_at_once_without_connections) {
  toy_server server;
  auto drained = server.drain();
  EXPECT_TRUE(over(drained));
}

TEST(draining, closes_idle_connections_and_the_listener) {
  toy_server server;
  raw_client fresh(server.port);
  raw_client served(server.port);
  EXPECT_EQ(served.exchange(get("/x")).status, 200);
  auto drained = server.drain();
  EXPECT_TRUE(over(drained));
  EXPECT_TRUE(fresh.ended());
  EXPECT_TRUE(served.ended());
  EXPECT_THROW(raw_client(server.port), std::runtime_error);
}

TEST(draining, serves_the_first_request_of_a_fresh_connection) {
  toy_server server;
  raw_client fresh(server.port);
  ASSERT_TRUE(eventually([&] { return server.gauge.open == 1; }));
  auto drained = server.drain();
  const auto got = fresh.exchange(get("/x"));
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.field("Connection"), "close");
  EXPECT_TRUE(over(drained));
}

TEST(draining, can_leave_the_queue_to_the_next_process) {
  const int passed = open_listener(resolve_listen_address("127.0.0.1", 0), false);
  std::optional<toy_server> first(std::in_place, limits{}, nullptr, ::dup(passed));
  auto drained = first->drain(queued_connections::leave_them);
  EXPECT_TRUE(over(drained));
  raw_client early(first->port);
  early.send(get("/x"));
  first.reset();
  toy_server second({}, nullptr, passed);
  EXPECT_EQ(early.read_answer().status, 200);
  EXPECT_TRUE(eventually([&] { return second.service.answered == 1; }));  // counted once it is sent
}

TEST(a_server, works_with_changed_limits_from_then_on) {
  toy_server server;
  raw_client served(server.port);
  EXPECT_EQ(served.exchange(get("/x")).status, 200);
  server.change_limits({.idle_timeout = std::chrono::milliseconds(20), .connections_max = 1});
  raw_client refused(server.port);
  EXPECT_EQ(refused.read_answer().status, 503);
  EXPECT_EQ(served.exchange(get("/x")).status, 200);
  EXPECT_TRUE(served.ended());
}

TEST(draining, waits_for_requests_under_way) {
  toy_server server;
  raw_client handled(server.port);
  handled.send(get("/gate"));
  ASSERT_TRUE(eventually([&] { return server.service.waiting_at_gate == 1; }));
  raw_client half_sent(server.port);
  half_sent.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
  ASSERT_TRUE(eventually([&] { return server.service.admitted == 2; }));
  raw_client begun(server.port);
  begun.send("GET /beg");
  ASSERT_TRUE(eventually([&] { return server.gauge.open == 3; }));

  auto drained = server.drain();
  EXPECT_EQ(drained.wait_for(0s), std::future_status::timeout);
  server.open_gate();
  half_sent.send("llo");
  begun.send("un HTTP/1.1\r\nHost: a\r\n\r\n");
  for (auto* client : {&handled, &half_sent, &begun}) {
    const auto got = client->read_answer();
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.field("Connection"), "close");
    EXPECT_TRUE(client->ended());
  }
  EXPECT_TRUE(over(drained));
  EXPECT_EQ(server.gauge.open, 0u);
}

TEST(draining, waits_for_no_body_that_was_answered_without) {
  toy_server server;
  raw_client denied(server.port);
  denied.send("POST /deny HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
  EXPECT_EQ(denied.read_answer().status, 401);
  auto drained = server.drain();
  EXPECT_TRUE(denied.ended());
  EXPECT_TRUE(over(drained));
}

TEST(draining, cuts_no_answer_short_under_load) {
  toy_server server;
  std::atomic<int> answers{0};
  std::atomic<int> wrong{0};
  std::vector<std::jthread> load;
  for (int i = 0; i < 4; ++i) {
    load.emplace_back([&] {
      raw_client client(server.port);
      for (;;) {
        const auto got = client.exchange(get("/big?20000"));
        if (got.status == 0 && got.head.empty()) return;
        ++answers;
        if (got.status != 200 || got.body.size() != 20'000) ++wrong;
      }
    });
  }
  ASSERT_TRUE(eventually([&] { return answers > 200; }));
  auto drained = server.drain();
  EXPECT_TRUE(over(drained));
  load.clear();
  EXPECT_EQ(wrong, 0);
}

TEST(draining, can_be_cut_short) {
  toy_server server;
  raw_client client(server.port);
  client.send(get("/gate"));
  ASSERT_TRUE(eventually([&] { return server.service.waiting_at_gate == 1; }));
  auto drained = server.drain();
  server.close_all();
  EXPECT_EQ(client.read_answer().status, 0);
  server.open_gate();
  EXPECT_TRUE(over(drained));
  EXPECT_EQ(server.service.answered, 1u);
}

TEST(a_server, can_go_while_a_handler_waits) {
  std::optional<raw_client> client;
  connection_gauge gauge;
  {
    toy_server server({}, &gauge);
    client.emplace(server.port);
    client->send(get("/gate"));
    ASSERT_TRUE(eventually([&] { return server.service.waiting_at_gate == 1; }));
  }
  EXPECT_EQ(client->read_answer().status, 0);
  EXPECT_EQ(gauge.open, 0u);
}

}  // namespace
}  // namespace todod::http
