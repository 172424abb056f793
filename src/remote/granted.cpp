// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/remote/granted.h"

namespace sesame::remote {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

Result<trigger::RemoteControl> askedFor(const consent::Grant& grant) {
    const auto* command = std::get_if<trigger::RemoteControl>(&grant.scope().command);
    if (command == nullptr || grant.scope().target.reference != consent::kScreenTarget)
        return Error{ErrorCode::Refused, "not a grant for this screen"};
    return *command;
}

}  // namespace

/// What view and control of one session share.
struct GrantedView::Session {
    const Clock& clock;
    const PublicIdentity helper;
    const PublicIdentity receiver;
    std::atomic<trigger::RemoteLevel> level;
    std::atomic<std::int64_t> endsBootMs;
    const Revocation revocation;

    Session(const Clock& time, const consent::GrantScope& scope, const trigger::RemoteControl& command)
        : clock(time),
          helper(scope.helper),
          receiver(scope.receiver),
          level(command.level),
          endsBootMs(time.bootMs() + command.minutes * kMinuteMs) {}
    bool live() const { return !revocation.isRevoked() && clock.bootMs() < endsBootMs; }
};

Result<GrantedView> GrantedView::from(const consent::Grant& grant, const Clock& clock) {
    SESAME_TRY_ASSIGN(const trigger::RemoteControl command, askedFor(grant));
    if (!grant.use(clock))
        return Error{ErrorCode::Expired, "grant used or too old"};
    return GrantedView(std::make_shared<Session>(clock, grant.scope(), command));
}

Status GrantedView::rise(const consent::Grant& grant) {
    SESAME_TRY_ASSIGN(const trigger::RemoteControl command, askedFor(grant));
    if (grant.scope().helper != session_->helper || grant.scope().receiver != session_->receiver)
        return Error{ErrorCode::Refused, "granted to somebody else"};
    if (!session_->live() || !grant.use(session_->clock))
        return Error{ErrorCode::Expired, "session over, or grant used or too old"};
    if (command.level > session_->level)
        session_->level = command.level;
    return {};
}

void GrantedView::lower(trigger::RemoteLevel level) {
    if (level < session_->level)
        session_->level = level;
}

void GrantedView::extend(std::int64_t minutes) {
    if (session_->live())
        session_->endsBootMs = session_->clock.bootMs() + minutes * kMinuteMs;
}

bool GrantedView::live() const {
    return session_->live();
}
const PublicIdentity& GrantedView::helper() const {
    return session_->helper;
}
trigger::RemoteLevel GrantedView::level() const {
    return session_->level;
}
std::int64_t GrantedView::endsBootMs() const {
    return session_->endsBootMs;
}
const Revocation& GrantedView::revocation() const {
    return session_->revocation;
}

Result<GrantedControl> GrantedControl::from(const GrantedView& view) {
    if (view.level() != trigger::RemoteLevel::Control)
        return Error{ErrorCode::Refused, "control was not granted"};
    if (!view.live())
        return Error{ErrorCode::Expired, "session over"};
    return GrantedControl(view.session_);
}

bool GrantedControl::live() const {
    return !own_.isRevoked() && session_->live() && session_->level == trigger::RemoteLevel::Control;
}

}  // namespace sesame::remote
