// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The JWK set (RFC 7517) of an issuer, fetched over HTTP(S) by one thread of its own and shared by
// all authenticators. A server that is down, slow or broken never takes away keys that were there;
// a key that is gone from a newer set is gone.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace todod::auth {

class jwk_set;

/// Whose certificates the key server's may be signed with; an empty one is the system's.
struct trusted_certificates {
  std::string file;    ///< PEM
  std::string folder;  ///< as `openssl rehash` makes it
};

struct key_source_options {
  std::string url;                          ///< https, or http
  std::chrono::seconds cooldown{30};        ///< between fetches that unknown keys ask for
  std::chrono::seconds refresh_every{300};  ///< fetched again in the background
  std::chrono::milliseconds timeout{5'000};
  std::size_t document_max_bytes = 256 * 1024;
  trusted_certificates trusted;
};

/// Told from the fetching thread; must not block. `detail` is one readable line.
class key_source_observer {
 public:
  virtual ~key_source_observer() = default;
  virtual void on_keys_fetched(std::size_t usable, std::size_t unusable) noexcept = 0;
  virtual void on_keys_failed(std::string_view detail) noexcept = 0;
};

class key_source {
 public:
  /// Starts the thread, which fetches at once. `events` outlives the source.
  key_source(key_source_options options, key_source_observer& events);
  ~key_source();  ///< ends a fetch under way; calls the callbacks that still wait
  key_source(const key_source&) = delete;
  key_source& operator=(const key_source&) = delete;

  /// The newest set, null until the first was fetched. Any thread.
  [[nodiscard]] std::shared_ptr<const jwk_set> current() const;
  /// Grows when current() changes: a cheap way to ask (one atomic load). 0 = none yet.
  [[nodiscard]] std::uint64_t generation() const noexcept;

  /// Asks for keys newer than those of generation `seen`, and calls `done` from the fetching thread
  /// when the answer is in, whatever it is; at once if newer ones came in the meantime, or if the
  /// cooldown forbids a fetch. Any thread. Many askers share one fetch.
  void refresh(std::uint64_t seen, std::function<void()> done);

  /// Asks for fresh keys without waiting for them, whatever the cooldown says: by a fetch that
  /// begins after this call, since one that is under way may have been answered before. Any thread.
  void refetch();

  /// Since the set was last fetched successfully; negative if it never was.
  [[nodiscard]] std::chrono::seconds age() const noexcept;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace todod::auth
