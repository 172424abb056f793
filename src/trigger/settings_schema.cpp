// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/settings_schema.h"

#include <array>

namespace sesame::trigger {
namespace {

using Names = std::string_view;
constexpr std::array<Names, 7> kPages = {"general", "appearance", "language", "notifications",
                                         "privacy", "rules",      "history"};
constexpr std::array<Names, 4> kTextSizes = {"small", "normal", "large", "huge"};
constexpr std::array<Names, 3> kLanguages = {"system", "en", "zh_CN"};
constexpr std::array<Names, 2> kSwitch = {"on", "off"};
constexpr std::array<AllowedSetting, 3> kSettings = {
    AllowedSetting{"text-size", kTextSizes},
    AllowedSetting{"language", kLanguages},
    AllowedSetting{"notification-sound", kSwitch},
};

}  // namespace

std::span<const std::string_view> settingsPages() {
    return kPages;
}

std::span<const AllowedSetting> allowedSettings() {
    return kSettings;
}

}  // namespace sesame::trigger
