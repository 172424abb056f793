// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/consent_desk.h"

#include "client/qt_text.h"

namespace sesame::client {
namespace {

constexpr int kTickMs = 250;

}  // namespace

consent::Press pressOf(desktop::PressWatch::Hand hand) {
    using Hand = desktop::PressWatch::Hand;
    return hand == Hand::Device    ? consent::Press::Device
           : hand == Hand::Program ? consent::Press::Program
                                   : consent::Press::Unknown;
}

ConsentDesk::ConsentDesk(const Clock& clock, Conversation& conversation, Diary& diary, Ledger& ledger,
                         Events& events, SafetyWindows& windows)
    : conversation_(conversation),
      diary_(diary),
      ledger_(ledger),
      events_(events),
      windows_(windows),
      gate_(clock) {
    connect(&tick_, &QTimer::timeout, this, &ConsentDesk::tick);
}

bool ConsentDesk::mustWait(const store::ContactRecord& helper) {
    if (gate_.backOffMs(helper.identity) > 0)
        turnAway(helper, consent::Gate::Offer::BackOff);
    else if (gate_.question())
        turnAway(helper, consent::Gate::Offer::Busy);
    else
        return false;
    return true;
}

void ConsentDesk::turnAway(const store::ContactRecord& helper, consent::Gate::Offer offer) {
    using Offer = consent::Gate::Offer;
    const bool busy = offer == Offer::Busy;
    const bool locked = offer == Offer::Locked;
    static_cast<void>(diary_.record(busy ? "busy" : locked ? "locked" : "back-off", helper, {}));
    static_cast<void>(conversation_.notice(helper.id, busy     ? Notice::Busy
                                                      : locked ? Notice::Locked
                                                               : Notice::BackOff));
}

bool ConsentDesk::ask(const store::ContactRecord& helper, Case asked) {
    const auto offer = gate_.offer(asked.scope);
    if (offer != consent::Gate::Offer::Asked) {
        turnAway(helper, offer);
        return false;
    }
    if (!diary_.record("asked", helper, toStd(asked.view.sentence))) {
        gate_.close(consent::Answer::Withdrawn);  // no record, no question (I6)
        return false;
    }
    open_ = Open{std::move(asked), helper, windows_.open()};
    tick_.start(kTickMs);
    Q_EMIT events_.consentAsked(open_->asked.view);
    return true;
}

std::optional<ConsentView> ConsentDesk::open() const {
    return open_ ? std::optional(open_->asked.view) : std::nullopt;
}

Status ConsentDesk::answer(quint64 question, bool yes, const ConsentChoice& choice) {
    tick();
    if (!open_ || open_->asked.view.question != question)
        return Error{ErrorCode::Expired, "not asked"};
    return yes ? grant(choice) : close(consent::Answer::No);
}

Status ConsentDesk::grant(const ConsentChoice& choice) {
    if (!open_->asked.stillAllowed()) {
        SESAME_TRY(close(consent::Answer::Withdrawn));
        return Error{ErrorCode::Expired, "not open any more"};
    }
    const auto granted = gate_.yes(pressOf(choice.hand), {choice.minutes, choice.standingDays});
    if (!granted) {
        tick();
        return granted.error();
    }
    const Open done = *std::exchange(open_, std::nullopt);
    tick_.stop();
    Status begun = ledger_.transact([&]() -> Status {
        SESAME_TRY(diary_.record("answered", done.helper, consent::name(consent::Answer::Yes)));
        return done.asked.begin(done.helper);
    });
    Q_EMIT events_.consentClosed(done.asked.view.question, consent::Answer::Yes);
    if (begun)
        done.asked.granted(*granted);
    return begun;
}

Status ConsentDesk::close(consent::Answer answer) {
    const Open done = *std::exchange(open_, std::nullopt);
    tick_.stop();
    if (gate_.question())
        gate_.close(answer);
    Status noted = ledger_.transact([&]() -> Status {
        SESAME_TRY(diary_.record("answered", done.helper, consent::name(answer)));
        return done.asked.refused(done.helper, answer);
    });
    Q_EMIT events_.consentClosed(done.asked.view.question, answer);
    return noted;
}

void ConsentDesk::withdraw(quint64 question) {
    if (open_ && open_->asked.view.question == question)
        static_cast<void>(close(consent::Answer::Withdrawn));
}

// Time-outs, and questions that are void by now.
void ConsentDesk::tick() {
    const auto closed = gate_.tick();
    if (!open_)
        return;
    if (closed || !gate_.question())
        static_cast<void>(close(closed.value_or(consent::Answer::Hidden)));
    else if (!open_->asked.stillAllowed())
        static_cast<void>(close(consent::Answer::Withdrawn));
}

}  // namespace sesame::client
