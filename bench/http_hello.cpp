// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The HTTP layer alone: every request gets the same ready-made answer. Prints the address and, each
// time it has answered 200,000 requests, the CPU time of one. Arguments: port, I/O threads.
//   bench_http_hello 8080 1 & wrk -t1 -c64 -d5 http://127.0.0.1:8080/
#include "http/server.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <list>
#include <thread>
#include <vector>

namespace http = todod::http;

namespace {

constexpr std::size_t report_every = 200'000;

class hello final : public http::service {
 public:
  http::admission admit(http::request&, http::response&) override {
    return http::admission::proceed;
  }
  http::awaitable<http::admission> admit_later(http::request&, http::response&) override {
    co_return http::admission::proceed;
  }
  http::awaitable<void> handle(http::request&, http::response& out) override {
    out.content_type = "application/json";
    out.add_header("ETag", "\"1\"");
    out.body().append(
        R"({"id":"0199a1f2-7b1c-7c3e-9d55-2f6a4be0c111","user_id":"alice","title":"Buy milk",)"
        R"("description":null,"status":"pending","completed":false,)"
        R"("created_at":"2026-01-09T12:34:56.789Z","updated_at":"2026-01-09T12:34:56.789Z",)"
        R"("completed_at":null,"version":1})");
    co_return;
  }
  void reject(const http::request&, http::protocol_error, std::string_view detail,
              http::response& out) override {
    out.status = 400;
    out.content_type = "text/plain";
    out.body().append(detail);
  }
  void finished(const http::request&, const http::response&, std::size_t,
                std::chrono::nanoseconds) noexcept override {
    if (++answered_ % report_every != 0) return;
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    const double microseconds =
        static_cast<double>(used.tv_sec) * 1e6 + static_cast<double>(used.tv_nsec) / 1e3;
    std::printf("%.2f us of CPU per request\n", (microseconds - last_) / report_every);
    std::fflush(stdout);
    last_ = microseconds;
  }

 private:
  std::size_t answered_ = 0;
  double last_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const auto port = static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 8080);
  const int threads = argc > 2 ? std::atoi(argv[2]) : 1;
  const auto at = http::resolve_listen_address("127.0.0.1", port);
  http::connection_gauge gauge;
  const http::limits bounds;
  std::list<boost::asio::io_context> contexts;
  std::list<hello> services;
  std::list<http::server> servers;
  std::vector<std::jthread> running;
  for (int i = 0; i < threads; ++i) {
    contexts.emplace_back(1);
    servers.emplace_back(contexts.back(), http::open_listener(at, true), bounds,
                         services.emplace_back(), gauge);
    servers.back().start();
  }
  std::printf("listening on http://127.0.0.1:%d\n", port);
  std::fflush(stdout);
  for (auto& context : contexts)
    running.emplace_back([&context] { context.run(); });
}
