// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a connection does with requests that are as they should be, whatever way they arrive.
#include "integration/http/raw_client.hpp"
#include "integration/http/toy_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace todod::http {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(connection, serves_one_request_after_the_other) {
  toy_server server;
  raw_client client(server.port);
  for (int i = 0; i < 5; ++i) {
    const auto got = client.exchange(get("/a" + std::to_string(i)));
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, "GET /a" + std::to_string(i) + " ");
    EXPECT_EQ(got.field("Connection"), "");
    EXPECT_EQ(got.field("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(got.field("Date").size(), 29u);
    EXPECT_EQ(got.field("X-Request-Id").size(), 16u);
  }
  EXPECT_EQ(client.exchange(get("/peer")).body, "127.0.0.1");
  EXPECT_EQ(server.gauge.accepted, 1u);
  EXPECT_TRUE(eventually([&] { return server.service.answered == 6; }));
  EXPECT_EQ(server.service.negative_durations, 0u);
}

TEST(connection, answers_a_hundred_requests_of_one_segment_in_order) {
  toy_server server;
  raw_client client(server.port);
  std::string all;
  for (int i = 0; i < 100; ++i) {
    all += i % 3 == 0   ? get("/later" + std::string(i % 2 == 0 ? "" : "?x"))
           : i % 3 == 1 ? post("/echo", std::to_string(i))
                        : "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "2\r\nab\r\n0\r\n\r\n";
  }
  client.send(all);
  for (int i = 0; i < 100; ++i) {
    const auto got = client.read_answer();
    ASSERT_EQ(got.status, 200) << i;
    ASSERT_EQ(got.body, i % 3 == 0   ? "GET /later "
                        : i % 3 == 1 ? "POST /echo " + std::to_string(i)
                                     : "POST /echo ab")
        << i;
  }
}

TEST(connection, understands_requests_torn_at_every_byte) {
  toy_server server;
  raw_client client(server.port);
  const std::string known = post("/echo", "hello");
  const std::string chunked =
      "PUT /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      "2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nx: y\r\n\r\n";
  for (const std::string& bytes : {known, chunked}) {
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
      client.send(std::string_view(bytes).substr(0, cut));
      client.send(std::string_view(bytes).substr(cut));
      ASSERT_THAT(client.read_answer().body, testing::EndsWith(" /echo hello")) << cut;
    }
    for (const char& byte : bytes)
      client.send({&byte, 1});
    ASSERT_THAT(client.read_answer().body, testing::EndsWith(" /echo hello"));
  }
}

TEST(connection, takes_bodies_larger_than_its_buffer) {
  toy_server server;
  raw_client client(server.port);
  const std::string body(256 * 1024, 'b');
  EXPECT_EQ(client.exchange(post("/echo", body)).body, "POST /echo " + body);
  std::string chunks;
  for (std::size_t at = 0; at < body.size(); at += 1024)
    chunks += "400\r\n" + body.substr(at, 1024) + "\r\n";
  EXPECT_EQ(client
                .exchange("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" +
                          chunks + "0\r\n\r\n")
                .body,
            "POST /echo " + body);
  EXPECT_EQ(client.exchange(get("/after")).body, "GET /after ");
}

TEST(connection, gives_chunks_room_behind_pipelined_requests) {
  toy_server server;
  raw_client client(server.port);
  const std::string padding = "x: " + std::string(9'000, 'x') + "\r\n";
  const std::string body(10'000, 'b');
  client.send(get("/one", padding) +
              "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n" + padding +
              "\r\n2710\r\n" + body + "\r\n0\r\n\r\n");
  EXPECT_EQ(client.read_answer().body, "GET /one ");
  EXPECT_EQ(client.read_answer().body, "POST /echo " + body);
}

TEST(connection, answers_head_like_get_without_the_body) {
  toy_server server;
  raw_client client(server.port);
  client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto got = client.read_answer(true);
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.field("Content-Length"), "8");
  EXPECT_EQ(client.exchange(get("/y")).body, "GET /y ");
}

TEST(connection, speaks_http_1_0) {
  toy_server server;
  raw_client closing(server.port);
  const auto got = closing.exchange("GET /x HTTP/1.0\r\n\r\n");
  EXPECT_EQ(got.body, "GET /x ");
  EXPECT_EQ(got.field("Connection"), "close");
  EXPECT_TRUE(closing.ended());

  raw_client keeping(server.port);
  for (int i = 0; i < 2; ++i) {
    const auto kept = keeping.exchange("GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(kept.status, 200);
    EXPECT_EQ(kept.field("Connection"), "keep-alive");
  }
}

TEST(connection, closes_when_the_client_asks) {
  toy_server server;
  raw_client client(server.port);
  const auto got = client.exchange(get("/x", "Connection: close\r\n"));
  EXPECT_EQ(got.field("Connection"), "close");
  EXPECT_TRUE(client.ended());
  EXPECT_TRUE(eventually([&] { return server.gauge.open == 0; }));
}

TEST(connection, serves_a_client_that_has_shut_down_its_sending_side) {
  toy_server server;
  raw_client client(server.port);
  client.send(get("/one") + get("/gate") + get("/two"));
  client.shut_down_sending();
  EXPECT_EQ(client.read_answer().body, "GET /one ");
  ASSERT_TRUE(eventually([&] { return server.service.waiting_at_gate == 1; }));
  server.open_gate();
  EXPECT_EQ(client.read_answer().body, "GET /gate ");
  EXPECT_EQ(client.read_answer().body, "GET /two ");
  EXPECT_TRUE(client.ended());
}

TEST(connection, finishes_the_handler_of_a_client_that_is_gone) {
  toy_server server;
  raw_client client(server.port);
  client.send(get("/gate"));
  ASSERT_TRUE(eventually([&] { return server.service.waiting_at_gate == 1; }));
  client.close();
  server.open_gate();
  EXPECT_TRUE(eventually([&] { return server.service.answered == 1; }));
  EXPECT_TRUE(eventually([&] { return server.gauge.open == 0; }));
}

TEST(connection, reports_each_admitted_request_once) {
  toy_server server;
  {
    raw_client client(server.port);
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nonly this");
    ASSERT_TRUE(eventually([&] { return server.service.admitted == 1; }));
  }
  EXPECT_TRUE(eventually([&] { return server.service.answered == 1; }));
  EXPECT_EQ(server.service.handled, 0u);
}

TEST(connection, counts_the_bytes_of_answers) {
  toy_server server;
  raw_client client(server.port);
  const auto got = client.exchange(get("/x"));
  EXPECT_TRUE(eventually([&] { return server.service.answered == 1; }));
  EXPECT_EQ(server.service.bytes_sent, got.head.size() + 2 + got.body.size());
}

TEST(connection, waits_for_a_suspended_admission) {
  toy_server server;
  raw_client client(server.port);
  EXPECT_EQ(client.exchange(post("/suspend", "x")).body, "POST /suspend x");
  EXPECT_EQ(client.exchange(get("/suspend-deny")).status, 401);
  EXPECT_EQ(client.exchange(get("/x")).status, 200);
}

TEST(connection, turns_exceptions_into_500_and_goes_on) {
  toy_server server;
  raw_client client(server.port);
  for (const char* path : {"/throw", "/throw-in-admit"}) {
    const auto got = client.exchange(post(path, "body", "X-Request-Id: mine\r\n"));
    EXPECT_EQ(got.status, 500);
    EXPECT_EQ(got.body.find("secret"), std::string::npos);
    EXPECT_EQ(got.field("X-Request-Id"), "mine");
    EXPECT_EQ(client.exchange(get("/x")).body, "GET /x ");
  }
}

TEST(expect_continue, is_answered_before_the_body_and_after_admission) {
  toy_server server;
  raw_client client(server.port);
  for (const char* framing : {"Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n"}) {
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n" +
                std::string(framing) + "\r\n");
    EXPECT_EQ(client.read_answer().status, 100);
    client.send(framing[0] == 'C' ? "hello" : "5\r\nhello\r\n0\r\n\r\n");
    EXPECT_EQ(client.read_answer().body, "POST /echo hello");
  }
}

TEST(expect_continue, is_not_answered_when_the_body_is_there) {
  toy_server server;
  raw_client client(server.port);
  EXPECT_EQ(client.exchange(post("/echo", "hello", "Expect: 100-continue\r\n")).status, 200);
  EXPECT_EQ(client.exchange(post("/echo", "hello", "Expect: wonders\r\n")).status, 200);
}

TEST(expect_continue, is_refused_with_the_final_answer) {
  toy_server server;
  raw_client client(server.port);
  const auto got = client.exchange(
      "POST /deny HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
  EXPECT_EQ(got.status, 401);
  EXPECT_EQ(got.field("Connection"), "close");
  EXPECT_TRUE(client.ended());
}

TEST(unread_body, is_skipped_where_it_is_small) {
  toy_server server;
  raw_client client(server.port);
  EXPECT_EQ(client.exchange(post("/deny", "body")).status, 401);
  EXPECT_EQ(client
                .exchange("POST /deny HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "5\r\nhello\r\n0\r\n\r\n")
                .status,
            401);
  client.send("POST /deny HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\nstart");
  EXPECT_EQ(client.read_answer().field("Connection"), "");
  client.send(std::string(60000 - 5, 'x') + get("/next"));
  EXPECT_EQ(client.read_answer().body, "GET /next ");
}

TEST(unread_body, ends_the_connection_where_it_is_large_but_not_before_the_answer) {
  toy_server server;
  raw_client client(server.port);
  client.send("POST /deny HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n");
  ASSERT_TRUE(client.send(std::string(200'000, 'x')));
  const auto got = client.read_answer();
  EXPECT_EQ(got.status, 401);
  EXPECT_EQ(got.field("Connection"), "close");
}

TEST(protocol_errors, are_answered_in_the_services_words_with_an_id) {
  toy_server server;
  for (const char* bytes : {"nonsense\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "\x16\x03\x01"}) {
    raw_client client(server.port);
    const auto got = client.exchange(bytes);
    EXPECT_EQ(got.status, 400) << bytes;
    EXPECT_EQ(got.field("Connection"), "close");
    EXPECT_EQ(got.field("X-Request-Id").size(), 16u);
    client.shut_down_sending();
    EXPECT_TRUE(client.ended());
  }
}

TEST(protocol_errors, do_not_swallow_the_answers_before_them) {
  toy_server server;
  raw_client client(server.port);
  client.send(get("/one") + "GARBAGE\r\n\r\n" + get("/never"));
  EXPECT_EQ(client.read_answer().body, "GET /one ");
  EXPECT_EQ(client.read_answer().status, 400);
  EXPECT_TRUE(client.ended());
  EXPECT_EQ(server.service.handled, 1u);
}

TEST(protocol_errors, include_a_request_that_ends_early) {
  toy_server server;
  for (const char* bytes :
       {"GET / HT", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe",
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe"}) {
    raw_client client(server.port);
    client.send(bytes);
    client.shut_down_sending();
    EXPECT_EQ(client.read_answer().status, 400) << bytes;
    EXPECT_TRUE(client.ended());
  }
}

TEST(listening, finds_names_and_both_families) {
  EXPECT_EQ(resolve_listen_address("localhost", 80).address().is_loopback(), true);
  EXPECT_TRUE(resolve_listen_address("::1", 80).address().is_v6());
  EXPECT_TRUE(resolve_listen_address("0.0.0.0", 80).address().is_unspecified());
  EXPECT_EQ(resolve_listen_address("127.0.0.1", 80).port(), 80);
  EXPECT_THROW((void)resolve_listen_address("no.such.host.invalid", 80),
               boost::system::system_error);
}

TEST(listening, tells_that_an_address_is_taken) {
  const toy_server server;
  EXPECT_THROW((void)open_listener(resolve_listen_address("127.0.0.1", server.port), false),
               boost::system::system_error);
}

}  // namespace
}  // namespace todod::http
