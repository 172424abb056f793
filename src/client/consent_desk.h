// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/conversation.h"
#include "client/diary.h"
#include "client/safety_windows.h"

#include "sesame/client/views.h"

#include <QTimer>

namespace sesame::client {

/// Asks the user for consent, one question at a time, and notes each step in the diary (I3, I6). What a Yes
/// leads to is the matter of whoever asks. One thread.
class ConsentDesk : public QObject {
  public:
    ConsentDesk(const Clock& clock, Conversation& conversation, Diary& diary, Ledger& ledger, Events& events,
                SafetyWindows& windows);

    struct Case {
        consent::GrantScope scope;
        ConsentView view;
        /// The helper, while everything still allows this (M2).
        std::function<std::optional<store::ContactRecord>()> stillAllowed;
        /// Part of the transaction that notes the Yes; without it nothing is granted.
        std::function<Status(const store::ContactRecord& helper)> begin;
        std::function<void(const consent::Grant& granted)> granted;
        /// Anything but a Yes; part of the transaction that notes it. The helper as they were when asked.
        std::function<Status(const store::ContactRecord& helper, consent::Answer answer)> refused;
    };

    /// Numbers of questions of every kind, so that none is taken for another.
    quint64 nextNumber() { return ++lastNumber_; }
    /// True, with `view` shown, or false, with a line in the conversation that says why not now. The view's
    /// question is its number.
    bool ask(const store::ContactRecord& helper, Case asked);
    /// Nothing may pop up for this helper now: says so in the conversation, and true (S37).
    bool mustWait(const store::ContactRecord& helper);

    Status answer(quint64 question, bool yes, const ConsentChoice& choice);
    /// Closes this question if it is open.
    void withdraw(quint64 question);
    std::optional<ConsentView> open() const;
    consent::Gate& gate() { return gate_; }

  private:
    struct Open {
        Case asked;
        store::ContactRecord helper;
        SafetyWindow window;
    };
    Status grant(const ConsentChoice& choice);
    Status close(consent::Answer answer);
    void turnAway(const store::ContactRecord& helper, consent::Gate::Offer offer);
    void tick();

    Conversation& conversation_;
    Diary& diary_;
    Ledger& ledger_;
    Events& events_;
    SafetyWindows& windows_;
    consent::Gate gate_;
    std::optional<Open> open_;
    quint64 lastNumber_ = 0;
    QTimer tick_;
};

/// As the gate calls it.
consent::Press pressOf(desktop::PressWatch::Hand hand);

}  // namespace sesame::client
