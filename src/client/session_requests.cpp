// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_requests.h"

#include "client/qt_text.h"
#include "client/wording.h"

#include "sesame/crypto/hash.h"

#include <QPointer>

namespace sesame::client {

SessionRequests::SessionRequests(ConsentDesk& desk, HelpWorker& worker, Running running)
    : desk_(desk), worker_(worker), running_(std::move(running)) {
}

HostedSession* SessionRequests::same(const StreamId& session) {
    HostedSession* now = running_();
    return now && now->id() == session ? now : nullptr;
}

void SessionRequests::level(const MessageId& request, trigger::RemoteLevel level) {
    HostedSession* session = running_();
    if (!session || level <= session->level() || desk_.mustWait(session->helper()))
        return answered(session ? session->id() : StreamId{}, request);
    const trigger::RemoteControl command{level, session->minutesLeft()};
    worker_.resolve(
        command, [self = QPointer(this), request, command, id = session->id()](const auto& found) {
            if (!self)
                return;
            const HostedSession* now = self->same(id);
            if (!now || !found || found->targets.size() != 1)
                return self->answered(id, request);
            self->ask(request, command, found->targets.front(),
                      wording::riseQuestion(ContactBook::nameOf(now->helper()), command.level), true);
        });
}

void SessionRequests::clipboardOut(const MessageId& request) {
    HostedSession* session = running_();
    if (!session || desk_.mustWait(session->helper()))
        return answered(session ? session->id() : StreamId{}, request);
    ask(request, {session->level(), session->minutesLeft()},
        {{}, std::string(consent::kClipboardOutTarget), "text"},
        wording::clipboardOutQuestion(ContactBook::nameOf(session->helper())), false);
}

void SessionRequests::clipboardIn(const MessageId& request, const std::string& text) {
    HostedSession* session = running_();
    if (!session || desk_.mustWait(session->helper()))
        return answered(session ? session->id() : StreamId{}, request);
    ask(request, {session->level(), session->minutesLeft()},
        {text, std::string(consent::kClipboardInTarget), toHex(crypto::hash(asBytes(text)))},
        wording::clipboardInQuestion(ContactBook::nameOf(session->helper())), false);
}

void SessionRequests::ask(const MessageId& request, const trigger::RemoteControl& command,
                          const consent::ResolvedTarget& target, const QString& sentence, bool rise) {
    HostedSession* session = running_();
    const StreamId id = session->id();
    const store::ContactRecord helper = session->helper();
    ConsentDesk::Case asked;
    asked.scope = session->scope();
    asked.scope.message = request;
    asked.scope.command = command;
    asked.scope.target = target;
    asked.view.question = open_ = desk_.nextNumber();
    asked.view.contact = helper.id;
    asked.view.helperName = ContactBook::nameOf(helper);
    asked.view.knownSince = QDateTime::fromMSecsSinceEpoch(helper.sinceMs);
    asked.view.verified = helper.verified;
    asked.view.sentence = sentence;
    asked.view.target = rise ? wording::screen(toQt(target.display)) : toQt(target.display);
    asked.view.refusals = desk_.gate().refusals(helper.identity);
    if (rise)
        asked.view.remote = command;
    asked.view.rise = rise;
    asked.stillAllowed = [this, id]() -> std::optional<store::ContactRecord> {
        HostedSession* now = same(id);
        return now ? std::optional(now->helper()) : std::nullopt;
    };
    asked.begin = [](const auto&) { return Status(); };
    asked.granted = [this, id, request](const consent::Grant& granted) {
        worker_.execute(granted, [self = QPointer(this), id, request](const execute::Outcome&) {
            if (self)
                self->answered(id, request);
        });
    };
    asked.refused = [this, id, request](const auto&, consent::Answer) {
        answered(id, request);
        return Status();
    };
    if (!desk_.ask(helper, std::move(asked)))
        answered(id, request);
}

// What became of it stands in the state that the helper is told.
void SessionRequests::answered(const StreamId& session, const MessageId& request) {
    if (HostedSession* now = same(session))
        now->answered(request);
}

void SessionRequests::withdraw() {
    desk_.withdraw(std::exchange(open_, 0));
}

}  // namespace sesame::client
