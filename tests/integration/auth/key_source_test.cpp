// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The key source against a real HTTP server that rotates, hangs, breaks and goes away.
#include "auth/key_source.hpp"

#include "auth/authenticator.hpp"
#include "auth/jwk_set.hpp"
#include "unit/auth/key_server.hpp"
#include "unit/auth/signing_key.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace todod::auth {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::jwk_set_of;
using testing::key_events;
using testing::key_server;
using testing::patience;
using testing::signing_key;

const timestamp now{seconds{1'800'000'000}};
constexpr seconds long_time{3'600};

std::string kid(const std::string& id) {
  return R"(,"kid":")" + id + '"';
}

std::string token_of(const signing_key& key, const std::string& id) {
  return key.token("EdDSA", R"({"alg":"EdDSA")" + kid(id) + "}", R"({"sub":"u","exp":1800000100})");
}

/// Asks for fresh keys and waits for the answer.
bool refresh(key_source& source) {
  auto done = std::make_shared<std::promise<void>>();
  source.refresh(source.generation(), [done] { done->set_value(); });
  return done->get_future().wait_for(patience) == std::future_status::ready;
}

/// Whether `done` is called before refresh() is back: the answer of one that is cooling down.
bool answers_at_once(key_source& source) {
  auto called = std::make_shared<std::atomic<bool>>(false);
  source.refresh(source.generation(), [called] { *called = true; });
  return called->load();
}

TEST(key_source, fetches_at_start_and_tells_what_it_got) {
  key_server server(jwk_set_of({signing_key::ed25519().jwk(), R"({"kty":"oct"})", "1"}));
  key_events events;
  key_source source({.url = server.url()}, events);
  ASSERT_TRUE(events.wait_for_fetches(1));
  EXPECT_EQ(events.last_fetched(), (std::pair<std::size_t, std::size_t>{1, 2}));
  ASSERT_NE(source.current(), nullptr);
  EXPECT_EQ(source.current()->keys().size(), 1u);
  EXPECT_EQ(source.generation(), 1u);
  EXPECT_GE(source.age(), seconds{0});
  EXPECT_LT(source.age(), patience);
  const auto request = server.last_request();
  EXPECT_TRUE(request.starts_with("GET /jwks HTTP/1.1\r\n")) << request;
  EXPECT_NE(request.find("\r\nAccept: application/json\r\n"), std::string::npos) << request;
}

TEST(key_source, a_rotated_key_is_found_and_the_old_one_is_gone) {
  const auto old_key = signing_key::ed25519();
  const auto new_key = signing_key::ed25519();
  testing::ready_keys keys(jwk_set_of({old_key.jwk(kid("1"))}));
  authenticator judge({}, &keys.source);
  const auto old_token = token_of(old_key, "1");
  const auto new_token = token_of(new_key, "2");
  ASSERT_NE(judge.verify(old_token, now).user, nullptr);
  ASSERT_NE(judge.verify(old_token, now).user, nullptr);
  EXPECT_EQ(judge.stats().cache_hits, 1u);

  keys.server.serve(jwk_set_of({new_key.jwk(kid("2"))}));
  ASSERT_TRUE(judge.verify(new_token, now).needs_keys());
  ASSERT_TRUE(refresh(keys.source));
  EXPECT_NE(judge.verify(new_token, now, true).user, nullptr);
  EXPECT_EQ(keys.source.generation(), 2u);
  EXPECT_EQ(judge.stats().cache_entries, 1u) << "what was remembered went with the old set";
  EXPECT_EQ(judge.verify(old_token, now, true).refused, refusal::unknown_key);
}

TEST(key_source, a_set_without_keys_takes_the_keys_away) {
  const auto key = signing_key::ed25519();
  testing::ready_keys keys(jwk_set_of({key.jwk(kid("1"))}));
  authenticator judge({}, &keys.source);
  ASSERT_NE(judge.verify(token_of(key, "1"), now).user, nullptr);
  keys.server.serve(R"({"keys":[]})");
  ASSERT_TRUE(refresh(keys.source));
  EXPECT_EQ(judge.verify(token_of(key, "1"), now, true).refused, refusal::unknown_key);
}

TEST(key_source, the_same_document_again_changes_nothing) {
  const auto key = signing_key::ed25519();
  testing::ready_keys keys(jwk_set_of({key.jwk(kid("1"))}));
  authenticator judge({}, &keys.source);
  ASSERT_NE(judge.verify(token_of(key, "1"), now).user, nullptr);
  const auto before = keys.source.current();
  ASSERT_TRUE(refresh(keys.source));
  EXPECT_EQ(keys.server.requests(), 2u);
  EXPECT_EQ(keys.source.generation(), 1u);
  EXPECT_EQ(keys.source.current(), before);
  EXPECT_EQ(judge.stats().cache_entries, 1u);
}

TEST(key_source, no_answer_but_a_key_set_replaces_the_keys_that_are_there) {
  const auto key = signing_key::ed25519();
  const auto document = jwk_set_of({key.jwk(kid("1"))});
  key_server elsewhere(R"({"keys":[]})");
  testing::ready_keys keys(document);
  authenticator judge({}, &keys.source);
  const auto token = token_of(key, "1");

  struct answer_case {
    const char* what;
    std::string bytes;
    const char* detail;  ///< part of what is told
  };
  const auto reply = [](const std::string& status, const std::string& body,
                        const std::string& more = "") {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           more + "\r\n" + body;
  };
  const std::vector<answer_case> cases{
      {"broken JSON", reply("200 OK", R"({"keys":[)"), "not JSON"},
      {"empty", reply("200 OK", ""), "not JSON"},
      {"another document", reply("200 OK", R"({"issuer":"x"})"), "list of keys"},
      {"a page", reply("200 OK", "<html>"), "not JSON"},
      {"500", reply("500 Internal Server Error", document), "500"},
      {"404", reply("404 Not Found", R"({"keys":[]})"), "404"},
      {"204", "HTTP/1.1 204 No Content\r\n\r\n", "204"},
      {"a redirect", reply("302 Found", R"({"keys":[]})", "Location: " + elsewhere.url() + "\r\n"),
       "302"},
      {"another redirect",
       reply("307 Temporary Redirect", "", "Location: " + elsewhere.url() + "\r\n"), "redirect"},
      {"cut short", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"keys\":[]", "490 bytes"},
      {"closed at once", "", ""},
      {"not HTTP", "SSH-2.0-OpenSSH\r\n", ""},
      {"too large", reply("200 OK", R"({"keys":[]})" + std::string(300'000, ' ')), "larger"},
      {"too large without a length",
       "HTTP/1.1 200 OK\r\n\r\n{\"keys\":[]}" + std::string(300'000, ' '), "larger"},
  };
  for (const auto& one : cases) {
    keys.server.answer_raw(one.bytes);
    keys.events.forget_failures();
    ASSERT_TRUE(refresh(keys.source)) << one.what;
    ASSERT_TRUE(keys.events.wait_for_failure(one.detail))
        << one.what << ": " << keys.events.last_failure();
    EXPECT_EQ(keys.source.generation(), 1u) << one.what;
    EXPECT_NE(judge.verify(token, now).user, nullptr) << one.what;
  }
  EXPECT_EQ(elsewhere.requests(), 0u) << "redirects are not followed";
}

TEST(key_source, a_large_document_within_the_bound_is_taken) {
  key_server server(R"({"keys":[]})" + std::string(1'013, ' '));
  key_events events;
  key_source source({.url = server.url(), .cooldown = {}, .document_max_bytes = 1'024}, events);
  ASSERT_TRUE(events.wait_for_fetches(1));
  server.serve(R"({"keys":[]})" + std::string(1'014, ' '));
  ASSERT_TRUE(refresh(source));
  EXPECT_TRUE(events.wait_for_failures(1));
  EXPECT_EQ(source.generation(), 1u);
}

TEST(key_source, while_no_set_was_fetched_tokens_wait_and_then_are_unavailable) {
  const auto key = signing_key::ed25519();
  key_server server;
  server.serve("down", "503 Service Unavailable");
  key_events events;
  key_source source({.url = server.url(), .cooldown = long_time}, events);
  ASSERT_TRUE(events.wait_for_failures(1));
  EXPECT_EQ(source.current(), nullptr);
  EXPECT_EQ(source.generation(), 0u);
  EXPECT_LT(source.age(), seconds{0});

  authenticator judge({"0123456789abcdef0123456789abcdef", {}, {}}, &source);
  const auto token = token_of(key, "1");
  EXPECT_TRUE(judge.verify(token, now).needs_keys());
  ASSERT_TRUE(refresh(source));
  EXPECT_EQ(judge.verify(token, now, true).refused, refusal::keys_unavailable);
  const auto hs = testing::hs_token("HS256", "0123456789abcdef0123456789abcdef",
                                    R"({"alg":"HS256"})", R"({"sub":"u","exp":1800000100})");
  EXPECT_NE(judge.verify(hs, now).user, nullptr) << "needs no key set";

  server.serve(jwk_set_of({key.jwk(kid("1"))}));
  ASSERT_TRUE(events.wait_for_fetches(1)) << "tried again in the background";
  EXPECT_NE(judge.verify(token, now, true).user, nullptr);
}

TEST(key_source, a_server_that_cannot_be_reached_is_told) {
  std::string url;
  {
    const key_server gone;
    url = gone.url();
  }
  key_events events;
  key_source source({.url = url}, events);
  ASSERT_TRUE(events.wait_for_failures(1));
  EXPECT_FALSE(events.last_failure().empty());
  ASSERT_TRUE(events.wait_for_failures(2)) << "tried again";
}

TEST(key_source, other_protocols_are_not_spoken) {
  for (const char* url : {"file:///etc/passwd", "ftp://127.0.0.1/jwks", "gopher://127.0.0.1:1/"}) {
    key_events events;
    key_source source({.url = url}, events);
    EXPECT_TRUE(events.wait_for_failures(1)) << url;
    EXPECT_EQ(source.generation(), 0u);
  }
}

TEST(key_source, askers_share_one_fetch_and_wait_for_the_first) {
  key_server server(R"({"keys":[]})");
  server.hold();
  key_events events;
  key_source source({.url = server.url(), .cooldown = {}}, events);
  ASSERT_TRUE(server.wait_for_requests(1));
  std::atomic<int> called{0};
  auto last = std::make_shared<std::promise<void>>();
  constexpr int askers = 100;
  for (int i = 0; i < askers; ++i) {
    source.refresh(source.generation(), [&called, last] {
      if (++called == askers) last->set_value();
    });
  }
  EXPECT_EQ(called, 0) << "nothing is known yet";
  server.release();
  ASSERT_EQ(last->get_future().wait_for(patience), std::future_status::ready);
  EXPECT_EQ(server.requests(), 1u);
}

TEST(key_source, askers_from_many_threads_share_one_fetch) {
  testing::ready_keys keys(R"({"keys":[]})");
  keys.server.hold();
  std::atomic<int> called{0};
  auto last = std::make_shared<std::promise<void>>();
  static constexpr int threads = 4;
  static constexpr int each = 50;
  {
    std::vector<std::jthread> askers;
    for (int t = 0; t < threads; ++t) {
      askers.emplace_back([&] {
        for (int i = 0; i < each; ++i) {
          keys.source.refresh(keys.source.generation(), [&called, last] {
            if (++called == threads * each) last->set_value();
          });
          EXPECT_NE(keys.source.current(), nullptr);
          EXPECT_EQ(keys.source.generation(), 1u);
        }
      });
    }
  }
  ASSERT_TRUE(keys.server.wait_for_requests(2));
  keys.server.release();
  ASSERT_EQ(last->get_future().wait_for(patience), std::future_status::ready);
  EXPECT_EQ(keys.server.requests(), 2u);
}

TEST(key_source, unknown_keys_cause_one_fetch_per_cooldown) {
  key_server server(R"({"keys":[]})");
  key_events events;
  key_source source({.url = server.url(), .cooldown = long_time}, events);
  ASSERT_TRUE(events.wait_for_fetches(1));
  ASSERT_TRUE(refresh(source)) << "the fetch at start was not asked for";
  EXPECT_EQ(server.requests(), 2u);
  for (int i = 0; i < 100; ++i)
    EXPECT_TRUE(answers_at_once(source));
  EXPECT_EQ(server.requests(), 2u);
}

TEST(key_source, an_asker_that_missed_the_newest_set_needs_no_fetch) {
  key_server server(R"({"keys":[]})");
  key_events events;
  key_source source({.url = server.url(), .cooldown = long_time}, events);
  ASSERT_TRUE(events.wait_for_fetches(1));
  bool called = false;
  source.refresh(0, [&called] { called = true; });
  EXPECT_TRUE(called) << "before refresh() was back";
  ASSERT_TRUE(refresh(source));
  EXPECT_EQ(server.requests(), 2u) << "the cooldown has begun only now";
}

TEST(key_source, a_refetch_during_a_fetch_is_one_more) {
  key_server server(R"({"keys":[]})");
  server.hold();
  key_events events;
  key_source source({.url = server.url(), .cooldown = long_time}, events);
  ASSERT_TRUE(server.wait_for_requests(1));
  source.refetch();
  source.refetch();
  server.release();
  ASSERT_TRUE(events.wait_for_fetches(2))
      << "the first may have been answered before the keys changed";
  ASSERT_TRUE(refresh(source));
  EXPECT_EQ(server.requests(), 3u);
}

TEST(key_source, a_slow_server_holds_up_nobody_with_a_known_key) {
  const auto key = signing_key::ed25519();
  testing::ready_keys keys(jwk_set_of({key.jwk(kid("1"))}));
  authenticator judge({}, &keys.source);
  keys.server.hold();
  std::promise<void> done;
  keys.source.refresh(keys.source.generation(), [&done] { done.set_value(); });
  ASSERT_TRUE(keys.server.wait_for_requests(2));
  EXPECT_NE(judge.verify(token_of(key, "1"), now).user, nullptr);
  keys.server.release();
  EXPECT_EQ(done.get_future().wait_for(patience), std::future_status::ready);
}

TEST(key_source, a_server_that_never_answers_is_given_up) {
  key_server server(R"({"keys":[]})");
  server.hold();
  key_events events;
  key_source source({.url = server.url(), .timeout = milliseconds{200}}, events);
  ASSERT_TRUE(server.wait_for_requests(1));
  ASSERT_TRUE(events.wait_for_failures(1));
  EXPECT_NE(events.last_failure().find("imed out"), std::string::npos) << events.last_failure();
}

TEST(key_source, ends_at_once_and_calls_those_who_wait) {
  key_server server(R"({"keys":[]})");
  server.hold();
  key_events events;
  int called = 0;
  const auto start = std::chrono::steady_clock::now();
  {
    key_source source({.url = server.url(), .timeout = seconds{600}}, events);
    ASSERT_TRUE(server.wait_for_requests(1));
    for (int i = 0; i < 3; ++i)
      source.refresh(source.generation(), [&called] { ++called; });
  }
  EXPECT_EQ(called, 3);
  EXPECT_LT(std::chrono::steady_clock::now() - start, patience);
}

TEST(key_source, fetches_again_in_the_background) {
  key_server server(R"({"keys":[]})");
  key_events events;
  key_source source({.url = server.url(), .cooldown = long_time, .refresh_every = seconds{1}},
                    events);
  ASSERT_TRUE(events.wait_for_fetches(1));
  server.serve(jwk_set_of({signing_key::ed25519().jwk()}));
  ASSERT_TRUE(events.wait_for_fetches(3));
  EXPECT_EQ(source.generation(), 2u);
  EXPECT_EQ(events.last_fetched().first, 1u);
}

}  // namespace
}  // namespace todod::auth
