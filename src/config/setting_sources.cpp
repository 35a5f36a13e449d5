// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "config/setting_sources.hpp"

#include "config/dotenv.hpp"
#include "config/small_file.hpp"

#include <algorithm>
#include <cerrno>

namespace todod::config {
namespace {

using lookup = std::function<std::optional<std::string>(std::string_view)>;

/// `named`: by --env-file, so it must be there. Without that a missing .env is fine.
dotenv read_dotenv(const std::string& named, const surroundings& around,
                   std::vector<setting_fault>& faults) {
  const std::string name = named.empty() ? ".env" : named;
  auto text = read_small_file(around.working_folder / name, dotenv_max_bytes);
  if (!text) {
    const bool missing = text.error().code == ENOENT || text.error().code == ENOTDIR;
    if (!missing || !named.empty()) {
      faults.push_back({name, name + ": the file cannot be read: " + text.error().text +
                                  "; make it readable or move it away"});
    }
    return {};
  }
  dotenv parsed = parse_dotenv(*text);
  for (const dotenv_fault& fault : parsed.faults) {
    const std::string where = fault.line == 0 ? "" : " line " + std::to_string(fault.line);
    faults.push_back({name, name + where + ": " + std::string(fault.detail)});
  }
  return parsed;
}

void drop_one_newline(std::string& text) {
  if (text.ends_with('\n')) text.pop_back();
  if (text.ends_with('\r')) text.pop_back();
}

/// The secret in the file; a fault if there is none.
std::optional<std::string> read_secret_file(const setting_info& info, const std::string& path,
                                            const surroundings& around,
                                            std::vector<setting_fault>& faults) {
  const std::string name = std::string(info.name) + "_FILE";
  auto text = read_small_file(around.working_folder / path, secret_file_max_bytes);
  if (!text) {
    faults.push_back({name, name + ": the file \"" + path + "\" cannot be read: " +
                                text.error().text + "; it must hold " + std::string(info.name)});
    return {};
  }
  drop_one_newline(*text);
  if (text->empty()) {
    faults.push_back({name, name + ": the file \"" + path + "\" is empty; it must hold " +
                                std::string(info.name)});
    return {};
  }
  return std::move(*text);
}

std::optional<std::string> non_empty(std::optional<std::string> text) {
  if (text && text->empty()) text.reset();
  return text;
}

}  // namespace

setting_sources::setting_sources(const command_line& given, const surroundings& around,
                                 std::vector<setting_fault>& faults) {
  const dotenv file = read_dotenv(given.env_file, around, faults);
  const lookup in_file = [&file](std::string_view name) -> std::optional<std::string> {
    const auto at = std::ranges::find(file.entries, name, &dotenv_entry::name);
    if (at == file.entries.end()) return {};
    return at->value;
  };
  const auto use_file = [&](slot& to, const setting_info& info, const std::string& path,
                            setting_source source) {
    if (auto text = read_secret_file(info, path, around, faults)) {
      to.found = found_setting{std::move(*text), source, path};
    } else {
      to.broken = true;
    }
  };
  for (const setting_info& info : setting_table()) {
    slot& to = slots_[static_cast<std::size_t>(info.id)];
    const auto flag = std::ranges::find(given.flags, info.id, &flag_value::id);
    if (flag != given.flags.end()) {
      // An empty flag takes back what the environment says: the default is in force.
      if (flag->text.empty()) continue;
      if (info.is_secret) {
        use_file(to, info, flag->text, setting_source::flag);
      } else {
        to.found = found_setting{flag->text, setting_source::flag, {}};
      }
      continue;
    }
    for (const auto& [look, source] : {std::pair{&around.variable, setting_source::environment},
                                       std::pair{&in_file, setting_source::dotenv}}) {
      auto text = non_empty((*look)(info.name));
      const std::string file_name = std::string(info.name) + "_FILE";
      const auto path = info.is_secret ? non_empty((*look)(file_name)) : std::nullopt;
      if (text && path) {
        faults.push_back({std::string(info.name), std::string(info.name) + ": both it and " +
                                                      file_name + " are set; unset one of them"});
        to.broken = true;
      } else if (text) {
        to.found = found_setting{std::move(*text), source, {}};
      } else if (path) {
        use_file(to, info, *path, source);
      }
      if (to.found || to.broken) break;
    }
  }
}

const found_setting* setting_sources::find(setting id) const noexcept {
  const slot& at = slots_[static_cast<std::size_t>(id)];
  return at.found ? &*at.found : nullptr;
}

bool setting_sources::is_broken(setting id) const noexcept {
  return slots_[static_cast<std::size_t>(id)].broken;
}

}  // namespace todod::config
