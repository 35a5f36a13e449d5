// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "auth/document_fetch.hpp"

#include "auth/key_source.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <stdexcept>
#include <utility>

namespace todod::auth {
namespace {

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(std::string("libcurl: ") + what);
}

/// Once per process; libcurl counts, and never needs the opposite.
void initialise_library() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  require(ready == CURLE_OK, "cannot be initialised");
}

}  // namespace

document_fetch::document_fetch(const std::string& url, std::chrono::milliseconds timeout,
                               std::size_t bytes_max, const trusted_certificates& trusted)
    : bytes_max_(bytes_max) {
  initialise_library();
  multi_.reset(curl_multi_init());
  easy_.reset(curl_easy_init());
  headers_.reset(curl_slist_append(nullptr, "Accept: application/json"));
  require(multi_ && easy_ && headers_, "out of memory");
  set_options(url, timeout);
  set_trust(trusted);
  pass_by_proxies();
}

document_fetch::~document_fetch() {
  if (running_) curl_multi_remove_handle(multi_.get(), easy_.get());
}

void document_fetch::set_options(const std::string& url, std::chrono::milliseconds timeout) {
  const auto set = [this](CURLoption option, auto value) {
    require(curl_easy_setopt(easy_.get(), option, value) == CURLE_OK, "refuses an option");
  };
  const auto bounded = static_cast<long>(
      std::min<std::int64_t>(timeout.count(), std::numeric_limits<std::int32_t>::max()));
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "https,http");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_HTTPHEADER, headers_.get());
  set(CURLOPT_USERAGENT, "todod");
  set(CURLOPT_TIMEOUT_MS, bounded);
  set(CURLOPT_CONNECTTIMEOUT_MS, bounded);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_FORBID_REUSE, 1L);  // minutes lie between two fetches
  set(CURLOPT_ERRORBUFFER, static_cast<char*>(error_));
  set(CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(CURLOPT_WRITEFUNCTION, &document_fetch::on_body);
#if LIBCURL_VERSION_NUM >= 0x075700
  set(CURLOPT_QUICK_EXIT, 1L);  // a name server that does not answer must not hold up the end
#endif
}

void document_fetch::set_trust(const trusted_certificates& trusted) {
  const auto set = [this](CURLoption option, const std::string& path) {
    if (path.empty()) return;
    require(curl_easy_setopt(easy_.get(), option, path.c_str()) == CURLE_OK, "out of memory");
  };
  set(CURLOPT_CAINFO, trusted.file);
  set(CURLOPT_CAPATH, trusted.folder);
}

/// libcurl takes proxies from the environment (http_proxy, https_proxy, all_proxy). None of them
/// leads to this machine, so its names join those that no_proxy has.
void document_fetch::pass_by_proxies() {
  std::string direct = "localhost,127.0.0.1,::1";
  for (const char* name : {"no_proxy", "NO_PROXY"}) {
    const char* others = std::getenv(name);
    if (others == nullptr) continue;
    if (others == std::string_view("*")) {  // curl knows it only where it stands alone
      direct = others;
      break;
    }
    direct.append(",").append(others);
  }
  require(curl_easy_setopt(easy_.get(), CURLOPT_NOPROXY, direct.c_str()) == CURLE_OK,
          "out of memory");
}

void document_fetch::start() {
  body_.clear();
  error_[0] = '\0';
  too_large_ = false;
  result_ = CURLE_OK;
  require(curl_multi_add_handle(multi_.get(), easy_.get()) == CURLM_OK, "refuses to start");
  running_ = true;
}

bool document_fetch::wait(std::chrono::milliseconds longest) {
  int active = 0;
  if (running_) curl_multi_perform(multi_.get(), &active);
  if (!running_ || active != 0) {
    const auto bounded = std::clamp<std::int64_t>(longest.count(), 0, 3'600'000);
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(bounded), nullptr);
    if (running_) curl_multi_perform(multi_.get(), &active);
  }
  if (!running_ || active != 0) return false;
  int left = 0;
  while (const auto* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg == CURLMSG_DONE) result_ = message->data.result;
  }
  curl_multi_remove_handle(multi_.get(), easy_.get());
  running_ = false;
  return true;
}

void document_fetch::wake() noexcept {
  curl_multi_wakeup(multi_.get());
}

std::expected<std::string, std::string> document_fetch::take() {
  if (too_large_) {
    return std::unexpected("the answer is larger than " + std::to_string(bytes_max_) + " bytes");
  }
  if (result_ != CURLE_OK) {
    return std::unexpected(std::string(error_[0] != '\0' ? error_ : curl_easy_strerror(result_)));
  }
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) {
    return std::unexpected("the answer has the status " + std::to_string(status) +
                           (status / 100 == 3 ? " (redirects are not followed)" : ""));
  }
  return std::move(body_);
}

std::size_t document_fetch::on_body(char* data, std::size_t size, std::size_t count,
                                    void* self) noexcept {
  auto& fetch = *static_cast<document_fetch*>(self);
  const auto bytes = size * count;
  fetch.too_large_ = bytes > fetch.bytes_max_ - fetch.body_.size();
  if (fetch.too_large_) return 0;  // ends the transfer
  fetch.body_.append(data, bytes);
  return bytes;
}

}  // namespace todod::auth
