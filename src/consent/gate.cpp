// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/gate.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sesame::consent {
namespace {

Result<GrantScope> bounded(GrantScope scope, Bounds chosen) {
    if (chosen.minutes > 0) {
        std::uint32_t* asked = trigger::minutesOf(scope.command);
        if (asked == nullptr || chosen.minutes < trigger::kLeastMinutes || chosen.minutes > *asked)
            return Error{ErrorCode::Malformed, "not a shorter time"};
        *asked = chosen.minutes;
    }
    if (chosen.standingDays > 0) {
        const bool fits =
            chosen.standingDays == kStandingUntilEnded || chosen.standingDays <= kMostStandingDays;
        if (!fits || !std::holds_alternative<trigger::ShareFolder>(scope.command))
            return Error{ErrorCode::Malformed, "not a time for which a share may stand"};
        scope.standingDays = chosen.standingDays;
    }
    return scope;
}

// The first No may have been a slip of the hand, so the same person may try again at once.
constexpr std::array<std::int64_t, 4> kBackOffMs = {0, 60'000, 600'000, 3'600'000};

}  // namespace

const char* name(Answer answer) {
    switch (answer) {
        case Answer::Yes:
            return "yes";
        case Answer::No:
            return "no";
        case Answer::TimedOut:
            return "timed-out";
        case Answer::Withdrawn:
            return "withdrawn";
        case Answer::Hidden:
            return "hidden";
    }
    return "unknown";
}

Gate::Offer Gate::offer(GrantScope scope) {
    tick();
    if (question_)
        return Offer::Busy;
    if (backOffMs(scope.helper) > 0)
        return Offer::BackOff;
    if (trace_.locks(scope))
        return Offer::Locked;
    const std::int64_t now = clock_.bootMs();
    question_ = Question{std::move(scope), now, clock_.wallMs() - now, now, CalmPress(clock_)};
    return Offer::Asked;
}

const GrantScope* Gate::question() const {
    return question_ ? &question_->scope : nullptr;
}

void Gate::shownAnew() {
    if (question_)
        question_->press.shownAnew();
}

void Gate::hidden() {
    if (question_)
        question_->press.hidden();
}

void Gate::input() {
    if (!question_)
        return;
    question_->press.input();
    // Typing elsewhere must not keep a question alive that nobody can see.
    if (question_->press.visible())
        question_->touchedBootMs = clock_.bootMs();
}

std::optional<std::int64_t> Gate::untilArmed() const {
    return question_ ? question_->press.untilArmed() : std::nullopt;
}

Result<Grant> Gate::yes(Press press, Bounds chosen) {
    if (!question_)
        return Error{ErrorCode::NotFound, "no question is open"};
    if (tick())
        return Error{ErrorCode::Expired, "the question is no longer open"};
    const auto wait = untilArmed();
    if (!wait || *wait > 0)
        return Error{ErrorCode::Refused, "not yet armed"};
    if (trace_.refuses(press))
        return Error{ErrorCode::Refused, "pressed by a program"};
    if (trace_.locks(question_->scope))
        return Error{ErrorCode::Refused, "a helper has control, or had it a moment ago"};
    SESAME_TRY_ASSIGN(GrantScope scope, bounded(question_->scope, chosen));
    Grant grant(std::move(scope), clock_);
    question_.reset();
    history_.erase(grant.scope().helper);
    return grant;
}

void Gate::close(Answer answer) {
    SESAME_ASSERT(answer != Answer::Yes);
    if (!question_)
        return;
    // Withdrawn and unseen questions count too: asking and taking back would otherwise be a way round it.
    History& history = history_[question_->scope.helper];
    const auto step =
        std::min<std::size_t>(static_cast<std::size_t>(history.refusals), kBackOffMs.size() - 1);
    history.untilBootMs = clock_.bootMs() + kBackOffMs[step];
    ++history.refusals;
    question_.reset();
}

std::optional<Answer> Gate::tick() {
    if (!question_)
        return std::nullopt;
    const std::int64_t now = clock_.bootMs();
    std::optional<Answer> ended;
    if (std::abs(clock_.wallMs() - now - question_->wallMinusBootMs) > kClockJumpMs)
        ended = Answer::Withdrawn;
    else if (now - question_->touchedBootMs >= kTimeOutMs || now - question_->askedBootMs >= kLongestMs)
        ended = Answer::TimedOut;
    if (ended)
        close(*ended);
    return ended;
}

std::int64_t Gate::backOffMs(const PublicIdentity& helper) const {
    const auto found = history_.find(helper);
    return found == history_.end() ? 0
                                   : std::max<std::int64_t>(0, found->second.untilBootMs - clock_.bootMs());
}

int Gate::refusals(const PublicIdentity& helper) const {
    const auto found = history_.find(helper);
    return found == history_.end() ? 0 : found->second.refusals;
}

}  // namespace sesame::consent
