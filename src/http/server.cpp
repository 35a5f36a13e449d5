// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "http/server.hpp"

#include "http/server_core.hpp"

#include <utility>

namespace todod::http {

struct server::state : server_core {
  using server_core::server_core;
};

server::server(boost::asio::io_context& io, int listener, const limits& bounds, service& service,
               connection_gauge& gauge)
    : state_(std::make_shared<state>(io, listener, bounds, service, gauge)) {}

server::~server() {
  state_->abandon();
}

void server::start() {
  state_->start();
}
void server::change_limits(const limits& bounds) {
  state_->change_limits(bounds);
}
void server::drain(std::function<void()> done, queued_connections queued) {
  state_->drain(std::move(done), queued);
}
void server::close_all() {
  state_->close_all();
}

}  // namespace todod::http
