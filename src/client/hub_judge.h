// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/help_flow.h"

namespace sesame::client {

/// The receiver's half of judging at the hub: which of the own messages carry a tag, and what becomes of a
/// hint that comes back. A hint is translated into an order about the own record; HelpFlow looks at that as
/// at any other (I5, S05). One thread.
class HubJudge {
  public:
    HubJudge(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, InvitationBook& invitations,
             SentWords& sent, HelpFlow& help);

    /// From their helper. Part of the caller's transaction.
    Status received(const store::ContactRecord& helper, const HubKeyContent& key);
    /// Their key is another one, so what they said before counts no more. Part of the caller's transaction.
    Status forget(ContactId helper);

    /// What goes to the hub with this mail: nothing, unless it is a message that was written a moment ago, to
    /// a helper whose invitation is open and judged at the hub.
    std::optional<PhraseTag> tag(ContactId to, const MessageId& message);
    /// The hub says what a message was. Each message is taken notice of once.
    void recognised(const wire::pb::MailRecognised& news);

    /// After a log-in: does the hub recognise anything?
    void welcomed(bool hubRecognises) { hubRecognises_ = hubRecognises; }

  private:
    std::optional<HubKeyContent> keyOf(ContactId helper);
    void recognised(const MessageId& message, const TagReference& reference);
    OrderContent orderFor(const store::ContactRecord& helper, const MessageId& message,
                          const TagReference& reference);

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    InvitationBook& invitations_;
    SentWords& sent_;
    HelpFlow& help_;
    bool hubRecognises_ = false;
};

}  // namespace sesame::client
