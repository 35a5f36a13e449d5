// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/json_object.hpp"

#include "schemas/json_fault.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <utf8.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

namespace todod::schemas {
namespace {

namespace json = boost::json;

constexpr std::size_t no_key = std::numeric_limits<std::size_t>::max();

/// Boost.JSON's events -> json_object. Names of all open objects are kept to find a member that
/// comes twice: sorted when their object ends, since a hash table's worst case would be a gift to
/// an attacker.
class handler {
 public:
  static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t max_array_size = max_object_size;
  static constexpr std::size_t max_key_size = max_object_size;
  static constexpr std::size_t max_string_size = max_object_size;
  using error = json::error_code;

  handler(std::string_view text, std::pmr::memory_resource& arena, std::size_t stop_at_key)
      : result{.is_object = false, .members = std::pmr::vector<json_member>(&arena)},
        text_(text),
        stop_at_key_(stop_at_key),
        arena_(arena),
        names_(&arena),
        frames_(&arena) {}

  json_object result;
  std::size_t repeated_key = no_key;  ///< which of all the text's keys, in order, came before

  bool on_document_begin(error&) { return true; }
  bool on_document_end(error&) { return true; }

  bool on_object_begin(error&) {
    if (frames_.empty()) {
      result.is_object = true;
      result.members.reserve(usual_members);
      names_.reserve(usual_members);
    }
    begin_value(json_kind::object);
    frames_.push_back(names_.size());
    return true;
  }
  bool on_object_end(std::size_t, error& ec) {
    const auto first = names_.begin() + static_cast<std::ptrdiff_t>(frames_.back());
    find_repeated(first);
    if (repeated_key != no_key) {
      ec = json::error::syntax;
      return false;
    }
    names_.erase(first, names_.end());
    frames_.pop_back();
    return true;
  }

  bool on_array_begin(error&) {
    begin_value(json_kind::array);
    frames_.push_back(names_.size());
    return true;
  }
  bool on_array_end(std::size_t, error&) {
    frames_.pop_back();
    return true;
  }

  bool on_key_part(json::string_view part, std::size_t, error&) { return add_part(part); }
  bool on_key(json::string_view part, std::size_t, error& ec) {
    if (key_count_ == stop_at_key_) {
      ec = json::error::syntax;
      return false;
    }
    const auto name = finish_text(part);
    if (at_top()) result.members.push_back({.name = name});
    names_.push_back({name, key_count_++});
    return true;
  }

  bool on_string_part(json::string_view part, std::size_t, error&) {
    return !at_top() || add_part(part);
  }
  bool on_string(json::string_view part, std::size_t, error&) {
    if (at_top()) result.members.back().text = finish_text(part);
    return begin_value(json_kind::string);
  }

  bool on_number_part(json::string_view, error&) { return true; }
  bool on_int64(std::int64_t, json::string_view, error&) { return begin_value(json_kind::number); }
  bool on_uint64(std::uint64_t, json::string_view, error&) {
    return begin_value(json_kind::number);
  }
  bool on_double(double, json::string_view, error&) { return begin_value(json_kind::number); }
  bool on_bool(bool value, error&) {
    if (at_top()) result.members.back().boolean = value;
    return begin_value(json_kind::boolean);
  }
  bool on_null(error&) { return begin_value(json_kind::null); }
  bool on_comment_part(json::string_view, error&) { return true; }
  bool on_comment(json::string_view, error&) { return true; }

 private:
  static constexpr std::size_t usual_members = 10;  // a task as it was read
  static constexpr std::ptrdiff_t few_members = 16;

  struct named_key {
    std::string_view name;
    std::size_t ordinal;
  };

  /// Whether the parser is directly inside the outermost object.
  [[nodiscard]] bool at_top() const { return frames_.size() == 1 && result.is_object; }

  bool begin_value(json_kind kind) {
    if (at_top()) result.members.back().kind = kind;
    return true;
  }

  bool add_part(json::string_view part) {
    parts_.append(part.data(), part.size());
    return true;
  }

  /// The whole of a key or string whose last part is `part`, as a view that lasts.
  std::string_view finish_text(json::string_view part) {
    const std::less_equal<const char*> no_later;
    if (parts_.empty() && no_later(text_.data(), part.data()) &&
        no_later(part.data() + part.size(), text_.data() + text_.size())) {
      return {part.data(), part.size()};
    }
    add_part(part);
    auto* copy = static_cast<char*>(arena_.allocate(parts_.size(), 1));
    std::ranges::copy(parts_, copy);
    const std::string_view whole(copy, parts_.size());
    parts_.clear();
    return whole;
  }

  /// Faster than sorting for the usual object: most names differ in length.
  [[nodiscard]] bool all_differ(std::pmr::vector<named_key>::iterator first) const {
    for (auto a = first; a != names_.end(); ++a) {
      for (auto b = first; b != a; ++b) {
        if (a->name == b->name) return false;
      }
    }
    return true;
  }

  void find_repeated(std::pmr::vector<named_key>::iterator first) {
    if (names_.end() - first <= few_members && all_differ(first)) return;
    std::sort(first, names_.end(), [](const named_key& a, const named_key& b) {
      return a.name == b.name ? a.ordinal < b.ordinal : a.name < b.name;
    });
    for (auto at = first; at != names_.end() && at + 1 != names_.end(); ++at) {
      if (at[0].name == at[1].name) repeated_key = std::min(repeated_key, at[1].ordinal);
    }
  }

  std::string_view text_;
  std::size_t stop_at_key_;
  std::size_t key_count_ = 0;
  std::pmr::memory_resource& arena_;
  std::string parts_;
  std::pmr::vector<named_key> names_;
  std::pmr::vector<std::size_t> frames_;  // for each open object or array: where its names begin
};

/// Boost.JSON calls an exponent beyond 2^31 an error. No member that is read is a number, so every
/// digit of every exponent may become 0, which keeps all offsets.
std::string with_zero_exponents(std::string_view text) {
  std::string out(text);
  bool in_string = false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (in_string && out[i] == '\\') {
      ++i;
    } else if (out[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && (out[i] == 'e' || out[i] == 'E')) {
      if (i + 1 < out.size() && (out[i + 1] == '+' || out[i + 1] == '-')) ++i;
      while (i + 1 < out.size() && out[i + 1] >= '0' && out[i + 1] <= '9')
        out[++i] = '0';
    }
  }
  return out;
}

struct parse_outcome {
  json::error_code error;
  std::size_t consumed = 0;
  std::size_t repeated_key = no_key;
  json_object object;
};

parse_outcome parse(std::string_view text, std::pmr::memory_resource& arena,
                    std::size_t stop_at_key = no_key) {
  json::parse_options options;
  options.max_depth = nesting_max;
  json::basic_parser<handler> parser(options, text, arena, stop_at_key);
  json::error_code error;
  const auto consumed = parser.write_some(false, text.data(), text.size(), error);
  auto& events = parser.handler();
  if (!error && consumed < text.size()) error = json::error::extra_data;
  return {error, consumed, events.repeated_key, std::move(events.result)};
}

malformed_json explain(std::string_view text, const parse_outcome& outcome,
                       std::pmr::memory_resource& arena) {
  const auto* invalid = utf8::find_invalid(text.begin(), text.end());
  if (invalid != text.end()) {
    return fault_at(text, static_cast<std::size_t>(invalid - text.begin()),
                    "the body is not UTF-8");
  }
  if (outcome.repeated_key != no_key) {
    const auto place = parse(text, arena, outcome.repeated_key).consumed;
    return fault_at(text, place, "a member of this object comes twice");
  }
  return fault_at(text, outcome.consumed, outcome.error);
}

}  // namespace

std::expected<json_object, malformed_json> read_json_object(std::string_view text,
                                                            std::pmr::memory_resource& arena) {
  if (text.empty()) return std::unexpected(malformed_json{"the body is empty, JSON is expected"});
  if (text.starts_with("\xef\xbb\xbf")) {
    return std::unexpected(fault_at(text, 0, "a byte order mark; send the body without"));
  }
  auto outcome = parse(text, arena);
  if (outcome.error == json::error::exponent_overflow) {
    // What the members view must outlive this call.
    const auto plain = with_zero_exponents(text);
    auto* copy = static_cast<char*>(arena.allocate(plain.size(), 1));
    std::ranges::copy(plain, copy);
    text = {copy, plain.size()};
    outcome = parse(text, arena);
  }
  if (outcome.error) return std::unexpected(explain(text, outcome, arena));
  return std::move(outcome.object);
}

}  // namespace todod::schemas
