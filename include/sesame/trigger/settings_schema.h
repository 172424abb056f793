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

}  // namespace sesame::trigger
