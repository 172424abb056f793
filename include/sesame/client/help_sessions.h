// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/client/views.h"
#include "sesame/remote/viewer.h"

#include <QObject>
#include <QPoint>
#include <QRect>
#include <memory>

namespace sesame::client {

/// Why the picture stands still and the helper's hands are dropped. Several may hold; the first is shown.
enum class Pause : std::uint8_t {
    None,
    Private,   ///< a bank, a password or an administrator's window is in front (S30)
    Question,  ///< a consent or safety window is open (S24)
    User,      ///< the receiver pressed Pause
    Unseen,    ///< the banner cannot be seen (S27)
};

/// Why a help session ended, for the summary on both sides.
enum class SessionEnd : std::uint8_t {
    Stopped,   ///< by the receiver: button, panic key, typed "stop"
    Left,      ///< by the helper
    TimeOver,  ///< the limit, or "go on?" was not answered
    Away,      ///< screen locked, suspend, another user, log-out
    Cut,       ///< the connection did not come back within 30 s
    Tampered,  ///< what arrived was not what the other side sent
    Failed,    ///< this desktop cannot be shown any more; the program ended
};

/// Stable names: "private-window", "time-over".
const char* name(Pause pause);
const char* name(SessionEnd end);

/// The help session on this computer, as its banner shows it.
struct HostedView {
    ContactId helper;
    QString helperName;
    trigger::RemoteLevel level = trigger::RemoteLevel::Look;
    QDateTime started;
    QDateTime ends;          ///< by the receiver's clock; the banner shows whole minutes
    bool connected = false;  ///< false: waiting for the helper, or for the connection to come back
    Pause pause = Pause::None;
    bool goOnAsked = false;  ///< "go on?" is open (M17); input is off
    bool localHand = false;  ///< the receiver's own hand was there in the last two seconds
};

/// A help session on somebody else's computer, as the viewer window shows it.
struct ViewedView {
    ContactId receiver;
    QString receiverName;
    trigger::RemoteLevel level = trigger::RemoteLevel::Look;
    std::optional<trigger::RemoteLevel> asked;  ///< the level that was asked for and is not answered yet
    QDateTime ends;
    bool connected = false;
    Pause pause = Pause::None;
    bool localHand = false;
    std::optional<SessionEnd> ended;  ///< set in the last viewedChanged(); then the session is gone
    QList<desktop::Monitor> monitors{};
};

/// The help sessions of this account: at most one on this computer, and those in which this user helps. Lives
/// in the client's thread; see client::Client for the rest of it. Nothing here begins a session on this
/// computer: that is the executor's, after consent.
class HelpSessions : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    // As the receiver.
    virtual std::optional<HostedView> hosted() const = 0;
    /// Ends it at once, without a question; the helper is told after. Harmless when there is none.
    virtual void stop() = 0;
    virtual void setPaused(bool paused) = 0;
    /// Takes back what goes beyond this level. Only downwards; the helper may ask for more again.
    virtual void lower(trigger::RemoteLevel level) = 0;
    /// The answer to "go on?", and what pressed it. No ends the session. A Yes that a program pressed after
    /// somebody had control is Refused, as in Client::answerConsent(), and the question stays.
    virtual Status answerGoOn(bool yes, desktop::PressWatch::Hand hand) = 0;
    /// The banner is on every monitor and can be seen. False pauses the session (S27).
    virtual void setBannerSeen(bool seen) = 0;
    /// A window of ours is open in which the user decides something: the helper's hands are dropped and the
    /// picture stands still (S24). Counted, also while no session runs; the consent question and "go on?"
    /// need no call.
    virtual void safetyWindow(bool open) = 0;
    /// The text to hand to the helper, once, after clipboardWanted().
    virtual Status giveClipboard(const QString& text) = 0;

    // As the helper.
    virtual QList<ViewedView> viewed() const = 0;
    virtual std::optional<ViewedView> viewed(ContactId receiver) const = 0;
    /// The picture; null when there is no session. Safe to keep: it goes quiet when the session ends.
    virtual std::shared_ptr<remote::Viewer> viewer(ContactId receiver) const = 0;
    /// Asks for the next level; the receiver is asked by a dialog.
    virtual Status askLevel(ContactId receiver, trigger::RemoteLevel level) = 0;
    virtual Status leave(ContactId receiver) = 0;
    /// Asks for the text in the receiver's clipboard, or to put this text there. Each time a dialog there.
    virtual Status askClipboard(ContactId receiver) = 0;
    virtual Status offerClipboard(ContactId receiver, const QString& text) = 0;

  Q_SIGNALS:
    void hostedChanged();
    /// Where the helper points, in pixels of the whole desktop.
    void pointed(QPoint at, bool pressed);
    /// The receiver said Yes to handing out their clipboard: call giveClipboard() with its text.
    void clipboardWanted();
    /// The receiver said Yes to a text of the helper's: put it into this clipboard.
    void clipboardOffered(const QString& text);

    void viewedChanged(sesame::client::ContactId receiver);
    /// The picture has another size now. Emitted in the client's thread, like the next ones.
    void pictureResized(sesame::client::ContactId receiver);
    /// These areas are new. Several updates may come as one.
    void pictureChanged(sesame::client::ContactId receiver, const QList<QRect>& areas);
    void cursorChanged(sesame::client::ContactId receiver, const sesame::desktop::CursorShape& shape);
    /// The receiver's pointer was moved, not by us, to this pixel of the picture.
    void pointerMoved(sesame::client::ContactId receiver, QPoint at);
    /// What the receiver's clipboard holds, after askClipboard().
    void clipboardReceived(sesame::client::ContactId receiver, const QString& text);
    /// askClipboard() was answered, and no text has come: they said No, or have copied nothing.
    void clipboardWithheld(sesame::client::ContactId receiver);
};

}  // namespace sesame::client
