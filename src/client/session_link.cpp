// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_link.h"

#include <algorithm>
#include <atomic>

namespace sesame::client {
namespace {

constexpr int kFirstPauseMs = 100;
constexpr int kLongestPauseMs = 1600;
constexpr int kLookMs = 250;

/// The stream, for its own news of its end.
using Self = std::shared_ptr<std::atomic<stream::Stream*>>;

stream::Terms copyOf(const stream::Terms& terms) {
    return {terms.id, terms.secret.clone(), terms.role, terms.self, terms.peer};
}

}  // namespace

SessionLink::SessionLink(Ends ends, Patience patience, crypto::Random& random, const Clock& clock,
                         Attach attach, Over over)
    : ends_(std::move(ends)),
      patience_(patience),
      random_(random),
      clock_(clock),
      attach_(std::move(attach)),
      over_(std::move(over)),
      feed_(std::make_shared<Feed<SessionLink>>(*this)),
      untilBootMs_(clock.bootMs() + patience.firstMs) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &SessionLink::open);
    connect(&look_, &QTimer::timeout, this, &SessionLink::look);
    look_.start(kLookMs);
}

SessionLink::~SessionLink() {
    feed_->cut();
}

void SessionLink::open() {
    if (!ends_)
        return;
    const std::uint64_t number = ++number_;
    const Self self = std::make_shared<std::atomic<stream::Stream*>>(nullptr);
    auto identity = crypto::Identity::fromSeed(ends_->seed);
    if (!identity)
        return tryLater();
    auto opened =
        stream::Stream::open(ends_->relay, copyOf(ends_->terms), std::move(*identity), random_,
                             [feed = feed_, self, number](stream::State state) {
                                 if (state != stream::State::Ended)
                                     return;
                                 const stream::Stream* stream = self->load();
                                 const auto why = stream ? stream->ending() : stream::Ending::Lost;
                                 feed->post([number, why](SessionLink& link) { link.ended(number, why); });
                             });
    if (!opened)
        return tryLater();
    self->store(opened->get());
    attach_(std::move(*opened));
}

void SessionLink::setConnected(bool connected) {
    if (connected_ && !connected)
        untilBootMs_ = clock_.bootMs() + patience_.againMs;
    connected_ = connected;
    if (!connected)
        return look_.start(kLookMs);
    tries_ = 0;
    look_.stop();
}

void SessionLink::ended(std::uint64_t number, stream::Ending why) {
    if (!ends_ || number != number_)
        return;
    setConnected(false);
    if (why == stream::Ending::Lost || why == stream::Ending::Refused)
        tryLater();
    else
        over_(why);
}

// A stream that waits at the relay would wait beyond the time.
void SessionLink::look() {
    if (ends_ && clock_.bootMs() >= untilBootMs_)
        over_(stream::Ending::Lost);
}

void SessionLink::tryLater() {
    if (clock_.bootMs() >= untilBootMs_)
        return over_(stream::Ending::Lost);
    again_.start(std::min(kFirstPauseMs << std::min(tries_++, 8), kLongestPauseMs));
}

void SessionLink::cut() {
    ends_.reset();
    again_.stop();
    look_.stop();
}

}  // namespace sesame::client
