// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "schemas/task_input.hpp"

#include "schemas/json_object.hpp"
#include "schemas/problem_output.hpp"

#include <utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>
#include <optional>
#include <utility>

namespace todod::schemas {
namespace {

// The server's own members: a client may send back what it got.
constexpr std::array<std::string_view, 6> ignored{"id",         "user_id",      "created_at",
                                                  "updated_at", "completed_at", "version"};

/// The JSON Pointer to a member of the body. What would make its name longer than
/// shown_name_max characters is left away, so that an escape or a character stays whole.
std::string pointer_to(std::string_view name) {
  std::string pointer = "/";
  std::size_t length = 0;
  for (const auto* at = name.begin(); at != name.end();) {
    const auto* const first = at;
    utf8::unchecked::next(at);
    const bool escaped = *first == '~' || *first == '/';
    length += escaped ? 2 : 1;
    if (length > shown_name_max) break;
    if (escaped) {
      pointer += *first == '~' ? "~0" : "~1";
    } else {
      pointer.append(first, at);
    }
  }
  return pointer;
}

/// What the editable members of a body say; each is empty where the body does not name it, or names
/// it wrongly.
struct task_fields {
  std::optional<task_title> title;
  std::optional<std::optional<task_description>> description;
  std::optional<task_status> status;
  bool title_named = false;
};

class field_reader {
 public:
  /// Which members the route's body may have besides completion.
  enum class scope : std::uint8_t { whole_task, completion_only };

  field_reader(const json_object& body, scope members) : scope_(members) {
    if (!body.is_object) {
      fail("", "invalid_type", "the body must be a JSON object");
      return;
    }
    for (const auto& member : body.members)
      read(member);
    if (status_ && completed_ && (*status_ == task_status::completed) != *completed_) {
      fail("/completed", "conflict", "completed must say the same as status");
    }
    if (status_) {
      fields.status = status_;
    } else if (completed_) {
      fields.status = *completed_ ? task_status::completed : task_status::pending;
    }
  }

  void require_title() {
    if (!fields.title_named && is_object()) {
      fail("/title", "required", "a title is required: 1 to 500 characters");
    }
  }

  [[nodiscard]] bool ok() const { return errors_.empty(); }
  [[nodiscard]] body_error take_errors() { return std::move(errors_); }

  task_fields fields;

 private:
  [[nodiscard]] bool is_object() const {
    return errors_.empty() || !errors_.front().pointer.empty();
  }

  void fail(std::string pointer, std::string_view code, std::string_view detail) {
    if (errors_.size() < field_errors_max) {
      errors_.push_back({std::move(pointer), std::string(code), std::string(detail)});
    }
  }

  void read(const json_member& member) {
    if (member.name == "completed") return read_completed(member);
    if (member.name == "status") return read_status(member);
    if (std::ranges::find(ignored, member.name) != ignored.end()) return;
    const bool is_title = member.name == "title";
    if (!is_title && member.name != "description") {
      return fail(pointer_to(member.name), "unknown_member", describe_unknown(member.name));
    }
    if (scope_ == scope::completion_only) {
      return fail(
          pointer_to(member.name), "unknown_member",
          std::string(member.name) + " can't be changed here; PUT or PATCH the task itself");
    }
    is_title ? read_title(member) : read_description(member);
  }

  /// Front ends show the detail alone, so it names the member, as the pointer does.
  [[nodiscard]] std::string describe_unknown(std::string_view member) const {
    const auto name = shown_name(member);
    if (scope_ == scope::completion_only) {  // left out, it would be a toggle
      return "completion has no member " + name + R"(; send {"completed": true} or false)";
    }
    return "a task has no member " + name + "; leave it out";
  }

  void read_title(const json_member& member) {
    fields.title_named = true;
    if (member.kind != json_kind::string) {
      return fail("/title", "invalid_type", "title must be a string");
    }
    auto title = task_title::parse(member.text);
    if (title) {
      fields.title = std::move(*title);
    } else if (title.error() == text_fault::control_character) {
      fail("/title", "control_character", "title must not have control characters");
    } else {
      fail("/title", title.error() == text_fault::empty ? "empty" : "too_long",
           "title must have 1 to 500 characters");
    }
  }

  void read_description(const json_member& member) {
    if (member.kind == json_kind::null) {
      fields.description.emplace();
      return;
    }
    if (member.kind != json_kind::string) {
      return fail("/description", "invalid_type", "description must be a string or null");
    }
    auto description = task_description::parse(member.text);
    if (description) {
      fields.description = std::move(*description);
    } else if (description.error() == text_fault::control_character) {
      fail("/description", "control_character",
           "description may have tabs and line breaks, but no other control characters");
    } else {
      fail("/description", "too_long", "description must have at most 16384 characters");
    }
  }

  void read_completed(const json_member& member) {
    if (member.kind != json_kind::boolean) {
      return fail("/completed", "invalid_type", "completed must be true or false");
    }
    completed_ = member.boolean;
  }

  void read_status(const json_member& member) {
    if (member.kind != json_kind::string) {
      return fail("/status", "invalid_type", "status must be a string: pending or completed");
    }
    status_ = parse_task_status(member.text);
    if (!status_) fail("/status", "invalid_value", "status must be pending or completed");
  }

  scope scope_;
  std::optional<task_status> status_;
  std::optional<bool> completed_;
  std::vector<field_error> errors_;
};

/// Where the members of one body are listed: on the stack, for a body of the usual size.
struct body_arena {
  std::array<std::byte, 2048> bytes;
  std::pmr::monotonic_buffer_resource resource{bytes.data(), bytes.size()};
};

completion_change change_to(const std::optional<task_status>& status) {
  if (!status) return completion_change::keep;
  return *status == task_status::completed ? completion_change::set_completed
                                           : completion_change::set_pending;
}

}  // namespace

body_result<task_draft> read_task_draft(std::string_view body) {
  body_arena arena;
  const auto object = read_json_object(body, arena.resource);
  if (!object) return std::unexpected(object.error());
  field_reader reader(*object, field_reader::scope::whole_task);
  reader.require_title();
  if (!reader.ok()) return std::unexpected(reader.take_errors());
  return task_draft{.title = std::move(*reader.fields.title),
                    .description = std::move(reader.fields.description).value_or(std::nullopt),
                    .status = reader.fields.status.value_or(task_status::pending)};
}

body_result<task_patch> read_task_patch(std::string_view body) {
  body_arena arena;
  const auto object = read_json_object(body, arena.resource);
  if (!object) return std::unexpected(object.error());
  field_reader reader(*object, field_reader::scope::whole_task);
  if (!reader.ok()) return std::unexpected(reader.take_errors());
  return task_patch{.title = std::move(reader.fields.title),
                    .description = std::move(reader.fields.description),
                    .completion = change_to(reader.fields.status)};
}

body_result<completion_change> read_completion(std::string_view body) {
  if (body.empty()) return completion_change::toggle;
  body_arena arena;
  const auto object = read_json_object(body, arena.resource);
  if (!object) return std::unexpected(object.error());
  field_reader reader(*object, field_reader::scope::completion_only);
  if (!reader.ok()) return std::unexpected(reader.take_errors());
  if (!reader.fields.status) return completion_change::toggle;
  return change_to(reader.fields.status);
}

}  // namespace todod::schemas
