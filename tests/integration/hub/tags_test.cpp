// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/hub/hub_fixture.h"

namespace sesame::test {
namespace {

/// Bert helps Anna: what he publishes for her is recognised in her mail to him.
class Tags : public HubTest {
  protected:
    static pb::ClientFrame table(const std::string& peer, int first, int count) {
        pb::ClientFrame frame;
        frame.mutable_publish_tags()->set_peer(peer);
        for (int i = first; i < first + count; ++i) {
            auto& one = *frame.mutable_publish_tags()->add_tags();
            one.set_tag(std::to_string(i) + "-" + std::string(32 - std::to_string(i).size() - 1, 't'));
            one.set_reference(std::to_string(i) + "-" + std::string(16 - std::to_string(i).size() - 1, 'r'));
        }
        return frame;
    }
    static std::string tagIn(const pb::ClientFrame& table, int at) {
        return table.publish_tags().tags(at).tag();
    }
    static std::string referenceIn(const pb::ClientFrame& table, int at) {
        return table.publish_tags().tags(at).reference();
    }
    static bool publish(HubClient& client, const pb::ClientFrame& table) {
        const auto answer = client.ask(table);
        return answer && answer->has_done();
    }

    /// What the hub says to a mail with this tag: the reference, or "".
    std::string hint(HubClient& from, const std::string& to, const std::string& tag) {
        pb::ClientFrame frame;
        auto& mail = *frame.mutable_send_mail()->add_mails();
        const std::string id = messageId(++lastMail_);
        mail.set_peer(to);
        mail.set_message_id(id);
        mail.set_sealed("sealed");
        mail.set_tag(tag);
        from.send(frame);
        std::string found;
        // What was recognised is told before that it was accepted.
        while (const auto answer = from.next()) {
            for (const auto& one : answer->mail_recognised().mails()) {
                EXPECT_EQ(one.message_id(), id);
                EXPECT_TRUE(found.empty()) << "told once";
                found = one.reference();
            }
            if (answer->has_mail_accepted())
                return found;
            EXPECT_TRUE(answer->has_mail_recognised() || answer->has_mail_delivery())
                << answer->ShortDebugString();
        }
        ADD_FAILURE() << "no answer";
        return found;
    }
    void block(HubClient& who, const std::string& whom, bool blocked) {
        pb::ClientFrame frame;
        frame.mutable_set_blocked()->set_handle(whom);
        frame.mutable_set_blocked()->set_blocked(blocked);
        ASSERT_TRUE(who.ask(frame)->has_done());
    }

    std::uint64_t lastMail_ = 0;
};

TEST_F(Tags, TheHubSaysSoFromTheLogInOn) {
    startHub();
    HubClient bert = stranger();
    EXPECT_EQ(bert.registerAs("bert", identity("bert"))->welcome().most_tags(), 256U);
}

TEST_F(Tags, WhatTheOwnerPublishedIsRecognisedInThePeersMailAlone) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    HubClient carl = join("carl");
    const auto his = table("anna", 0, 3);
    ASSERT_TRUE(publish(bert, his));
    EXPECT_EQ(hint(anna, "bert", tagIn(his, 1)), referenceIn(his, 1));
    EXPECT_EQ(hint(anna, "bert", std::string(32, 'x')), "");
    EXPECT_EQ(hint(carl, "bert", tagIn(his, 1)), "") << "another sender";
    EXPECT_EQ(hint(anna, "carl", tagIn(his, 1)), "") << "another owner";
    EXPECT_EQ(hint(bert, "anna", tagIn(his, 1)), "") << "the other direction";
}

TEST_F(Tags, NobodyPublishesInSomebodyElsesPlace) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    HubClient carl = join("carl");
    const auto carls = table("anna", 0, 1);
    const auto annas = table("bert", 0, 1);
    ASSERT_TRUE(publish(carl, carls));
    ASSERT_TRUE(publish(anna, annas));
    EXPECT_EQ(hint(anna, "bert", tagIn(carls, 0)), "");
}

TEST_F(Tags, TheRecipientIsToldNothingOfThem) {
    startHub();
    HubClient bert = join("bert");
    HubClient anna = join("anna");
    const auto his = table("anna", 0, 1);
    ASSERT_TRUE(publish(bert, his));
    ASSERT_EQ(hint(anna, "bert", tagIn(his, 0)), referenceIn(his, 0));
    const auto delivery = nextDelivery(bert);
    ASSERT_TRUE(delivery);
    EXPECT_EQ(delivery->SerializeAsString().find(tagIn(his, 0)), std::string::npos);
    EXPECT_EQ(delivery->mail_delivery().mails(0).sealed(), "sealed");
}

TEST_F(Tags, ATableIsReplacedAsAWhole) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    const auto first = table("anna", 0, 2);
    const auto second = table("anna", 1, 2);
    ASSERT_TRUE(publish(bert, first));
    ASSERT_TRUE(publish(bert, second));
    EXPECT_EQ(hint(anna, "bert", tagIn(first, 0)), "");
    EXPECT_EQ(hint(anna, "bert", tagIn(second, 1)), referenceIn(second, 1));
    ASSERT_TRUE(publish(bert, table("anna", 0, 0)));
    EXPECT_EQ(hint(anna, "bert", tagIn(second, 1)), "") << "no rules, no table";
}

TEST_F(Tags, TheySurviveAKill) {
    startHub();
    const auto his = table("anna", 0, 2);
    {
        HubClient bert = join("bert");
        static_cast<void>(join("anna"));
        ASSERT_TRUE(publish(bert, his));
    }
    startHub();  // the one before was killed
    HubClient anna = join("anna");
    EXPECT_EQ(hint(anna, "bert", tagIn(his, 1)), referenceIn(his, 1));
}

TEST_F(Tags, ABlockInEitherDirectionDeletesThem) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    const auto his = table("anna", 0, 1);
    const auto hers = table("bert", 50, 1);
    for (HubClient* who : {&anna, &bert}) {
        const std::string whom = who == &anna ? "bert" : "anna";
        ASSERT_TRUE(publish(bert, his));
        ASSERT_TRUE(publish(anna, hers));
        block(*who, whom, true);
        EXPECT_EQ(refusalIn(bert.ask(his)), pb::Refusal::BLOCKED);
        EXPECT_EQ(refusalIn(anna.ask(hers)), pb::Refusal::BLOCKED);
        block(*who, whom, false);
        EXPECT_EQ(hint(anna, "bert", tagIn(his, 0)), "") << "they do not come back by themselves";
        EXPECT_EQ(hint(bert, "anna", tagIn(hers, 0)), "");
    }
}

TEST_F(Tags, OfAnUnknownPeerAreRefused) {
    startHub();
    HubClient bert = join("bert");
    EXPECT_EQ(refusalIn(bert.ask(table("nobody", 0, 1))), pb::Refusal::NO_SUCH_ACCOUNT);
}

TEST_F(Tags, TooManyAreRefusedAndWhatWasThereStays) {
    startHub();
    HubClient anna = join("anna");
    HubClient bert = join("bert");
    const auto most = table("anna", 0, 256);
    ASSERT_TRUE(publish(bert, most));
    EXPECT_EQ(refusalIn(bert.ask(table("anna", 1'000, 257))), pb::Refusal::TOO_MANY_TAGS);
    EXPECT_EQ(hint(anna, "bert", tagIn(most, 255)), referenceIn(most, 255));
    for (int i = 1; i < 16; ++i) {
        static_cast<void>(join("peer-" + std::to_string(i)));
        ASSERT_TRUE(publish(bert, table("peer-" + std::to_string(i), 0, 256)));
    }
    static_cast<void>(join("peer-16"));
    EXPECT_EQ(refusalIn(bert.ask(table("peer-16", 0, 1))), pb::Refusal::TOO_MANY_TAGS)
        << "4,096 of one account";
    ASSERT_TRUE(publish(bert, table("anna", 0, 255))) << "in its own place it counts once";
    EXPECT_TRUE(publish(bert, table("peer-16", 0, 1)));
}

TEST_F(Tags, OfAnotherLengthCloseTheConnection) {
    startHub();
    static_cast<void>(join("bert"));
    for (int kind = 0; kind < 4; ++kind) {
        HubClient anna = join("anna");
        pb::ClientFrame frame = table("bert", 0, 1);
        auto& one = *frame.mutable_publish_tags()->mutable_tags(0);
        if (kind == 0)
            one.set_tag(std::string(31, 't'));
        else if (kind == 1)
            one.set_reference(std::string(17, 'r'));
        else if (kind == 2)
            frame.mutable_publish_tags()->set_peer("NO HANDLE");
        else {
            auto& mail = *frame.mutable_send_mail()->add_mails();
            mail.set_peer("bert");
            mail.set_message_id(messageId(1));
            mail.set_sealed("x");
            mail.set_tag("short");
        }
        anna.send(frame);
        EXPECT_EQ(nextRefusal(anna), pb::Refusal::MALFORMED) << kind;
        EXPECT_TRUE(anna.isClosedByHub()) << kind;
    }
}

TEST_F(Tags, WhoPublishesWithoutPauseIsToldToWait) {
    startHub();
    static_cast<void>(join("anna"));
    HubClient bert = join("bert");
    std::optional<pb::HubFrame> answer;
    for (int i = 0; i < 1'000 && !(answer && answer->has_refusal()); ++i)
        answer = bert.ask(table("anna", 0, 0));
    EXPECT_EQ(refusalIn(answer), pb::Refusal::TOO_FAST);
    EXPECT_GT(answer->refusal().retry_after_ms(), 0U);
}

}  // namespace
}  // namespace sesame::test
