// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/contact_requests.h"
#include "client/group_book.h"
#include "client/help_flow.h"

namespace sesame::client {

/// The groups of one account: what is said in them, and help that is given there. One thread.
class AccountGroups final : public Groups {
  public:
    AccountGroups(Ledger& ledger, AccountKeeper& account, ContactBook& contacts, ContactRequests& requests,
                  GroupConversation& conversation, GroupBook& book, Outbox& outbox, HubConnection& hub,
                  RuleBook& rules, InvitationBook& invitations, HelpFlow& help, Diary& diary, Events& events,
                  crypto::Random& random, const Clock& clock);

    /// What somebody typed in a conversation may end what runs for a contact.
    using Typed = std::function<void(ContactId with, const std::string& text)>;
    void afterTyping(Typed typed) { typed_ = std::move(typed); }

    Result<GroupId> found(const QString& name, const QList<ContactId>& members) override;
    Status add(const GroupId& group, ContactId member) override;
    Status remove(const GroupId& group, const QString& handle) override;
    Status rename(const GroupId& group, const QString& name) override;
    Status end(const GroupId& group) override;
    Status answer(const GroupId& group, bool yes, quint64 version) override;
    Status leave(const GroupId& group) override;
    QList<GroupView> all() const override;
    std::optional<GroupView> group(const GroupId& group) const override;
    Result<MessageId> sendText(const GroupId& group, const QString& text, const Composition& how) override;
    Status retry(const MessageId& message) override;
    QList<GroupMessageView> history(const GroupId& group, qint64 beforeOrder, int limit) const override;
    QList<GroupMessageView> search(const QString& words, int limit) const override;
    std::optional<GroupMessageView> awaited(const GroupId& group) const override;
    Status markRead(const GroupId& group) override;
    Result<MessageId> invite(const GroupId& group, ContactId receiver, const RuleId& rule) override;
    QString whyNot(ContactId receiver, const RuleId& rule) const override;
    void meet(const GroupId& group, const QString& handle, QObject* context, const Met& then) override;

    /// An own message: stored and queued for everybody, judged by nobody.
    Result<MessageId> say(const GroupId& group, const std::string& text);

    // What other clients say. Part of the transaction that takes their mail. True when it was about a group.
    bool received(const store::ContactRecord& from, const Content& content, Status& done);

  private:
    Status received(const store::ContactRecord& from, const Content& content, const GroupTextContent& body);
    Status received(const store::ContactRecord& from, const Content& content,
                    const GroupInvitationContent& body);
    Status received(const store::ContactRecord& from, const GroupAskedContent& body);
    Status refuse(const store::ContactRecord& from, const char* why);
    Result<GroupBook::Group> joined(const GroupId& id) const;
    Status judge(const GroupBook::Group& group, const MessageId& message, const std::string& text,
                 qint64 msSincePaste);
    Status post(const store::ContactRecord& to, Content::Body body);
    GroupView view(const GroupBook::Group& group) const;

    Ledger& ledger_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    ContactRequests& requests_;
    GroupConversation& conversation_;
    GroupBook& book_;
    Outbox& outbox_;
    HubConnection& hub_;
    RuleBook& rules_;
    InvitationBook& invitations_;
    HelpFlow& help_;
    Diary& diary_;
    crypto::Random& random_;
    const Clock& clock_;
    Typed typed_ = [](ContactId, const std::string&) {};
};

}  // namespace sesame::client
