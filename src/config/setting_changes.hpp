// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Which settings differ, by value: what was given in another way and means the same is no change.
// For a server that reads its settings again (SIGHUP).
#pragma once

#include "config/setting_table.hpp"
#include "config/settings.hpp"

#include <vector>

namespace todod::config {

/// In the order of setting_table().
[[nodiscard]] std::vector<setting> changed_settings(const settings& before, const settings& after);

/// `in_force` with the values of `fresh` for every setting that takes effect on reload.
[[nodiscard]] settings with_reloaded(settings in_force, const settings& fresh);

}  // namespace todod::config
