// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/viewed_session.h"

#include "client/latest.h"
#include "client/qt_text.h"
#include "client/session_time.h"

#include "sesame/wire/limits.h"

namespace sesame::client {
namespace {

constexpr std::int64_t kClipboardMs = 10'000;  // a text may come so long after the word that it was granted

}  // namespace

ViewedSession::ViewedSession(const SessionContext& context, store::ContactRecord receiver,
                             const SessionOfferContent& offer, SessionJournal::Entry entry,
                             HelpSessions& speaker, std::function<void()> over)
    : context_(context),
      receiver_(std::move(receiver)),
      entry_(std::move(entry)),
      speaker_(speaker),
      over_(std::move(over)),
      feed_(std::make_shared<Feed<ViewedSession>>(*this)),
      endsWallMs_(context.environment.clock.wallMs() + offer.granted.minutes * SessionTime::kMinuteMs) {
    state_.session = offer.session;
    state_.level = offer.granted.level;
}

ViewedSession::~ViewedSession() {
    feed_->cut();
    if (viewer_)
        viewer_->stop();
}

std::shared_ptr<remote::Viewer> ViewedSession::makeViewer() {
    remote::ViewerEvents events;
    const auto post = [feed = feed_](std::function<void(ViewedSession&)> call) {
        feed->post(std::move(call));
    };
    events.resized = [post](desktop::Size) {
        post([](ViewedSession& self) { Q_EMIT self.speaker_.pictureResized(self.receiver_.id); });
    };
    events.changed = [post, news = std::make_shared<PictureNews>()](const std::vector<desktop::Rect>& areas) {
        if (news->add(areas))
            post([news](ViewedSession& self) {
                Q_EMIT self.speaker_.pictureChanged(self.receiver_.id, news->take());
            });
    };
    events.cursor = [post,
                     latest = std::make_shared<Latest<desktop::CursorShape>>()](desktop::CursorShape shape) {
        if (latest->put(std::move(shape)))
            post([latest](ViewedSession& self) {
                if (const auto now = latest->take())
                    Q_EMIT self.speaker_.cursorChanged(self.receiver_.id, *now);
            });
    };
    events.pointer = [post, latest = std::make_shared<Latest<desktop::Point>>()](desktop::Point at) {
        if (latest->put(at))
            post([latest](ViewedSession& self) {
                if (const auto now = latest->take())
                    Q_EMIT self.speaker_.pointerMoved(self.receiver_.id, {now->x, now->y});
            });
    };
    events.stream = [post](bool connected, stream::Ending why) {
        post([connected, why](ViewedSession& self) { self.setConnected(connected, why); });
    };
    return remote::Viewer::create(std::move(events));
}

void ViewedSession::open(crypto::Key secret) {
    viewer_ = makeViewer();
    link_ = std::make_unique<SessionLink>(
        context_.ends(receiver_, entry_.session, std::move(secret), stream::Terms::Role::Answers),
        SessionLink::Patience(), context_.environment.random, context_.environment.clock,
        [this](std::unique_ptr<stream::Stream> stream) { viewer_->attach(std::move(stream)); },
        [this](stream::Ending why) { streamOver(why); });
    Q_EMIT speaker_.viewedChanged(receiver_.id);
    link_->open();
}

void ViewedSession::setConnected(bool connected, stream::Ending why) {
    if (ended_)
        return;
    link_->setConnected(connected);
    if (!connected && why == stream::Ending::Tampered)
        return end(SessionEnd::Tampered);
    connected_ = connected;
    if (connected)
        context_.journal.seen(entry_);
    Q_EMIT speaker_.viewedChanged(receiver_.id);
}

// Closed by the viewer itself, for what it would not read; our own ends cut the link before.
void ViewedSession::streamOver(stream::Ending why) {
    const bool tampered = why == stream::Ending::Tampered || why == stream::Ending::Closed;
    end(tampered ? SessionEnd::Tampered : SessionEnd::Cut);
}

void ViewedSession::end(SessionEnd why) {
    if (ended_)
        return;
    ended_ = why;
    connected_ = false;
    link_->cut();
    viewer_->stop();
    feed_->cut();
    static_cast<void>(context_.journal.end(entry_, why));
    Q_EMIT speaker_.viewedChanged(receiver_.id);
    over_();
}

Status ViewedSession::leave() {
    Status told = context_.tell(receiver_, SessionLeaveContent{entry_.session});
    end(SessionEnd::Left);
    return told;
}

Status ViewedSession::askLevel(trigger::RemoteLevel level) {
    if (level <= state_.level)
        return Error{ErrorCode::Malformed, "it goes as far already"};
    if (asked_)
        return Error{ErrorCode::Exists, "asked already"};
    const Content content{context_.environment.random.messageId(), context_.environment.clock.wallMs(),
                          SessionAskContent{entry_.session, level}};
    SESAME_TRY(context_.ledger.transact([&] { return context_.outbox.post(receiver_, content); }));
    asked_ = Asked{content.id, level};
    Q_EMIT speaker_.viewedChanged(receiver_.id);
    return {};
}

Status ViewedSession::askClipboard() {
    const Content content{context_.environment.random.messageId(), context_.environment.clock.wallMs(),
                          ClipboardAskContent{entry_.session}};
    SESAME_TRY(context_.ledger.transact([&] { return context_.outbox.post(receiver_, content); }));
    clipboardAsked_ = content.id;
    return {};
}

Status ViewedSession::offerClipboard(const QString& text) {
    const std::string words = toStd(text);
    if (words.empty() || words.size() > wire::kMaxTextBytes)
        return Error{ErrorCode::Malformed, "empty or too long"};
    return context_.tell(receiver_, ClipboardTextContent{entry_.session, words});
}

void ViewedSession::stateCame(const SessionStateContent& state) {
    if (ended_ || state.number <= state_.number)
        return;
    if (state.level > entry_.highest) {
        entry_.highest = state.level;
        context_.journal.update(entry_);
    }
    state_ = state;
    endsWallMs_ = context_.environment.clock.wallMs() + state.leftMs;
    if (asked_ && asked_->request == state.answered)
        asked_.reset();
    if (clipboardAsked_ && clipboardAsked_ == state.answered) {
        clipboardAsked_.reset();
        clipboardUntilMs_ = context_.environment.clock.bootMs() + kClipboardMs;
        Q_EMIT speaker_.clipboardWithheld(receiver_.id);
    }
    Q_EMIT speaker_.viewedChanged(receiver_.id);
}

bool ViewedSession::clipboardCame() {
    const bool late = context_.environment.clock.bootMs() < std::exchange(clipboardUntilMs_, 0);
    return std::exchange(clipboardAsked_, std::nullopt).has_value() || late;
}

ViewedView ViewedSession::view() const {
    ViewedView out;
    out.receiver = receiver_.id;
    out.receiverName = ContactBook::nameOf(receiver_);
    out.level = state_.level;
    if (asked_)
        out.asked = asked_->level;
    out.ends = QDateTime::fromMSecsSinceEpoch(endsWallMs_);
    out.connected = connected_;
    out.pause = state_.pause;
    out.localHand = state_.localHand;
    out.ended = ended_;
    for (const auto& monitor : state_.monitors)
        out.monitors.append(monitor);
    return out;
}

}  // namespace sesame::client
