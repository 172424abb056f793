// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/settings_schema.h"

#include "sesame/base/assert.h"

#include <algorithm>
#include <array>
#include <cstddef>

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

std::string_view neighbourValue(std::string_view key, std::string_view now, int step) {
    const auto setting = std::ranges::find(kSettings, key, &AllowedSetting::key);
    SESAME_ASSERT(setting != kSettings.end());
    const auto values = setting->values;
    const auto last = static_cast<std::ptrdiff_t>(values.size()) - 1;
    const auto found = std::ranges::find(values, now) - values.begin();
    const auto next = std::clamp<std::ptrdiff_t>((found > last ? 0 : found) + step, 0, last);
    return values[static_cast<std::size_t>(next)];
}

}  // namespace sesame::trigger
