// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/picture_news.h"
#include "client/session_context.h"

namespace sesame::client {

/// A help session on somebody else's computer, from their offer to its end. Lives in the client's thread.
class ViewedSession : public QObject {
  public:
    /// Part of the transaction that takes the offer is only the journal: it has been begun.
    ViewedSession(const SessionContext& context, store::ContactRecord receiver,
                  const SessionOfferContent& offer, SessionJournal::Entry entry, HelpSessions& speaker,
                  std::function<void()> over);
    ~ViewedSession() override;

    /// Goes to see.
    void open(crypto::Key secret);
    /// Nothing is asked of the receiver any more; on record in both conversations.
    void end(SessionEnd why);
    Status leave();
    Status askLevel(trigger::RemoteLevel level);
    Status askClipboard();
    Status offerClipboard(const QString& text);

    // Of what the receiver says.
    void stateCame(const SessionStateContent& state);
    /// True when this is what was asked for.
    bool clipboardCame();

    ViewedView view() const;
    const StreamId& id() const { return entry_.session; }
    std::shared_ptr<remote::Viewer> viewer() const { return viewer_; }

  private:
    std::shared_ptr<remote::Viewer> makeViewer();
    void setConnected(bool connected, stream::Ending why);
    void streamOver(stream::Ending why);

    const SessionContext& context_;
    store::ContactRecord receiver_;
    SessionJournal::Entry entry_;
    HelpSessions& speaker_;
    std::function<void()> over_;
    std::shared_ptr<Feed<ViewedSession>> feed_;
    std::shared_ptr<remote::Viewer> viewer_;
    std::unique_ptr<SessionLink> link_;
    SessionStateContent state_;
    std::int64_t endsWallMs_;
    struct Asked {
        MessageId request;
        trigger::RemoteLevel level;
    };
    std::optional<Asked> asked_;
    std::optional<MessageId> clipboardAsked_;
    std::int64_t clipboardUntilMs_ = 0;
    bool connected_ = false;
    std::optional<SessionEnd> ended_;
};

}  // namespace sesame::client
