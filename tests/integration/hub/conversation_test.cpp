// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

#include <csignal>

namespace sesame::test {
namespace {

using Conversation = HubTest;

TEST_F(Conversation, AMailIsAcceptedDeliveredAndItsDeliveryTold) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    anna.mail("bert", messageId(1), "sealed");
    const auto accepted = anna.next();
    ASSERT_TRUE(accepted && accepted->has_mail_accepted());
    EXPECT_EQ(accepted->mail_accepted().message_ids(0), messageId(1));

    const auto delivery = nextDelivery(bert);
    ASSERT_TRUE(delivery);
    const auto& mail = delivery->mail_delivery().mails(0);
    EXPECT_EQ(mail.peer(), "anna");
    EXPECT_EQ(mail.message_id(), messageId(1));
    EXPECT_EQ(mail.sealed(), "sealed");
    bert.acknowledge({mail.sequence()});

    const auto delivered = anna.next();
    ASSERT_TRUE(delivered && delivered->has_mail_delivered());
    EXPECT_EQ(delivered->mail_delivered().peer(), "bert");
    EXPECT_EQ(delivered->mail_delivered().message_ids(0), messageId(1));
}

TEST_F(Conversation, MailWaitsForWhoIsAwayAndKeepsItsOrder) {
    startHub();
    static_cast<void>(join("bert"));
    HubClient anna = join("anna");
    constexpr std::size_t kMany = 700;
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < kMany; ++i) {
        expected.push_back("mail " + std::to_string(i));
        anna.mail("bert", messageId(i), expected.back());
    }
    std::size_t accepted = 0;
    while (accepted < kMany) {
        const auto frame = anna.next();
        ASSERT_TRUE(frame && frame->has_mail_accepted());
        accepted += static_cast<std::size_t>(frame->mail_accepted().message_ids_size());
    }
    HubClient bert = stranger();
    const auto welcome = bert.logInAs("bert", identity("bert"));
    ASSERT_TRUE(welcome && welcome->has_welcome());
    EXPECT_EQ(welcome->welcome().waiting(), kMany);
    EXPECT_EQ(takeMail(bert, kMany), expected);
}

TEST_F(Conversation, MailComesAgainUntilItIsAcknowledged) {
    startHub();
    HubClient anna = join("anna");
    for (int round = 0; round < 3; ++round) {
        HubClient bert = join("bert");
        if (round == 0)
            anna.mail("bert", messageId(7), "again");
        const auto delivery = nextDelivery(bert);
        ASSERT_TRUE(delivery);
        EXPECT_EQ(delivery->mail_delivery().mails(0).message_id(), messageId(7));
        if (round == 2)
            bert.acknowledge({delivery->mail_delivery().mails(0).sequence()});
    }
    const auto delivered = anna.next([](const pb::HubFrame& frame) { return frame.has_mail_delivered(); });
    EXPECT_TRUE(delivered);
    HubClient bert = stranger();
    EXPECT_EQ(bert.logInAs("bert", identity("bert"))->welcome().waiting(), 0U);
}

TEST_F(Conversation, TheNewerConnectionOfAnAccountReplacesTheOlder) {
    startHub();
    HubClient older = join("anna");
    HubClient newer = join("anna");
    EXPECT_EQ(nextRefusal(older), pb::Refusal::REPLACED);
    EXPECT_TRUE(older.isClosedByHub());
    HubClient bert = join("bert");
    bert.mail("anna", messageId(1), "to the newer");
    EXPECT_EQ(takeMail(newer, 1), std::vector<std::string>{"to the newer"});
}

TEST_F(Conversation, WhatWasNotFetchedIsToldOnRequest) {
    startHub();
    static_cast<void>(join("bert"));
    HubClient anna = join("anna");
    anna.mail("bert", messageId(1), "x");
    ASSERT_TRUE(anna.next()->has_mail_accepted());
    pb::ClientFrame query;
    query.mutable_query_waiting()->set_peer("bert");
    query.mutable_query_waiting()->add_message_ids(messageId(1));
    query.mutable_query_waiting()->add_message_ids(messageId(2));
    const auto answer = anna.ask(query);
    ASSERT_TRUE(answer && answer->has_still_waiting());
    ASSERT_EQ(answer->still_waiting().message_ids_size(), 1);
    EXPECT_EQ(answer->still_waiting().message_ids(0), messageId(1));
}

TEST_F(Conversation, PresenceIsToldOnlyBetweenTwoWhoWatchEachOther) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    pb::ClientFrame watch;
    watch.mutable_watch_presence()->add_handles("bert");
    EXPECT_TRUE(anna.ask(watch)->has_done());
    pb::ClientFrame back;
    back.mutable_watch_presence()->add_handles("anna");
    bert.send(back);
    const auto seen = anna.next();
    ASSERT_TRUE(seen && seen->has_presence());
    EXPECT_EQ(seen->presence().handle(), "bert");
    EXPECT_TRUE(seen->presence().online());
    pb::ClientFrame block;
    block.mutable_set_blocked()->set_handle("anna");
    block.mutable_set_blocked()->set_blocked(true);
    bert.send(block);
    const auto gone = anna.next();
    ASSERT_TRUE(gone && gone->has_presence());
    EXPECT_FALSE(gone->presence().online());
}

TEST_F(Conversation, PrekeysAreHandedOutOnce) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    pb::ClientFrame upload;
    auto& keys = *upload.mutable_publish_prekeys();
    keys.mutable_signed_prekey()->set_id(1);
    keys.mutable_signed_prekey()->set_public_key(std::string(32, 's'));
    keys.mutable_signed_prekey()->set_signature(std::string(64, 'g'));
    keys.add_one_time()->set_id(9);
    keys.mutable_one_time(0)->set_public_key(std::string(32, 'o'));
    ASSERT_TRUE(bert.ask(upload)->has_done());
    pb::ClientFrame fetch;
    fetch.mutable_fetch_prekeys()->set_handle("bert");
    const auto first = anna.ask(fetch);
    ASSERT_TRUE(first && first->has_prekey_bundle());
    EXPECT_EQ(first->prekey_bundle().identity_key(), toString(identity("bert").publicKey().view()));
    EXPECT_EQ(first->prekey_bundle().one_time().id(), 9U);
    EXPECT_FALSE(anna.ask(fetch)->prekey_bundle().has_one_time());
}

TEST_F(Conversation, StoppingTellsEveryClientAndEndsInTime) {
    startHub();
    HubClient anna = join("anna");
    hub_->signal(SIGTERM);
    EXPECT_EQ(nextRefusal(anna), pb::Refusal::SHUTTING_DOWN);
    EXPECT_TRUE(anna.isClosedByHub());
    EXPECT_EQ(hub_->waitForEnd(), 0);
}

// Several in a row share a thread of the hub; these write across threads, see each other come and go, and
// take each other's place.
TEST_F(Conversation, PeopleOnDifferentThreadsOfTheHubReachEachOther) {
    startHub({"--threads", "3"});
    constexpr std::uint64_t kPairs = 12;
    const auto name = [](std::uint64_t i) { return "person" + std::to_string(i % (2 * kPairs)); };
    std::vector<HubClient> people;
    for (std::uint64_t i = 0; i < 2 * kPairs; ++i) {
        people.push_back(join(name(i)));
        pb::ClientFrame watch;
        watch.mutable_watch_presence()->add_handles(name(i + kPairs));
        people.back().send(watch);
    }
    for (std::uint64_t round = 0; round < 10; ++round) {
        for (std::uint64_t i = 0; i < kPairs; ++i)
            people[i].mail(name(i + kPairs), messageId(round * kPairs + i), name(i));
        for (std::uint64_t i = 0; i < kPairs; ++i)
            EXPECT_EQ(takeMail(people[i + kPairs], 1), std::vector{name(i)});
        for (std::uint64_t i = 0; i < kPairs; ++i)
            EXPECT_TRUE(people[i].next([](const pb::HubFrame& frame) { return frame.has_mail_delivered(); }));
    }
    for (std::uint64_t i = 0; i < 2 * kPairs; ++i)
        EXPECT_NO_THROW(people[i] = join(name(i + 5)));
}

}  // namespace
}  // namespace sesame::test
