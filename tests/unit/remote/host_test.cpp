// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "help_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <random>

namespace {

using namespace sesame;
using namespace std::chrono_literals;
using desktop::LocalInput;
using desktop::Point;
using desktop::Rect;
using stream::Ending;
using test::HelpSession;
using test::Injected;
using testing::ElementsAre;
using testing::IsEmpty;
using trigger::RemoteLevel;

auto noise(unsigned seed) {
    return [random = std::mt19937(seed)](Point) mutable { return random() & 0xffffff; };
}

/// Something like a page of text: few colours, and no two lines alike.
std::uint32_t page(Point at) {
    std::uint64_t mixed = static_cast<std::uint64_t>(at.x / 2) << 32 | static_cast<unsigned>(at.y);
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebU;
    return at.y % 16 < 11 && (mixed ^ mixed >> 31) % 5 == 0 ? 0x202020 : 0xfafafa;
}

/// A viewer that asks for pictures and does not read them.
class Sleeper {
  public:
    explicit Sleeper(HelpSession& session) {
        session.link = std::make_unique<test::StreamLink>();
        stream_ = session.link->takeViewer();
        socket_ = stream_->takeDescriptor();
        session.host->attach(session.link->takeHost());
        const std::string hello =
            std::string("RFB 003.008\n\x01\x01", 14) + std::string("\x03\0\0\0\0\0\xff\xff\xff\xff", 10);
        EXPECT_EQ(::write(socket_.get(), hello.data(), hello.size()), static_cast<ssize_t>(hello.size()));
        EXPECT_TRUE(session.until([&] { return session.viewers.size() == 1; }));
    }

  private:
    std::unique_ptr<stream::Stream> stream_;
    Descriptor socket_;
};

/// Does something again and again while it lives.
class Meanwhile {
  public:
    explicit Meanwhile(std::function<void(unsigned)> what)
        : thread_([this, act = std::move(what)] {
              for (unsigned i = 0; !over_; ++i) {
                  act(i);
                  std::this_thread::sleep_for(200us);
              }
          }) {}
    ~Meanwhile() {
        over_ = true;
        thread_.join();
    }
    Meanwhile(const Meanwhile&) = delete;
    Meanwhile& operator=(const Meanwhile&) = delete;

  private:
    std::atomic<bool> over_{false};
    std::thread thread_;
};

TEST(Host, ShowsTheDesktop) {
    HelpSession session(RemoteLevel::Look);
    session.desktop.screen.paint({0, 0, 640, 480}, noise(1));
    session.connect();
    EXPECT_TRUE(session.untilExact());
    EXPECT_THAT(session.viewers, ElementsAre(std::pair(true, Ending::None)));
}

TEST(Host, ShowsWhatChanges) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.desktop.screen.paint({100, 50, 200, 100}, page);
    EXPECT_TRUE(session.untilExact());
    session.desktop.screen.paint({639, 479, 1, 1}, 0xff0000);
    EXPECT_TRUE(session.untilExact());
}

TEST(Host, IsExactAfterEverySizeOfChange) {
    HelpSession session(RemoteLevel::Look, {333, 217});
    ASSERT_TRUE(session.ready());
    std::mt19937 random(7);
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    for (unsigned step = 0; step < 60; ++step) {
        const Rect area{upTo(333), upTo(217), 1 + upTo(150), 1 + upTo(120)};
        if (step % 3 == 0)
            session.desktop.screen.paint(area, noise(step));
        else
            session.desktop.screen.paint(area, random() & 0xffffff);
        ASSERT_TRUE(session.untilExact()) << "step " << step;
    }
}

TEST(Host, SendsNothingWhileNothingChanges) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.settle(false);
    const auto sent = session.link->hostFlow().sent;
    const int polls = session.desktop.screen.polls();
    session.desktop.screen.overstate({0, 0, 640, 480});
    const auto more = [&] { return session.link->hostFlow().sent != sent; };
    EXPECT_FALSE(session.until(more, 1s)) << "damage without a change is no news";
    EXPECT_LT(session.desktop.screen.polls() - polls, 10);
}

TEST(Host, CopiesWhatScrolls) {
    HelpSession session(RemoteLevel::Look, {800, 600});
    session.desktop.screen.paint({0, 0, 800, 600}, page);
    ASSERT_TRUE(session.ready());
    const auto before = session.link->hostFlow().sent;
    for (int step = 1; step <= 10; ++step) {
        session.desktop.screen.paint({0, 0, 800, 600}, [=](Point at) {
            return page({at.x, at.y + 40 * step});
        });
        ASSERT_TRUE(session.untilExact());
    }
    // Each step shows a fifteenth of the page anew.
    EXPECT_LT(session.link->hostFlow().sent - before, before * 10 / 15 * 3 / 2);
}

TEST(Host, IsExactSoonAfterAVideo) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    const auto picture = [](unsigned frame) {
        return [=](Point at) {
            const unsigned wave = static_cast<unsigned>(at.x * at.y + at.x * 3) + frame * 977;
            return (wave * 31 & 0xff) << 16 | (wave * 17 & 0xff) << 8 | (wave & 0xff);
        };
    };
    for (unsigned frame = 0; frame < 25; ++frame) {
        session.desktop.screen.paint({64, 64, 320, 256}, picture(frame));
        std::this_thread::sleep_for(33ms);
    }
    EXPECT_TRUE(session.untilExact(1s));
    EXPECT_TRUE(session.viewer->figures().exact);
}

TEST(Host, FollowsTheSizeOfTheDesktop) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.desktop.screen.resize({800, 600});
    session.desktop.screen.paint({0, 0, 800, 600}, page);
    EXPECT_TRUE(session.untilExact());
    session.desktop.screen.resize({320, 200});
    session.desktop.screen.paint({0, 0, 320, 200}, page);
    EXPECT_TRUE(session.untilExact());
    EXPECT_TRUE(session.until([&] { return session.monitors.size() >= 2; }));
}

TEST(Host, SendsOnlyThePartThatIsWanted) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.viewer->show({0, 0, 320, 480});
    session.desktop.screen.paint({0, 0, 10, 10}, 0x00ff00);
    ASSERT_TRUE(session.untilExact());
    const auto updates = session.updates;
    session.desktop.screen.paint({400, 100, 10, 10}, 0x0000ff);
    session.desktop.screen.paint({0, 0, 10, 10}, 0xff0000);
    ASSERT_TRUE(session.until([&] { return session.updates > updates; }));
    EXPECT_FALSE(session.isExact());
    session.viewer->show({});
    EXPECT_TRUE(session.untilExact());
}

TEST(Host, TellsTheShapeOfThePointer) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    desktop::CursorShape arrow{{20, 24}, {3, 5}, {}};
    for (int i = 0; i < 20 * 24; ++i)
        arrow.argb.push_back(i % 3 == 0 ? 0 : 0xff000000U | static_cast<unsigned>(i * 331));
    session.desktop.screen.setCursor(arrow);
    EXPECT_TRUE(session.until([&] { return !session.cursors.empty() && session.cursors.back() == arrow; }));
}

TEST(Host, TellsWhereTheReceiverMovesThePointer) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.desktop.screen.movePointer({123, 45});
    EXPECT_TRUE(session.until([&] { return session.pointers == std::vector<Point>{{123, 45}}; }));
}

TEST(Host, DoesNothingWithInputOfAHelperWhoMayOnlyLook) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.viewer->key('a', true);
    session.viewer->pointer({10, 10}, 1);
    session.settle(false);
    EXPECT_THAT(session.desktop.hands.injected(), IsEmpty());
    EXPECT_THAT(session.pointed, IsEmpty());
}

TEST(Host, ShowsWhereAHelperPoints) {
    HelpSession session(RemoteLevel::Point);
    ASSERT_TRUE(session.ready());
    session.viewer->pointer({10, 20}, 0);
    session.viewer->pointer({11, 21}, 1);
    session.viewer->key('a', true);
    ASSERT_TRUE(session.until([&] { return session.pointed.size() == 2; }));
    EXPECT_THAT(session.pointed,
                ElementsAre(std::pair(Point{10, 20}, false), std::pair(Point{11, 21}, true)));
    EXPECT_THAT(session.desktop.hands.injected(), IsEmpty());
}

TEST(Host, LetsAHelperInControlClickAndType) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    session.viewer->pointer({10, 20}, 1);
    session.viewer->pointer({10, 20}, 0);
    session.viewer->key(0x01004f60, true);
    session.viewer->key(0x01004f60, false);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(4));
    EXPECT_THAT(session.desktop.hands.injected(),
                ElementsAre(Injected::pointer({10, 20}, 1), Injected::pointer({10, 20}, 0),
                            Injected::key(0x01004f60, true), Injected::key(0x01004f60, false)));
    EXPECT_THAT(session.pointed, IsEmpty());
}

TEST(Host, RisesByAnotherGrantOnly) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    ASSERT_TRUE(session.host->rise(session.grant(RemoteLevel::Point)));
    session.viewer->pointer({1, 1}, 0);
    ASSERT_TRUE(session.until([&] { return session.pointed.size() == 1; }));
    const auto control = session.grant(RemoteLevel::Control);
    ASSERT_TRUE(session.host->rise(control));
    session.viewer->pointer({2, 2}, 0);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(1));
    session.host->takeBackControl();
    EXPECT_FALSE(session.host->rise(control));
    session.viewer->pointer({3, 3}, 0);
    ASSERT_TRUE(session.until([&] { return session.pointed.size() == 2; }));
    EXPECT_THAT(session.desktop.hands.injected(),
                ElementsAre(Injected::pointer({2, 2}, 0), Injected::releaseAll()));
}

TEST(Host, LetsGoOfHeldKeysWhenControlIsTakenBack) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    session.viewer->key(0xffe1, true);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(1));
    session.host->takeBackControl();
    EXPECT_FALSE(session.desktop.hands.holdsAnything());
}

// S28, M15: what a helper does within two seconds of the receiver's own act is dropped.
TEST(Host, TheReceiversOwnHandsWin) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    for (const auto act : {LocalInput::Act::Key, LocalInput::Act::Click, LocalInput::Act::Move}) {
        session.desktop.hands.forget();
        const std::size_t told = session.acts.size();
        session.viewer->key('h', true);
        ASSERT_TRUE(session.desktop.hands.waitForInjected(1));
        session.desktop.hands.act(act);
        ASSERT_TRUE(session.until([&] { return session.acts.size() > told; }));
        EXPECT_FALSE(session.desktop.hands.holdsAnything());
        session.viewer->key('h', false);
        session.clock.advance(1999);
        for (int i = 0; i < 100; ++i) {
            session.viewer->key('x', i % 2 == 0);
            session.viewer->pointer({i, i}, 1);
        }
        session.viewer->pointer({200, 200}, 0);
        ASSERT_TRUE(session.until([&] {
            return !session.pointed.empty() && session.pointed.back().first == Point{200, 200};
        }));
        session.pointed.clear();
        session.clock.advance(1);
        session.viewer->key('y', true);
        session.viewer->key('y', false);
        ASSERT_TRUE(session.desktop.hands.waitForInjected(4));
        EXPECT_THAT(session.desktop.hands.injected(),
                    ElementsAre(Injected::key('h', true), Injected::releaseAll(), Injected::key('y', true),
                                Injected::key('y', false)));
    }
}

// S24, M5: nothing that comes while a consent or safety window is open reaches the desktop, then or later.
TEST(Host, DropsTenThousandEventsWhileTheShieldIsUp) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    session.viewer->key(0xff0d, true);
    session.viewer->pointer({5, 5}, 1);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(2));
    session.host->setShield(true);
    EXPECT_FALSE(session.desktop.hands.holdsAnything());
    session.desktop.hands.forget();
    for (int i = 0; i < 2500; ++i) {
        session.viewer->key(static_cast<desktop::KeySymbol>(i % 256 + 32), true);
        session.viewer->key(static_cast<desktop::KeySymbol>(i % 256 + 32), false);
        session.viewer->pointer({i % 640, i % 480}, 1U << i % 7);
        session.viewer->pointer({i % 640, i % 480}, 0);
        if (i % 100 == 0)
            session.settle(true);
    }
    session.viewer->key(0xff0d, true);  // still held, as far as the viewer knows
    session.settle(true);
    EXPECT_THAT(session.desktop.hands.injected(), IsEmpty());
    session.host->setShield(false);
    session.viewer->key('z', true);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(1));
    EXPECT_THAT(session.desktop.hands.injected(), ElementsAre(Injected::key('z', true)));
    EXPECT_THAT(session.pointed, IsEmpty()) << "no arrow over a question";
}

// S24: the moment it returns counts, not some later one.
TEST(Host, ShutsOutWhatIsUnderWayWhenTheShieldGoesUp) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    const Meanwhile helper([&](unsigned i) { session.viewer->key('a', i % 2 == 0); });
    for (int round = 0; round < 50; ++round) {
        session.desktop.hands.forget();
        EXPECT_TRUE(session.desktop.hands.waitForInjected(5));
        session.host->setShield(true);
        const auto then = session.desktop.hands.injected().size();
        EXPECT_FALSE(session.until([&] { return session.desktop.hands.injected().size() != then; }, 2ms));
        EXPECT_FALSE(session.desktop.hands.holdsAnything());
        session.host->setShield(false);
    }
}

TEST(Host, ThePictureStandsStillUnderTheShieldAndInAPause) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    for (const auto set : {&remote::Host::setShield, &remote::Host::setPaused}) {
        ((*session.host).*set)(true);
        const auto sent = session.link->hostFlow().sent;
        session.desktop.screen.paint({0, 0, 640, 480}, noise(3));
        EXPECT_FALSE(session.until([&] { return session.link->hostFlow().sent != sent; }, 100ms));
        session.desktop.screen.paint({0, 0, 640, 480}, page);
        ((*session.host).*set)(false);
        EXPECT_TRUE(session.untilExact());
    }
}

// S24: a window of this program is out of reach, wherever the helper comes from.
TEST(Host, KeepsTheHelperOutOfOurOwnWindows) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    session.desktop.hands.setOwnWindow({100, 100, 50, 50});
    session.viewer->pointer({120, 120}, 1);  // a click in it
    session.viewer->pointer({120, 120}, 0);
    session.viewer->pointer({10, 10}, 1);  // a drag into it
    session.viewer->pointer({120, 121}, 1);
    session.viewer->pointer({120, 122}, 0);
    session.viewer->pointer({20, 20}, 0);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(5));
    session.desktop.hands.setOwnWindowHasKeyboard(true);
    session.viewer->key(' ', true);
    session.viewer->key(' ', false);
    session.viewer->pointer({30, 30}, 0);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(7));
    EXPECT_THAT(
        session.desktop.hands.injected(),
        ElementsAre(Injected::pointer({120, 120}, 0), Injected::pointer({10, 10}, 1), Injected::releaseAll(),
                    Injected::pointer({120, 122}, 0), Injected::pointer({20, 20}, 0), Injected::releaseAll(),
                    Injected::pointer({30, 30}, 0)));
}

// M13: a hundred times, with a helper who types on and a desktop that changes.
TEST(Host, StopEndsInputAndPictures) {
    for (int round = 0; round < 100; ++round) {
        HelpSession session(RemoteLevel::Control, {320, 240});
        ASSERT_TRUE(session.ready());
        const Meanwhile painter([&](unsigned i) {
            session.desktop.screen.paint({0, 0, 320, 240}, i * 977U);
        });
        const Meanwhile helper([&](unsigned i) { session.viewer->key('a', i % 2 == 0); });
        ASSERT_TRUE(session.desktop.hands.waitForInjected(3));
        const auto start = std::chrono::steady_clock::now();
        session.host->stop();
        EXPECT_LT(std::chrono::steady_clock::now() - start, 200ms);
        EXPECT_FALSE(session.desktop.hands.holdsAnything());
        const auto events = session.desktop.hands.injected().size();
        const auto sent = session.link->hostFlow().sent;
        const auto more = [&] {
            return session.desktop.hands.injected().size() != events || session.link->hostFlow().sent != sent;
        };
        EXPECT_FALSE(session.until(more, 2ms));
    }
}

// M13, when the helper's program hangs.
TEST(Host, StopDoesNotWaitForAViewerThatDoesNotRead) {
    for (int round = 0; round < 100; ++round) {
        HelpSession session(RemoteLevel::Look, {320, 240});
        const Sleeper sleeper(session);
        const Meanwhile painter([&](unsigned i) {
            if (i < 10)
                session.desktop.screen.paint({0, 0, 320, 240}, noise(i));
        });
        const auto start = std::chrono::steady_clock::now();
        session.host->stop();
        EXPECT_LT(std::chrono::steady_clock::now() - start, 200ms);
    }
}

TEST(Host, StopWorksFromWithinAnEvent) {
    test::FakeClock clock;
    test::FakeSharedDesktop desktop;
    remote::Host* own = nullptr;
    std::atomic<bool> stopped = false;
    auto view = *remote::GrantedView::from(
        test::grantFor(clock, test::screenScopeFor(trigger::RemoteControl{})), clock);
    auto host = *remote::Host::start(std::move(view), desktop, clock,
                                     {.pointed = {},
                                      .local =
                                          [&](LocalInput::Act) {
                                              own->stop();
                                              stopped = true;
                                          },
                                      .viewer = {},
                                      .monitors = {},
                                      .failed = {}});
    own = host.get();
    desktop.hands.act(LocalInput::Act::Key);
    while (!stopped)
        std::this_thread::yield();
}

TEST(Host, ThePanicKeyEndsEverything) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    session.viewer->key(0xffe1, true);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(1));
    session.desktop.hands.act(LocalInput::Act::Panic);
    ASSERT_TRUE(session.until([&] { return !session.acts.empty() && session.viewers.size() == 2; }));
    EXPECT_THAT(session.acts, ElementsAre(LocalInput::Act::Panic));
    EXPECT_EQ(session.viewers.back(), std::pair(false, Ending::Closed));
    EXPECT_FALSE(session.desktop.hands.holdsAnything());
    EXPECT_EQ(session.link->hostEnding(), Ending::Closed);
}

TEST(Host, EndsWhenTheTimeIsOver) {
    HelpSession session(RemoteLevel::Control, {640, 480}, 10);
    ASSERT_TRUE(session.ready());
    session.clock.advance(9 * 60'000);
    session.host->extend(10);
    session.clock.advance(9 * 60'000);
    session.desktop.screen.paint({0, 0, 5, 5}, 0xff);
    ASSERT_TRUE(session.untilExact());
    session.clock.advance(60'000);
    ASSERT_TRUE(session.until([&] { return session.viewers.size() == 2; }));
    EXPECT_EQ(session.viewers.back(), std::pair(false, Ending::Closed));
    session.viewer->key('a', true);
    EXPECT_THAT(session.desktop.hands.injected(), IsEmpty());
}

// S36, M14: what was stopped cannot come back.
TEST(Host, NothingComesBackAfterStop) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    session.host->stop();
    for (int attempt = 0; attempt < 1000; ++attempt) {
        test::StreamLink link;
        session.host->attach(link.takeHost());
        EXPECT_EQ(link.takeViewer()->ending(), Ending::Lost);
    }
    EXPECT_FALSE(session.host->rise(session.grant(RemoteLevel::Control)));
}

// S48: exactly one viewer.
TEST(Host, ASecondStreamEndsTheFirst) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    test::StreamLink second;
    const auto watching = session.link->takeViewer();
    session.host->attach(second.takeHost());
    EXPECT_EQ(watching->ending(), Ending::Lost);
    session.viewer->attach(second.takeViewer());
    session.desktop.screen.paint({0, 0, 640, 480}, page);
    EXPECT_TRUE(session.untilExact());
    EXPECT_THAT(session.viewers, ElementsAre(std::pair(true, Ending::None), std::pair(false, Ending::Closed),
                                             std::pair(true, Ending::None)));
}

// A key that stays down would type on and on.
TEST(Host, LetsGoOfHeldKeysWhenTheLineBreaks) {
    HelpSession session(RemoteLevel::Control);
    ASSERT_TRUE(session.ready());
    session.viewer->key(0xff08, true);
    ASSERT_TRUE(session.desktop.hands.waitForInjected(1));
    session.link->cut();
    ASSERT_TRUE(session.until([&] { return session.viewers.size() == 2; }));
    EXPECT_FALSE(session.desktop.hands.holdsAnything());
}

TEST(Host, GoesOnOnAnotherStreamAfterALoss) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.link->cut();
    ASSERT_TRUE(session.until([&] { return session.viewers.size() == 2; }));
    EXPECT_EQ(session.viewers.back(), std::pair(false, Ending::Lost));
    session.desktop.screen.paint({0, 0, 640, 480}, page);
    session.connect();
    EXPECT_TRUE(session.untilExact());
}

TEST(Host, AViewerThatDoesNotReadCostsNoMemoryAndHoldsUpNothing) {
    HelpSession session(RemoteLevel::Look);
    const Sleeper sleeper(session);
    for (unsigned frame = 0; frame < 50; ++frame) {
        session.desktop.screen.paint({0, 0, 640, 480}, noise(frame));
        const auto start = std::chrono::steady_clock::now();
        session.host->setPaused(false);
        EXPECT_LT(std::chrono::steady_clock::now() - start, 190ms);
    }
    EXPECT_LE(session.link->hostFlow().sent, stream::Stream::kWindow);
}

TEST(Host, EndsTheStreamOfAViewerThatSpeaksNonsense) {
    HelpSession session(RemoteLevel::Control);
    test::StreamLink link;
    const auto hostile = link.takeViewer();
    const Descriptor socket = hostile->takeDescriptor();
    session.host->attach(link.takeHost());
    ASSERT_EQ(::write(socket.get(), "GET / HTTP/1.1\r\n\r\n", 18), 18);
    while (hostile->state() != stream::State::Ended)
        std::this_thread::yield();
    EXPECT_TRUE(session.ready()) << "and serves the next";
}

TEST(Host, TellsWhenTheDesktopIsGone) {
    HelpSession session(RemoteLevel::Look);
    ASSERT_TRUE(session.ready());
    session.desktop.screen.vanish();
    ASSERT_TRUE(session.until([&] { return session.failures.size() == 1; }));
    EXPECT_EQ(session.failures[0].code, ErrorCode::Unavailable);
}

TEST(Host, DoesNotStartWithoutADesktopOrAGrant) {
    test::FakeClock clock;
    test::FakeSharedDesktop desktop;
    const auto view = [&] {
        return *remote::GrantedView::from(
            test::grantFor(clock, test::screenScopeFor(trigger::RemoteControl{})), clock);
    };
    auto revoked = view();
    revoked.revocation().revoke();
    EXPECT_EQ(remote::Host::start(std::move(revoked), desktop, clock, {}).error().code, ErrorCode::Expired);
    desktop.screenFailure = Error{ErrorCode::Unavailable, "no display"};
    EXPECT_EQ(remote::Host::start(view(), desktop, clock, {}).error().code, ErrorCode::Unavailable);
}

}  // namespace
