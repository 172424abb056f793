// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/help_sessions.h"
#include "sesame/share/quarantine.h"
#include "sesame/share/share_client.h"

namespace sesame::client {

/// The same on both sides, and known to nobody else.
using ShareId = StreamId;

/// A folder or file of this computer that somebody may reach now.
struct HostedShareView {
    ShareId id;
    ContactId helper;
    QString helperName;
    QString path;  ///< as it may be shown
    trigger::ShareLevel level = trigger::ShareLevel::Look;
    QDateTime started;
    QDateTime ends;
    bool connected = false;
    quint64 taken = 0;  ///< files that have left
    quint64 takenBytes = 0;
    quint64 put = 0;  ///< files that lie in the quarantine
    QString latest;   ///< what was taken or left last, as it may be shown
};

/// A file of a share of this computer: its first bytes have left, or it lies in the quarantine.
struct MovedFile {
    share::TransferNumber transfer = 0;
    bool taken = true;  ///< false: left by the helper
    QString name;       ///< with its way below what is shared, as it may be shown
    quint64 size = 0;   ///< of those that were taken
};

/// A folder or file of somebody else's that this user may reach now.
struct ViewedShareView {
    ShareId id;
    ContactId receiver;
    QString receiverName;
    QString name;
    trigger::ShareLevel level = trigger::ShareLevel::Look;
    QDateTime ends;
    bool connected = false;
    bool isFile = false;  ///< one file instead of a folder; known once connected
    quint64 taken = 0;
    std::optional<SessionEnd> ended;  ///< set in the last viewedChanged(); then the share is gone
};

/// What may be opened again without a question: a folder or file of this computer, or of somebody else's.
struct StandingShareView {
    ShareId id;
    ContactId contact;
    QString contactName;
    bool hosted = false;  ///< of this computer
    QString name;         ///< as it may be shown
    QString path;         ///< as it may be shown; only of this computer
    trigger::ShareLevel level = trigger::ShareLevel::Look;
    QDateTime granted;
    QDateTime until;  ///< null: until it is ended
};

/// The shares of this account. Lives in the client's thread; see client::Client for the rest of it. Nothing
/// here begins a share on this computer: that is the executor's, after consent. Names and paths in share::
/// values are raw bytes: show places::shownText() of them only.
class Shares : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    // As the receiver.
    virtual QList<HostedShareView> hosted() const = 0;
    virtual std::optional<HostedShareView> hosted(const ShareId& id) const = 0;
    /// Ends it at once, without a question; the helper is told after. Harmless when there is none.
    virtual void stop(const ShareId& id) = 0;
    /// Ends one transfer; the share goes on.
    virtual void stopTransfer(const ShareId& id, share::TransferNumber transfer) = 0;
    /// What helpers have left and nobody has looked at yet.
    virtual std::vector<share::QuarantinedFile> quarantined() const = 0;
    /// Into this folder, under an honest free name. Answered by accepted(): large files take a while.
    virtual void accept(const std::string& quarantined, const QString& folder) = 0;
    virtual void discard(const std::string& quarantined) = 0;

    // As the helper. NotFound when there is no such share.
    virtual QList<ViewedShareView> viewed() const = 0;
    virtual std::optional<ViewedShareView> viewed(const ShareId& id) const = 0;
    /// Answered by listed() or refused(); only while connected.
    virtual Result<share::RequestNumber> list(const ShareId& id, const share::ListRequest& request) = 0;
    /// Answered by entriesCame() or refused().
    virtual Status page(const ShareId& id, share::RequestNumber listing, quint64 first, quint32 count) = 0;
    virtual Result<share::TransferNumber> take(const ShareId& id, const std::string& path,
                                               const share::Destination& destination) = 0;
    virtual Result<share::TransferNumber> put(const ShareId& id, const std::string& path,
                                              const share::ShareClient::PutId& put) = 0;
    virtual Status cancel(const ShareId& id, share::TransferNumber transfer) = 0;
    virtual Status leave(const ShareId& id) = 0;

    // Standing shares, of both sides.
    virtual QList<StandingShareView> standing() const = 0;
    /// As the helper: lets this user in again, or says in the conversation why not. Unavailable while either
    /// side is not online.
    virtual Status openStanding(const ShareId& id) = 0;
    /// As the receiver, for good; what is open of it ends too. As the helper: gives it up, the same way.
    virtual Status endStanding(const ShareId& id) = 0;

  Q_SIGNALS:
    /// standing() has changed.
    void standingChanged();
    /// Begun, connected, something taken or left; or over, when hosted() does not know it any more.
    void hostedChanged(const sesame::client::ShareId& id);
    /// Many at once, before hostedChanged().
    void filesMoved(const sesame::client::ShareId& id, const std::vector<sesame::client::MovedFile>& files);
    /// quarantined() has changed.
    void quarantineChanged();
    /// Where it is now, or why it is still in the quarantine.
    void accepted(const std::string& quarantined, const sesame::Result<QString>& path);
    void viewedChanged(const sesame::client::ShareId& id);
    void listed(const sesame::client::ShareId& id, sesame::share::RequestNumber listing,
                const sesame::share::Listed& what);
    void entriesCame(const sesame::client::ShareId& id, sesame::share::RequestNumber listing, quint64 first,
                     const std::vector<sesame::share::Entry>& entries);
    void refused(const sesame::client::ShareId& id, sesame::share::RequestNumber request,
                 sesame::share::Ending why);
    /// Files of this transfer lie whole on this disk now; the latest of them is there.
    void filesKept(const sesame::client::ShareId& id, sesame::share::TransferNumber transfer,
                   const QString& latest);
    /// Of either side's transfers. One that was done but for some files ends with why the latest failed.
    void progressed(const sesame::client::ShareId& id, const sesame::share::Progress& progress);
    void transferEnded(const sesame::client::ShareId& id, sesame::share::TransferNumber transfer,
                       sesame::share::Ending why);
};

}  // namespace sesame::client
