// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/viewed_side.h"

#include "client/qt_text.h"

namespace sesame::client {

void ViewedSide::leaveAll() {
    while (!sessions_.empty())
        static_cast<void>(sessions_.begin()->second->leave());
}

ViewedSession* ViewedSide::with(ContactId receiver) const {
    const auto found = sessions_.find(receiver);
    return found == sessions_.end() ? nullptr : found->second.get();
}

ViewedSession* ViewedSide::same(const store::ContactRecord& from, const StreamId& session) const {
    ViewedSession* found = with(from.id);
    return found && found->id() == session ? found : nullptr;
}

QList<ViewedView> ViewedSide::views() const {
    QList<ViewedView> out;
    for (const auto& [receiver, session] : sessions_)
        out.append(session->view());
    return out;
}

std::optional<ViewedView> ViewedSide::view(ContactId receiver) const {
    const ViewedSession* found = with(receiver);
    return found ? std::optional(found->view()) : std::nullopt;
}

void ViewedSide::end(ContactId receiver, SessionEnd why) {
    if (ViewedSession* session = with(receiver))
        session->end(why);
}

// Only what this user has asked for opens a window here (S47).
Status ViewedSide::checkOffer(const store::ContactRecord& from, const SessionOfferContent& offer) {
    SESAME_TRY_ASSIGN(const auto rule, context_.askedRule(from, offer.invitation, offer.rule));
    const auto* asked = std::get_if<trigger::RemoteControl>(&rule.command);
    if (!asked || offer.granted.level > asked->level || offer.granted.minutes > asked->minutes)
        return Error{ErrorCode::Refused, "an offer of more than we asked"};
    return taken_.contains(offer.invitation) ? Error{ErrorCode::Refused, "an offer that was taken up before"}
                                             : Status();
}

Status ViewedSide::received(const store::ContactRecord& from, const Content& content,
                            const SessionOfferContent& body) {
    SESAME_TRY(checkOffer(from, body));
    if (!context_.isFresh(content))
        return context_.journal.cameTooLate(from.id);
    SessionJournal::Entry entry{body.session,       from.id, SessionJournal::Side::Helper,
                                body.granted.level, false,   context_.environment.clock.wallMs()};
    SESAME_TRY(context_.journal.begin(entry));
    context_.ledger.afterCommit([this, from, body, entry] { begin(from, body, entry); });
    return {};
}

void ViewedSide::begin(const store::ContactRecord& from, const SessionOfferContent& offer,
                       const SessionJournal::Entry& entry) {
    if (!taken_.insert(offer.invitation).second) {
        static_cast<void>(context_.journal.end(entry, SessionEnd::Cut));
        return;
    }
    end(from.id, SessionEnd::Cut);  // whatever was there before: they have begun anew
    auto session = std::make_unique<ViewedSession>(context_, from, offer, entry, speaker_,
                                                   [this, id = from.id] { over(id); });
    ViewedSession& opened = *session;
    sessions_[from.id] = std::move(session);
    opened.open(crypto::Key(offer.secret.bytes));
}

// The session may begin with the commit of the very transaction in which this came, so it is looked for then.
Status ViewedSide::received(const store::ContactRecord& from, const SessionStateContent& body) {
    context_.ledger.afterCommit([this, from, body] {
        if (ViewedSession* session = same(from, body.session))
            session->stateCame(body);
    });
    return {};
}

Status ViewedSide::received(const store::ContactRecord& from, const SessionEndedContent& body) {
    context_.ledger.afterCommit([this, from, body] {
        if (ViewedSession* session = same(from, body.session))
            session->end(body.reason);
    });
    return {};
}

Status ViewedSide::received(const store::ContactRecord& from, const ClipboardTextContent& body) {
    context_.ledger.afterCommit([this, from, body] {
        ViewedSession* session = same(from, body.session);
        if (session && session->clipboardCame())
            Q_EMIT speaker_.clipboardReceived(from.id, toQt(body.text));
    });
    return {};
}

void ViewedSide::over(ContactId receiver) {
    auto node = sessions_.extract(receiver);
    if (node.empty())
        return;
    // We are inside one of its calls. It goes in a moment, and with us at the latest: it speaks through our
    // owner.
    const std::shared_ptr<ViewedSession> gone = std::move(node.mapped());
    QMetaObject::invokeMethod(
        this, [gone] {}, Qt::QueuedConnection);
}

}  // namespace sesame::client
