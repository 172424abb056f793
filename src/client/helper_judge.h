// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/invitation_book.h"

namespace sesame::client {

/// Compares what a receiver wrote with the phrases that are judged here, at the helper's, and tells their
/// client which one it was. It decides nothing: the receiver's client looks at its own record, compares again
/// and asks its user (I5). One thread.
class HelperJudge {
  public:
    HelperJudge(AccountKeeper& account, Diary& diary, Outbox& outbox, InvitationBook& invitations,
                crypto::Random& random, const Clock& clock);

    /// A text of theirs. Part of the caller's transaction.
    Status heard(const store::ContactRecord& receiver, const MessageId& id, const std::string& text);

  private:
    AccountKeeper& account_;
    Diary& diary_;
    Outbox& outbox_;
    InvitationBook& invitations_;
    crypto::Random& random_;
    const Clock& clock_;
};

}  // namespace sesame::client
