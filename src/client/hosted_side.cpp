// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hosted_side.h"

#include "client/qt_text.h"

#include "sesame/wire/limits.h"

namespace sesame::client {
namespace {

constexpr int kLingerMs = 1000;

}  // namespace

HostedSide::HostedSide(const SessionContext& context, ConsentDesk& desk, HelpWorker& worker,
                       ControlMemory& memory, HelpSessions& speaker)
    : context_(context),
      memory_(memory),
      speaker_(speaker),
      requests_(desk, worker, [this] { return session_.get(); }) {
}

std::optional<HostedSide::Hindrance> HostedSide::hindrance(const store::ContactRecord& helper,
                                                           const trigger::Command& command) {
    const auto* remote = std::get_if<trigger::RemoteControl>(&command);
    if (!remote || !session_ || !session_->serves())
        return std::nullopt;
    if (session_->helper().id != helper.id)
        return Hindrance{Notice::OtherViewer, toStd(ContactBook::nameOf(session_->helper()))};
    if (remote->level <= session_->level())
        return Hindrance{Notice::SeesAlready, {}};
    return std::nullopt;
}

Result<HostedSide::Step> HostedSide::prepare(const consent::GrantScope& scope) {
    SESAME_TRY_ASSIGN(const auto helper, context_.helperOf(scope));
    if (session_ && !session_->serves())
        session_.reset();  // one that did not come about
    if (session_) {
        if (session_->helper().id != helper.id)
            return Error{ErrorCode::Refused, "somebody else sees this screen"};  // S48
        return Step::Rise;
    }
    session_ = std::make_unique<HostedSession>(
        context_, memory_, helper, scope,
        HostedSession::Ears{[this] { Q_EMIT speaker_.hostedChanged(); },
                            [this](QPoint at, bool pressed) { Q_EMIT speaker_.pointed(at, pressed); },
                            [this] { over(); }});
    return Step::Begin;
}

Status HostedSide::serve(std::unique_ptr<remote::Host> host, std::vector<desktop::Monitor> monitors,
                         std::optional<remote::GrantedControl> control) {
    if (!session_)
        return Error{ErrorCode::Cancelled, "stopped before it began"};
    SESAME_TRY(session_->serve(std::move(host), std::move(monitors), std::move(control)));
    if (context_.environment.watchSession)
        away_ = context_.environment.watchSession([this](desktop::Away) { end(SessionEnd::Away); });
    Q_EMIT speaker_.hostedChanged();
    return {};
}

void HostedSide::abandon() {
    if (session_ && !session_->serves())
        session_.reset();
}

Status HostedSide::rise(const consent::Grant& granted) {
    if (!session_)
        return Error{ErrorCode::Expired, "the session is over"};
    return session_->rise(granted);
}

Status HostedSide::passClipboard(const consent::Grant& granted) {
    const consent::GrantScope& scope = granted.scope();
    if (!session_ || scope.helper != session_->helper().identity)
        return Error{ErrorCode::Expired, "the session is over"};
    if (!granted.use(context_.environment.clock))
        return Error{ErrorCode::Expired, "used, or too old"};
    if (scope.target.reference == consent::kClipboardOutTarget) {
        clipboardDue_ = session_->id();
        Q_EMIT speaker_.clipboardWanted();
    } else {
        Q_EMIT speaker_.clipboardOffered(toQt(scope.target.display));
    }
    return {};
}

Status HostedSide::giveClipboard(const QString& text) {
    const auto due = std::exchange(clipboardDue_, std::nullopt);
    if (!session_ || due != session_->id())
        return Error{ErrorCode::Expired, "nobody may have it"};
    const std::string words = toStd(text);
    if (words.empty() || words.size() > wire::kMaxTextBytes)
        return Error{ErrorCode::Malformed, "empty or too long"};
    return context_.tell(session_->helper(), ClipboardTextContent{session_->id(), words});
}

void HostedSide::end(SessionEnd why) {
    if (session_)
        session_->end(why);
}

void HostedSide::over() {
    // Deleted a little later: we are inside one of its calls, and its watch needs a moment to end.
    std::shared_ptr<HostedSession> gone = std::move(session_);
    QTimer::singleShot(kLingerMs, this, [gone] {});
    clipboardDue_.reset();
    requests_.withdraw();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!session_)
                away_.reset();
        },
        Qt::QueuedConnection);
    Q_EMIT speaker_.hostedChanged();
}

Status HostedSide::check(const store::ContactRecord& from, const StreamId& session) const {
    if (!session_ || session_->id() != session || session_->helper().id != from.id)
        return Error{ErrorCode::Refused, "no such help session"};
    return {};
}

Status HostedSide::checkRequest(const store::ContactRecord& from, const Content& content,
                                const StreamId& session) const {
    SESAME_TRY(check(from, session));
    return context_.isFresh(content) ? Status() : Error{ErrorCode::Expired, "asked too long ago"};
}

Status HostedSide::received(const store::ContactRecord& from, const Content& content,
                            const SessionAskContent& body) {
    SESAME_TRY(checkRequest(from, content, body.session));
    context_.ledger.afterCommit([this, id = content.id, level = body.level] { requests_.level(id, level); });
    return {};
}

Status HostedSide::received(const store::ContactRecord& from, const Content&,
                            const SessionLeaveContent& body) {
    SESAME_TRY(check(from, body.session));
    context_.ledger.afterCommit([this] { end(SessionEnd::Left); });
    return {};
}

Status HostedSide::received(const store::ContactRecord& from, const Content& content,
                            const ClipboardAskContent& body) {
    SESAME_TRY(checkRequest(from, content, body.session));
    context_.ledger.afterCommit([this, id = content.id] { requests_.clipboardOut(id); });
    return {};
}

Status HostedSide::received(const store::ContactRecord& from, const Content& content,
                            const ClipboardTextContent& body) {
    SESAME_TRY(checkRequest(from, content, body.session));
    context_.ledger.afterCommit(
        [this, id = content.id, text = body.text] { requests_.clipboardIn(id, text); });
    return {};
}

}  // namespace sesame::client
