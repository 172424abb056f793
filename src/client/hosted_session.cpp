// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/hosted_session.h"

#include "client/latest.h"

#include <chrono>

namespace sesame::client {
namespace {

using trigger::RemoteLevel;

constexpr int kLookMs = 1'000;  // half of SessionTime::kAheadMs; an idle session shall cost next to nothing
constexpr int kWordMs = 250;
constexpr std::int64_t kHandMs = 2'000;      // the receiver's own hand counts as being there
constexpr std::int64_t kPrivateMs = 30'000;  // at least so long nothing is shown
constexpr auto kActsApart = std::chrono::milliseconds(200);

const trigger::RemoteControl& commandOf(const consent::GrantScope& scope) {
    return std::get<trigger::RemoteControl>(scope.command);
}

std::int64_t minutesOf(std::int64_t ms) {
    return (ms + SessionTime::kMinuteMs - 1) / SessionTime::kMinuteMs;
}

/// Lets through a moment at most every 200 ms, so that a moving mouse does not flood the client's thread.
class Sieve {
  public:
    bool passes() {
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ < kActsApart)
            return false;
        last_ = now;
        return true;
    }

  private:
    std::chrono::steady_clock::time_point last_;
};

}  // namespace

HostedSession::HostedSession(const SessionContext& context, ControlMemory& memory,
                             store::ContactRecord helper, consent::GrantScope scope, Ears ears)
    : context_(context),
      memory_(memory),
      helper_(std::move(helper)),
      scope_(std::move(scope)),
      ears_(std::move(ears)),
      entry_{StreamId{context.environment.random.bytes<StreamId::kSize>()},
             helper_.id,
             SessionJournal::Side::Receiver,
             commandOf(scope_).level,
             false,
             context.environment.clock.wallMs()},
      level_(commandOf(scope_).level),
      time_(context.environment.clock, commandOf(scope_).minutes),
      feed_(std::make_shared<Feed<HostedSession>>(*this)),
      privateInFront_(std::make_shared<std::atomic<bool>>(false)) {
    connect(&tick_, &QTimer::timeout, this, &HostedSession::tick);
}

HostedSession::~HostedSession() {
    feed_->cut();
}

remote::HostEvents HostedSession::events() {
    remote::HostEvents out;
    struct Pointed {
        desktop::Point at;
        bool pressed;
    };
    out.pointed = [feed = feed_, latest = std::make_shared<Latest<Pointed>>()](desktop::Point at,
                                                                               bool pressed) {
        if (latest->put({at, pressed}))
            feed->post([latest](HostedSession& session) {
                const auto pointed = latest->take();
                if (pointed && !session.ended_ && session.level_ != RemoteLevel::Look)
                    session.ears_.pointed({pointed->at.x, pointed->at.y}, pointed->pressed);
            });
    };
    out.local = [feed = feed_, sieve = std::make_shared<Sieve>()](desktop::LocalInput::Act act) {
        if (act == desktop::LocalInput::Act::Panic)
            feed->post([](HostedSession& session) { session.end(SessionEnd::Stopped); });
        else if (sieve->passes())
            feed->post([](HostedSession& session) { session.localActed(); });
    };
    out.viewer = [feed = feed_](bool connected, stream::Ending) {
        feed->post([connected](HostedSession& session) { session.setConnected(connected); });
    };
    out.monitors = [feed = feed_](std::vector<desktop::Monitor> monitors) {
        feed->post([monitors = std::move(monitors)](HostedSession& session) {
            session.monitors_ = monitors;
            session.announce();
        });
    };
    out.failed = [feed = feed_](const Error&) {
        feed->post([](HostedSession& session) { session.end(SessionEnd::Failed); });
    };
    return out;
}

Status HostedSession::serve(std::unique_ptr<remote::Host> host, std::vector<desktop::Monitor> monitors,
                            std::optional<remote::GrantedControl> control) {
    if (ended_)
        return Error{ErrorCode::Cancelled, "stopped before it began"};
    crypto::Key secret(context_.environment.random.bytes<32>());
    Status begun = context_.ledger.transact([&]() -> Status {
        if (level_ == RemoteLevel::Control)
            SESAME_TRY(memory_.began(helper_.identity));
        SESAME_TRY(context_.journal.begin(entry_));
        return context_.tell(helper_, SessionOfferContent{entry_.session, StreamSecret(secret),
                                                          scope_.invitation, scope_.rule, commandOf(scope_)});
    });
    if (!begun) {
        memory_.ended();
        return begun;
    }
    host_ = std::move(host);
    monitors_ = std::move(monitors);
    watch_ = std::make_unique<PrivateWatch>(
        context_.environment.openWindows,
        [feed = feed_, flag = privateInFront_, served = host_.get()](bool inFront) {
            flag->store(inFront);
            if (inFront)
                served->setPaused(true);  // at once, whatever the client's thread is busy with
            feed->post([inFront](HostedSession& session) { session.privateChanged(inFront); });
        });
    refresh();
    if (control)
        host_->allow(std::move(*control));
    tick_.start(kLookMs);
    openLink(std::move(secret));
    return {};
}

void HostedSession::openLink(crypto::Key secret) {
    link_ = std::make_unique<SessionLink>(
        context_.ends(helper_, entry_.session, std::move(secret), stream::Terms::Role::Offers),
        SessionLink::Patience(), context_.environment.random, context_.environment.clock,
        [this](std::unique_ptr<stream::Stream> stream) { host_->attach(std::move(stream)); },
        [this](stream::Ending why) { streamOver(why); });
    link_->open();
}

Status HostedSession::rise(const consent::Grant& granted) {
    const RemoteLevel level = commandOf(granted.scope()).level;
    if (ended_ || !host_)
        return Error{ErrorCode::Expired, "the session is over"};
    if (level <= level_)
        return Error{ErrorCode::Refused, "it goes as far already"};
    if (level == RemoteLevel::Control)
        SESAME_TRY(memory_.began(helper_.identity));
    SESAME_TRY(host_->rise(granted));
    context_.journal.note(entry_, "session-level", trigger::name(level));
    level_ = level;
    entry_.highest = std::max(entry_.highest, level);
    context_.journal.update(entry_);
    announce();
    return {};
}

void HostedSession::end(SessionEnd why) {
    if (std::exchange(ended_, true))
        return;
    tick_.stop();
    if (watch_)
        watch_->quit();
    if (link_)
        link_->cut();
    if (host_) {
        host_->stop();
        memory_.ended();
        static_cast<void>(context_.ledger.transact([&]() -> Status {
            SESAME_TRY(context_.journal.end(entry_, why));
            return context_.tell(helper_, SessionEndedContent{entry_.session, why});
        }));
    }
    ears_.over();
}

void HostedSession::streamOver(stream::Ending why) {
    if (why == stream::Ending::Finished)
        return end(SessionEnd::Left);
    if (why == stream::Ending::Lost)
        return end(SessionEnd::Cut);
    if (why == stream::Ending::Tampered)
        return end(SessionEnd::Tampered);
    // Closed by the host itself. If that was the panic key or the desktop, its word comes in a moment.
    const SessionEnd end = time_.asking() ? SessionEnd::TimeOver : SessionEnd::Tampered;
    QTimer::singleShot(kWordMs, this, [this, end] { this->end(end); });
}

void HostedSession::setConnected(bool connected) {
    if (ended_)
        return;
    link_->setConnected(connected);
    connected_ = connected;
    if (connected)
        context_.journal.seen(entry_);
    ears_.changed();
}

void HostedSession::setPaused(bool paused) {
    userPaused_ = paused;
    refresh();
}

void HostedSession::setBannerSeen(bool seen) {
    bannerSeen_ = seen;
    refresh();
}

void HostedSession::windowsChanged() {
    refresh();
}

void HostedSession::privateChanged(bool inFront) {
    if (inFront)
        privateUntilMs_ = context_.environment.clock.bootMs() + kPrivateMs;
    refresh();
}

void HostedSession::localActed() {
    if (ended_)
        return;
    handUntilMs_ = context_.environment.clock.bootMs() + kHandMs;
    announce();
}

void HostedSession::lower(RemoteLevel level) {
    if (ended_ || !host_ || level >= level_)
        return;
    if (level_ == RemoteLevel::Control)
        host_->takeBackControl();
    level_ = level;
    context_.journal.note(entry_, "session-level", trigger::name(level));
    announce();
}

void HostedSession::goOn() {
    time_.goOn();
    host_->extend(minutesOf(time_.leftMs()));
    context_.journal.note(entry_, "session-go-on", std::to_string(minutesLeft()));
    refresh();
}

void HostedSession::answered(const MessageId& request) {
    answered_ = request;
    announce();
}

std::uint32_t HostedSession::minutesLeft() const {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(minutesOf(time_.leftMs()), trigger::kLeastMinutes, trigger::kMostMinutes));
}

void HostedSession::tick() {
    const auto due = time_.look();
    if (due == SessionTime::Due::End)
        return end(SessionEnd::TimeOver);
    if (due == SessionTime::Due::Question) {
        refresh();
        // Nothing is shown and no hand gets through meanwhile; but what has ended cannot go on.
        host_->extend(minutesOf(std::max(time_.leftMs(), SessionTime::kAnswerMs)) + 1);
        context_.journal.note(entry_, "session-asked", {});
    }
    refresh();
}

Pause HostedSession::pause() const {
    if (privateInFront_->load() || context_.environment.clock.bootMs() < privateUntilMs_)
        return Pause::Private;
    if (shielded())
        return Pause::Question;
    if (userPaused_)
        return Pause::User;
    return bannerSeen_ ? Pause::None : Pause::Unseen;
}

// What holds now, for the host first and then for everybody who is told.
void HostedSession::refresh() {
    if (ended_ || !host_)
        return;
    const Pause now = pause();
    if (std::exchange(shield_, shielded()) != shield_)
        host_->setShield(shield_);
    const bool still = now == Pause::Private || userPaused_ || !bannerSeen_;
    if (std::exchange(still_, still) != still) {
        host_->setPaused(still);
        if (!still && privateInFront_->load())
            host_->setPaused(true);  // its watch was quicker than we
    }
    if (now != told_) {
        context_.journal.note(entry_, now == Pause::None ? "session-resume" : "session-pause", name(now));
        told_ = now;
    }
    announce();
}

void HostedSession::announce() {
    if (ended_ || !host_)
        return;
    SessionStateContent state;
    state.session = entry_.session;
    state.level = level_;
    state.pause = told_;
    state.localHand = context_.environment.clock.bootMs() < handUntilMs_;
    state.answered = answered_;
    state.monitors = monitors_;
    state.number = state_ ? state_->number : 0;
    state.leftMs = state_ ? state_->leftMs : 0;
    const bool prolonged = std::exchange(asked_, time_.asking()) != time_.asking();
    if (state_ && *state_ == state && !prolonged)
        return;
    ++state.number;
    state.leftMs = time_.leftMs();
    static_cast<void>(context_.tell(helper_, state));
    state_ = std::move(state);
    ears_.changed();
}

HostedView HostedSession::view() const {
    HostedView out;
    out.helper = helper_.id;
    out.helperName = ContactBook::nameOf(helper_);
    out.level = level_;
    out.started = QDateTime::fromMSecsSinceEpoch(entry_.startedMs);
    out.ends = QDateTime::fromMSecsSinceEpoch(context_.environment.clock.wallMs() + time_.leftMs());
    out.connected = connected_;
    out.pause = told_;
    out.goOnAsked = time_.asking();
    out.localHand = context_.environment.clock.bootMs() < handUntilMs_;
    return out;
}

}  // namespace sesame::client
