// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/seen.h"

#include <QElapsedTimer>
#include <thread>

namespace sesame::client {
namespace {

constexpr desktop::KeySymbol kA = 'a';
constexpr std::int64_t kMinute = 60'000;

/// How a help session can be ended, and what stands in the conversations then.
struct Cause {
    const char* name;
    SessionEnd end;
    void (*cause)(Seen& seen);
};

void PrintTo(const Cause& cause, std::ostream* out) {
    *out << cause.name;
}

void typeStop(Seen& seen) {
    ASSERT_TRUE(seen.mum.client->sendText(seen.annaAtMum, QStringLiteral("stpo")));
}

const Cause kCauses[] = {
    {"Button", SessionEnd::Stopped, [](Seen& seen) { seen.mumsSessions().stop(); }},
    {"PanicKey", SessionEnd::Stopped,
     [](Seen& seen) { seen.mum.desktop.hands.act(desktop::LocalInput::Act::Panic); }},
    {"TypedStop", SessionEnd::Stopped, typeStop},
    {"WishedFor", SessionEnd::Stopped,
     [](Seen& seen) {
         ASSERT_TRUE(seen.mum.client->sendText(seen.annaAtMum, QStringLiteral("麻烦你退出我的电脑")));
     }},
    {"Blocked", SessionEnd::Stopped,
     [](Seen& seen) { ASSERT_TRUE(seen.mum.client->setBlocked(seen.annaAtMum, true)); }},
    {"HubDead", SessionEnd::Stopped,
     [](Seen& seen) {
         seen.hub.kill();
         seen.mumsSessions().stop();
     }},
    {"HelperLeaves", SessionEnd::Left,
     [](Seen& seen) { ASSERT_TRUE(seen.annasSessions().leave(seen.mumAtAnna)); }},
    {"ScreenLocked", SessionEnd::Away, [](Seen& seen) { seen.mum.goAway(desktop::Away::Locked); }},
    {"Suspended", SessionEnd::Away, [](Seen& seen) { seen.mum.goAway(desktop::Away::Suspended); }},
    {"OtherUser", SessionEnd::Away, [](Seen& seen) { seen.mum.goAway(desktop::Away::OtherUser); }},
    {"DesktopGone", SessionEnd::Failed, [](Seen& seen) { seen.mum.desktop.screen.vanish(); }},
};

struct SessionEnds : Seen, testing::WithParamInterface<Cause> {};

// S36, M13: a helper who goes on typing and painting changes nothing 200 ms later. scripts/nightly: 100 times
// each.
TEST_P(SessionEnds, M13AtOnceForHandsAndPictures) {
    begin(Level::Control);
    const auto viewer = annasSessions().viewer(mumAtAnna);
    ASSERT_TRUE(keyArrives(kA));
    QElapsedTimer since;
    since.start();
    GetParam().cause(*this);
    EXPECT_LT(since.elapsed(), 200);
    while (since.elapsed() < 200) {
        press(*viewer, kA);
        settle(5);
    }
    const std::size_t then = keysThatArrived();
    const auto before = pictureOf(*viewer);
    while (since.elapsed() < 500) {
        press(*viewer, kA);
        mum.desktop.screen.paint({0, 0, 200, 200}, static_cast<std::uint32_t>(since.elapsed()));
        settle(10);
    }
    EXPECT_EQ(keysThatArrived(), then);
    EXPECT_FALSE(mum.desktop.hands.holdsAnything());
    settle(200);
    EXPECT_EQ(pictureOf(*viewer), before) << "frames after the end";
    EXPECT_FALSE(hosted());
}

// M13: nothing but the thread that injects has to be awake.
TEST_F(Seen, M13EndsHandsAndPicturesEvenWhileTheProgramIsBusy) {
    begin(Level::Control);
    const auto viewer = annasSessions().viewer(mumAtAnna);
    ASSERT_TRUE(keyArrives(kA));
    mum.desktop.hands.act(desktop::LocalInput::Act::Panic);
    QElapsedTimer since;
    since.start();
    const auto typeUntil = [&](qint64 end) {
        while (since.elapsed() < end) {
            press(*viewer, kA);
            mum.desktop.screen.paint({0, 0, 200, 200}, static_cast<std::uint32_t>(since.elapsed()));
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    };
    typeUntil(200);
    const std::size_t then = keysThatArrived();
    const auto before = pictureOf(*viewer);
    typeUntil(500);
    EXPECT_EQ(keysThatArrived(), then);
    EXPECT_EQ(pictureOf(*viewer), before);
    ASSERT_TRUE(eventually([&] { return !hosted(); }));
}

TEST_P(SessionEnds, StandsInBothConversationsAndInTheDiary) {
    begin(Level::Control);
    clock.advance(3 * kMinute);
    settle();
    GetParam().cause(*this);
    ASSERT_TRUE(eventually([&] { return !hosted(); }));
    EXPECT_TRUE(lastOutcome(mum).startsWith(
        QStringLiteral("Anna saw your screen and used your mouse and keyboard for 3 minutes. ")))
        << lastOutcome(mum).toStdString();
    const auto entries = mum.client->audit().entries();
    EXPECT_EQ(entries->back().event, "session-end");
    EXPECT_TRUE(entries->back().detail.starts_with(name(GetParam().end))) << entries->back().detail;
    EXPECT_TRUE(mum.client->audit().verify()->intact);
    if (std::string_view(GetParam().name) == "Blocked")
        return;  // nothing is said to somebody who is blocked
    if (!hub.isRunning()) {
        hub.start();
        mum.client->connectNow();
        anna.client->connectNow();
    }
    EXPECT_TRUE(isOver(GetParam().end));
    EXPECT_TRUE(lastOutcome(anna).startsWith(
        QStringLiteral("You saw the screen of Mum and used mouse and keyboard there for 3 minutes. ")))
        << lastOutcome(anna).toStdString();
}

INSTANTIATE_TEST_SUITE_P(Each, SessionEnds, testing::ValuesIn(kCauses),
                         [](const auto& one) { return std::string(one.param.name); });

// M17
TEST_F(Seen, M17IsAskedWhetherToGoOnWithHandsAwayAndEndsUnanswered) {
    begin(Level::Control);
    clock.advance(30 * kMinute - 3000);
    settle(400);
    EXPECT_FALSE(hosted()->goOnAsked);
    clock.advance(2000);
    ASSERT_TRUE(eventually([&] { return hosted() && hosted()->goOnAsked; }));
    EXPECT_EQ(hosted()->pause, Pause::Question);
    press(kA);
    clock.advance(5 * kMinute - 1000);
    settle(400);
    ASSERT_TRUE(hosted());
    EXPECT_TRUE(mum.desktop.hands.injected().empty());
    clock.advance(1000);
    EXPECT_TRUE(isOver(SessionEnd::TimeOver));
}

TEST_F(Seen, M17GoesOnAfterAYes) {
    begin(Level::Control);
    for (int round = 0; round < 2; ++round) {
        clock.advance(30 * kMinute - 1000);
        ASSERT_TRUE(eventually([&] { return hosted() && hosted()->goOnAsked; }));
        clock.advance(4 * kMinute);
        settle(300);
        ASSERT_TRUE(mumsSessions().answerGoOn(true, desktop::PressWatch::Hand::Device));
        EXPECT_FALSE(hosted()->goOnAsked);
        ASSERT_TRUE(eventually([&] { return viewed() && viewed()->pause == Pause::None; }));
        ASSERT_TRUE(keyArrives(kA + static_cast<desktop::KeySymbol>(round)));
    }
    clock.advance(30 * kMinute - 1000);
    ASSERT_TRUE(eventually([&] { return hosted() && hosted()->goOnAsked; }));
    ASSERT_TRUE(mumsSessions().answerGoOn(false, desktop::PressWatch::Hand::Device));
    EXPECT_TRUE(isOver(SessionEnd::Stopped));
}

// S25: what a helper left behind does not prolong their stay.
TEST_F(Seen, M6IsNotProlongedByAProgram) {
    begin(Level::Control);
    clock.advance(30 * kMinute - 1000);
    ASSERT_TRUE(eventually([&] { return hosted() && hosted()->goOnAsked; }));
    EXPECT_EQ(mumsSessions().answerGoOn(true, desktop::PressWatch::Hand::Program).error().code,
              ErrorCode::Refused);
    EXPECT_TRUE(hosted()->goOnAsked);
    EXPECT_TRUE(mumsSessions().answerGoOn(true, desktop::PressWatch::Hand::Device));
}

TEST_F(Seen, ComesBackAfterTheNetworkWasGoneForAMoment) {
    begin(Level::Look);
    hub.kill();
    ASSERT_TRUE(eventually([&] { return hosted() && !hosted()->connected && !viewed()->connected; }));
    mum.desktop.screen.paint({50, 50, 100, 100}, 0xff8800);
    hub.start();
    anna.client->connectNow();
    mum.client->connectNow();
    ASSERT_TRUE(eventually([&] { return hosted()->connected && viewed()->connected && isExact(); }));
    mumsSessions().stop();
    EXPECT_TRUE(isOver(SessionEnd::Stopped));
}

TEST_F(Seen, EndsOnBothSidesWhenTheNetworkStaysAway) {
    begin(Level::Control);
    hub.kill();
    ASSERT_TRUE(eventually([&] { return hosted() && !hosted()->connected && !viewed()->connected; }));
    clock.advance(29'000);
    settle(2000);
    EXPECT_TRUE(hosted());
    clock.advance(2000);
    EXPECT_TRUE(isOver(SessionEnd::Cut));
    hub.start();
    anna.client->connectNow();
    mum.client->connectNow();
    ASSERT_TRUE(eventually([&] { return anna.isOnline() && mum.isOnline(); }));
    settle(500);
    EXPECT_FALSE(hosted());
    EXPECT_FALSE(viewed());
}

TEST_F(Seen, EndsAtOnceWhenTheHelpersProgramIsClosed) {
    begin(Level::Control);
    anna.close();
    ASSERT_TRUE(eventually([&] { return !mumsSessions().hosted(); }, 5'000));
    EXPECT_TRUE(lastOutcome(mum).contains(QStringLiteral("Anna ended"))) << lastOutcome(mum).toStdString();
}

TEST_F(Seen, EndsWhenTheHelperNeverComes) {
    ask(Level::Look);
    anna.close();
    sayYes();
    ASSERT_TRUE(eventually([&] { return hosted().has_value(); }));
    EXPECT_FALSE(hosted()->connected);
    clock.advance(61'000);
    ASSERT_TRUE(eventually([&] { return !hosted(); }));
    EXPECT_EQ(lastOutcome(mum), QStringLiteral("Your screen was ready, but Anna did not come to see it."));
    anna.open();
    ASSERT_TRUE(eventually([&] { return anna.isOnline(); }));
    settle(500);
    EXPECT_TRUE(anna.client->sessions().viewed().isEmpty());
}

// I6: what a crash cut off is told at the next start, on both sides.
TEST_F(Seen, IsToldAfterwardsThatTheProgramEnded) {
    begin(Level::Look);
    mum.close();
    mum.open();
    ASSERT_TRUE(eventually([&] { return !viewed(); }));
    EXPECT_EQ(endedAtAnna, SessionEnd::Failed);
    EXPECT_FALSE(mum.client->sessions().hosted());
    EXPECT_TRUE(lastOutcome(mum).contains(QStringLiteral("could not go on")));
    EXPECT_TRUE(lastOutcome(anna).contains(QStringLiteral("could not go on")));
}

// What is still on its way from other threads then must not speak to what is gone.
TEST_F(Seen, MayCloseWhilePicturesArrive) {
    begin(Level::Look);
    const auto viewer = annasSessions().viewer(mumAtAnna);
    const auto before = pictureOf(*viewer);
    mum.desktop.screen.paint({0, 0, 640, 480}, 0xff8800);
    while (pictureOf(*viewer) == before)
        std::this_thread::yield();
    anna.close();
    EXPECT_TRUE(eventually([&] { return !hosted(); }, 5000));
}

// S25, M6: the whole way, over a restart too.
TEST_F(Seen, M6RemembersThatSomebodyHadControl) {
    begin(Level::Control);
    mumsSessions().stop();
    ASSERT_TRUE(isOver(SessionEnd::Stopped));
    invite(QStringLiteral("把文字变大一点"), trigger::ImSettings{{}, "text-size", "large"});
    type(QStringLiteral("把文字变大一点"));
    settle(200);
    EXPECT_EQ(mum.consents.size(), 1U) << "not within the minute after";
    EXPECT_TRUE(mum.says(annaAtMum, MessageKind::Notice, QStringLiteral("in the minute after")));
    EXPECT_FALSE(mum.client->setSetting(QStringLiteral("on-screen-keyboard"), QStringLiteral("on")));
    mum.close();
    mum.open();
    ASSERT_TRUE(eventually([&] { return mum.isOnline(); }));
    clock.advance(61'000);
    invite(QStringLiteral("打开计算器"));
    type(QStringLiteral("打开计算器"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    mum.client->gate().shownAnew();
    clock.advance(5000);
    ConsentChoice choice;
    choice.hand = desktop::PressWatch::Hand::Program;
    EXPECT_EQ(mum.client->answerConsent(mum.consents[1].question, true, choice).error().code,
              ErrorCode::Refused);
    choice.hand = desktop::PressWatch::Hand::Device;
    EXPECT_TRUE(mum.client->answerConsent(mum.consents[1].question, true, choice));
}

}  // namespace
}  // namespace sesame::client
