// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/drain.hpp"

#include <boost/asio/post.hpp>

#include <utility>

namespace todod::app {

using observability::event;

drain::drain(boost::asio::io_context& control, const drain_targets& targets)
    : control_(control), timer_(control), targets_(targets) {}

void drain::begin(drain_times times) {
  const bool first = !has_begun_.exchange(true);
  if (first) targets_.notice.stopping(times.delay + times.patience);
  if (times.delay == times.delay.zero()) return refuse_new(times.patience);
  if (!first) return;
  targets_.events.tell(event::leaving, {{"seconds", times.delay.count()}});
  timer_.expires_after(times.delay);
  timer_.async_wait([this, patience = times.patience](boost::system::error_code error) {
    if (!error) refuse_new(patience);
  });
}

void drain::refuse_new(std::chrono::seconds patience) {
  if (std::exchange(refuses_new_, true)) return;
  targets_.events.tell(event::draining, {{"seconds", patience.count()}});
  threads_left_ = targets_.threads.size();
  const auto queued = targets_.listening.are_passed() ? http::queued_connections::leave_them
                                                      : http::queued_connections::serve;
  const auto done = [this] {
    boost::asio::post(control_, [this] {
      if (--threads_left_ > 0) return;
      targets_.events.tell(event::drained);
      end();
    });
  };
  for (auto& thread : targets_.threads)
    thread->drain(done, queued);
  timer_.expires_after(patience);
  timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    targets_.events.tell(event::drain_timed_out,
                         {{"connections", targets_.connections.open.load()}});
    end();
  });
}

void drain::end() {
  for (auto& thread : targets_.threads)
    thread->stop();
  for (auto& thread : targets_.threads)
    thread->join();
  control_.stop();
}

}  // namespace todod::app
