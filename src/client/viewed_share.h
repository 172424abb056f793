// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/file_news.h"
#include "client/session_context.h"
#include "client/wind_up.h"

#include "sesame/client/shares.h"

namespace sesame::client {

/// A share on somebody else's computer, from their offer to its end. Lives in the client's thread.
class ViewedShare : public QObject {
  public:
    /// Part of the transaction that takes the offer is only the journal: it has been begun.
    ViewedShare(const SessionContext& context, store::ContactRecord receiver, const ShareOfferContent& offer,
                SessionJournal::Entry entry, share::Boundaries own, Shares& speaker,
                std::function<void()> over);
    ~ViewedShare() override;

    void open(crypto::Key secret);
    /// Nothing is asked of the receiver any more; on record in both conversations, which may be after this
    /// when the disk is slow. Harmless when it has ended, as leave().
    void end(SessionEnd why);
    Status leave();
    /// Of one that has ended: it is on record when it returns.
    void settle() { windUp_.finish(); }

    ViewedShareView view() const;
    const ShareId& id() const { return entry_.session; }
    const store::ContactRecord& receiver() const { return receiver_; }
    share::ShareClient& client() { return *client_; }

  private:
    share::ClientEvents events();
    void attach(std::unique_ptr<stream::Stream> stream);
    void streamOver(stream::Ending why);
    void opened(const share::Offered& what);
    void setConnected(bool connected);
    void filesArrived();
    void finish();

    const SessionContext& context_;
    store::ContactRecord receiver_;
    SessionJournal::Entry entry_;
    Shares& speaker_;
    std::function<void()> over_;
    std::shared_ptr<Feed<ViewedShare>> feed_;
    std::shared_ptr<FileNews> news_;
    std::unique_ptr<share::ShareClient> client_;
    std::unique_ptr<stream::Stream> stream_;
    std::unique_ptr<SessionLink> link_;
    std::int64_t endsWallMs_;
    bool connected_ = false;
    bool isFile_ = false;
    std::optional<SessionEnd> ended_;
    WindUp windUp_;
};

}  // namespace sesame::client
