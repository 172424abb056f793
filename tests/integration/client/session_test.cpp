// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/seen.h"

#include <QElapsedTimer>
#include <iostream>

namespace sesame::client {
namespace {

constexpr desktop::KeySymbol kA = 'a';

TEST_F(Seen, ShowsTheScreenAfterThePhraseAndAYes) {
    ask(Level::Look);
    EXPECT_EQ(mum.consents[0].sentence,
              QStringLiteral("Anna wants to see your screen for up to 30 minutes. You can stop at any time: "
                             "hold Esc."));
    EXPECT_EQ(mum.consents[0].target, QStringLiteral("This screen (640×480)"));
    EXPECT_EQ(mum.consents[0].remote, (trigger::RemoteControl{Level::Look, 30}));
    EXPECT_FALSE(mum.consents[0].rise);
    settle();
    EXPECT_FALSE(hosted());
    EXPECT_FALSE(viewed());
    sayYes();
    ASSERT_TRUE(eventually([&] { return viewed() && viewed()->connected && isExact(); }));
    EXPECT_EQ(hosted()->helperName, QStringLiteral("Anna"));
    EXPECT_EQ(hosted()->level, Level::Look);
    EXPECT_EQ(viewed()->level, Level::Look);
    EXPECT_EQ(viewed()->monitors.size(), 1);
    mum.desktop.screen.paint({10, 10, 50, 40}, 0xffffff);
    EXPECT_TRUE(eventually([&] { return isExact(); }));
    EXPECT_TRUE(mum.client->audit().verify()->intact);
}

TEST_F(Seen, LastsAsLongAsTheReceiverChose) {
    ask(Level::Look, 30);
    mum.client->gate().shownAnew();
    clock.advance(5000);
    ConsentChoice choice;
    choice.minutes = 10;
    ASSERT_TRUE(mum.client->answerConsent(mum.consents[0].question, true, choice));
    ASSERT_TRUE(eventually([&] { return hosted() && viewed(); }));
    EXPECT_EQ(QDateTime::fromMSecsSinceEpoch(clock.wallMs()).secsTo(hosted()->ends), 600);
    EXPECT_EQ(QDateTime::fromMSecsSinceEpoch(clock.wallMs()).secsTo(viewed()->ends), 600);
}

TEST_F(Seen, KeepsTheHelpersHandsAwayUnlessControlWasGranted) {
    begin(Level::Point);
    press(kA);
    point({100, 120}, 1);
    ASSERT_TRUE(eventually([&] { return !arrows.empty(); }));
    EXPECT_EQ(arrows.back(), QPoint(100, 120));
    EXPECT_TRUE(mum.desktop.hands.injected().empty());
}

TEST_F(Seen, ShowsNoArrowToALookOnly) {
    begin(Level::Look);
    point({100, 120}, 1);
    press(kA);
    settle(300);
    EXPECT_TRUE(arrows.empty());
    EXPECT_TRUE(mum.desktop.hands.injected().empty());
}

TEST_F(Seen, LetsTheHelperWorkAfterControlWasGranted) {
    begin(Level::Control);
    EXPECT_TRUE(keyArrives(kA));
}

// Each rise is a new consent by the same dialog.
TEST_F(Seen, GoesFurtherOnlyAfterANewConsent) {
    begin(Level::Look);
    ASSERT_TRUE(annasSessions().askLevel(mumAtAnna, Level::Control));
    EXPECT_EQ(viewed()->asked, Level::Control);
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    EXPECT_TRUE(mum.consents[1].rise);
    EXPECT_TRUE(mum.consents[1].sentence.contains(QStringLiteral("mouse and keyboard")));
    EXPECT_EQ(hosted()->pause, Pause::Question);
    press(kA);
    settle();
    EXPECT_EQ(hosted()->level, Level::Look);
    sayYes();
    ASSERT_TRUE(eventually([&] { return hosted()->level == Level::Control; }));
    ASSERT_TRUE(eventually([&] { return viewed()->level == Level::Control && !viewed()->asked; }));
    EXPECT_TRUE(keyArrives('b'));
    const auto all = mum.desktop.hands.injected();
    EXPECT_EQ(std::count(all.begin(), all.end(), test::Injected::key(kA, true)), 0)
        << "dropped, not queued (S24)";
}

// I2: a Yes to more of a session that runs begins no session of a length that nobody was shown.
TEST_F(Seen, I2BeginsNothingByAYesToARiseOfASessionThatIsOver) {
    begin(Level::Look, 10);
    invite(QStringLiteral("把鼠标和键盘交给小明"), trigger::RemoteControl{Level::Control, 120});
    type(QStringLiteral("把鼠标和键盘交给小明"));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    EXPECT_TRUE(mum.consents[1].rise);
    ASSERT_TRUE(annasSessions().leave(mumAtAnna));
    ASSERT_TRUE(eventually([&] { return !hosted(); }));
    mum.client->gate().shownAnew();
    clock.advance(5000);
    EXPECT_FALSE(mum.client->answerConsent(mum.consents[1].question, true));
    settle();
    EXPECT_FALSE(hosted());
    EXPECT_FALSE(viewed());
}

TEST_F(Seen, SaysThatCopiedTextWasWithheld) {
    begin(Level::Look);
    int withheld = 0;
    QObject::connect(&annasSessions(), &HelpSessions::clipboardWithheld, anna.client.get(),
                     [&](ContactId) { ++withheld; });
    ASSERT_TRUE(annasSessions().askClipboard(mumAtAnna));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    EXPECT_EQ(withheld, 0);
    ASSERT_TRUE(mum.client->answerConsent(mum.consents[1].question, false));
    EXPECT_TRUE(eventually([&] { return withheld == 1; }));
    EXPECT_TRUE(received.isEmpty());
}

TEST_F(Seen, StaysWhereItIsAfterANoToARise) {
    begin(Level::Look);
    ASSERT_TRUE(annasSessions().askLevel(mumAtAnna, Level::Point));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    ASSERT_TRUE(mum.client->answerConsent(mum.consents[1].question, false));
    ASSERT_TRUE(eventually([&] { return viewed() && !viewed()->asked; }));
    EXPECT_EQ(hosted()->level, Level::Look);
    EXPECT_EQ(hosted()->pause, Pause::None);
    EXPECT_TRUE(mum.desktop.hands.injected().empty());
}

TEST_F(Seen, TakesControlBackWheneverTheReceiverWants) {
    begin(Level::Control);
    ASSERT_TRUE(keyArrives(kA));
    mumsSessions().lower(Level::Look);
    ASSERT_TRUE(eventually([&] { return viewed()->level == Level::Look; }));
    mum.desktop.hands.forget();
    press('b');
    point({5, 5}, 1);
    settle(300);
    for (const auto& one : mum.desktop.hands.injected())
        EXPECT_EQ(one.kind, test::Injected::Kind::ReleaseAll);
    EXPECT_TRUE(arrows.empty());
    mumsSessions().lower(Level::Control);
    EXPECT_EQ(hosted()->level, Level::Look) << "only downwards";
}

TEST_F(Seen, StandsStillWhileTheReceiverPauses) {
    begin(Level::Control);
    mumsSessions().setPaused(true);
    ASSERT_TRUE(eventually([&] { return viewed()->pause == Pause::User; }));
    mum.desktop.screen.paint({0, 0, 100, 100}, 0x00ff00);
    press(kA);
    settle(300);
    EXPECT_FALSE(isExact());
    mumsSessions().setPaused(false);
    EXPECT_TRUE(eventually([&] { return viewed()->pause == Pause::None && isExact(); }));
    EXPECT_FALSE(mum.desktop.hands.holdsAnything());
    for (const auto& one : mum.desktop.hands.injected())
        EXPECT_EQ(one.kind, test::Injected::Kind::ReleaseAll);
}

// S27
TEST_F(Seen, StandsStillWhileTheBannerCannotBeSeen) {
    begin(Level::Look);
    mumsSessions().setBannerSeen(false);
    EXPECT_TRUE(eventually([&] { return viewed()->pause == Pause::Unseen; }));
    mumsSessions().setBannerSeen(true);
    EXPECT_TRUE(eventually([&] { return viewed()->pause == Pause::None; }));
}

// S30: measured 20 times, from the window in front to the last picture that changes at the helper.
TEST_F(Seen, S30StandsStillWhileABankIsInFront) {
    begin(Level::Control);
    const auto viewer = annasSessions().viewer(mumAtAnna);
    std::int64_t slowest = 0;
    for (std::uint32_t round = 0; round < 20; ++round) {
        mum.desktop.screen.paint({0, 0, 640, 480}, 0x101010 * (round % 8));
        ASSERT_TRUE(eventually([&] { return isExact(); }));
        QElapsedTimer since;
        since.start();
        std::int64_t latest = 0;
        auto before = pictureOf(*viewer);
        mum.front.set(desktop::Windows::Window{1, "firefox", "First Example Bank - Firefox", 1});
        while (since.elapsed() < 400) {
            mum.desktop.screen.paint({0, 0, 64, 64}, static_cast<std::uint32_t>(since.nsecsElapsed() / 1000));
            press(kA);
            settle(5);
            auto now = pictureOf(*viewer);
            if (now != before)
                latest = since.elapsed();
            before = std::move(now);
        }
        slowest = std::max(slowest, latest);
        EXPECT_EQ(viewed()->pause, Pause::Private);
        EXPECT_FALSE(mum.desktop.hands.holdsAnything());
        mum.desktop.hands.forget();
        press(kA);
        mum.front.set(std::nullopt);
        clock.advance(29'000);
        settle(300);
        EXPECT_EQ(hosted()->pause, Pause::Private) << "for half a minute at least";
        for (const auto& one : mum.desktop.hands.injected())
            EXPECT_EQ(one.kind, test::Injected::Kind::ReleaseAll);
        clock.advance(1000);
        ASSERT_TRUE(eventually([&] { return viewed()->pause == Pause::None; }));
    }
    std::cout << "S30: slowest of the pictures that still changed: " << slowest << " ms\n";
    EXPECT_LT(slowest, 300);
}

// S24: whatever is asked, nothing of the helper's gets through meanwhile, nor after.
TEST_F(Seen, KeepsHandsAwayWhileAWindowIsOpenInWhichTheReceiverDecides) {
    begin(Level::Control);
    mumsSessions().safetyWindow(true);
    EXPECT_EQ(hosted()->pause, Pause::Question);
    for (int i = 0; i < 200; ++i)
        press(kA);
    mumsSessions().safetyWindow(true);
    mumsSessions().safetyWindow(false);
    settle(200);
    EXPECT_EQ(hosted()->pause, Pause::Question);
    mumsSessions().safetyWindow(false);
    EXPECT_EQ(hosted()->pause, Pause::None);
    EXPECT_TRUE(keyArrives('b'));
    const auto all = mum.desktop.hands.injected();
    EXPECT_EQ(std::count(all.begin(), all.end(), test::Injected::key(kA, true)), 0);
}

TEST_F(Seen, TellsOfTheReceiversOwnHandForTwoSeconds) {
    begin(Level::Control);
    mum.desktop.hands.act(desktop::LocalInput::Act::Move);
    EXPECT_TRUE(eventually([&] { return hosted()->localHand && viewed()->localHand; }));
    clock.advance(2000);
    EXPECT_TRUE(eventually([&] { return !hosted()->localHand && !viewed()->localHand; }));
}

// S48
TEST_F(Seen, ShowsTheScreenToNobodyElseMeanwhile) {
    begin(Level::Look);
    Person eve{QStringLiteral("Eve"), clock};
    eve.join(hub);
    introduce(mum, eve);
    const ContactId mumAtEve = eve.friendNamed(QStringLiteral("Mum"));
    const ContactId eveAtMum = mum.friendNamed(QStringLiteral("Eve"));
    const auto saved = eve.client->saveRule(mumAtEve, std::nullopt, QStringLiteral("请帮我看看电脑屏幕"),
                                            trigger::RemoteControl{Level::Control, 30});
    ASSERT_TRUE(saved);
    const auto sent = eve.client->invite(mumAtEve, *saved);
    ASSERT_TRUE(eventually([&] { return mum.stateOf(*sent, eveAtMum).has_value(); }));
    ASSERT_TRUE(mum.client->sendText(eveAtMum, QStringLiteral("请帮我看看电脑屏幕")));
    settle(300);
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_TRUE(mum.says(eveAtMum, MessageKind::Notice, QStringLiteral("Anna sees your screen now")));
    EXPECT_TRUE(hosted());
    EXPECT_EQ(mum.stateOf(*sent, eveAtMum), InvitationState::Open);
}

TEST_F(Seen, HandsOutTheClipboardOnceAfterAYes) {
    begin(Level::Look);
    EXPECT_FALSE(mumsSessions().giveClipboard(QStringLiteral("secret"))) << "nobody asked";
    ASSERT_TRUE(annasSessions().askClipboard(mumAtAnna));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    EXPECT_EQ(clipboardsWanted, 0);
    sayYes();
    ASSERT_TRUE(eventually([&] { return clipboardsWanted == 1; }));
    ASSERT_TRUE(mumsSessions().giveClipboard(QStringLiteral("你好")));
    EXPECT_FALSE(mumsSessions().giveClipboard(QStringLiteral("and more")));
    ASSERT_TRUE(eventually([&] { return !received.isEmpty(); }));
    EXPECT_EQ(received, QStringList{QStringLiteral("你好")});
    EXPECT_EQ(hosted()->level, Level::Look) << "and nothing else was granted";
}

// S29
TEST_F(Seen, LeavesTheClipboardAloneAfterANo) {
    begin(Level::Look);
    ASSERT_TRUE(annasSessions().askClipboard(mumAtAnna));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    ASSERT_TRUE(mum.client->answerConsent(mum.consents[1].question, false));
    settle();
    EXPECT_EQ(clipboardsWanted, 0);
    EXPECT_FALSE(mumsSessions().giveClipboard(QStringLiteral("secret")));
}

TEST_F(Seen, PutsAnOfferedTextIntoTheClipboardAfterAYes) {
    begin(Level::Look);
    ASSERT_TRUE(annasSessions().offerClipboard(mumAtAnna, QStringLiteral("https://example.org")));
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 2; }));
    EXPECT_EQ(mum.consents[1].target, QStringLiteral("https://example.org"));
    EXPECT_TRUE(offered.isEmpty());
    sayYes();
    ASSERT_TRUE(eventually([&] { return !offered.isEmpty(); }));
    EXPECT_EQ(offered, QStringList{QStringLiteral("https://example.org")});
}

}  // namespace
}  // namespace sesame::client
