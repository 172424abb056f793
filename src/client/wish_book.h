// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/invitation_book.h"

namespace sesame::client {

/// Wishes in own words, on both sides. A wish is an invitation the other way round: the receiver asks for it,
/// the helper's yes is a rule that is signed for this one wish, and from there on it is open like any other
/// invitation. One thread.
class WishBook {
  public:
    static constexpr std::int64_t kAskedMs = 3600LL * 1000;   ///< for the helper's answer
    static constexpr std::int64_t kOpenMs = 5LL * 60 * 1000;  ///< for the receiver's, after the helper's yes

    WishBook(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, Conversation& conversation,
             Diary& diary, Outbox& outbox, RuleBook& rules, InvitationBook& invitations, Events& events,
             crypto::Random& random, const Clock& clock, std::string bootId);

    // As the receiver.
    /// Takes back what this helper has not answered yet.
    Result<MessageId> ask(ContactId helper, const std::string& text, const trigger::Command& command);
    /// Part of the caller's transaction. A yes that is for this wish, and no more than it, announces
    /// wishGranted.
    Status answered(const store::ContactRecord& helper, const WishAnswerContent& answer);

    // As the helper.
    /// Part of the caller's transaction. One of a contact waits at a time; the newest.
    Status received(const store::ContactRecord& receiver, const Content& content, const WishContent& body);
    Status answer(const MessageId& wish, bool yes);
    /// The wish that a bare yes or no would answer: the last thing in this conversation.
    std::optional<MessageId> waiting(ContactId receiver);

  private:
    store::InvitationRecord recordOf(const Content& content, ContactId contact, Direction direction) const;
    Status closeOlder(const store::ContactRecord& contact, Direction direction);
    Status refuse(const store::ContactRecord& helper, const char* why);
    Status grant(store::InvitationRecord& wish, const trigger::SignedRule& rule, std::int64_t forMs);
    trigger::SignedRule ruleFor(const store::InvitationRecord& wish, const WishContent& body,
                                const PublicIdentity& receiver);

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Conversation& conversation_;
    Diary& diary_;
    Outbox& outbox_;
    RuleBook& rules_;
    InvitationBook& invitations_;
    Events& events_;
    crypto::Random& random_;
    const Clock& clock_;
    InvitationTime time_;
};

}  // namespace sesame::client
