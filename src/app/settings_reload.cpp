// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
#include "app/settings_reload.hpp"

#include "app/part_options.hpp"
#include "config/setting_changes.hpp"

#include <fmt/format.h>

#include <string>

namespace todod::app {

using observability::event;

void settings_reload::run(const read_settings& read) {
  targets_.notice.reloading();
  if (targets_.keys != nullptr) targets_.keys->refetch();
  const auto fresh = read();
  if (fresh) {
    take_over(*fresh);
  } else {
    refuse(fresh.error());
  }
}

void settings_reload::refuse(const std::vector<config::setting_fault>& faults) {
  for (const auto& fault : faults)
    targets_.events.tell(event::settings_refused, {{"fault", std::string_view(fault.text)}});
  targets_.notice.ready(
      fmt::format("reload refused: {} settings are wrong, see the log", faults.size()));
}

void settings_reload::take_over(const config::settings& fresh) {
  std::string applied;
  std::string waiting;
  const auto changed = config::changed_settings(in_force_, fresh);
  in_force_ = config::with_reloaded(std::move(in_force_), fresh);
  apply();  // first: who lowers LOG_LEVEL wants to see what follows
  for (const config::setting id : changed) {
    const auto& info = config::info_of(id);
    targets_.events.tell(info.on_reload ? event::setting_applied : event::setting_needs_restart,
                         {{"setting", info.name}});
    std::string& list = info.on_reload ? applied : waiting;
    list += fmt::format("{}{}", list.empty() ? "" : ", ", info.name);
  }
  targets_.events.tell(event::settings_reloaded, {{"changed", changed.size()}});
  std::string status = "reloaded";
  if (!applied.empty()) status += "; in force: " + applied;
  if (!waiting.empty()) status += "; after a restart: " + waiting;
  targets_.notice.ready(status);
}

void settings_reload::apply() {
  targets_.events.change_threshold(level_of(in_force_.log_level));
  targets_.limiter.change(in_force_.rate_limit);
  connections_max_.store(in_force_.max_connections);
  for (auto& thread : targets_.threads)
    thread->change(limits_of(in_force_), in_force_.cors_origins, logs_requests(in_force_));
}

}  // namespace todod::app
