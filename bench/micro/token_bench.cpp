// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What a token costs: out of the cache, under the shared secret, and under public keys.
#include "auth/authenticator.hpp"
#include "auth/jwk_set.hpp"
#include "auth/jws.hpp"
#include "auth/signature.hpp"
#include "auth/token_writer.hpp"

#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace todod;

constexpr std::string_view secret = "0123456789abcdef0123456789abcdef";
const timestamp now{std::chrono::seconds{1'800'000'000}};

std::vector<std::string> make_tokens(std::size_t count) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < count; ++i) {
    const auto user = *user_id::parse("user-" + std::to_string(1'000'000 + i * 7'919));
    tokens.push_back(auth::write_token(secret, user, now, std::chrono::hours{1},
                                       "https://id.example", "https://todo.example"));
  }
  return tokens;
}

/// Tokens in an order that the processor's caches cannot guess; each is known after one round.
void verify_remembered(benchmark::State& state) {
  const auto tokens = make_tokens(static_cast<std::size_t>(state.range(0)));
  auth::authenticator judge({std::string(secret), {}, {}}, nullptr);
  for (const auto& token : tokens)
    benchmark::DoNotOptimize(judge.verify(token, now));
  std::size_t at = 0;
  for (auto _ : state) {
    at = (at * 6'364'136'223'846'793'005 + 1'442'695'040'888'963'407);
    benchmark::DoNotOptimize(judge.verify(tokens[(at >> 33) % tokens.size()], now));
  }
  const auto stats = judge.stats();
  state.counters["misses"] = static_cast<double>(stats.cache_misses - tokens.size());
}
BENCHMARK(verify_remembered)->Arg(1)->Arg(1'000)->Arg(10'000);

/// More tokens than the cache holds, in turn: each is verified as if it were new.
void verify_hs256_unknown(benchmark::State& state) {
  const auto tokens = make_tokens(auth::authenticator::cache_entries_max * 2);
  auth::authenticator judge({std::string(secret), {}, {}}, nullptr);
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(judge.verify(tokens[at], now));
    at = (at + 1) % tokens.size();
  }
  state.counters["hits"] = static_cast<double>(judge.stats().cache_hits);
}
BENCHMARK(verify_hs256_unknown);

void verify_forged(benchmark::State& state) {
  auto token = make_tokens(1).front();
  auto& one = token[token.size() - 5];
  one = one == 'A' ? 'B' : 'A';
  auth::authenticator judge({std::string(secret), {}, {}}, nullptr);
  for (auto _ : state)
    benchmark::DoNotOptimize(judge.verify(token, now));
}
BENCHMARK(verify_forged);

/// The signature alone, of the examples of RFC 8037 A.4 and RFC 7515 A.3 and A.4.
void verify_signature(benchmark::State& state, const std::string& jwk, const std::string& token) {
  const auto set = auth::jwk_set::parse(R"({"keys":[)" + jwk + "]}");
  auth::jws_parts parts;
  auth::strict_json json;
  if (!set || set->keys().empty() || !auth::split_jws(token, parts)) {
    throw std::runtime_error("bad example");
  }
  const auto header = auth::read_jws_header(parts.header, json);
  auth::signature_verifier verifier("");
  for (auto _ : state) {
    if (!verifier.verify_with_key(header->alg, set->keys().front().key.get(), parts.signing_input,
                                  parts.signature)) {
      throw std::runtime_error("bad signature");
    }
  }
}
BENCHMARK_CAPTURE(verify_signature, eddsa,
                  R"({"kty":"OKP","crv":"Ed25519",)"
                  R"("x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})",
                  "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                  "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_"
                  "MuM0KAg");
BENCHMARK_CAPTURE(
    verify_signature, es256,
    R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})",
    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9l"
    "eGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCg"
    "fTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

}  // namespace
