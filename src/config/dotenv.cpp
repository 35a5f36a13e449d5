// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/dotenv.hpp"

#include <algorithm>
#include <optional>

namespace todod::config {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

constexpr bool is_name_character(char c, bool first) {
  return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (!first && ((c >= '0' && c <= '9') || c == '.'));
}

class reader {
 public:
  explicit reader(std::string_view text) : rest_(text) {}

  dotenv read() {
    while (!rest_.empty()) {
      read_line();
    }
    return std::move(result_);
  }

 private:
  void read_line() {
    ++line_;
    skip_blanks();
    if (at_end_of_line() || rest_.front() == '#') return drop_line();
    if (rest_.starts_with("export") && rest_.size() > 6 && is_blank(rest_[6])) {
      rest_.remove_prefix(6);
      skip_blanks();
    }
    const std::string_view name = read_name();
    skip_blanks();
    if (name.empty()) return fault("a line must be NAME=VALUE, with a name of letters, digits, _");
    if (rest_.empty() || rest_.front() != '=') return fault("\"=\" is missing after the name");
    rest_.remove_prefix(1);
    skip_blanks();
    if (auto value = read_value()) store(name, std::move(*value));
  }

  std::string_view read_name() {
    std::size_t n = 0;
    while (n < rest_.size() && is_name_character(rest_[n], n == 0))
      ++n;
    return take(n);
  }

  std::optional<std::string> read_value() {
    if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\'')) return read_unquoted();
    const char quote = rest_.front();
    const std::size_t opened_at = line_;
    rest_.remove_prefix(1);
    std::string value;
    while (!rest_.empty() && rest_.front() != quote) {
      char c = take_character();
      if (c == '\\' && quote == '"' && !rest_.empty()) c = unescape(value);
      if (c != '\0') value += c;
    }
    if (rest_.empty()) {
      result_.faults.push_back({opened_at, "a quote is opened here and never closed"});
      return std::nullopt;
    }
    rest_.remove_prefix(1);
    skip_blanks();
    if (!at_end_of_line() && rest_.front() != '#') {
      fault("there is text after the closing quote");
      return std::nullopt;
    }
    drop_line();
    return value;
  }

  /// After a backslash in double quotes: the character meant; an unknown escape stays as it is.
  char unescape(std::string& value) {
    const char c = take_character();
    switch (c) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case '"':
      case '\\':
      case '$':
        return c;
      default:
        value += '\\';
        return c;
    }
  }

  std::string read_unquoted() {
    const std::string_view line = rest_.substr(0, rest_.find('\n'));
    std::size_t end = line.size();
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '#' && (i == 0 || is_blank(line[i - 1]))) {
        end = i;
        break;
      }
    }
    std::string_view value = line.substr(0, end);
    while (!value.empty() && (is_blank(value.back()) || value.back() == '\r')) {
      value.remove_suffix(1);
    }
    std::string text(value);
    drop_line();
    return text;
  }

  void store(std::string_view name, std::string value) {
    if (value.find('\0') != std::string::npos) {
      result_.faults.push_back({line_, "a NUL byte cannot be part of a value"});
      return;
    }
    const auto same = std::ranges::find(result_.entries, name, &dotenv_entry::name);
    if (same != result_.entries.end()) {
      same->value = std::move(value);
    } else {
      result_.entries.push_back({std::string(name), std::move(value)});
    }
  }

  void fault(std::string_view detail) {
    result_.faults.push_back({line_, detail});
    drop_line();
  }

  char take_character() {
    const char c = rest_.front();
    if (c == '\n') ++line_;
    rest_.remove_prefix(1);
    return c;
  }
  std::string_view take(std::size_t n) {
    const std::string_view taken = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return taken;
  }
  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_.front()))
      rest_.remove_prefix(1);
  }
  [[nodiscard]] bool at_end_of_line() const {
    return rest_.empty() || rest_.front() == '\n' || rest_.starts_with("\r\n") || rest_ == "\r";
  }
  void drop_line() {
    const auto end = rest_.find('\n');
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  }

  std::string_view rest_;
  std::size_t line_ = 0;
  dotenv result_;
};

}  // namespace

dotenv parse_dotenv(std::string_view text) {
  if (text.size() > dotenv_max_bytes) {
    dotenv too_large;
    too_large.faults.push_back({0, "the file is larger than 64 KiB"});
    return too_large;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return reader(text).read();
}

}  // namespace todod::config
