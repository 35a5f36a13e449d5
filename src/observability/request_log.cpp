// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "observability/request_log.hpp"

#include "observability/escape.hpp"
#include "observability/trace_context.hpp"

#include <charconv>

namespace todod::observability {
namespace {

constexpr std::chrono::milliseconds patience_at_end{500};
constexpr std::size_t retry_after_bytes = 4096;

template <class Number>
void append_number(std::string& out, Number value) {
  std::array<char, 24> text;
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
  out.append(text.data(), static_cast<std::size_t>(end - text.data()));
}

/// Milliseconds with three decimals: "0.123".
void append_milliseconds(std::string& out, std::chrono::nanoseconds duration) {
  const auto micros =
      static_cast<std::uint64_t>(duration.count() > 0 ? duration.count() : 0) / 1000;
  append_number(out, micros / 1000);
  const auto rest = static_cast<unsigned>(micros % 1000);
  const std::array<char, 4> decimals{'.', static_cast<char>('0' + rest / 100),
                                     static_cast<char>('0' + rest / 10 % 10),
                                     static_cast<char>('0' + rest % 10)};
  out.append(decimals.data(), decimals.size());
}

std::string_view cut(std::string_view text) {
  return text.substr(0, request_log::text_max_bytes);
}

}  // namespace

request_log::request_log(log_output& out, line_format format, bool each_at_once)
    : out_(out), format_(format), each_at_once_(each_at_once) {
  buffer_.reserve(flush_at_bytes + retry_after_bytes);
}

request_log::~request_log() {
  out_.write_lines_patiently(buffer_, patience_at_end);
}

void request_log::write(const request_record& record) noexcept {
  if (buffer_.size() >= buffer_max_bytes) {
    flush();
    if (buffer_.size() >= buffer_max_bytes) {
      ++dropped_;
      ++dropped_total_;
      return;
    }
  }
  if (dropped_ != 0) append_dropped_note(record.at);
  if (format_ == line_format::json) {
    append_json_line(record);
  } else {
    append_text_line(record);
  }
  if (each_at_once_ || buffer_.size() >= next_flush_) flush();
}

void request_log::flush() noexcept {
  if (buffer_.empty()) return;
  buffer_.erase(0, out_.write_lines(buffer_));
  next_flush_ = buffer_.empty() ? flush_at_bytes : buffer_.size() + retry_after_bytes;
}

void request_log::append_json_line(const request_record& record) {
  buffer_ += "{\"time\":\"";
  append_time(record.at);
  buffer_ += "\",\"level\":\"info\",\"event\":\"request\",\"request_id\":";
  append_json(buffer_, cut(record.request_id));
  buffer_ += ",\"method\":";
  append_json(buffer_, cut(record.method));
  buffer_ += ",\"route\":";
  append_json(buffer_, record.route.empty() ? "unmatched" : cut(record.route));
  buffer_ += ",\"status\":";
  append_number(buffer_, record.status);
  buffer_ += ",\"duration_ms\":";
  append_milliseconds(buffer_, record.duration);
  buffer_ += ",\"bytes\":";
  append_number(buffer_, record.bytes);
  if (const auto trace = trace_id_of(record.traceparent); !trace.empty()) {
    buffer_ += ",\"trace_id\":\"";
    buffer_ += trace;
    buffer_ += '"';
  }
  buffer_ += ",\"peer\":";
  append_json(buffer_, cut(record.peer));
  buffer_ += "}\n";
}

void request_log::append_text_line(const request_record& record) {
  append_time(record.at);
  buffer_ += " info  ";
  append_number(buffer_, record.status);
  buffer_ += ' ';
  append_printable(buffer_, cut(record.method));
  buffer_ += ' ';
  append_printable(buffer_, record.route.empty() ? "unmatched" : cut(record.route));
  buffer_ += ' ';
  append_milliseconds(buffer_, record.duration);
  buffer_ += " ms ";
  append_number(buffer_, record.bytes);
  buffer_ += " bytes from ";
  append_printable(buffer_, cut(record.peer));
  buffer_ += " request_id=";
  append_printable(buffer_, cut(record.request_id));
  if (const auto trace = trace_id_of(record.traceparent); !trace.empty()) {
    buffer_ += " trace_id=";
    buffer_ += trace;
  }
  buffer_ += '\n';
}

void request_log::append_time(timestamp at) {
  // The calendar is asked once a second only.
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  if (second != second_) {
    second_ = second;
    write_timestamp(second_text_.data(), second);
  }
  const auto ms = static_cast<unsigned>((at - second).count());
  second_text_[20] = static_cast<char>('0' + ms / 100);
  second_text_[21] = static_cast<char>('0' + ms / 10 % 10);
  second_text_[22] = static_cast<char>('0' + ms % 10);
  buffer_.append(second_text_.data(), second_text_.size());
}

void request_log::append_dropped_note(timestamp at) {
  if (format_ == line_format::json) {
    buffer_ += "{\"time\":\"";
    append_time(at);
    buffer_ += "\",\"level\":\"warn\",\"event\":\"log_lines_dropped\",\"count\":";
    append_number(buffer_, dropped_);
    buffer_ += "}\n";
  } else {
    append_time(at);
    buffer_ += " warn  log lines were dropped because their reader is too slow: ";
    append_number(buffer_, dropped_);
    buffer_ += '\n';
  }
  dropped_ = 0;
}

}  // namespace todod::observability
