// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// What a rule may do to the settings of the chat client: an allow-list (S35). Safety settings are not on it.
namespace sesame::trigger {

/// Pages that ImSettings may open: "general", "appearance", "language", "notifications", "privacy", "rules",
/// "history".
std::span<const std::string_view> settingsPages();

struct AllowedSetting {
    std::string_view key;                      ///< "text-size", "language", "notification-sound"
    std::span<const std::string_view> values;  ///< all legal values
};
std::span<const AllowedSetting> allowedSettings();

/// The value that stands `step` places after `now` in the list of a setting, the first or last where the list
/// ends. Counted from the first where `now` is none of them. `key` is that of an allowed setting.
std::string_view neighbourValue(std::string_view key, std::string_view now, int step);

}  // namespace sesame::trigger
