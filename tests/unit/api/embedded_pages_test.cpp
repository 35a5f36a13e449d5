// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "api/embedded_pages.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

namespace todod::api {
namespace {

const page& find(std::string_view path) {
  for (const page& each : embedded_pages()) {
    if (each.path == path) return each;
  }
  throw std::out_of_range("no such page");
}

TEST(embedded_pages, inflate_to_what_was_packed) {
  const struct {
    std::string_view path, type, contains;
  } rows[] = {
      {"/openapi.json", "application/json", "\"openapi\": \"3.1.0\""},
      {"/docs", "text/html; charset=utf-8", "<main id=\"api\">"},
      {"/docs/init.js", "text/javascript; charset=utf-8", "window.SwaggerUIBundle({"},
      {"/docs/swagger-ui-bundle.js", "text/javascript; charset=utf-8", "SwaggerUIBundle"},
      {"/docs/swagger-ui.css", "text/css; charset=utf-8", ".swagger-ui"},
      {"/docs/licenses.txt", "text/plain; charset=utf-8", "Apache License"},
      {"/", "text/html; charset=utf-8", "<div id=\"page\">"},
      {"/app/app.js", "text/javascript; charset=utf-8", "/api/tasks"},
      {"/app/app.css", "text/css; charset=utf-8", "prefers-color-scheme"},
      {"/app/icon.svg", "image/svg+xml", "<svg"},
      {"/app/licenses.txt", "text/plain; charset=utf-8", "MIT License"},
  };
  ASSERT_EQ(embedded_pages().size(), std::size(rows));
  for (const auto& row : rows) {
    const page& found = find(row.path);
    EXPECT_EQ(found.content_type, row.type);
    const auto content = inflate_page(found);
    ASSERT_TRUE(content) << row.path << ": " << content.error();
    EXPECT_NE(content->find(row.contains), std::string::npos) << row.path;
  }
}

TEST(embedded_pages, the_document_is_the_same_packed_and_plain) {
  EXPECT_EQ(inflate_page(find("/openapi.json")).value(), openapi_document());
}

TEST(embedded_pages, each_coding_of_each_page_has_its_own_tag) {
  std::set<std::int64_t> seen;
  for (const page& each : embedded_pages()) {
    EXPECT_TRUE(seen.insert(each.gzip_tag).second) << each.path;
    EXPECT_TRUE(seen.insert(each.identity_tag).second) << each.path;
  }
}

TEST(embedded_pages, load_nothing_that_is_not_embedded) {
  const struct {
    std::string_view path;
    std::size_t references;
  } rows[] = {{"/docs", 5}, {"/", 4}};
  for (const auto& row : rows) {
    const std::string html = inflate_page(find(row.path)).value();
    std::size_t references = 0;
    for (const std::string_view attribute : {"src=\"", "href=\""}) {
      for (std::size_t at = html.find(attribute); at != html.npos;
           at = html.find(attribute, at + 1)) {
        const std::size_t begin = at + attribute.size();
        const std::string url = html.substr(begin, html.find('"', begin) - begin);
        ++references;
        if (url == "data:,") continue;
        EXPECT_NO_THROW((void)find(url)) << url;
      }
    }
    EXPECT_EQ(references, row.references);
    EXPECT_EQ(html.find("style="), html.npos);
    EXPECT_EQ(html.find("<style"), html.npos);
  }
}

TEST(embedded_pages, damage_is_noticed) {
  const page& whole = find("/docs");
  std::string bytes(whole.gzip);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  page damaged = whole;
  damaged.gzip = bytes;
  EXPECT_FALSE(inflate_page(damaged));
  const std::string_view cut = whole.gzip.substr(0, whole.gzip.size() / 2);
  damaged.gzip = cut.substr(0, 40);
  EXPECT_FALSE(inflate_page(damaged));
  damaged.gzip = "";
  EXPECT_FALSE(inflate_page(damaged));
}

TEST(accepts_gzip, follows_rfc_9110) {
  const struct {
    std::string_view header;
    bool accepted;
  } rows[] = {
      {"", false},
      {"gzip", true},
      {"GZip", true},
      {"x-gzip", true},
      {"br, gzip, deflate", true},
      {"gzip;q=1.0", true},
      {"gzip; q=0.001", true},
      {"gzip;q=0", false},
      {"gzip ; q=0.000", false},
      {"gzip;Q=0", false},
      {"*", true},
      {"*;q=0", false},
      {"*;q=0, gzip", true},
      {"*, gzip;q=0", false},
      {"identity", false},
      {"gzipped", false},
      {" ,, gzip", true},
      {"br;q=0, identity", false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(accepts_gzip(row.header), row.accepted) << row.header;
}

}  // namespace
}  // namespace todod::api
