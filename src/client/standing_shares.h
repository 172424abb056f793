// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session_context.h"
#include "client/standing_book.h"

#include "sesame/share/shared_folder.h"

#include <QThreadPool>
#include <map>

namespace sesame::client {

/// Shares that may be opened again without a question: what this user has allowed, and what they may reach.
/// Only the record on the receiver's own computer opens anything (I5). One thread.
class StandingShares : public QObject {
  public:
    struct Host {
        /// Begins a share as after a Yes.
        std::function<Status(const consent::GrantScope&, share::SharedFolder)> begin;
        /// Ends those of this helper with this path.
        std::function<void(ContactId, const std::string& path, SessionEnd)> end;
    };
    StandingShares(const SessionContext& context, Conversation& conversation, Diary& diary,
                   share::Boundaries boundaries, std::string bootId, Shares& speaker, Host host);
    ~StandingShares() override;

    /// The receiver has said so with their Yes.
    Status grant(const store::ContactRecord& helper, const consent::GrantScope& scope);
    /// Of either side.
    Status end(const ShareId& id);
    Status open(const ShareId& id);
    QList<StandingShareView> views() const;

    // What other clients say. Part of the transaction that takes their mail.
    Status received(const store::ContactRecord& from, const StandingShareContent& share);
    Status received(const store::ContactRecord& from, const Content& content,
                    const StandingOpenContent& request);
    Status received(const store::ContactRecord& from, const StandingRefusalContent& refusal);

    /// As the helper: this offer answers a request of this user's, and goes no further than they were told.
    bool hasAsked(const store::ContactRecord& from, const ShareOfferContent& offer) const;

    /// The receiver has said Stop: nothing opens for this helper without a question in the next half hour.
    void hold(ContactId helper);

    /// Ends what this contact may not have any more.
    void contactChanged(ContactId id);
    /// Ends what is over by the clock.
    void expire();

  private:
    struct Asked {
        StandingRecord share;
        std::int64_t bootMs;
    };
    std::optional<StandingRecord> allowed(const store::ContactRecord& from, const ShareId& id) const;
    bool isHeld(ContactId helper) const;
    void look(const StandingRecord& record, const MessageId& request);
    void found(const ShareId& id, const MessageId& request, bool away, Result<share::SharedFolder> folder);
    Status admit(const store::ContactRecord& helper, StandingRecord record, const MessageId& request,
                 share::SharedFolder folder);
    Status refuse(const store::ContactRecord& helper, const std::string& name, const MessageId& request,
                  StandingRefusal why);
    struct Ending {
        const char* why;               ///< for the record
        bool tell;                     ///< the other side
        std::optional<Notice> said{};  ///< none: that the receiver's side ended it
    };
    Status endRecord(const StandingRecord& record, const Ending& ending);
    Status over(const store::ContactRecord& from, const ShareId& id);

    SessionContext context_;
    Conversation& conversation_;
    Diary& diary_;
    const share::Boundaries boundaries_;
    Shares& speaker_;
    Host host_;
    StandingBook book_;
    std::map<ContactId, std::int64_t> heldMs_;  // by the boot clock, since when
    std::map<MessageId, Asked> asked_;          // by this user, as a helper
    QThreadPool looking_;                       // a disk may be slow to answer
};

}  // namespace sesame::client
