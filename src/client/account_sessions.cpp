// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/account_sessions.h"

#include "sesame/trigger/intent.h"

namespace sesame::client {

AccountSessions::AccountSessions(const SessionContext& context, Events& events, ConsentDesk& desk,
                                 HelpWorker& worker, RemoteBridge& bridge, const std::string& bootId)
    : context_(context),
      desk_(desk),
      bridge_(bridge),
      memory_(context.ledger, desk.gate().trace(), context.environment.clock, bootId),
      hosted_(context_, desk, worker, memory_, *this),
      viewed_(context_, *this) {
    memory_.load();
    bridge_.serve(&hosted_);
    context_.windows.onChange([this](bool) {
        if (HostedSession* session = hosted_.session())
            session->windowsChanged();
    });
    connect(&events, &Events::contactChanged, this, &AccountSessions::contactChanged);
    for (const auto& entry : context_.journal.closeCutOff()) {
        const auto peer = context_.contacts.get(entry.peer);
        if (peer && entry.side == SessionJournal::Side::Receiver)
            static_cast<void>(context_.tell(*peer, SessionEndedContent{entry.session, SessionEnd::Failed}));
    }
}

AccountSessions::~AccountSessions() {
    bridge_.serve(nullptr);
    context_.windows.onChange({});
}

void AccountSessions::shutDown() {
    blockSignals(true);
    bridge_.serve(nullptr);
    hosted_.end(SessionEnd::Failed);
    viewed_.leaveAll();
}

void AccountSessions::typed(ContactId to, const std::string& text) {
    const HostedSession* session = hosted_.session();
    if (session && session->helper().id == to && trigger::asksToStop(text))
        hosted_.end(SessionEnd::Stopped);
}

// Blocked, no contact any more, or with a key that nobody has confirmed (S08).
void AccountSessions::contactChanged(ContactId id) {
    const bool here = hosted_.session() && hosted_.session()->helper().id == id;
    if (!here && !viewed_.with(id))
        return;
    const auto contact = context_.contacts.get(id);
    if (contact && ContactBook::mayAsk(*contact))
        return;
    const SessionEnd why = contact && contact->newIdentity ? SessionEnd::Tampered : SessionEnd::Stopped;
    if (here)
        hosted_.end(why);
    viewed_.end(id, why == SessionEnd::Stopped ? SessionEnd::Left : why);
}

Status AccountSessions::received(const store::ContactRecord& from, const Content& content) {
    if (const auto* offer = std::get_if<SessionOfferContent>(&content.body))
        return viewed_.received(from, content, *offer);
    if (const auto* state = std::get_if<SessionStateContent>(&content.body))
        return viewed_.received(from, *state);
    if (const auto* ended = std::get_if<SessionEndedContent>(&content.body))
        return viewed_.received(from, *ended);
    if (const auto* ask = std::get_if<SessionAskContent>(&content.body))
        return hosted_.received(from, content, *ask);
    if (const auto* leave = std::get_if<SessionLeaveContent>(&content.body))
        return hosted_.received(from, content, *leave);
    if (const auto* ask = std::get_if<ClipboardAskContent>(&content.body))
        return hosted_.received(from, content, *ask);
    const auto* text = std::get_if<ClipboardTextContent>(&content.body);
    if (!text)
        return Error{ErrorCode::Refused, "not about a help session"};
    if (hosted_.session() && hosted_.session()->id() == text->session)
        return hosted_.received(from, content, *text);
    return viewed_.received(from, *text);
}

std::optional<HostedView> AccountSessions::hosted() const {
    const HostedSession* session = hosted_.session();
    return session && session->serves() ? std::optional(session->view()) : std::nullopt;
}

void AccountSessions::stop() {
    hosted_.end(SessionEnd::Stopped);
}

void AccountSessions::setPaused(bool paused) {
    if (HostedSession* session = hosted_.session())
        session->setPaused(paused);
}

void AccountSessions::lower(trigger::RemoteLevel level) {
    if (HostedSession* session = hosted_.session())
        session->lower(level);
}

Status AccountSessions::answerGoOn(bool yes, desktop::PressWatch::Hand hand) {
    HostedSession* session = hosted_.session();
    if (!session || !session->goOnAsked())
        return Error{ErrorCode::Expired, "not asked"};
    if (!yes) {
        session->end(SessionEnd::Stopped);
        return {};
    }
    if (desk_.gate().trace().refuses(pressOf(hand)))
        return Error{ErrorCode::Refused, "pressed by a program"};
    session->goOn();
    return {};
}

void AccountSessions::setBannerSeen(bool seen) {
    if (HostedSession* session = hosted_.session())
        session->setBannerSeen(seen);
}

void AccountSessions::safetyWindow(bool open) {
    if (open)
        safetyWindows_.push_back(context_.windows.open());
    else if (!safetyWindows_.empty())
        safetyWindows_.pop_back();
}

Status AccountSessions::giveClipboard(const QString& text) {
    return hosted_.giveClipboard(text);
}

QList<ViewedView> AccountSessions::viewed() const {
    return viewed_.views();
}

std::optional<ViewedView> AccountSessions::viewed(ContactId receiver) const {
    return viewed_.view(receiver);
}

std::shared_ptr<remote::Viewer> AccountSessions::viewer(ContactId receiver) const {
    const ViewedSession* session = viewed_.with(receiver);
    return session ? session->viewer() : nullptr;
}

Result<ViewedSession*> AccountSessions::with(ContactId receiver) const {
    ViewedSession* session = viewed_.with(receiver);
    if (!session)
        return Error{ErrorCode::NotFound, "no help session with them"};
    return session;
}

Status AccountSessions::askLevel(ContactId receiver, trigger::RemoteLevel level) {
    SESAME_TRY_ASSIGN(ViewedSession* const session, with(receiver));
    return session->askLevel(level);
}

Status AccountSessions::leave(ContactId receiver) {
    SESAME_TRY_ASSIGN(ViewedSession* const session, with(receiver));
    return session->leave();
}

Status AccountSessions::askClipboard(ContactId receiver) {
    SESAME_TRY_ASSIGN(ViewedSession* const session, with(receiver));
    return session->askClipboard();
}

Status AccountSessions::offerClipboard(ContactId receiver, const QString& text) {
    SESAME_TRY_ASSIGN(ViewedSession* const session, with(receiver));
    return session->offerClipboard(text);
}

}  // namespace sesame::client
