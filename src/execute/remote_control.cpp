// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "execute/remote_control.h"

#include "execute/guard.h"

namespace sesame::execute {
namespace {

Outcome outcomeOf(const Status& done, const std::string& target) {
    return done ? Outcome{OutcomeKind::Started, target, {}} : failureOf(done.error(), target);
}

}  // namespace

Result<consent::ResolvedTarget> RemoteControlExecutor::target() const {
    SESAME_TRY_ASSIGN(const std::string size, machine_.remote.screen());
    return consent::ResolvedTarget{size, std::string(consent::kScreenTarget), size};
}

Result<Resolution> RemoteControlExecutor::resolve(const trigger::Command&, std::stop_token) {
    SESAME_TRY_ASSIGN(auto screen, target());
    return Resolution{{std::move(screen)}, false};
}

Outcome RemoteControlExecutor::run(const consent::Grant& grant, std::stop_token stop) {
    const consent::ResolvedTarget& shown = grant.scope().target;
    if (!std::holds_alternative<trigger::RemoteControl>(grant.scope().command))
        return {OutcomeKind::Refused, shown.display, "the grant is for another type of command"};
    if (shown.reference == consent::kClipboardOutTarget || shown.reference == consent::kClipboardInTarget)
        return outcomeOf(machine_.remote.passClipboard(grant), shown.display);
    const auto now = target();
    if (!now)
        return failureOf(now.error(), shown.display);
    if (*now != shown)
        return {OutcomeKind::Expired, shown.display, "the screen changed after it was shown"};
    if (stop.stop_requested())
        return {OutcomeKind::Failed, shown.display, "stopped"};
    return outcomeOf(machine_.remote.begin(grant), shown.display);
}

}  // namespace sesame::execute
