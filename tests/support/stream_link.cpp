// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stream_link.h"

#include <linux/sockios.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

namespace sesame::test {
namespace {

using Time = std::chrono::steady_clock::time_point;
constexpr std::size_t kChunk = 16UL * 1024;
constexpr int kSocketBuffer = 128 * 1024;  // as the real ones have

std::int64_t usBetween(Time from, Time to) {
    return std::chrono::duration_cast<std::chrono::microseconds>(to - from).count();
}

void count(int eventDescriptor) {
    const std::uint64_t one = 1;
    static_cast<void>(!::write(eventDescriptor, &one, sizeof one));
}

/// One end, as the stream's user sees it.
struct End {
    Descriptor inner;
    Descriptor user;
    Descriptor flowEvent{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::atomic<std::uint64_t> sent{0};
    std::atomic<std::uint64_t> acknowledged{0};
    std::atomic<std::uint32_t> roundTripUs{0};
    std::atomic<std::uint32_t> shortestTripUs{0};
    std::atomic<stream::State> state{stream::State::Open};
    std::atomic<stream::Ending> ending{stream::Ending::None};
    std::atomic<bool> finishing{false};

    stream::Flow flow() const { return {sent, acknowledged, roundTripUs, shortestTripUs}; }
};

/// Bytes between two ends, in one direction.
struct Way {
    struct Chunk {
        Bytes bytes;
        std::size_t handed = 0;
        Time sentAt;
        Time arrivesAt;
    };
    struct News {
        std::size_t bytes;
        Time sentAt;
        Time arrivesAt;
    };
    std::deque<Chunk> underWay;
    std::deque<News> news;
    Time lineFree{};
    bool ended = false;
};

}  // namespace

/// The line and both ends, on a thread of its own.
class StreamLink::Core {
  public:
    explicit Core(LinkQuality quality) : quality_(quality) {
        for (End& end : ends_) {
            int pair[2] = {-1, -1};
            SESAME_ASSERT(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pair) == 0);
            for (const int one : pair)
                ::setsockopt(one, SOL_SOCKET, SO_SNDBUF, &kSocketBuffer, sizeof kSocketBuffer);
            end.inner = Descriptor(pair[0]);
            end.user = Descriptor(pair[1]);
        }
        thread_ = std::thread([this] { run(); });
    }
    ~Core() {
        stopping_ = true;
        count(wake_.get());
        thread_.join();
    }

    End& end(int which) { return ends_[which]; }
    bool isQuiet() {
        const std::lock_guard lock(mutex_);
        for (int which = 0; which < 2; ++which) {
            int unsent = 0;
            int unread = 0;
            ::ioctl(ends_[which].inner.get(), FIONREAD, &unsent);
            ::ioctl(ends_[which].inner.get(), SIOCOUTQ, &unread);
            if (unsent != 0 || unread != 0 || !ways_[which].underWay.empty())
                return false;
        }
        return true;
    }
    void finish(int which) {
        ends_[which].finishing = true;
        count(wake_.get());
    }
    void endBoth(stream::Ending first, stream::Ending second) {
        const std::lock_guard lock(mutex_);
        const stream::Ending why[2] = {first, second};
        for (int which = 0; which < 2; ++which) {
            End& end = ends_[which];
            if (end.state == stream::State::Ended)
                continue;
            end.ending = why[which];
            end.state = stream::State::Ended;
            ::shutdown(end.inner.get(), SHUT_RDWR);  // at once, though our thread may be polling it
            end.inner = Descriptor();
        }
    }

  private:
    void run() {
        while (!stopping_) {
            std::optional<Time> next;
            {
                const std::lock_guard lock(mutex_);
                for (int from = 0; from < 2 && ends_[0].state == stream::State::Open; ++from)
                    carry(ways_[from], ends_[from], ends_[1 - from]);
                for (const Way& way : ways_) {
                    for (const auto at : {way.underWay.empty() ? Time::max() : way.underWay.front().arrivesAt,
                                          way.news.empty() ? Time::max() : way.news.front().arrivesAt})
                        if (at != Time::max())
                            next = std::min(next.value_or(at), at);
                }
            }
            finishIfDone();
            wait(next);
        }
    }

    void carry(Way& way, End& from, End& to) {
        const Time now = std::chrono::steady_clock::now();
        while (from.sent - from.acknowledged < stream::Stream::kWindow) {
            Bytes bytes(kChunk);
            const ssize_t got = ::recv(from.inner.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
            if (got == 0)
                way.ended = true;
            if (got <= 0)
                break;
            bytes.resize(static_cast<std::size_t>(got));
            from.sent += bytes.size();
            Time leaves = std::max(now, way.lineFree);
            if (quality_.bytesPerSecond != 0)
                leaves += std::chrono::microseconds(bytes.size() * 1'000'000 / quality_.bytesPerSecond);
            way.lineFree = leaves;
            way.underWay.push_back({std::move(bytes), 0, now, leaves + quality_.oneWay});
        }
        while (!way.underWay.empty() && way.underWay.front().arrivesAt <= now) {
            Way::Chunk& chunk = way.underWay.front();
            const ssize_t put = ::send(to.inner.get(), chunk.bytes.data() + chunk.handed,
                                       chunk.bytes.size() - chunk.handed, MSG_DONTWAIT | MSG_NOSIGNAL);
            blocked_[&to == &ends_[1]] = put < 0;
            if (put < 0)
                break;
            chunk.handed += static_cast<std::size_t>(put);
            way.news.push_back({static_cast<std::size_t>(put), chunk.sentAt, now + quality_.oneWay});
            if (chunk.handed == chunk.bytes.size())
                way.underWay.pop_front();
        }
        for (; !way.news.empty() && way.news.front().arrivesAt <= now; way.news.pop_front())
            acknowledge(from, way.news.front(), now);
    }

    static void acknowledge(End& from, const Way::News& news, Time now) {
        const auto trip = static_cast<std::uint32_t>(std::max<std::int64_t>(1, usBetween(news.sentAt, now)));
        from.roundTripUs = trip;
        from.shortestTripUs =
            from.shortestTripUs == 0 ? trip : std::min<std::uint32_t>(trip, from.shortestTripUs);
        from.acknowledged += news.bytes;
        count(from.flowEvent.get());
    }

    void finishIfDone() {
        for (int which = 0; which < 2; ++which) {
            const bool over = ways_[which].underWay.empty() && ways_[which].news.empty();
            if (ends_[which].finishing && over && ends_[which].sent == ends_[which].acknowledged)
                endBoth(stream::Ending::Finished, stream::Ending::Finished);
        }
        if (ways_[0].ended || ways_[1].ended)
            endBoth(ways_[0].ended ? stream::Ending::Closed : stream::Ending::Lost,
                    ways_[1].ended ? stream::Ending::Closed : stream::Ending::Lost);
    }

    void wait(std::optional<Time> next) {
        pollfd watched[3] = {{wake_.get(), POLLIN, 0}, {-1, 0, 0}, {-1, 0, 0}};
        for (int which = 0; which < 2 && ends_[0].state == stream::State::Open; ++which) {
            const bool room = ends_[which].sent - ends_[which].acknowledged < stream::Stream::kWindow;
            watched[1 + which] = {ends_[which].inner.get(),
                                  static_cast<short>((room ? POLLIN : 0) | (blocked_[which] ? POLLOUT : 0)),
                                  0};
        }
        timespec pause{3600, 0};
        const bool stuck = next && (blocked_[0] || blocked_[1]) && *next <= std::chrono::steady_clock::now();
        if (next && !stuck) {
            const auto us = std::max<std::int64_t>(0, usBetween(std::chrono::steady_clock::now(), *next)) + 1;
            pause = {us / 1'000'000, us % 1'000'000 * 1000};
        }
        ::ppoll(watched, 3, &pause, nullptr);
        std::uint64_t ignored = 0;
        static_cast<void>(!::read(wake_.get(), &ignored, sizeof ignored));
    }

    const LinkQuality quality_;
    End ends_[2];
    Way ways_[2];
    bool blocked_[2] = {false, false};  // that user does not read
    Descriptor wake_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::mutex mutex_;  // of the ends' own descriptors
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

namespace {

class LinkedStream final : public stream::Stream {
  public:
    LinkedStream(std::shared_ptr<StreamLink::Core> core, int which) : core_(std::move(core)), which_(which) {}
    ~LinkedStream() override { LinkedStream::close(); }

    Descriptor takeDescriptor() override { return std::move(end().user); }
    stream::State state() const override { return end().state; }
    stream::Ending ending() const override { return end().ending; }
    stream::Flow flow() const override { return end().flow(); }
    int flowEvent() const override { return end().flowEvent.get(); }
    void finish() override { core_->finish(which_); }
    void close() override {
        const auto lost = stream::Ending::Lost;
        const auto closed = stream::Ending::Closed;
        core_->endBoth(which_ == 0 ? closed : lost, which_ == 0 ? lost : closed);
    }

  private:
    End& end() const { return core_->end(which_); }
    std::shared_ptr<StreamLink::Core> core_;
    const int which_;
};

}  // namespace

StreamLink::StreamLink(LinkQuality quality) : core_(std::make_shared<Core>(quality)) {
}
StreamLink::~StreamLink() = default;

std::unique_ptr<stream::Stream> StreamLink::takeHost() {
    return std::make_unique<LinkedStream>(core_, 0);
}
std::unique_ptr<stream::Stream> StreamLink::takeViewer() {
    return std::make_unique<LinkedStream>(core_, 1);
}
stream::Flow StreamLink::hostFlow() const {
    return core_->end(0).flow();
}
stream::Flow StreamLink::viewerFlow() const {
    return core_->end(1).flow();
}
bool StreamLink::isQuiet() const {
    return core_->isQuiet();
}
stream::Ending StreamLink::hostEnding() const {
    return core_->end(0).ending;
}
void StreamLink::cut() {
    core_->endBoth(stream::Ending::Lost, stream::Ending::Lost);
}

}  // namespace sesame::test
