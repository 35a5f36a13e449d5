// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/line_formatter.hpp"

#include "observability/escape.hpp"

#include <spdlog/details/log_msg.h>

namespace todod::observability {
namespace {

std::string_view take_part(std::string_view& payload) {
  const auto end = payload.find('\0');
  const std::string_view part = payload.substr(0, end);
  payload.remove_prefix(end == std::string_view::npos ? payload.size() : end + 1);
  return part;
}

std::string_view level_name(spdlog::level::level_enum level) {
  switch (level) {
    case spdlog::level::trace:
    case spdlog::level::debug:
      return "debug";
    case spdlog::level::warn:
      return "warn";
    case spdlog::level::err:
    case spdlog::level::critical:
      return "error";
    default:
      return "info";
  }
}

void append_json_facts(std::string& line, std::string_view payload) {
  while (!payload.empty()) {
    const std::string_view name = take_part(payload);
    const std::string_view value = take_part(payload);
    line += ',';
    append_json(line, name);
    line += ':';
    if (value.starts_with('n')) {
      line += value.substr(1);
    } else {
      append_json(line, value.substr(std::min<std::size_t>(1, value.size())));
    }
  }
}

void append_text_facts(std::string& line, std::string_view payload) {
  while (!payload.empty()) {
    const std::string_view name = take_part(payload);
    const std::string_view value = take_part(payload);
    line += ' ';
    append_printable(line, name);
    line += '=';
    const std::string_view text = value.substr(std::min<std::size_t>(1, value.size()));
    const bool quote = text.empty() || text.find_first_of(" \"=") != std::string_view::npos;
    if (quote) line += '"';
    append_printable(line, text);
    if (quote) line += '"';
  }
}

}  // namespace

std::string payload_writer::begin(timestamp at, std::string_view name, std::string_view wording) {
  std::string payload(timestamp_text_length, ' ');
  write_timestamp(payload.data(), at);
  add_name(payload, name);
  add_name(payload, wording);
  return payload;
}

void payload_writer::add_name(std::string& payload, std::string_view name) {
  payload += '\0';
  payload += name;
}

void payload_writer::add_text(std::string& payload, std::string_view text) {
  payload += '\0';
  payload += 's';
  for (const char c : text) {
    if (c == '\0') {
      payload += "\xEF\xBF\xBD";
    } else {
      payload += c;
    }
  }
}

void payload_writer::add_number(std::string& payload, std::string_view number) {
  payload += '\0';
  payload += 'n';
  payload += number;
}

void line_formatter::format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) {
  std::string_view payload(message.payload.data(), message.payload.size());
  const std::string_view time = take_part(payload);
  const std::string_view name = take_part(payload);
  const std::string_view wording = take_part(payload);
  std::string line;
  if (format_ == line_format::json) {
    line += "{\"time\":";
    append_json(line, time);
    line += ",\"level\":";
    append_json(line, level_name(message.level));
    line += ",\"event\":";
    append_json(line, name);
    line += ",\"message\":";
    append_json(line, wording);
    append_json_facts(line, payload);
    line += "}\n";
  } else {
    append_printable(line, time);
    const std::string_view level = level_name(message.level);
    line += ' ';
    line += level;
    line.append(6 - level.size(), ' ');
    append_printable(line, wording);
    append_text_facts(line, payload);
    line += '\n';
  }
  out.append(line.data(), line.data() + line.size());
}

std::unique_ptr<spdlog::formatter> line_formatter::clone() const {
  return std::make_unique<line_formatter>(format_);
}

}  // namespace todod::observability
