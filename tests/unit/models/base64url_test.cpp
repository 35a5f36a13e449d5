// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "models/base64url.hpp"

#include <gtest/gtest.h>

using todod::base64url_decode;
using todod::base64url_encode;

TEST(base64url, encodes_the_vectors_of_rfc_4648_without_padding) {
  const std::pair<std::string_view, std::string_view> vectors[] = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xfb\xff\xbf", "-_-_"},
  };
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(base64url_encode(bytes), text);
    EXPECT_EQ(base64url_decode(text), bytes) << text;
  }
}

TEST(base64url, takes_canonical_text_only) {
  const std::string_view refused[] = {
      "Z",                   // no number of bytes has this length
      "Zm9vY",               // likewise
      "Zg==",                // padding
      "Zm8=",       "+/+/",  // the other alphabet
      "Zm9v\n",     " Zm9v", "Zm 9",
      "Zh",  // unused bits that are not zero
      "Zm9",        "Zm9v.", std::string_view("Zm\0v", 4),
      "Zm\xc3\xa4",
  };
  for (const auto text : refused)
    EXPECT_EQ(base64url_decode(text), std::nullopt) << text;
}

TEST(base64url, decodes_into_a_reused_string) {
  std::string out = "something that was there before";
  EXPECT_TRUE(base64url_decode("Zm9v", out));
  EXPECT_EQ(out, "foo");
  EXPECT_FALSE(base64url_decode("Zm9=", out));
  EXPECT_TRUE(base64url_decode("", out));
  EXPECT_EQ(out, "");
}
