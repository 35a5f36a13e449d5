// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Sessions are opened, whatever else the connector does.
#include "database/postgres/connector.hpp"

#include "backend.hpp"
#include "database/postgres/connection_url.hpp"

#include <future>

namespace todod::test {
namespace {

using database::postgres::connector;

class connecting : public testing::Test {
 protected:
  connecting() { sessions.start(); }

  /// Waits for it. The first one migrates.
  connector::opened open() {
    auto opened = std::make_shared<std::promise<connector::opened>>();
    auto outcome = opened->get_future();
    sessions.open({}, [opened](connector::opened got) { opened->set_value(std::move(got)); });
    if (outcome.wait_for(30s) != std::future_status::ready) return std::unexpected("no session");
    return outcome.get();
  }
  /// Of the sessions that are indexing tasks at this moment.
  std::string indexing(const char* what) {
    return own.server().run(std::string{"select "} + what +
                            " from pg_stat_activity where query like 'with part %' "
                            "and state = 'active' and datname = '" +
                            own.name() + "'");
  }

  private_database own;
  recorder events;
  connector sessions{{database::postgres::parse_connection_url(own.url(), 15s).parameters, 10s, 5s},
                     events};
};

TEST_F(connecting, sessions_are_opened_while_a_large_user_is_indexed) {
  ASSERT_TRUE(open().has_value());
  own.open().run(
      "insert into users values ('alice', now()); "
      "insert into tasks select 'alice', gen_random_uuid(), 't', null, now(), now(), null, 1 "
      "from generate_series(1, 300); "
      "create function take_long() returns trigger language plpgsql as "
      "$$ begin perform pg_sleep(60); return null; end $$; "
      "create trigger slow before update on tasks execute function take_long()");
  sessions.look_at("alice");
  while (indexing("count(*)") != "1") {
  }
  EXPECT_TRUE(open().has_value());
  EXPECT_EQ(indexing("count(pg_terminate_backend(pid))"), "1") << "it was waited for";
}

}  // namespace
}  // namespace todod::test
