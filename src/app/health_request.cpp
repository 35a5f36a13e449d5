// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/health_request.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <chrono>

namespace todod::app {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

constexpr std::chrono::seconds patience{5};

/// The address to ask: 0.0.0.0 and :: are where a server listens, not where one can call it.
std::string callable(const std::string& host) {
  if (host == "0.0.0.0" || host.empty()) return "127.0.0.1";
  if (host == "::" || host == "[::]") return "::1";
  return host;
}

unsigned ask(const std::string& host, std::uint16_t port) {
  asio::io_context io;
  asio::ip::tcp::resolver resolver(io);
  const auto addresses = resolver.resolve(callable(host), std::to_string(port));
  beast::tcp_stream stream(io);
  beast::flat_buffer buffer;
  beast::http::request<beast::http::empty_body> request{beast::http::verb::get, "/readyz", 11};
  request.set(beast::http::field::host, "localhost");
  request.set(beast::http::field::connection, "close");
  beast::http::response<beast::http::string_body> answer;
  boost::system::error_code failure;

  // Callbacks with one deadline: Beast's timeouts work on asynchronous operations alone.
  stream.expires_after(patience);
  stream.async_connect(addresses, [&](boost::system::error_code error, const auto&) {
    if ((failure = error)) return;
    beast::http::async_write(
        stream, request, [&](boost::system::error_code write_error, std::size_t) {
          if ((failure = write_error)) return;
          beast::http::async_read(
              stream, buffer, answer,
              [&](boost::system::error_code read_error, std::size_t) { failure = read_error; });
        });
  });
  io.run();
  if (failure) throw boost::system::system_error(failure);
  return answer.result_int();
}

}  // namespace

readiness ask_readiness(const std::string& host, std::uint16_t port) {
  const auto address = callable(host);
  const bool is_v6 = address.contains(':') && !address.starts_with('[');
  const auto url =
      "http://" + (is_v6 ? "[" + address + "]" : address) + ":" + std::to_string(port) + "/readyz";
  try {
    const auto status = ask(host, port);
    if (status == 200) return {true, "ready"};
    return {false, "not ready: " + url + " answered " + std::to_string(status)};
  } catch (const boost::system::system_error& error) {
    return {false, "not ready: " + url + ": " + error.code().message()};
  }
}

}  // namespace todod::app
