// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/im_settings.h"

#include "execute/guard.h"

#include "sesame/trigger/settings_schema.h"

#include <algorithm>

namespace sesame::execute {
namespace {

bool isAllowedPage(const std::string& page) {
    const auto pages = trigger::settingsPages();
    return std::find(pages.begin(), pages.end(), page) != pages.end();
}

bool isAllowed(const std::string& key, const std::string& value) {
    const auto settings = trigger::allowedSettings();
    return std::any_of(settings.begin(), settings.end(), [&](const trigger::AllowedSetting& setting) {
        return setting.key == key &&
               std::find(setting.values.begin(), setting.values.end(), value) != setting.values.end();
    });
}

/// "text-size" as a person reads it: "Text size".
std::string readable(std::string key) {
    std::replace(key.begin(), key.end(), '-', ' ');
    if (!key.empty() && key.front() >= 'a' && key.front() <= 'z')
        key.front() = static_cast<char>(key.front() - 'a' + 'A');
    return key;
}

}  // namespace

Result<consent::ResolvedTarget> ImSettingsExecutor::target(const trigger::ImSettings& settings) const {
    const bool isPage = !settings.page.empty();
    if (isPage != (settings.key.empty() && settings.value.empty()) || isPage != settings.key.empty())
        return Error{ErrorCode::Malformed, "either a page, or a key with a value"};
    if (isPage) {
        if (!isAllowedPage(settings.page))
            return Error{ErrorCode::Refused, "not a settings page"};
        return consent::ResolvedTarget{"Settings: " + readable(settings.page), "page/" + settings.page,
                                       "page"};
    }
    if (!isAllowed(settings.key, settings.value))
        return Error{ErrorCode::Refused, "not a setting that a rule may change"};
    SESAME_TRY_ASSIGN(const std::string old, machine_.settings.value(settings.key));
    return consent::ResolvedTarget{readable(settings.key) + ": " + old + " → " + settings.value,
                                   "setting/" + settings.key,
                                   std::to_string(old.size()) + ':' + old + ':' + settings.value};
}

Result<Resolution> ImSettingsExecutor::resolve(const trigger::Command& command, std::stop_token) {
    SESAME_TRY_ASSIGN(auto resolved, target(std::get<trigger::ImSettings>(command)));
    return Resolution{{std::move(resolved)}, false};
}

Outcome ImSettingsExecutor::run(const consent::Grant& grant, std::stop_token stop) {
    const consent::ResolvedTarget& shown = grant.scope().target;
    if (auto refused = refusal<trigger::ImSettings>(grant, machine_.clock, shown.display))
        return *refused;
    const auto& settings = std::get<trigger::ImSettings>(grant.scope().command);
    const auto now = target(settings);
    if (!now)
        return failureOf(now.error(), shown.display);
    if (*now != shown)
        return {OutcomeKind::Expired, shown.display, "the setting changed after it was shown"};
    if (stop.stop_requested())
        return {OutcomeKind::Failed, shown.display, "stopped"};
    const bool isPage = !settings.page.empty();
    const Status done = isPage ? machine_.settings.showPage(settings.page)
                               : machine_.settings.set(settings.key, settings.value);
    if (!done)
        return failureOf(done.error(), shown.display);
    return {isPage ? OutcomeKind::Focused : OutcomeKind::Changed, shown.display, shown.reference};
}

}  // namespace sesame::execute
