// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "unit/http/parse_in_pieces.hpp"

#include <gtest/gtest.h>

namespace todod::http {
namespace {

std::string post(std::string_view fields, std::string_view body) {
  return std::string("POST /x HTTP/1.1\r\nHost: a\r\n").append(fields).append("\r\n").append(body);
}

std::string chunked(std::string_view body) {
  return post("Transfer-Encoding: chunked\r\n", body);
}

TEST(request_parser, reads_a_request) {
  const auto got = parse_whole(
      "PATCH /api/u/tasks/1?x=%20&y HTTP/1.1\r\nHost: a:80\r\nIf-Match:  \"3\" \t\r\n"
      "Content-Length: 2\r\n\r\n{}rest");
  ASSERT_EQ(got.status, parse_status::done);
  EXPECT_EQ(got.verb, method::patch);
  EXPECT_EQ(got.path, "/api/u/tasks/1");
  EXPECT_EQ(got.query, "x=%20&y");
  ASSERT_EQ(got.fields.size(), 3u);
  EXPECT_EQ(got.fields[1], (std::pair<std::string, std::string>("If-Match", "\"3\"")));
  EXPECT_EQ(got.body, "{}");
  EXPECT_TRUE(got.framing.keep_alive);
}

TEST(request_parser, maps_methods_by_their_exact_case) {
  const std::pair<std::string_view, method> table[] = {{"GET", method::get},
                                                       {"HEAD", method::head},
                                                       {"POST", method::post},
                                                       {"PUT", method::put},
                                                       {"PATCH", method::patch},
                                                       {"DELETE", method::delete_},
                                                       {"OPTIONS", method::options},
                                                       {"TRACE", method::other},
                                                       {"get", method::other},
                                                       {"PROPFIND", method::other},
                                                       {"x-!#$%&'*+.^_`|~", method::other}};
  for (const auto& [name, expected] : table) {
    const auto got = parse_whole(std::string(name) + " / HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_EQ(got.status, parse_status::done) << name;
    EXPECT_EQ(got.verb, expected) << name;
  }
}

struct refusal {
  const char* what;
  std::string bytes;
};

// Each refused as malformed, in one piece and byte by byte.
const std::vector<refusal>& malformed_requests() {
  static const std::vector<refusal> all{
      // request line
      {"TLS hello", std::string("\x16\x03\x01\x02\x00\x01", 6)},
      {"HTTP/0.9", "GET /\r\n"},
      {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
      {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"},
      {"HTTP/3.0", "GET / HTTP/3.0\r\nHost: a\r\n\r\n"},
      {"lower-case version", "GET / http/1.1\r\nHost: a\r\n\r\n"},
      {"three digits in the version", "GET / HTTP/1.10\r\nHost: a\r\n\r\n"},
      {"space in front", " GET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"tabs", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n"},
      {"space behind", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"},
      {"no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"colon in the method", "GE:T / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n"},
      {"bare LF everywhere", "GET / HTTP/1.1\nHost: a\n\n"},
      {"bare CR after the request line", "GET / HTTP/1.1\rHost: a\r\n\r\n"},
      {"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n"},
      {"CONNECT to a path", "CONNECT /x HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"five empty lines", "\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"bare LF in front", "\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"byte above ASCII in the target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"NUL in the target", std::string("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28)},
      {"DEL in the target", "GET /\x7f HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"percent without digits", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"percent at the end", "GET /a?b=%4 HTTP/1.1\r\nHost: a\r\n\r\n"},
      // fields
      {"space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n"},
      {"space before a length's colon", post("Content-Length : 5\r\n", "hello")},
      {"tab before an encoding's colon", post("Transfer-Encoding\t: chunked\r\n", "0\r\n\r\n")},
      {"no colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n"},
      {"no name", "GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n"},
      {"brackets in a name", "GET / HTTP/1.1\r\nHost: a\r\na[b]: x\r\n\r\n"},
      {"byte above ASCII in a name", "GET / HTTP/1.1\r\nHost: a\r\nx\xe9: x\r\n\r\n"},
      {"NUL in a name", std::string("GET / HTTP/1.1\r\nHost: a\r\nx\0: x\r\n\r\n", 34)},
      {"NUL in a value", std::string("GET / HTTP/1.1\r\nHost: a\r\nx: \0\r\n\r\n", 33)},
      {"control in a value", "GET / HTTP/1.1\r\nHost: a\r\nx: a\x01z\r\n\r\n"},
      {"DEL in a value", "GET / HTTP/1.1\r\nHost: a\r\nx: \x7f\r\n\r\n"},
      {"bare CR in a value", "GET / HTTP/1.1\r\nHost: a\r\nx: a\rb\r\n\r\n"},
      {"bare LF in a value", "GET / HTTP/1.1\r\nHost: a\r\nx: a\nb: c\r\n\r\n"},
      {"folded value", "GET / HTTP/1.1\r\nHost: a\r\nx: a\r\n b\r\n\r\n"},
      {"folded with a tab", "GET / HTTP/1.1\r\nHost: a\r\nx: a\r\n\tb\r\n\r\n"},
      {"folded length", post("Content-Length:\r\n 5\r\n", "hello")},
      {"folded encoding", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n")},
      {"folded first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"},
      {"line of a space", "GET / HTTP/1.1\r\nHost: a\r\n \r\n\r\n"},
      // Host
      {"no Host", "GET / HTTP/1.1\r\n\r\n"},
      {"two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
      {"two equal Hosts", "GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n"},
      {"two Hosts on HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"},
      {"empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"},
      {"Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"},
      {"Host with a user", "GET / HTTP/1.1\r\nHost: me@a\r\n\r\n"},
      {"Host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"},
      {"Host list", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"},
      {"Host with a bad port", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n"},
      {"Host with an open bracket", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"},
      {"no Host but an absolute target", "GET http://a/ HTTP/1.1\r\n\r\n"},
      // Content-Length
      {"signed length", post("Content-Length: +5\r\n", "hello")},
      {"negative length", post("Content-Length: -5\r\n", "hello")},
      {"list of equal lengths", post("Content-Length: 5, 5\r\n", "hello")},
      {"list of lengths", post("Content-Length: 5,6\r\n", "hello!")},
      {"spaced length", post("Content-Length:  5 5\r\n", "hello")},
      {"underscored length", post("Content-Length: 1_0\r\n", "hellohello")},
      {"hexadecimal length", post("Content-Length: 0x5\r\n", "hello")},
      {"fractional length", post("Content-Length: 5.0\r\n", "hello")},
      {"exponent length", post("Content-Length: 1e1\r\n", "hellohello")},
      {"length in words", post("Content-Length: five\r\n", "hello")},
      {"empty length", post("Content-Length:\r\n", "hello")},
      {"length with a comma", post("Content-Length: 5,\r\n", "hello")},
      {"length beyond 64 bits", post("Content-Length: 18446744073709551621\r\n", "hello")},
      {"two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!")},
      {"two equal lengths", post("Content-Length: 5\r\ncontent-length: 5\r\n", "hello")},
      {"zero and five", post("Content-Length: 0\r\nContent-Length: 5\r\n", "hello")},
      // Transfer-Encoding
      {"CL.TE", post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG")},
      {"TE.CL", post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n")},
      {"TE with length 0",
       post("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n", "0\r\n\r\n")},
      {"TE.TE", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
      {"TE.TE identity",
       post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n")},
      {"TE.TE cow", post("Transfer-Encoding: chunked\r\nTransfer-encoding: cow\r\n", "0\r\n\r\n")},
      {"chunked twice in a list", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")},
      {"xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
      {"chunked then identity", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")},
      {"identity then chunked", post("Transfer-Encoding: identity, chunked\r\n", "0\r\n\r\n")},
      {"gzip then chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
      {"gzip", post("Transfer-Encoding: gzip\r\n", "")},
      {"identity", post("Transfer-Encoding: identity\r\n", "")},
      {"empty encoding", post("Transfer-Encoding:\r\n", "")},
      {"quoted chunked", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n")},
      {"chunked with a parameter", post("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n")},
      {"chunked with a comma", post("Transfer-Encoding: ,chunked\r\n", "0\r\n\r\n")},
      {"chunked after a vertical tab", post("Transfer-Encoding: \x0b"
                                            "chunked\r\n",
                                            "0\r\n\r\n")},
      {"chunked on HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
      {"chunked beside a bad length",
       post("Transfer-Encoding: chunked\r\nContent-Length: x\r\n", "0\r\n\r\n")},
      // chunks
      {"chunk size with 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n")},
      {"negative chunk size", chunked("-5\r\nhello\r\n0\r\n\r\n")},
      {"signed chunk size", chunked("+5\r\nhello\r\n0\r\n\r\n")},
      {"no chunk size", chunked("\r\nhello\r\n0\r\n\r\n")},
      {"space before a chunk size", chunked(" 5\r\nhello\r\n0\r\n\r\n")},
      {"space after a chunk size", chunked("5 \r\nhello\r\n0\r\n\r\n")},
      {"underscore in a chunk size", chunked("1_0\r\nhellohellohelloh\r\n0\r\n\r\n")},
      {"chunk size beyond 64 bits", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n")},
      {"chunk size in words", chunked("five\r\nhello\r\n0\r\n\r\n")},
      {"chunk without its end", chunked("5\r\nhelloX0\r\n\r\n")},
      {"chunk longer than its size", chunked("5\r\nhello!\r\n0\r\n\r\n")},
      {"chunk shorter than its size", chunked("5\r\nhell\r\n0\r\n\r\n")},
      {"bare LF after a chunk size", chunked("5\nhello\r\n0\r\n\r\n")},
      {"bare LF after a chunk", chunked("5\r\nhello\n0\r\n\r\n")},
      {"bare LF throughout a chunked body", chunked("5\nhello\n0\n\n")},
      {"bare CR after a chunk size", chunked("5\rhello\r\n0\r\n\r\n")},
      {"bare LF in an extension", chunked("5;a\nb\r\nhello\r\n0\r\n\r\n")},
      {"bare LF in a quoted extension", chunked("5;a=\"\n\"\r\nhello\r\n0\r\n\r\n")},
      {"extension without a name", chunked("5;\r\nhello\r\n0\r\n\r\n")},
      {"bad trailer", chunked("0\r\nbad trailer\r\n\r\n")},
      {"length in the trailers", chunked("0\r\nContent-Length: 5\r\n\r\n")},
      {"encoding in the trailers", chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n")},
      {"extension of 1 MB", chunked("5;a=" + std::string(1 << 20, 'x') + "\r\nhello\r\n0\r\n\r\n")},
      {"trailers of 100 KB", chunked("0\r\nx: " + std::string(100'000, 'x') + "\r\n\r\n")},
      {"many small trailers", chunked([] {
         std::string text = "0\r\n";
         for (int i = 0; i < 10'000; ++i)
           text += "x: y\r\n";
         return text + "\r\n";
       }())},
      {"many leading zeros", chunked(std::string(5'000, '0') + "5\r\nhello\r\n0\r\n\r\n")},
      {"an extension on every chunk", chunked([] {
         std::string text;
         for (int i = 0; i < 500; ++i)
           text += "1;a=" + std::string(200, 'x') + "\r\nx\r\n";
         return text + "0\r\n\r\n";
       }())},
  };
  return all;
}

TEST(request_parser, refuses_what_smuggles) {
  for (const refusal& each : malformed_requests()) {
    const auto got = parse_whole(each.bytes);
    EXPECT_EQ(got.status, parse_status::failed) << each.what;
    EXPECT_EQ(got.error, protocol_error::malformed_request) << each.what;
  }
}

TEST(request_parser, refuses_the_same_however_it_is_torn) {
  for (const refusal& each : malformed_requests()) {
    if (each.bytes.size() > 10'000) continue;  // quadratic; the long ones are torn below
    const auto got = parse_byte_by_byte(each.bytes);
    EXPECT_EQ(got.status, parse_status::failed) << each.what;
    EXPECT_EQ(got.error, protocol_error::malformed_request) << each.what;
  }
  for (const refusal& each : malformed_requests()) {
    std::vector<std::size_t> cuts;
    for (std::size_t at = 0; at < each.bytes.size(); at += 1000)
      cuts.push_back(at);
    EXPECT_EQ(parse_in_pieces(each.bytes, cuts), parse_whole(each.bytes)) << each.what;
  }
}

TEST(request_parser, accepts_what_is_unusual_but_valid) {
  const std::pair<const char*, std::string> table[] = {
      {"/", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"/", "\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"/", "GET http://a.example HTTP/1.1\r\nHost: b\r\n\r\n"},
      {"/x/y", "GET HTTPS://a.example:8080/x/y?z HTTP/1.1\r\nHost: a.example:8080\r\n\r\n"},
      {"/", "GET http://[::1]:80?q HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"},
      {"*", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"/a:b@c;d=e,f$!'()*+&~", "GET /a:b@c;d=e,f$!'()*+&~ HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"//x//", "GET //x// HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"/", "GET / HTTP/1.1\r\nHost: a\r\nEmpty:\r\nLatin: \xe9\r\nTab: a\tb\r\n\r\n"},
      {"/", "GET / HTTP/1.0\r\n\r\n"},
      {"/x", post("Content-Length: 00005\r\n", "hello")},
      {"/x", post("Content-Length: 0\r\n", "")},
      {"/x", post("Transfer-Encoding: Chunked\r\n", "0\r\n\r\n")},
      {"/x", post("transfer-encoding:chunked\r\n", "5\r\nhello\r\n0\r\n\r\n")},
      {"/x", chunked("5;a=b;c=\"d e\"\r\nhello\r\n0;z\r\nTrailer: x\r\n\r\n")},
      {"/auth0|5f[1]", "GET /auth0|5f[1]?a={b}^` HTTP/1.1\r\nHost: a\r\n\r\n"},
      {"/x", chunked("00000005\r\nhello\r\n000\r\n\r\n")},
      {"/x", chunked("A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n")},
  };
  for (const auto& [path, bytes] : table) {
    const auto got = parse_whole(bytes);
    ASSERT_EQ(got.status, parse_status::done) << bytes;
    EXPECT_EQ(got.path, path) << bytes;
    EXPECT_EQ(got.size, bytes.size()) << bytes;
    EXPECT_EQ(parse_byte_by_byte(bytes), got) << bytes;
  }
}

TEST(request_parser, gives_the_same_at_every_cut) {
  const std::string bytes =
      "\r\n" + chunked("5;a=b\r\nhello\r\n6\r\n world\r\n0\r\nx: y\r\n\r\nGET / HTTP/1.1\r\n");
  const auto whole = parse_whole(bytes);
  ASSERT_EQ(whole.status, parse_status::done);
  EXPECT_EQ(whole.body, "hello world");
  for (std::size_t a = 0; a <= bytes.size(); ++a) {
    for (std::size_t b = a; b <= bytes.size(); b += 3) {
      ASSERT_EQ(parse_in_pieces(bytes, {a, b}), whole) << a << ' ' << b;
    }
  }
}

TEST(request_parser, waits_for_what_is_not_complete) {
  const std::string bytes = chunked("5\r\nhello\r\n0\r\n\r\n");
  for (std::size_t end = 0; end < bytes.size(); ++end) {
    ASSERT_EQ(parse_whole(bytes.substr(0, end)).status, parse_status::need_more) << end;
  }
}

TEST(request_parser, bounds_the_head) {
  limits bounds;
  bounds.head_max_bytes = 200;
  const auto with_padding = [](std::size_t total) {
    const std::string start = "GET / HTTP/1.1\r\nHost: a\r\nx: ";
    return start + std::string(total - start.size() - 4, 'x') + "\r\n\r\n";
  };
  for (const bool torn : {false, true}) {
    const auto parse = torn ? parse_byte_by_byte : parse_whole;
    EXPECT_EQ(parse(with_padding(200), bounds).status, parse_status::done);
    EXPECT_EQ(parse(with_padding(201), bounds).error, protocol_error::headers_too_large);
    EXPECT_EQ(parse(with_padding(5000), bounds).error, protocol_error::headers_too_large);
    EXPECT_EQ(parse("GET /" + std::string(300, 'x'), bounds).error,
              protocol_error::headers_too_large);
    EXPECT_EQ(parse(std::string(300, 'G'), bounds).error, protocol_error::headers_too_large);
    EXPECT_EQ(parse("\r\n\r\n\r\n\r\n" + with_padding(200), bounds).status, parse_status::done);
  }
}

TEST(request_parser, takes_as_many_fields_as_a_head_has_room_for) {
  std::string text = "GET / HTTP/1.1\r\nHost: a\r\n";
  std::size_t count = 1;
  for (; text.size() + 6 <= limits{}.head_max_bytes; ++count)
    text += "x:\r\n";
  const auto got = parse_whole(text + "\r\n");
  EXPECT_EQ(got.status, parse_status::done);
  EXPECT_EQ(got.fields.size(), count);
}

TEST(request_parser, refuses_a_chunk_line_at_its_first_wrong_byte) {
  for (const char* bytes :
       {"g", "\r", "-1", "0x5", " 5", "5g", "5\r\nhellox", "5\r\nhello\rx", "5\r\nhello\r\n\r"}) {
    const auto got = parse_whole(chunked(bytes));
    EXPECT_EQ(got.status, parse_status::failed) << bytes;
    EXPECT_EQ(got.error, protocol_error::malformed_request) << bytes;
  }
  for (const char* bytes : {"", "5", "5;", "5 ", "5\t;", "5\r", "5\r\nhello", "5\r\nhello\r",
                            "5\r\nhello\r\n", "5\r\nhello\r\n0"}) {
    EXPECT_EQ(parse_whole(chunked(bytes)).status, parse_status::need_more) << bytes;
  }
}

TEST(request_parser, judges_a_length_at_once_and_chunks_as_they_come) {
  limits bounds;
  bounds.body_max_bytes = 10;
  EXPECT_EQ(parse_whole(post("Content-Length: 10\r\n", "0123456789"), bounds).status,
            parse_status::done);
  const auto announced = parse_whole(post("Content-Length: 11\r\n", ""), bounds);
  EXPECT_EQ(announced.status, parse_status::failed);
  EXPECT_EQ(announced.error, protocol_error::body_too_large);
  EXPECT_EQ(parse_whole(chunked("5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n"), bounds).status,
            parse_status::done);
  for (const char* bytes : {"b\r\n", "5\r\n01234\r\n6\r\n", "FFFFFFFFFFFFFFFF\r\n"}) {
    const auto got = parse_whole(chunked(std::string(bytes) + "xx"), bounds);
    EXPECT_EQ(got.status, parse_status::failed) << bytes;
    EXPECT_EQ(got.error, protocol_error::body_too_large) << bytes;
  }
}

TEST(request_parser, finds_syntax_before_size) {
  EXPECT_EQ(parse_whole("POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n").error,
            protocol_error::malformed_request);
}

TEST(request_parser, tells_whether_the_connection_lives_on) {
  const auto keeps = [](std::string_view version, std::string_view field) {
    return parse_whole("GET / HTTP/" + std::string(version) + "\r\nHost: a\r\n" +
                       std::string(field) + "\r\n")
        .framing.keep_alive;
  };
  EXPECT_TRUE(keeps("1.1", ""));
  EXPECT_TRUE(keeps("1.1", "Connection: upgrade\r\nUpgrade: h2c\r\n"));
  EXPECT_FALSE(keeps("1.1", "Connection: close\r\n"));
  EXPECT_FALSE(keeps("1.1", "Connection: x, CLOSE\r\n"));
  EXPECT_FALSE(keeps("1.0", ""));
  EXPECT_TRUE(keeps("1.0", "Connection: Keep-Alive\r\n"));
}

TEST(request_parser, knows_one_expectation) {
  const auto expects = [](std::string_view fields) {
    return parse_whole(post(fields, "hello")).framing.expects_continue;
  };
  EXPECT_TRUE(expects("Content-Length: 5\r\nExpect: 100-Continue\r\n"));
  EXPECT_FALSE(expects("Content-Length: 5\r\nExpect: a-miracle\r\n"));
  EXPECT_FALSE(expects("Content-Length: 0\r\nExpect: 100-continue\r\n"));
  EXPECT_FALSE(expects("Content-Length: 5\r\n"));
}

TEST(request_parser, can_be_used_again) {
  const limits bounds;
  request_parser parser(bounds);
  request in;
  EXPECT_EQ(parser.parse_head("nonsense\r\n", in), parse_status::failed);
  EXPECT_EQ(parser.parse_head("GET / HTTP/1.1\r\nHost: a\r\n\r\n", in), parse_status::failed);
  parser.reset();
  in.fields.clear();
  EXPECT_EQ(parser.parse_head("GET / HTTP/1.1\r\nHost: a\r\n\r\n", in), parse_status::done);
}

}  // namespace
}  // namespace todod::http
