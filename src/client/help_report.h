// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/invitation_book.h"

namespace sesame::client {

/// Tells both sides, and the diary, how a help ended. One thread.
class HelpReport {
  public:
    HelpReport(Ledger& ledger, ContactBook& contacts, Conversation& conversation, Diary& diary,
               Outbox& outbox, InvitationBook& invitations, crypto::Random& random, const Clock& clock);

    /// Part of the caller's transaction: from here on the invitation is used up, whatever happens. If this
    /// program dies before done(), the next start says that it failed.
    Status begin(const store::ContactRecord& helper, const MessageId& invitation, const RuleHash& rule);
    void done(ContactId helper, const MessageId& invitation, const RuleHash& rule,
              const execute::Outcome& outcome);
    /// At start: closes what was cut off.
    void finishCutOff();

    /// As the helper: what the receiver's client says. Part of the caller's transaction.
    Status received(const store::ContactRecord& from, const Content& content, const OutcomeContent& outcome);

  private:
    void finishCutOff(ByteView entry);
    Status noLongerRunning(const Bytes& entry);
    Status tell(const store::ContactRecord& helper, const MessageId& invitation, const RuleHash& rule,
                const execute::Outcome& outcome);
    Status show(const store::InvitationRecord& asked, const Content& content, execute::OutcomeKind kind,
                const std::string& target);

    Ledger& ledger_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Diary& diary_;
    Outbox& outbox_;
    InvitationBook& invitations_;
    crypto::Random& random_;
    const Clock& clock_;
};

}  // namespace sesame::client
