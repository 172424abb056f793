// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_content.h"
#include "integration/client/hostile.h"

#include <algorithm>

namespace sesame::client {
namespace {

using Level = trigger::RemoteLevel;

/// A liar with two accounts, both contacts, who says what he likes about help sessions.
struct LiedSession : Lied {
    ContactId second;

    void SetUp() override {
        Lied::SetUp();
        hub.changeAccount();
        const auto link = InvitationLink::parse(mum.client->invitationLink());
        hub.say(ContactRequestContent{"Second", toBytes(link->token)});
        ASSERT_TRUE(eventually([&] { return mum.friendNamed(QStringLiteral("Second")).value != 0; }));
        second = mum.friendNamed(QStringLiteral("Second"));
        ASSERT_TRUE(mum.client->acceptContact(second));
        hub.changeAccount();
    }
    StreamId newSession() { return StreamId{hub.random.bytes<StreamId::kSize>()}; }
    // Everything that is said has been dealt with when these return.
    void sayLate(const Content::Body& body) {
        const MessageId id = hub.random.messageId();
        hub.sayBytes(id, encode({id, clock.wallMs() - 121'000, body}));
        ASSERT_TRUE(caughtUp());
        settle(50);
    }
    void sayNow(const Content::Body& body) {
        const MessageId id = hub.random.messageId();
        hub.sayBytes(id, encode({id, clock.wallMs(), body}));
        ASSERT_TRUE(caughtUp());
        settle(50);
    }
};

/// The liar sees Mum's screen, as she allowed.
struct LiedViewer : LiedSession {
    SessionOfferContent offer;

    HelpSessions& sessions() { return mum.client->sessions(); }
    void begin(Level level) {
        trigger::Rule one = rule();
        one.command = trigger::RemoteControl{level, 30};
        inviteAndWait(one);
        type(kPhrase);
        ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
        ASSERT_TRUE(sayYes());
        ASSERT_TRUE(eventually([&] { return hub.latest<SessionOfferContent>() && !hub.relays.empty(); }));
        offer = hub.latest<SessionOfferContent>()->second;
        ASSERT_TRUE(sessions().hosted());
    }
};

TEST_F(LiedViewer, AsksNothingOutsideTheSession) {
    begin(Level::Look);
    const StreamId other = newSession();
    sayNow(SessionAskContent{other, Level::Control});
    sayNow(ClipboardAskContent{other});
    sayNow(ClipboardTextContent{other, "words"});
    sayNow(SessionLeaveContent{other});
    sayLate(SessionAskContent{offer.session, Level::Control});
    sayLate(ClipboardAskContent{offer.session});
    sayLate(ClipboardTextContent{offer.session, "words"});
    sayNow(SessionAskContent{offer.session, Level::Look});
    EXPECT_EQ(mum.consents.size(), 1U);
    ASSERT_TRUE(sessions().hosted());
    EXPECT_EQ(sessions().hosted()->level, Level::Look);
    EXPECT_EQ(sessions().hosted()->pause, Pause::None);
    sayNow(SessionAskContent{offer.session, Level::Control});
    EXPECT_EQ(mum.consents.size(), 2U) << "this one counts";
}

TEST_F(LiedViewer, IsNotHeardAsAnotherContact) {
    begin(Level::Look);
    hub.changeAccount();
    sayNow(SessionAskContent{offer.session, Level::Control});
    sayNow(ClipboardAskContent{offer.session});
    sayNow(ClipboardTextContent{offer.session, "words"});
    sayNow(SessionLeaveContent{offer.session});
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_TRUE(sessions().hosted());
    hub.changeAccount();
    sayNow(SessionLeaveContent{offer.session});
    EXPECT_TRUE(eventually([&] { return !sessions().hosted(); }));
}

// What only the receiver says means nothing from a helper, and opens no window there (S47).
TEST_F(LiedViewer, DoesNotSpeakForTheReceiver) {
    begin(Level::Look);
    sayNow(offer);
    SessionStateContent state;
    state.session = offer.session;
    state.number = 1000;
    state.level = Level::Control;
    sayNow(state);
    sayNow(SessionEndedContent{offer.session, SessionEnd::Stopped});
    ASSERT_TRUE(sessions().hosted());
    EXPECT_EQ(sessions().hosted()->level, Level::Look);
    EXPECT_TRUE(sessions().viewed().isEmpty());
}

/// By the receiver's Stop, or because nobody may use the desktop any more.
struct EndedBy {
    const char* name;
    std::optional<desktop::Away> away;
};
void PrintTo(const EndedBy& cause, std::ostream* out) {
    *out << cause.name;
}
struct NoResurrection : LiedViewer, testing::WithParamInterface<EndedBy> {};

// S36, M14: with hub, helper, session and secret in one hand, and every word that was ever said.
TEST_P(NoResurrection, M14AThousandTries) {
    begin(Level::Control);
    if (const auto away = GetParam().away)
        mum.goAway(*away);
    else
        sessions().stop();
    ASSERT_TRUE(eventually([&] {
        return std::ranges::none_of(
            hub.relays, [](const auto& one) { return one->state() == QAbstractSocket::ConnectedState; });
    }));
    const std::size_t relayed = hub.relays.size();
    const std::size_t before = hub.delivered.size();
    SessionStateContent state;
    state.session = offer.session;
    state.number = 1'000'000;
    state.level = Level::Control;
    const std::vector<std::function<void()>> tries{
        [&] { hub.say(offer); },
        [&] { hub.say(state); },
        [&] {
            hub.say(SessionAskContent{offer.session, Level::Control});
        },
        [&] { hub.say(ClipboardAskContent{offer.session}); },
        [&] {
            hub.say(ClipboardTextContent{offer.session, "words"});
        },
        [&] { hub.deliver(hub.delivered[static_cast<std::size_t>(hub.lastSequence) % before]); }};
    const int polls = mum.desktop.screen.polls();
    for (std::size_t i = 0; i < 1000; ++i) {
        tries[i % tries.size()]();
        clock.advance(20);
    }
    ASSERT_TRUE(caughtUp());
    settle(2000);  // longer than the longest pause between two tries of a session that lives
    EXPECT_EQ(hub.relays.size(), relayed);
    EXPECT_FALSE(sessions().hosted());
    EXPECT_TRUE(sessions().viewed().isEmpty());
    EXPECT_EQ(mum.consents.size(), 1U);
    EXPECT_EQ(mum.desktop.screen.polls(), polls);
    EXPECT_FALSE(mum.desktop.hands.holdsAnything());
}

const EndedBy kEnds[] = {{"Stop", {}},
                         {"Locked", desktop::Away::Locked},
                         {"Suspended", desktop::Away::Suspended},
                         {"OtherUser", desktop::Away::OtherUser},
                         {"LoggedOut", desktop::Away::LoggedOut}};
INSTANTIATE_TEST_SUITE_P(After, NoResurrection, testing::ValuesIn(kEnds),
                         [](const auto& one) { return std::string(one.param.name); });

/// Mum has asked the liar whether she may point at something on his screen for ten minutes.
struct LiedReceiver : LiedSession {
    SessionOfferContent right;

    HelpSessions& sessions() { return mum.client->sessions(); }
    bool sees() { return sessions().viewed(liar).has_value(); }
    void SetUp() override {
        LiedSession::SetUp();
        const auto saved = mum.client->saveRule(liar, std::nullopt, QStringLiteral("请帮我看看电脑屏幕"),
                                                trigger::RemoteControl{Level::Point, 10});
        ASSERT_TRUE(saved);
        ASSERT_TRUE(mum.client->invite(liar, *saved));
        ASSERT_TRUE(eventually([&] { return hub.latest<InvitationContent>().has_value(); }));
        const auto [id, invitation] = *hub.latest<InvitationContent>();
        right.session = newSession();
        right.secret.bytes = hub.random.bytes<32>();
        right.invitation = id;
        right.rule = trigger::hashOf(invitation.rule);
        right.granted = trigger::RemoteControl{Level::Look, 10};
    }
};

TEST_F(LiedReceiver, ShowsOnlyWhatWasAskedFor) {
    const auto wrong = [&](auto change) {
        SessionOfferContent out = right;
        change(out);
        return out;
    };
    sayNow(wrong([&](auto& one) { one.invitation = hub.random.messageId(); }));
    sayNow(wrong([](auto& one) { one.rule.value[0] ^= std::byte{1}; }));
    sayNow(wrong([](auto& one) { one.granted.level = Level::Control; }));
    sayNow(wrong([](auto& one) { one.granted.minutes = 11; }));
    sayLate(right);
    EXPECT_TRUE(mum.says(liar, MessageKind::Notice, QStringLiteral("the clocks of your computers differ")));
    hub.changeAccount();
    sayNow(right);
    hub.changeAccount();
    EXPECT_TRUE(sessions().viewed().isEmpty());
    EXPECT_TRUE(hub.relays.empty());
    sayNow(right);
    EXPECT_TRUE(sees());
    EXPECT_TRUE(eventually([&] { return !hub.relays.empty(); }));
}

TEST_F(LiedReceiver, OffersOnce) {
    sayNow(right);
    ASSERT_TRUE(sees());
    ASSERT_TRUE(sessions().leave(liar));
    for (int i = 0; i < 3; ++i) {
        right.session = i == 0 ? right.session : newSession();
        sayNow(right);
        EXPECT_FALSE(sees());
    }
    hub.deliver(hub.delivered.back());
    ASSERT_TRUE(caughtUp());
    settle(50);
    EXPECT_FALSE(sees());
}

TEST_F(LiedReceiver, SpeaksOnlyOfTheSessionThatThereIs) {
    sayNow(right);
    ASSERT_TRUE(sees());
    QStringList texts;
    QObject::connect(&sessions(), &HelpSessions::clipboardReceived, mum.client.get(),
                     [&](ContactId, const QString& text) { texts.append(text); });
    SessionStateContent state;
    state.session = newSession();
    state.number = 1;
    state.level = Level::Point;
    sayNow(state);
    sayNow(SessionEndedContent{state.session, SessionEnd::Stopped});
    sayNow(ClipboardTextContent{right.session, "not asked for"});
    hub.changeAccount();
    state.session = right.session;
    sayNow(state);
    sayNow(SessionEndedContent{right.session, SessionEnd::Stopped});
    hub.changeAccount();
    ASSERT_TRUE(sees());
    EXPECT_EQ(sessions().viewed(liar)->level, Level::Look);
    EXPECT_TRUE(texts.isEmpty());

    state.number = 5;
    sayNow(state);
    EXPECT_EQ(sessions().viewed(liar)->level, Level::Point);
    state.number = 4;
    state.level = Level::Look;
    sayNow(state);
    EXPECT_EQ(sessions().viewed(liar)->level, Level::Point) << "older news came later";

    ASSERT_TRUE(sessions().askClipboard(liar));
    sayNow(ClipboardTextContent{newSession(), "another session"});
    sayNow(ClipboardTextContent{right.session, "asked for"});
    sayNow(ClipboardTextContent{right.session, "and more"});
    EXPECT_EQ(texts, QStringList{QStringLiteral("asked for")});
    sayNow(SessionEndedContent{right.session, SessionEnd::Stopped});
    EXPECT_FALSE(sees());
}

// An answer without a text leaves no door open for one that comes much later.
TEST_F(LiedReceiver, GivesNoTextLongAfterItHasAnswered) {
    sayNow(right);
    ASSERT_TRUE(sees());
    QStringList texts;
    QObject::connect(&sessions(), &HelpSessions::clipboardReceived, mum.client.get(),
                     [&](ContactId, const QString& text) { texts.append(text); });
    ASSERT_TRUE(sessions().askClipboard(liar));
    ASSERT_TRUE(eventually([&] { return hub.latest<ClipboardAskContent>().has_value(); }));
    SessionStateContent state;
    state.session = right.session;
    state.number = 1;
    state.level = Level::Look;
    state.answered = hub.latest<ClipboardAskContent>()->first;
    sayNow(state);
    clock.advance(11'000);
    sayNow(ClipboardTextContent{right.session, "rm -rf ~"});
    EXPECT_TRUE(texts.isEmpty());
}

// The helper's computer takes no orders (S47).
TEST_F(LiedReceiver, CommandsNothing) {
    sayNow(right);
    ASSERT_TRUE(sees());
    sayNow(SessionAskContent{right.session, Level::Control});
    sayNow(ClipboardAskContent{right.session});
    sayNow(SessionLeaveContent{right.session});
    EXPECT_TRUE(mum.consents.empty());
    EXPECT_TRUE(sees());
    EXPECT_FALSE(sessions().hosted());
}

}  // namespace
}  // namespace sesame::client
