// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// One bounded HTTP GET at a time, of one URL, without blocking (libcurl's multi interface): no
// redirects, no protocol but http and https, no compression, a limit on bytes and on time.
// Everything but wake() belongs to one thread.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <expected>
#include <memory>
#include <string>

namespace todod::auth {

/// libcurl's handles are all pointers to void, so each names its function.
template <auto Free>
struct curl_free {
  template <typename T>
  void operator()(T* handle) const noexcept {
    Free(handle);
  }
};

struct trusted_certificates;

class document_fetch {
 public:
  /// Throws std::runtime_error if libcurl cannot be set up or does not take the URL.
  document_fetch(const std::string& url, std::chrono::milliseconds timeout, std::size_t bytes_max,
                 const trusted_certificates& trusted);
  ~document_fetch();  ///< ends a fetch under way
  document_fetch(const document_fetch&) = delete;
  document_fetch& operator=(const document_fetch&) = delete;

  void start();

  /// Waits until the network has something, wake() is called or `longest` is over, and goes on.
  /// True once a fetch that was started is over.
  [[nodiscard]] bool wait(std::chrono::milliseconds longest);

  /// Ends a wait() under way or else the next one. Any thread.
  void wake() noexcept;

  /// Of the fetch that is over: the body of a 200, or what went wrong, in one readable line.
  [[nodiscard]] std::expected<std::string, std::string> take();

 private:
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) noexcept;
  void set_options(const std::string& url, std::chrono::milliseconds timeout);
  void set_trust(const trusted_certificates& trusted);
  void pass_by_proxies();

  std::size_t bytes_max_;
  std::unique_ptr<CURLM, curl_free<&curl_multi_cleanup>> multi_;
  std::unique_ptr<curl_slist, curl_free<&curl_slist_free_all>> headers_;
  std::unique_ptr<CURL, curl_free<&curl_easy_cleanup>> easy_;
  bool running_ = false;
  bool too_large_ = false;
  CURLcode result_ = CURLE_OK;
  std::string body_;
  char error_[CURL_ERROR_SIZE] = {};
};

}  // namespace todod::auth
