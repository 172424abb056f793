// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/remote/viewer.h"

#include "host_words.h"
#include "support/fake_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>

#include <condition_variable>
#include <mutex>

namespace sesame::remote {
namespace {

using stream::Ending;
using test::FakeStream;
using test::HostWords;
using ::testing::ElementsAre;

/// A viewer, what it told, and the other end of its stream.
class Watched {
  public:
    Watched() : viewer_(Viewer::create(events())) { attach(); }
    ~Watched() { viewer_->stop(); }

    Viewer& viewer() { return *viewer_; }
    void attach() {
        auto made = FakeStream::make();
        stream_ = made.stream.get();
        viewer_->attach(std::move(made.stream));
        host_ = std::move(made.other);
    }
    void say(const HostWords& words) const {
        ::send(host_.get(), words.bytes.data(), words.bytes.size(), MSG_NOSIGNAL);
    }
    /// So many bytes of what the viewer says.
    Bytes hear(std::size_t size) const {
        Bytes out(size);
        const ssize_t got = ::recv(host_.get(), out.data(), size, MSG_WAITALL);
        out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return out;
    }
    /// How many bytes have come and were not heard yet.
    int waiting() const {
        int count = 0;
        ::ioctl(host_.get(), FIONREAD, &count);
        return count;
    }
    void hangUp(Ending why) {
        stream_->endsAs(why);
        host_ = Descriptor();
    }
    template <typename Condition>
    bool until(Condition condition) {
        std::unique_lock lock(mutex_);
        return told_.wait_for(lock, std::chrono::seconds(20), [&] { return condition(); });
    }
    /// Waits for so many whole updates.
    bool updates(std::size_t count) {
        return until([&] { return changed.size() >= count; });
    }
    std::uint32_t at(int x, int y) const {
        std::uint32_t out = 0;
        viewer_->read([&](const desktop::Pixels& pixels) {
            out = x < pixels.size.width && y < pixels.size.height ? pixels.data[y * pixels.stride + x] : 0;
        });
        return out;
    }

    std::vector<desktop::Size> sizes;
    std::vector<std::vector<desktop::Rect>> changed;
    std::vector<desktop::CursorShape> cursors;
    std::vector<desktop::Point> pointers;
    std::vector<std::pair<bool, Ending>> streams;

  private:
    template <typename List, typename... What>
    auto keepIn(List& list) {
        return [this, &list](What... what) {
            const std::lock_guard lock(mutex_);
            list.emplace_back(std::move(what)...);
            told_.notify_all();
        };
    }
    ViewerEvents events() {
        return {keepIn<decltype(sizes), desktop::Size>(sizes),
                keepIn<decltype(changed), std::vector<desktop::Rect>>(changed),
                keepIn<decltype(cursors), desktop::CursorShape>(cursors),
                keepIn<decltype(pointers), desktop::Point>(pointers),
                keepIn<decltype(streams), bool, Ending>(streams)};
    }

    std::mutex mutex_;
    std::condition_variable told_;
    FakeStream* stream_ = nullptr;
    Descriptor host_;
    std::unique_ptr<Viewer> viewer_;
};

constexpr desktop::Rect kAll{0, 0, 64, 48};
constexpr std::size_t kGreeting = 12 + 1 + 1 + 20 + 4 + 9 * 4;
constexpr std::size_t kRequest = 10;

HostWords request(desktop::Rect area, bool changes = false) {
    HostWords words;
    words.bytesOf({3, changes ? 1U : 0U});
    for (const int value : {area.x, area.y, area.width, area.height})
        words.two(static_cast<unsigned>(value));
    return words;
}

// Waiting for answers in between would take five round trips.
TEST(Viewer, SaysAllItNeedsBeforeTheHostHasSaidAWord) {
    Watched watched;
    const Bytes heard = watched.hear(kGreeting + kRequest);
    ASSERT_EQ(heard.size(), kGreeting + kRequest);
    EXPECT_EQ(toString(ByteView(heard).first(12)), "RFB 003.008\n");
    EXPECT_EQ(toBytes(ByteView(heard).last(kRequest)), request({0, 0, 65'535, 65'535}).bytes);
}

TEST(Viewer, ShowsWhatTheHostPaints) {
    Watched watched;
    watched.say(HostWords().greeting(64, 48));
    watched.say(HostWords().update(2).filled(kAll, 0x102030).filled({1, 2, 3, 4}, 0xFFEEDD));
    ASSERT_TRUE(watched.updates(1));
    EXPECT_THAT(watched.streams, ElementsAre(std::pair(true, Ending::None)));
    EXPECT_THAT(watched.sizes, ElementsAre(desktop::Size{64, 48}));
    EXPECT_THAT(watched.changed[0], ElementsAre(kAll, desktop::Rect{1, 2, 3, 4}));
    EXPECT_EQ(watched.at(0, 0), 0x102030U);
    EXPECT_EQ(watched.at(3, 5), 0xFFEEDDU);
    EXPECT_EQ(watched.at(4, 5), 0x102030U);
}

TEST(Viewer, CopiesAreasThatLieOverEachOther) {
    Watched watched;
    auto lines = HostWords().greeting(64, 48).update(48);
    for (int y = 0; y < 48; ++y)
        lines.filled({0, y, 64, 1}, static_cast<std::uint32_t>(y));
    watched.say(lines.update(1).copied({2, 5, 60, 40}, {0, 2}).update(1).copied({0, 0, 60, 40}, {1, 4}));
    ASSERT_TRUE(watched.updates(3));
    // First everything went three lines down, then four up.
    EXPECT_EQ(watched.at(10, 1), 2U);
    EXPECT_EQ(watched.at(10, 39), 40U);
    EXPECT_EQ(watched.at(63, 39), 39U);
}

TEST(Viewer, ShowsNoHalfUpdate) {
    Watched watched;
    watched.say(HostWords().greeting(64, 48).update(1).filled(kAll, 1));
    ASSERT_TRUE(watched.updates(1));
    watched.say(HostWords().update(2).filled(kAll, 2));
    watched.say(HostWords().rectangle({7, 7, 0, 0}, rfbEncodingPointerPos).update(2));
    ASSERT_TRUE(watched.updates(2));
    watched.say(HostWords().filled(kAll, 3).rectangle({9, 9, 0, 0}, rfbEncodingPointerPos));
    ASSERT_TRUE(watched.updates(3));
    watched.say(HostWords().update(3).filled(kAll, 4).rectangle({5, 5, 0, 0}, rfbEncodingPointerPos));
    ASSERT_TRUE(watched.until([&] { return watched.pointers.size() == 3; }));
    EXPECT_EQ(watched.at(0, 0), 3U);
    EXPECT_EQ(watched.changed.size(), 3U);
}

TEST(Viewer, TellsOfCursorAndPointer) {
    Watched watched;
    auto words = HostWords().greeting(64, 48).update(2).rectangle({1, 0, 2, 2}, rfbEncodingRichCursor);
    for (const std::uint32_t colour : {0x112233U, 0x445566U, 0x778899U, 0xAABBCCU})
        words.bytesOf({colour & 0xFFU, colour >> 8U & 0xFFU, colour >> 16U, 0});
    words.bytesOf({0x80, 0x40}).rectangle({12, 34, 0, 0}, rfbEncodingPointerPos);
    watched.say(words.update(1).rectangle({}, rfbEncodingRichCursor));
    ASSERT_TRUE(watched.until([&] { return watched.cursors.size() == 2; }));
    EXPECT_EQ(watched.cursors[0], (desktop::CursorShape{{2, 2}, {1, 0}, {0xFF112233U, 0, 0, 0xFFAABBCCU}}));
    EXPECT_EQ(watched.cursors[1], desktop::CursorShape{});
    EXPECT_THAT(watched.pointers, ElementsAre(desktop::Point{12, 34}));
}

TEST(Viewer, FollowsAnotherSizeAndAsksForAllOfIt) {
    Watched watched;
    watched.say(HostWords().greeting(64, 48).update(1).filled(kAll, 1));
    ASSERT_EQ(watched.hear(kGreeting + kRequest).size(), kGreeting + kRequest);
    watched.say(HostWords().update(1).newSize(100, 20));
    EXPECT_EQ(watched.hear(kRequest), request({0, 0, 65'535, 65'535}).bytes);
    EXPECT_EQ(watched.at(63, 47), 1U) << "the old picture stays until there is a new one";
    watched.say(HostWords().update(1).filled({0, 0, 100, 20}, 2));
    ASSERT_TRUE(watched.until([&] { return watched.sizes.size() == 2 && watched.changed.size() == 2; }));
    EXPECT_EQ(watched.sizes[1], (desktop::Size{100, 20}));
    EXPECT_EQ(watched.at(99, 19), 2U);
}

TEST(Viewer, AsksForTheMonitorThatIsShown) {
    Watched watched;
    watched.hear(kGreeting + kRequest);
    watched.viewer().show({10, 20, 30, 40});
    EXPECT_EQ(watched.hear(kRequest), request({10, 20, 30, 40}).bytes);
    watched.viewer().show({});
    EXPECT_EQ(watched.hear(kRequest), request({0, 0, 65'535, 65'535}).bytes);
    watched.viewer().show({1, 2, 3, 4});
    watched.attach();
    EXPECT_EQ(toBytes(ByteView(watched.hear(kGreeting + kRequest)).last(kRequest)),
              request({1, 2, 3, 4}).bytes);
}

TEST(Viewer, SendsKeysAndPointer) {
    Watched watched;
    watched.hear(kGreeting + kRequest);
    watched.viewer().key(0x01004F60, true);
    watched.viewer().pointer({300, -5}, 5);
    watched.viewer().key(0x01004F60, false);
    EXPECT_EQ(watched.hear(8), HostWords().bytesOf({4, 1, 0, 0, 1, 0, 0x4F, 0x60}).bytes);
    EXPECT_EQ(watched.hear(6), HostWords().bytesOf({5, 5, 1, 44, 0, 0}).bytes);
    EXPECT_EQ(watched.hear(8), HostWords().bytesOf({4, 0, 0, 0, 1, 0, 0x4F, 0x60}).bytes);
}

// What one turn of an event loop brings wakes hub and host once, not once a key.
TEST(Viewer, HoldsBackWhatItGathersAndSendsItAsOne) {
    Watched watched;
    watched.hear(kGreeting + kRequest);
    watched.viewer().gather(true);
    watched.viewer().key('a', true);
    watched.viewer().pointer({1, 2}, 1);
    EXPECT_EQ(watched.waiting(), 0);
    watched.viewer().gather(false);
    EXPECT_EQ(watched.waiting(), 8 + 6);
    watched.viewer().key('a', false);
    EXPECT_EQ(watched.waiting(), 8 + 6 + 8);
}

TEST(Viewer, LosesNothingOfALongTextThatItGathers) {
    Watched watched;
    watched.hear(kGreeting + kRequest);
    watched.viewer().gather(true);
    for (int i = 0; i < 6'000; ++i)
        watched.viewer().key(static_cast<desktop::KeySymbol>('a' + i % 26), true);
    watched.viewer().gather(false);
    EXPECT_EQ(watched.hear(6'000 * 8).size(), 6'000U * 8);
}

// A host that does not read must not hold up the one who types, nor is a key lost then.
TEST(Viewer, KeepsKeysAndTheLastMoveWhileTheStreamIsFull) {
    Watched watched;
    watched.hear(kGreeting + kRequest);
    for (int i = 0; i < 100'000; ++i)
        watched.viewer().pointer({i % 1000, i / 1000}, 0);
    watched.viewer().pointer({5, 6}, 0);
    watched.viewer().key('a', true);
    Bytes heard;
    const Bytes press = HostWords().bytesOf({4, 1, 0, 0, 0, 0, 0, 'a'}).bytes;
    Bytes lastMove;
    while (true) {
        const Bytes kind = watched.hear(1);
        ASSERT_EQ(kind.size(), 1U);
        if (kind[0] == std::byte{4})
            break;
        lastMove = watched.hear(5);
    }
    EXPECT_EQ(lastMove, HostWords().bytesOf({0, 0, 5, 0, 6}).bytes);
    EXPECT_EQ(watched.hear(7), toBytes(ByteView(press).subspan(1)));
}

TEST(Viewer, SaysHowTheStreamEnded) {
    Watched watched;
    watched.say(HostWords().greeting(64, 48).update(1).filled(kAll, 9));
    ASSERT_TRUE(watched.updates(1));
    watched.hangUp(Ending::Lost);
    ASSERT_TRUE(watched.until([&] { return watched.streams.size() == 2; }));
    EXPECT_EQ(watched.streams[1], std::pair(false, Ending::Lost));
    EXPECT_EQ(watched.at(1, 1), 9U);
}

TEST(Viewer, GoesOnWithANewStream) {
    Watched watched;
    for (std::uint32_t colour = 1; colour <= 3; ++colour) {
        watched.say(HostWords().greeting(64, 48).update(1).filled({0, 0, 32, 48}, colour));
        ASSERT_TRUE(watched.updates(colour));
        EXPECT_EQ(watched.at(0, 0), colour);
        watched.attach();
    }
    EXPECT_EQ(watched.sizes.size(), 1U);
    watched.say(HostWords().greeting(64, 48));
    ASSERT_TRUE(watched.until([&] { return watched.streams.size() == 4; }));
    for (const auto& told : watched.streams)
        EXPECT_TRUE(told.first);
}

// S47: nothing of it is shown, and the stream ends for good.
TEST(Viewer, EndsTheStreamOfAHostThatDoesNotSpeakAsOne) {
    for (const HostWords& words :
         {HostWords().text("HTTP/1.1 200"), HostWords().greeting(64, 48).byte(rfbServerCutText).times(7, 9),
          HostWords().greeting(64, 48).update(1).rectangle({0, 0, 4, 4}, rfbEncodingUltraZip).times(99, 9),
          HostWords().greeting(64, 48).update(1).jpeg(kAll, {64, 48, 0xFFC2})}) {
        Watched watched;
        watched.say(words);
        ASSERT_TRUE(watched.until([&] { return !watched.streams.empty() && !watched.streams.back().first; }));
        EXPECT_EQ(watched.streams.back().second, Ending::Tampered);
        EXPECT_TRUE(watched.changed.empty());
    }
}

// S47: what is allowed and still cannot be decoded.
TEST(Viewer, EndsTheStreamOfBrokenPictures) {
    Watched watched;
    watched.say(HostWords().greeting(64, 48).update(1).jpeg(kAll, {64, 48}));
    ASSERT_TRUE(watched.until([&] { return watched.streams.size() == 2; }));
    EXPECT_EQ(watched.streams.back().second, Ending::Tampered);
    watched.attach();
    watched.say(HostWords().greeting(64, 48).update(1).rectangle(kAll, rfbEncodingTight).byte(0).length(99));
    watched.say(HostWords().times(99, 0xEE));
    ASSERT_TRUE(watched.until([&] { return watched.streams.size() == 4; }));
    EXPECT_EQ(watched.streams.back().second, Ending::Tampered);
    EXPECT_TRUE(watched.changed.empty());
}

TEST(Viewer, TellsNothingOnceItWasStopped) {
    Watched watched;
    watched.say(HostWords().greeting(64, 48).update(1).filled(kAll, 9));
    ASSERT_TRUE(watched.updates(1));
    watched.viewer().stop();
    EXPECT_EQ(watched.streams.size(), 1U);
    watched.attach();
    watched.viewer().key('a', true);
    watched.viewer().show({1, 1, 1, 1});
    EXPECT_EQ(watched.at(1, 1), 9U);
    EXPECT_EQ(watched.streams.size(), 1U);
}

TEST(Viewer, CountsForWhoWantsToKnow) {
    Watched watched;
    EXPECT_TRUE(watched.viewer().figures().exact);
    watched.say(HostWords().greeting(64, 48));
    for (std::uint32_t i = 1; i <= 5; ++i)
        watched.say(HostWords().update(1).filled(kAll, i));
    ASSERT_TRUE(watched.updates(5));
    const ViewerFigures figures = watched.viewer().figures();
    EXPECT_LE(figures.updatesPerSecond, 5);
    EXPECT_EQ(figures.roundTripUs, 1234U);
    EXPECT_TRUE(figures.exact);
}

}  // namespace
}  // namespace sesame::remote
