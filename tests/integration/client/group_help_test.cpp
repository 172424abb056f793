// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/client/grouped.h"

namespace sesame::client {
namespace {

/// Anna helps Bo where Chen reads along.
struct GroupHelp : Grouped {
    const QString phrase = QStringLiteral("打开计算器");

    void SetUp() override {
        Grouped::SetUp();
        meet();
    }

    static RuleId ruleOf(Person& helper, ContactId receiver, const QString& words,
                         const RuleTerms& terms = {}) {
        std::optional<trigger::RuleProblem> problem;
        const auto saved = helper.client->saveRule(receiver, std::nullopt, words,
                                                   trigger::LaunchProgram{"计算器"}, &problem, terms);
        EXPECT_TRUE(saved) << (problem ? problem->reason() : "");
        return saved ? *saved : RuleId();
    }
    /// An invitation that has arrived.
    MessageId invite(Person& helper, Person& receiver, const QString& words, const RuleTerms& terms = {}) {
        return invite(helper, receiver, ruleOf(helper, at(helper, receiver), words, terms));
    }
    MessageId invite(Person& helper, Person& receiver, const RuleId& rule) {
        const auto sent = helper.client->groups().invite(family, at(helper, receiver), rule);
        EXPECT_TRUE(sent) << (sent ? "" : sent.error().detail);
        if (!sent)
            return {};
        EXPECT_TRUE(eventually([&] { return stateAt(receiver, *sent).has_value(); }));
        return *sent;
    }
    std::optional<InvitationState> stateAt(const Person& person, const MessageId& id) const {
        const auto shown = row(person, id);
        return shown && shown->invitation ? std::optional(shown->invitation->state) : std::nullopt;
    }
    bool becomes(const Person& person, const MessageId& id, InvitationState state) const {
        return eventually([&] { return stateAt(person, id) == state; });
    }
    /// Anna, Bo and Chen have heard the last of what was said, and nobody is asked anything.
    void expectNothing() {
        say(anna, QStringLiteral("that was all"));
        for (Person* person : {&bo, &chen})
            ASSERT_TRUE(hears(*person, QStringLiteral("Anna: that was all")));
        settle();
        for (Person* person : {&anna, &bo, &chen, &dora}) {
            EXPECT_TRUE(person->consents.empty()) << person->name.toStdString();
            EXPECT_TRUE(person->nears.empty()) << person->name.toStdString();
            EXPECT_TRUE(person->launcher.started.empty()) << person->name.toStdString();
        }
    }
    void sayYes(Person& person) {
        person.client->gate().shownAnew();
        clock.advance(5000);
        ASSERT_TRUE(person.client->answerConsent(person.consents.back().question, true));
    }
};

TEST_F(GroupHelp, RunsForTheReceiverWhoTypesThePhraseThere) {
    const MessageId invitation = invite(anna, bo, phrase);
    EXPECT_EQ(row(bo, invitation)->senderName, QStringLiteral("Anna"));
    EXPECT_EQ(row(bo, invitation)->invitation->phrase, phrase);
    EXPECT_TRUE(notes(chen, QStringLiteral("Anna asked Bo to send back a phrase.")));
    EXPECT_FALSE(row(chen, invitation).has_value());
    say(bo, phrase);
    ASSERT_TRUE(eventually([&] { return bo.consents.size() == 1; }));
    EXPECT_EQ(bo.consents[0].helperName, QStringLiteral("Anna"));
    EXPECT_EQ(bo.consents[0].contact, at(bo, anna));
    EXPECT_TRUE(bo.consents[0].sentence.contains(QStringLiteral("Anna")));
    EXPECT_TRUE(bo.launcher.started.empty());
    sayYes(bo);
    ASSERT_TRUE(
        eventually([&] { return anna.says(at(anna, bo), MessageKind::Outcome, QStringLiteral("计算器")); }));
    EXPECT_EQ(bo.launcher.started, (std::vector<std::vector<std::string>>{{"calculator"}}));
    EXPECT_TRUE(becomes(anna, invitation, InvitationState::Used));
    EXPECT_EQ(stateAt(bo, invitation), InvitationState::Used);
    // All heard the words; that is all Chen knows of it.
    EXPECT_TRUE(hears(chen, QStringLiteral("Bo: ") + phrase));
    EXPECT_TRUE(hears(anna, QStringLiteral("Bo: ") + phrase));
    EXPECT_TRUE(chen.consents.empty());
    EXPECT_TRUE(chen.launcher.started.empty());
    EXPECT_TRUE(chen.messages(at(chen, anna), MessageKind::Outcome).empty());
    // Once.
    say(bo, phrase);
    settle();
    EXPECT_EQ(bo.consents.size(), 1U);
}

// S19, I1: T retypes the receiver's phrase.
TEST_F(GroupHelp, IsForNobodyElseWhoTypesThePhrase) {
    const MessageId invitation = invite(anna, bo, phrase);
    say(chen, phrase);
    say(anna, phrase);
    ASSERT_TRUE(hears(bo, QStringLiteral("Chen: ") + phrase));
    ASSERT_TRUE(hears(bo, QStringLiteral("Anna: ") + phrase));
    ASSERT_TRUE(chen.client->sendText(at(chen, bo), phrase));
    ASSERT_TRUE(chen.client->sendText(at(chen, anna), phrase));
    expectNothing();
    EXPECT_EQ(stateAt(bo, invitation), InvitationState::Open);
}

// S19: the Yes that was meant for the receiver.
TEST_F(GroupHelp, IsGrantedByNobodyElsesPress) {
    const MessageId invitation = invite(anna, bo, phrase, {{true, true}});
    for (Person* person : {&anna, &chen, &dora})
        EXPECT_FALSE(person->client->pressInvitation(invitation, true));
    expectNothing();
    ASSERT_TRUE(bo.client->pressInvitation(invitation, true));
    ASSERT_TRUE(eventually([&] { return bo.consents.size() == 1; }));
    EXPECT_EQ(bo.consents[0].helperName, QStringLiteral("Anna"));
    EXPECT_TRUE(hears(chen, QStringLiteral("Bo: Yes")));
    sayYes(bo);
    EXPECT_TRUE(eventually([&] { return bo.launcher.started.size() == 1; }));
}

// What a Yes or No waits for is told by the client, however much was said since.
TEST_F(GroupHelp, WaitsForItsReceiverAloneUntilItIsAnsweredOrNobodyMayAsk) {
    const auto waits = [&](const Person& person) { return person.client->groups().awaited(family); };
    invite(anna, bo, phrase, {{true, false}});
    EXPECT_FALSE(waits(bo));
    const MessageId first = invite(anna, bo, QStringLiteral("打开相册"), {{true, true}});
    ASSERT_TRUE(waits(bo));
    EXPECT_EQ(waits(bo)->id, first);
    EXPECT_EQ(waits(bo)->senderName, QStringLiteral("Anna"));
    const MessageId second = invite(chen, bo, phrase, {{true, true}});
    EXPECT_EQ(waits(bo)->id, second);
    for (const Person* person : {&anna, &chen, &dora})
        EXPECT_FALSE(waits(*person)) << person->name.toStdString();
    ASSERT_TRUE(bo.client->pressInvitation(second, false));
    EXPECT_EQ(waits(bo)->id, first);
    ASSERT_TRUE(bo.client->setBlocked(at(bo, anna), true));
    EXPECT_FALSE(waits(bo));
}

// I1
TEST_F(GroupHelp, IsApartFromTheConversationOfTheTwo) {
    const RuleId rule = ruleOf(anna, at(anna, bo), phrase);
    const auto alone = anna.client->invite(at(anna, bo), rule);
    ASSERT_TRUE(alone);
    ASSERT_TRUE(eventually([&] { return bo.stateOf(*alone, at(bo, anna)).has_value(); }));
    say(bo, phrase);
    expectNothing();
    EXPECT_EQ(bo.stateOf(*alone, at(bo, anna)), InvitationState::Open);

    const QString other = QStringLiteral("请帮我打开相册吧");
    const MessageId inGroup = invite(anna, bo, other);
    ASSERT_TRUE(bo.client->sendText(at(bo, anna), other));
    expectNothing();
    EXPECT_EQ(stateAt(bo, inGroup), InvitationState::Open);
}

TEST_F(GroupHelp, TellsWhereAPhraseBelongsThatIsWrittenToTheHelperAlone) {
    const MessageId invitation = invite(anna, bo, phrase);
    const auto told = [&](const QString& words) { return bo.says(at(bo, anna), MessageKind::Notice, words); };
    ASSERT_TRUE(bo.client->sendText(at(bo, anna), phrase));
    EXPECT_TRUE(told(QStringLiteral("Anna asked for this in the group “Family”.")));
    EXPECT_FALSE(told(QStringLiteral("no longer open")));
    ASSERT_TRUE(anna.client->withdrawInvitation(invitation));
    ASSERT_TRUE(becomes(bo, invitation, InvitationState::Withdrawn));
    ASSERT_TRUE(bo.client->sendText(at(bo, anna), phrase));
    EXPECT_TRUE(told(QStringLiteral("no longer open")));
    expectNothing();
}

TEST_F(GroupHelp, IsForThisGroupAlone) {
    const MessageId invitation = invite(anna, bo, phrase);
    const GroupId first = family;
    meet();
    ASSERT_NE(family, first);
    say(bo, phrase);
    expectNothing();
    family = first;
    EXPECT_EQ(stateAt(bo, invitation), InvitationState::Open);
    say(bo, phrase);
    EXPECT_TRUE(eventually([&] { return bo.consents.size() == 1; }));
}

TEST_F(GroupHelp, EndsWhenTheReceiverLeavesOrIsRemoved) {
    MessageId invitation = invite(anna, bo, phrase);
    ASSERT_TRUE(bo.client->groups().leave(family));
    EXPECT_EQ(stateAt(bo, invitation), InvitationState::Withdrawn);
    EXPECT_TRUE(becomes(anna, invitation, InvitationState::Withdrawn));
    EXPECT_FALSE(anna.client->groups().invite(family, at(anna, bo), RuleId()));

    invitation = invite(anna, chen, phrase);
    ASSERT_TRUE(anna.client->groups().add(family, at(anna, bo)));
    joins(bo);
    ASSERT_TRUE(anna.client->groups().remove(family, handleOf(chen)));
    EXPECT_TRUE(becomes(chen, invitation, InvitationState::Withdrawn));
    EXPECT_EQ(stateAt(anna, invitation), InvitationState::Withdrawn);
    EXPECT_FALSE(chen.client->pressInvitation(invitation, true));
    settle();
    EXPECT_TRUE(chen.consents.empty());
}

TEST_F(GroupHelp, EndsWhenTheHelperLeavesAlsoWhileItIsAsked) {
    const MessageId invitation = invite(chen, bo, phrase);
    say(bo, phrase);
    ASSERT_TRUE(eventually([&] { return bo.consents.size() == 1; }));
    EXPECT_EQ(bo.consents[0].helperName, QStringLiteral("Chen"));
    ASSERT_TRUE(chen.client->groups().leave(family));
    EXPECT_TRUE(becomes(bo, invitation, InvitationState::Withdrawn));
    EXPECT_TRUE(eventually([&] { return !bo.client->openConsent(); }));
    EXPECT_EQ(bo.closed, std::vector{consent::Answer::Withdrawn});
    EXPECT_FALSE(bo.client->answerConsent(bo.consents[0].question, true));
    EXPECT_TRUE(bo.launcher.started.empty());
}

TEST_F(GroupHelp, IsRefusedWhereItIsRecognisedElsewhere) {
    for (const auto place : {trigger::JudgePlace::Helper, trigger::JudgePlace::Hub}) {
        RuleTerms terms;
        terms.judgedAt = place;
        const RuleId rule =
            ruleOf(anna, at(anna, bo),
                   place == trigger::JudgePlace::Hub ? QStringLiteral("show me the weather")
                                                     : QStringLiteral("bring the apple beside the bridge"),
                   terms);
        EXPECT_TRUE(anna.client->groups()
                        .whyNot(at(anna, bo), rule)
                        .startsWith(QStringLiteral("In a group a phrase is recognised")));
        const auto invited = anna.client->groups().invite(family, at(anna, bo), rule);
        ASSERT_FALSE(invited);
        EXPECT_EQ(invited.error().code, ErrorCode::Refused);
    }
    EXPECT_EQ(anna.client->groups().whyNot(at(anna, bo), ruleOf(anna, at(anna, bo), phrase)), QString());
    // Nor to somebody who is not in it.
    const RuleId dorasRule = ruleOf(anna, at(anna, dora), phrase);
    EXPECT_FALSE(anna.client->groups().invite(family, at(anna, dora), dorasRule));
    expectNothing();
}

// S19: who copies a phrase gains nothing, and cannot be mistaken for the helper who was meant.
TEST_F(GroupHelp, StartsNothingWhenTwoWaitForTheSameWords) {
    invite(anna, bo, phrase);
    invite(chen, bo, phrase);
    say(bo, phrase);
    EXPECT_TRUE(notes(bo, QStringLiteral("More than one person asked you for this phrase here")));
    expectNothing();
}

TEST_F(GroupHelp, AsksFirstAfterASlip) {
    invite(anna, bo, QStringLiteral("please open the calculator"));
    say(bo, QStringLiteral("please open the calculater"));
    ASSERT_TRUE(eventually([&] { return bo.nears.size() == 1; }));
    EXPECT_EQ(bo.nears[0].contact, at(bo, anna));
    settle();
    EXPECT_TRUE(bo.consents.empty());
    ASSERT_TRUE(bo.client->answerNear(bo.nears[0].question, true));
    EXPECT_TRUE(eventually([&] { return bo.consents.size() == 1; }));
}

// S16
TEST_F(GroupHelp, TakesNobodyAtAWordThatWasPastedAndSentAtOnce) {
    invite(anna, bo, phrase);
    ASSERT_TRUE(bo.client->groups().sendText(family, phrase, {100}));
    EXPECT_TRUE(notes(bo, QStringLiteral("pasted")));
    expectNothing();
}

TEST_F(GroupHelp, IsStillOpenAfterARestart) {
    const MessageId invitation = invite(anna, bo, phrase);
    bo.close();
    bo.open();
    ASSERT_EQ(stateAt(bo, invitation), InvitationState::Open);
    ASSERT_TRUE(eventually([&] { return bo.isOnline(); }));
    say(bo, phrase);
    ASSERT_TRUE(eventually([&] { return bo.consents.size() == 1; }));
    sayYes(bo);
    EXPECT_TRUE(eventually([&] { return bo.launcher.started.size() == 1; }));
}

// A wish in own words is for one person; in a group nobody is asked for it.
TEST_F(GroupHelp, TakesNoMessageForAWish) {
    say(bo, QStringLiteral("please open the calculator for me"));
    settle();
    EXPECT_TRUE(bo.wishes.empty());
    expectNothing();
}

}  // namespace
}  // namespace sesame::client
