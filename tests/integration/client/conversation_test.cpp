// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/person.h"
#include "integration/client/scripted_hub.h"

#include "sesame/client/invitation_link.h"
#include "sesame/store/client_store.h"

#include <gtest/gtest.h>

namespace sesame::client {
namespace {

struct Conversation_ : testing::Test {
    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person boris{QStringLiteral("Boris"), clock};
    ContactId borisAtAnna, annaAtBoris;

    void meet() {
        anna.join(hub);
        boris.join(hub);
        introduce(anna, boris);
        borisAtAnna = anna.friendNamed(QStringLiteral("Boris"));
        annaAtBoris = boris.friendNamed(QStringLiteral("Anna"));
    }
    static bool allAre(const Person& person, ContactId contact, Delivery delivery) {
        for (const auto& message : person.messages(contact, MessageKind::Text))
            if (message.direction == Direction::Outgoing && message.delivery != delivery)
                return false;
        return true;
    }
    static QStringList incoming(const Person& person, ContactId contact) {
        QStringList out;
        for (const auto& message : person.messages(contact, MessageKind::Text))
            if (message.direction == Direction::Incoming)
                out.append(message.text);
        return out;
    }
};
using TwoPeople = Conversation_;

TEST_F(TwoPeople, BecomeContactsByALinkThatOneGaveTheOther) {
    meet();
    const auto view = anna.client->contact(borisAtAnna);
    EXPECT_EQ(view->state, ContactState::Accepted);
    EXPECT_TRUE(anna.says(borisAtAnna, MessageKind::Notice, QStringLiteral("has your invitation")));
    EXPECT_EQ(*anna.client->safetyNumber(borisAtAnna), *boris.client->safetyNumber(annaAtBoris));
    EXPECT_TRUE(eventually([&] { return anna.client->contact(borisAtAnna)->online; }));
}

TEST_F(TwoPeople, FindWhatWasSaidOnEitherSideTheNewestFirst) {
    meet();
    for (const auto* text : {"the window is broken", "窗户开了", "no news", "and another Window"})
        ASSERT_TRUE(anna.client->sendText(borisAtAnna, QString::fromUtf8(text)));
    ASSERT_TRUE(eventually([&] { return incoming(boris, annaAtBoris).size() == 4; }));
    for (const auto& [person, peer] : {std::pair(&anna, borisAtAnna), {&boris, annaAtBoris}}) {
        const auto found = person->client->search(QStringLiteral("win"));
        ASSERT_EQ(found.size(), 2);
        EXPECT_EQ(found[0].text, QStringLiteral("and another Window"));
        EXPECT_EQ(found[1].text, QStringLiteral("the window is broken"));
        EXPECT_EQ(found[0].contact, peer);
        EXPECT_EQ(person->client->search(QStringLiteral("窗户")).size(), 1);
        EXPECT_EQ(person->client->search(QStringLiteral("window"), 1).size(), 1);
        EXPECT_TRUE(person->client->search(QStringLiteral("zebra")).isEmpty());
        EXPECT_TRUE(person->client->search(QString()).isEmpty());
    }
}

TEST_F(TwoPeople, SeeEachOtherAmongMoreContactsThanAHubWatches) {
    anna.join(hub);
    boris.join(hub);
    anna.close();
    {
        const auto file = anna.directory.filePath(QStringLiteral("client.db")).toStdString();
        auto store = store::ClientStore::open(file, crypto::Key(ByteArray<32>{}));
        ASSERT_TRUE(store);
        ASSERT_TRUE(store->transact([&]() -> Status {
            for (int number = 0; number < 1000; ++number) {
                store::ContactRecord contact;
                contact.handle = contact.name = "friend-" + std::to_string(number);
                contact.identity = crypto::Identity::generate(anna.random).publicKey();
                contact.state = ContactState::Accepted;
                SESAME_TRY(store->saveContact(contact));
            }
            return {};
        }));
    }
    anna.open();
    introduce(anna, boris);
    borisAtAnna = anna.friendNamed(QStringLiteral("Boris"));
    EXPECT_TRUE(eventually([&] { return anna.client->contact(borisAtAnna)->online; }));
}

// I8
TEST_F(TwoPeople, LoseNothingWhetherOnlineOrNot) {
    meet();
    QStringList sent;
    const auto say = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            sent.append(QStringLiteral("message %1 你好").arg(i));
            ASSERT_TRUE(anna.client->sendText(borisAtAnna, sent.last()));
            ASSERT_TRUE(boris.client->sendText(annaAtBoris, sent.last()));
        }
    };
    say(0, 50);
    hub.kill();
    say(50, 100);
    hub.start();
    anna.client->connectNow();
    boris.client->connectNow();
    say(100, 150);
    boris.close();
    for (int i = 150; i < 200; ++i) {
        sent.append(QStringLiteral("message %1 你好").arg(i));
        ASSERT_TRUE(anna.client->sendText(borisAtAnna, sent.last()));
    }
    boris.open();
    ASSERT_TRUE(eventually([&] { return incoming(boris, annaAtBoris).size() >= 200; }));
    EXPECT_EQ(incoming(boris, annaAtBoris), sent);
    ASSERT_TRUE(eventually([&] { return incoming(anna, borisAtAnna).size() >= 150; }));
    EXPECT_EQ(incoming(anna, borisAtAnna), sent.mid(0, 150));
    EXPECT_TRUE(eventually([&] { return allAre(anna, borisAtAnna, Delivery::Delivered); }));
    EXPECT_TRUE(eventually([&] { return allAre(boris, annaAtBoris, Delivery::Delivered); }));
    EXPECT_EQ(boris.client->contact(annaAtBoris)->unread, 200);
    ASSERT_TRUE(boris.client->markRead(annaAtBoris));
    EXPECT_EQ(boris.client->contact(annaAtBoris)->unread, 0);
    EXPECT_TRUE(eventually([&] { return allAre(anna, borisAtAnna, Delivery::Read); }));
}

TEST_F(TwoPeople, SeeWhatWasDeliveredWhileTheyWereAway) {
    meet();
    boris.close();
    ASSERT_TRUE(anna.client->sendText(borisAtAnna, QStringLiteral("are you there")));
    ASSERT_TRUE(eventually([&] { return allAre(anna, borisAtAnna, Delivery::Sent); }));
    anna.close();
    boris.open();
    ASSERT_TRUE(eventually([&] { return incoming(boris, annaAtBoris).size() == 1; }));
    settle();
    anna.open();
    EXPECT_TRUE(eventually([&] { return allAre(anna, borisAtAnna, Delivery::Delivered); }));
}

TEST_F(TwoPeople, WhoWriteAtOnceBeforeTheyHaveASessionUnderstandEachOther) {
    meet();
    for (int round = 0; round < 3; ++round) {
        ASSERT_TRUE(anna.client->sendText(borisAtAnna, QStringLiteral("a%1").arg(round)));
        ASSERT_TRUE(boris.client->sendText(annaAtBoris, QStringLiteral("b%1").arg(round)));
    }
    EXPECT_TRUE(eventually(
        [&] { return incoming(boris, annaAtBoris).size() == 3 && incoming(anna, borisAtAnna).size() == 3; }));
}

TEST_F(TwoPeople, SeeNothingThatWasSaidInTheFuture) {
    test::FakeClock fast;
    fast.advance(24 * 3600 * 1000);
    Person carl{QStringLiteral("Carl"), fast};
    anna.join(hub);
    carl.join(hub);
    introduce(anna, carl);
    const ContactId annaAtCarl = carl.friendNamed(anna.name), carlAtAnna = anna.friendNamed(carl.name);
    ASSERT_TRUE(carl.client->sendText(annaAtCarl, QStringLiteral("hello from tomorrow")));
    ASSERT_TRUE(eventually([&] { return !incoming(anna, carlAtAnna).empty(); }));
    EXPECT_EQ(anna.messages(carlAtAnna, MessageKind::Text).back().time.toMSecsSinceEpoch(), clock.wallMs());
}

TEST_F(TwoPeople, WriteToEachOtherByAHubThatHasForgottenThem) {
    meet();
    hub.kill();
    ASSERT_TRUE(eventually([&] { return !anna.isOnline() && !boris.isOnline(); }));
    hub.forget();
    hub.start();
    for (Person* person : {&anna, &boris}) {
        person->client->connectNow();
        ASSERT_TRUE(eventually([&] { return person->isOnline(); }));
    }
    ASSERT_TRUE(anna.client->sendText(borisAtAnna, QStringLiteral("still there?")));
    EXPECT_TRUE(eventually(
        [&] { return boris.says(annaAtBoris, MessageKind::Text, QStringLiteral("still there?")); }));
    Person carl{QStringLiteral("Carl"), clock};
    carl.join(hub);
    introduce(anna, carl);  // with new keys of hers at the hub
}

// Whoever was put back, and whoever writes first then.
struct PutBack : Conversation_, testing::WithParamInterface<std::pair<bool, bool>> {
    QString file(const Person& person, const char* ending) {
        return person.directory.filePath(QStringLiteral("client.db") + QLatin1String(ending));
    }
    void talk(const QString& words) {
        ASSERT_TRUE(anna.client->sendText(borisAtAnna, words));
        ASSERT_TRUE(boris.client->sendText(annaAtBoris, words));
        ASSERT_TRUE(eventually([&] {
            return incoming(anna, borisAtAnna).contains(words) &&
                   incoming(boris, annaAtBoris).contains(words);
        }));
    }
};

TEST_P(PutBack, OneOfTwoUnderstandsTheOtherAgainSoon) {
    const auto [receiver, backWritesFirst] = GetParam();
    meet();
    talk(QStringLiteral("before"));
    Person& back = receiver ? boris : anna;
    back.close();
    const QString copy = file(back, ".copy");
    ASSERT_TRUE(QFile::copy(file(back, ""), copy));
    back.open();
    for (const char* words : {"one", "two", "three"})
        talk(QString::fromLatin1(words));
    back.close();
    for (const char* ending : {"", "-wal", "-shm"})
        QFile::remove(file(back, ending));
    ASSERT_TRUE(QFile::copy(copy, file(back, "")));
    back.open();
    ASSERT_TRUE(eventually([&] { return back.isOnline(); }));
    const bool annaWrites = receiver != backWritesFirst;
    Person& writes = annaWrites ? anna : boris;
    Person& reads = annaWrites ? boris : anna;
    const ContactId to = annaWrites ? borisAtAnna : annaAtBoris,
                    from = annaWrites ? annaAtBoris : borisAtAnna;
    ASSERT_TRUE(writes.client->sendText(to, QStringLiteral("lost")));
    ASSERT_TRUE(eventually(
        [&] { return reads.says(from, MessageKind::Notice, QStringLiteral("could not be read")); }));
    // What is said before the other has heard of it is lost as well.
    const auto isUnderstood = [&] {
        const auto words = QStringLiteral("after");
        EXPECT_TRUE(writes.client->sendText(to, words));
        return eventually([&] { return incoming(reads, from).contains(words); }, 200);
    };
    EXPECT_TRUE(eventually(isUnderstood));
    talk(QStringLiteral("and back"));
}

INSTANTIATE_TEST_SUITE_P(Whoever, PutBack,
                         testing::Values(std::pair(true, false), std::pair(true, true),
                                         std::pair(false, false), std::pair(false, true)));

TEST_F(TwoPeople, HearNothingOfOneAnotherOnceOneIsBlocked) {
    meet();
    ASSERT_TRUE(anna.client->setBlocked(borisAtAnna, true));
    EXPECT_FALSE(anna.client->sendText(borisAtAnna, QStringLiteral("hello")));
    settle();
    const auto sent = boris.client->sendText(annaAtBoris, QStringLiteral("hello"));
    ASSERT_TRUE(sent);
    EXPECT_TRUE(eventually([&] { return allAre(boris, annaAtBoris, Delivery::Failed); }));
    EXPECT_FALSE(boris.messages(annaAtBoris, MessageKind::Text).back().reason.isEmpty());
    EXPECT_TRUE(incoming(anna, borisAtAnna).isEmpty());

    ASSERT_TRUE(anna.client->setBlocked(borisAtAnna, false));
    settle();
    ASSERT_TRUE(boris.client->retry(*sent));
    EXPECT_TRUE(eventually([&] { return incoming(anna, borisAtAnna).size() == 1; }));
}

TEST_F(TwoPeople, MayDeclineAndThenAskAgain) {
    anna.join(hub);
    boris.join(hub);
    ASSERT_TRUE(boris.client->addContact(anna.client->invitationLink()));
    ASSERT_TRUE(eventually([&] { return anna.client->contacts().size() == 1; }));
    borisAtAnna = anna.client->contacts().first().id;
    ASSERT_TRUE(anna.client->declineContact(borisAtAnna));
    ASSERT_TRUE(eventually([&] { return boris.client->contacts().first().state == ContactState::Declined; }));
    EXPECT_FALSE(boris.client->sendText(boris.client->contacts().first().id, QStringLiteral("please")));
    ASSERT_TRUE(boris.client->addContact(anna.client->invitationLink()));
    EXPECT_TRUE(
        eventually([&] { return anna.client->contact(borisAtAnna)->state == ContactState::Incoming; }));
}

TEST(Account, IsMadeLaterWhenTheHubIsAwayAndTheProgramRestarted) {
    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("小明"), clock};
    hub.kill();
    ASSERT_TRUE(anna.client->createAccount(anna.name, hub.url(), hub.fingerprint()));
    ASSERT_TRUE(eventually([&] { return !anna.client->connectionProblem().isEmpty(); }));
    EXPECT_FALSE(anna.client->account());
    anna.close();
    anna.open();
    hub.start();
    anna.client->connectNow();
    ASSERT_TRUE(eventually([&] {
        anna.client->connectNow();
        return anna.client->account().has_value();
    }));
    EXPECT_TRUE(anna.client->account()->handle.startsWith(QStringLiteral("xiaoming-")));
}

TEST(Account, MadeWithALinkAlsoAsksItsMaker) {
    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    Person boris{QStringLiteral("Boris"), clock};
    anna.join(hub);
    boris.join(anna.client->invitationLink(), {});
    EXPECT_TRUE(eventually([&] { return anna.friendNamed(QStringLiteral("Boris")).value != 0; }));
}

// S39: another certificate than the link says is never talked to.
TEST(Account, IsNotMadeAtAHubWithAnotherCertificate) {
    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    ASSERT_TRUE(anna.client->createAccount(anna.name, hub.url(), QString(64, u'a')));
    EXPECT_TRUE(eventually([&] { return anna.client->connection() == ConnectionState::Refused; }));
    EXPECT_FALSE(anna.client->account());
}

// S39
TEST(Account, IsNotMadeAtAHubWithAnUnknownCertificate) {
    test::FakeClock clock;
    TestHub hub;
    Person anna{QStringLiteral("Anna"), clock};
    ASSERT_TRUE(anna.client->createAccount(anna.name, hub.url()));
    EXPECT_TRUE(eventually([&] { return anna.client->connection() == ConnectionState::Refused; }));
    EXPECT_FALSE(anna.client->account());
}

// S44
TEST(Client, OpensADirectoryOnce) {
    test::FakeClock clock;
    Person anna{QStringLiteral("Anna"), clock};
    const auto second =
        Client::open(anna.directory.path(), crypto::Key(ByteArray<32>{}), {}, anna.environment);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Unavailable);
}

// Whoever was given a link may be quicker than its maker's keys.
TEST(FirstContact, WaitsForKeysThatAreNotThereYet) {
    test::FakeClock clock;
    ScriptedHub hub(clock.wallMs());
    Person anna{QStringLiteral("Anna"), clock};
    anna.join(hub.url(), hub.fingerprint());
    auto link = *InvitationLink::parse(anna.client->invitationLink());
    link.handle = QString::fromLatin1(ScriptedHub::kHandle);
    link.identity = hub.helper();
    hub.refusedBundles = 3;
    ASSERT_TRUE(anna.client->addContact(link.format()));
    EXPECT_TRUE(eventually([&] { return hub.taken == 1; }, 6000));
}

}  // namespace
}  // namespace sesame::client
