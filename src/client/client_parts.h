// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/account_files.h"
#include "client/account_groups.h"
#include "client/account_sessions.h"
#include "client/account_sets.h"
#include "client/account_shares.h"
#include "client/contact_requests.h"
#include "client/delivery_news.h"
#include "client/help_flow.h"
#include "client/helper_judge.h"
#include "client/hub_judge.h"
#include "client/inbox.h"
#include "client/media_judge.h"
#include "client/prekey_shelf.h"
#include "client/share_bridge.h"
#include "client/tag_book.h"
#include "client/wish_flow.h"

namespace sesame::client {

/// The parts of a client and how they are joined, in the order in which they need each other. One thread.
struct Client::Parts {
    Parts(store::ClientStore store, const Environment& environment, QString protection,
          std::string directory);
    Status open();
    void watchScreenKeyboard();
    void openGroups();
    Status setSetting(const QString& key, const QString& value);

    // The hub's side.
    void welcomed(const wire::pb::HubFrame& frame);
    void accountMade();
    void refused(int code);
    void arrived(const wire::pb::HubFrame& frame);
    /// Waits neither for the next try nor for the renewal after a write that failed.
    void connectNow();
    void connectionChanged();
    void publishPrekeys(std::uint32_t leftAtHub);
    void watchPresence();
    void nowAndThen();

    /// Tells the user, but not again and again, and begins the connection anew in half a minute.
    void unwritten(const Error& error);

    // The other clients' side: acts on what they say, as far as they may say it.
    Status handle(const store::ContactRecord& from, const Content& content);
    Status act(const store::ContactRecord& from, const Content& content, const TextContent& body);
    Status act(const store::ContactRecord& from, const Content& content, const ReadContent& body);
    Status act(const store::ContactRecord& from, const Content& content, const RuleUpdateContent& body);

    /// What is said once more under the same id; nullopt for what only mattered then.
    std::optional<Content> again(const store::MessageRecord& row);
    /// See Client::recognise().
    void recognise(const QString& path, QObject* context, const Environment::MediaRecognised& then) const;
    /// What is to be sent back, so that the receiver has it, if the rule says where it is and it still is
    /// what lies there.
    void sendKeyOf(const store::ContactRecord& to, const RuleId& rule);
    /// An own message: stored and queued.
    Result<MessageId> say(const store::ContactRecord& to, const std::string& text);

    Environment environment;
    QString protection;
    std::string directory;
    Ledger ledger;
    Events events;
    AccountKeeper account;
    HubConnection hub;
    Conversation conversation;
    GroupConversation groupConversation;
    std::unique_ptr<Diary> diary;
    std::unique_ptr<ContactBook> contacts;
    SessionShelf sessions;
    PrekeyShelf prekeys;
    ClientSettings settings;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<ContactRequests> requests;
    std::unique_ptr<RuleBook> rules;
    std::unique_ptr<InvitationBook> invitations;
    std::unique_ptr<WishBook> wishes;
    std::unique_ptr<HelperJudge> judge;
    std::unique_ptr<TagBook> tags;
    std::unique_ptr<OfferBook> offers;
    std::unique_ptr<AccountSets> sets;
    SentWords sentWords;
    std::unique_ptr<HelpReport> report;
    SafetyWindows windows;
    RemoteBridge remote;
    ShareBridge shareBridge;
    std::unique_ptr<ConsentDesk> desk;
    std::unique_ptr<HelpWorker> worker;
    std::unique_ptr<SessionJournal> journal;
    std::unique_ptr<AccountSessions> helpSessions;
    std::unique_ptr<AccountShares> shares;
    std::unique_ptr<AccountFiles> files;
    std::unique_ptr<HelpFlow> help;
    std::unique_ptr<GroupBook> groupBook;
    std::unique_ptr<AccountGroups> groups;
    std::unique_ptr<HubJudge> hubJudge;
    std::unique_ptr<MediaJudge> mediaJudge;
    std::unique_ptr<WishFlow> meant;
    std::unique_ptr<DeliveryNews> news;
    std::unique_ptr<Inbox> inbox;
    QTimer timer;
    QTimer renewal;  // of the connection
    std::optional<std::int64_t> unwrittenBootMs;
};

}  // namespace sesame::client
