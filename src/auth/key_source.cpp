// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
//              refresh()                                      start, refresh_every, retry
//                  │ unless cooling down                                │
//   waiting_ <─────┤                                                    │
//                  └──────> wanted ──> one fetch at a time <────────────┘
//                                         │ a set: published, generation + 1
//                                         │ anything else: the old set stays, retry with back-off
//                                         └──> everybody in waiting_ is called
#include "auth/key_source.hpp"

#include "auth/document_fetch.hpp"
#include "auth/jwk_set.hpp"

#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <expected>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace todod::auth {
namespace {

using steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds retry_first{1'000};
constexpr milliseconds retry_max{30'000};
/// Callbacks kept at a time; more askers than this are answered at once, with what there is.
constexpr std::size_t waiting_max = 16'384;

struct key_counts {
  std::size_t usable;
  std::size_t unusable;
};

/// OpenSSL writes to sockets without MSG_NOSIGNAL: a SIGPIPE must not end the process. Others are
/// for the threads that expect them.
void block_signals() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

struct key_source::state {
  state(key_source_options given, key_source_observer& observer)
      : options(std::move(given)),
        events(observer),
        fetch(options.url, options.timeout, options.document_max_bytes, options.trusted) {}

  void run();
  void start_fetch();
  void finish_fetch();
  [[nodiscard]] std::expected<key_counts, std::string> accept(
      std::expected<std::string, std::string> answer);
  void release_waiting();
  [[nodiscard]] bool stopped() const;
  [[nodiscard]] bool is_due() const;
  [[nodiscard]] milliseconds until_due() const;
  [[nodiscard]] bool enqueue(std::uint64_t seen, std::function<void()>& done);

  const key_source_options options;
  key_source_observer& events;
  document_fetch fetch;
  std::atomic<std::uint64_t> generation{0};
  std::atomic<steady::duration> fetched_at{steady::duration::min()};  ///< min: never

  mutable std::mutex mutex;  ///< guards the next six
  std::shared_ptr<const jwk_set> set;
  std::vector<std::function<void()>> waiting;
  std::optional<steady::time_point> asked_at;  ///< when a fetch was last asked for and granted
  bool busy = true;                            ///< a fetch is under way or about to be
  bool again = false;  ///< one that begins from now on is wanted, whatever is under way
  bool stopping = false;

  bool fetching = false;  ///< from here on: the thread's own
  steady::time_point next_fetch{};
  milliseconds retry_after = retry_first;
  std::string document;  ///< of the set that is current

  std::thread thread;
};

key_source::key_source(key_source_options options, key_source_observer& events)
    : state_(std::make_unique<state>(std::move(options), events)) {
  state_->thread = std::thread([s = state_.get()] { s->run(); });
}

key_source::~key_source() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->fetch.wake();
  state_->thread.join();
}

std::shared_ptr<const jwk_set> key_source::current() const {
  const std::lock_guard lock(state_->mutex);
  return state_->set;
}

std::uint64_t key_source::generation() const noexcept {
  return state_->generation.load(std::memory_order_acquire);
}

std::chrono::seconds key_source::age() const noexcept {
  const auto at = state_->fetched_at.load();
  if (at == steady::duration::min()) return std::chrono::seconds{-1};
  return std::chrono::duration_cast<std::chrono::seconds>(steady::now().time_since_epoch() - at);
}

void key_source::refresh(std::uint64_t seen, std::function<void()> done) {
  if (!state_->enqueue(seen, done)) done();
}

void key_source::refetch() {
  const std::lock_guard lock(state_->mutex);
  state_->busy = true;
  state_->again = true;
  state_->fetch.wake();
}

/// Takes `done` if a fetch will answer it.
bool key_source::state::enqueue(std::uint64_t seen, std::function<void()>& done) {
  const std::lock_guard lock(mutex);
  if (stopping || waiting.size() >= waiting_max || generation != seen) return false;
  if (!busy) {
    const auto now = steady::now();
    if (asked_at && now - *asked_at < options.cooldown) return false;
    asked_at = now;
    busy = true;
    fetch.wake();
  }
  waiting.push_back(std::move(done));
  return true;
}

void key_source::state::run() {
  block_signals();
  while (!stopped()) {
    if (!fetching && is_due()) start_fetch();
    if (fetch.wait(fetching ? options.timeout : until_due())) finish_fetch();
  }
  release_waiting();
}

bool key_source::state::stopped() const {
  const std::lock_guard lock(mutex);
  return stopping;
}

bool key_source::state::is_due() const {
  const std::lock_guard lock(mutex);
  return busy || steady::now() >= next_fetch;
}

milliseconds key_source::state::until_due() const {
  return std::chrono::ceil<milliseconds>(
      std::max(next_fetch - steady::now(), steady::duration::zero()));
}

void key_source::state::start_fetch() {
  {
    const std::lock_guard lock(mutex);
    busy = true;
    again = false;
  }
  fetch.start();
  fetching = true;
}

void key_source::state::finish_fetch() {
  fetching = false;
  const auto came = accept(fetch.take());
  if (came) {
    next_fetch = steady::now() + options.refresh_every;
    retry_after = retry_first;
  } else {
    next_fetch = steady::now() + retry_after;
    retry_after = std::min(retry_after * 2, retry_max);
  }
  release_waiting();
  // Told last: who hears of it and asks again gets a fetch of its own.
  if (came) {
    events.on_keys_fetched(came->usable, came->unusable);
  } else {
    events.on_keys_failed(came.error());
  }
}

/// Publishes the set in `answer`; or says what is wrong with it.
std::expected<key_counts, std::string> key_source::state::accept(
    std::expected<std::string, std::string> answer) {
  if (!answer) return std::unexpected(std::move(answer.error()));
  auto parsed = jwk_set::parse(*answer);
  if (!parsed) return std::unexpected("the answer is no key set: " + std::string(parsed.error()));
  const key_counts counts{parsed->keys().size(), parsed->unusable()};
  fetched_at = steady::now().time_since_epoch();
  // The same document again must not cost the authenticators what they remember.
  if (generation == 0 || *answer != document) {
    auto newest = std::make_shared<const jwk_set>(std::move(*parsed));
    {
      const std::lock_guard lock(mutex);
      set.swap(newest);
    }
    generation.fetch_add(1, std::memory_order_release);
    document = std::move(*answer);
  }
  return counts;
}

void key_source::state::release_waiting() {
  std::vector<std::function<void()>> callbacks;
  {
    const std::lock_guard lock(mutex);
    busy = again;
    callbacks.swap(waiting);
  }
  for (const auto& done : callbacks)
    done();
}

}  // namespace todod::auth
