// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/account_keeper.h"
#include "client/outbox.h"
#include "client/safety_windows.h"
#include "client/session_journal.h"
#include "client/session_link.h"

#include "sesame/client/client.h"

namespace sesame::client {

/// What every help session of this account needs. All outlive them.
struct SessionContext {
    const Environment& environment;
    AccountKeeper& account;
    ContactBook& contacts;
    Ledger& ledger;
    Outbox& outbox;
    SessionJournal& journal;
    SafetyWindows& windows;

    Status tell(const store::ContactRecord& to, Content::Body body) const;
    /// This account's end of a stream to that contact, over the hub of this account.
    SessionLink::Ends ends(const store::ContactRecord& peer, const StreamId& stream, crypto::Key secret,
                           stream::Terms::Role role) const;
    /// Whoever this was granted to, while they may still help.
    Result<store::ContactRecord> helperOf(const consent::GrantScope& scope) const;
    /// The rule of an invitation that this user has sent them: nothing else may be offered (S47).
    Result<trigger::Rule> askedRule(const store::ContactRecord& from, const MessageId& invitation,
                                    const RuleHash& rule) const;
    /// Sent within the last two minutes, as far as the two clocks agree: nothing acts on what comes late.
    bool isFresh(const Content& content) const;
};

}  // namespace sesame::client
