// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/contact_book.h"
#include "client/feed.h"
#include "client/outbox.h"
#include "client/parcel_connection.h"

#include "sesame/client/client.h"
#include "sesame/client/files.h"
#include "sesame/share/sent_file.h"

#include <QThread>
#include <map>
#include <set>

namespace sesame::client {

/// The files of one account: what state each is in, and the transfers of those that are under way. Every
/// state is on disk before anybody hears of it, and what was under way goes on after a start. One thread;
/// bytes move in another.
class AccountFiles final : public Files {
  public:
    /// At once; the rest waits its turn.
    static constexpr std::size_t kMostTransfers = 6;
    static constexpr std::int64_t kKeptMs = 14LL * 24 * 3600 * 1000;

    AccountFiles(const Environment& environment, AccountKeeper& account, ContactBook& contacts,
                 Ledger& ledger, Conversation& conversation, Outbox& outbox, Events& events);
    ~AccountFiles() override;

    /// What was under way at the last end goes on once there is a hub.
    Status load();
    /// Before anything of the client goes.
    void shutDown();
    /// `parcelBytes` is what this hub keeps for one account; 0: it knows no parcels.
    void online(std::uint64_t parcelBytes);
    void offline();
    /// Ends what nobody has fetched in time.
    void expire();

    // What other clients say. Part of the transaction that takes their mail.
    Status received(const store::ContactRecord& from, const Content& content, const FileOfferContent& offer);
    Status received(const store::ContactRecord& from, const FileAnswerContent& answer);
    /// The offer once more, while it still means something.
    std::optional<Content> again(const store::MessageRecord& row);
    std::optional<FileView> view(const MessageId& id, const QString& peer);

    /// Hears of each file that the user has sent, once it is on disk as a message; not of what is sent once
    /// more after a failure (S15).
    using Sent = std::function<void(ContactId to, const MessageId& id, const QString& path)>;
    void afterSending(Sent sent) { sent_ = std::move(sent); }
    /// What this program sends for its user, of which afterSending() hears nothing.
    Result<MessageId> sendBeside(ContactId to, const QString& path);

    Result<MessageId> send(ContactId to, const QString& path) override;
    Status accept(const MessageId& file, const QString& folder) override;
    Status decline(const MessageId& file) override;
    Status cancel(const MessageId& file) override;
    Status retry(const MessageId& file) override;

  private:
    struct Transfer {
        FileProgress progress;
        ParcelConnection* line = nullptr;  ///< in the worker's thread; null: it waits
        std::uint64_t number = 0;          ///< of its line
        int tries = 0;
        int pause = 0;       ///< looks until the next try
        int still = 0;       ///< looks without a byte, or without a turn
        bool asked = false;  ///< the sender was told that we want it
    };

    Result<MessageId> offer(ContactId to, const std::string& path, const std::string& name,
                            const share::FileState& state);
    Result<store::FileRecord> fileOf(const MessageId& id, Direction direction);
    Status move(store::FileRecord file, FileState state, const std::string& reason = {});
    Status tell(const store::FileRecord& file, FileAnswerContent::Answer answer);
    ParcelEnds ends(const std::string& peer) const;
    share::ParcelTerms terms(const store::FileRecord& file) const;
    void want(const MessageId& id);
    void look();
    void pump();
    void start(const MessageId& id, Transfer& transfer);
    void run(ParcelConnection* line, std::function<void(FileProgress)> moved,
             std::function<void(FileEnd, const std::string&)> ended);
    void stop(const MessageId& id);
    void release(ParcelConnection* line);
    void dropAtHub(const store::FileRecord& file);
    void moved(const MessageId& id, std::uint64_t number, FileProgress progress);
    void ended(const MessageId& id, std::uint64_t number, FileEnd why, const std::string& path);
    void again(Transfer& transfer, FileEnd why);
    void contactChanged(ContactId id);
    void yieldTurns();

    const Environment& environment_;
    AccountKeeper& account_;
    ContactBook& contacts_;
    Ledger& ledger_;
    Conversation& conversation_;
    Outbox& outbox_;
    Events& events_;
    std::shared_ptr<Feed<AccountFiles>> feed_;
    QThread worker_;
    std::map<MessageId, Transfer> transfers_;
    std::set<ContactId> there_;
    std::uint64_t lastNumber_ = 0;
    bool online_ = false;
    bool refusedByHub_ = false;  ///< it knows no parcels
    Sent sent_;
    QTimer look_;
};

}  // namespace sesame::client
