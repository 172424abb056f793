// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/membership.h"
#include "integration/client/hostile.h"

#include "sesame/client/groups.h"

namespace sesame::client {
namespace {

/// The liar has two accounts, both contacts of Mum's: the first founds a group, the second may be in it.
struct LyingGroup : Lied {
    using Answer = GroupAnswerContent::Answer;
    Membership list;
    SignedMembership signedList;  // the newest, by the first account

    void SetUp() override {
        Lied::SetUp();
        hub.changeAccount();
        const PublicIdentity second = hub.helper();
        const auto link = InvitationLink::parse(mum.client->invitationLink());
        hub.say(ContactRequestContent{"Second", toBytes(link->token)});
        ASSERT_TRUE(eventually([&] { return other().value != 0; }));
        ASSERT_TRUE(mum.client->acceptContact(other()));
        hub.changeAccount();
        list.seed.fill(std::byte{3});
        list.founder = hub.helper();
        list.name = "Family";
        list.members = {{ScriptedHub::kHandle, hub.helper()},
                        {hub.receiverHandle(), hub.receiver()},
                        {"second-abc234", second}};
        signedList = sign(list, hub.identity());
    }

    ContactId other() const { return mum.friendNamed(QStringLiteral("Second")); }
    Groups& groups() { return mum.client->groups(); }
    GroupView view() { return groups().group(list.id()).value_or(GroupView()); }

    /// The next version, from the founder.
    void publish() {
        ++list.version;
        signedList = sign(list, hub.identity());
        hub.say(GroupMembershipContent{signedList});
        ASSERT_TRUE(caughtUp());
        ASSERT_EQ(view().version, list.version);
    }
    /// Mum is in the group.
    void join() {
        publish();
        ASSERT_TRUE(groups().answer(list.id(), true, list.version));
    }
    /// And so is the second account, which speaks from now on.
    void joinBoth() {
        join();
        hub.changeAccount();
        hub.say(GroupAnswerContent{list.id(), Answer::Joined});
        ASSERT_TRUE(caughtUp());
    }

    GroupTextContent text(const char* words = kPhrase) {
        return {list.id(), list.version, hashOf(signedList), hub.random.messageId(), words};
    }
    /// To a rule of whoever speaks now.
    GroupInvitationContent invitation(const trigger::Rule& one) {
        return {list.id(), trigger::sign(one, hub.identity()), clock.wallMs() + 3'600'000};
    }
    MessageId inviteInGroup(const trigger::Rule& one) {
        const MessageId id = hub.say(invitation(one));
        EXPECT_TRUE(caughtUp());
        EXPECT_EQ(stateAt(id), InvitationState::Open);
        return id;
    }
    std::optional<InvitationState> stateAt(const MessageId& id) {
        for (const auto& row : groups().history(list.id(), 0, 1000))
            if (row.id == id && row.invitation)
                return row.invitation->state;
        return std::nullopt;
    }
    qsizetype rows() { return groups().history(list.id(), 0, 1000).size(); }
    qsizetype rowsOf(MessageKind kind) {
        const auto all = groups().history(list.id(), 0, 1000);
        return std::count_if(all.begin(), all.end(), [&](const auto& row) { return row.kind == kind; });
    }
    /// Every kind of thing that is said in groups, as whoever speaks now would say it.
    std::vector<Content::Body> everything() {
        SignedMembership forged = signedList;
        forged.signature = hub.identity().sign("sesame group v1", forged.membership);
        return {
            GroupMembershipContent{signedList},
            GroupMembershipContent{forged},
            GroupAnswerContent{list.id(), Answer::Joined},
            GroupAnswerContent{list.id(), Answer::Declined},
            text(),
            text("hello"),
            GroupLeaveContent{list.id(), list.version, signLeave(list.id(), list.version, hub.identity())},
            invitation(rule()),
            GroupAskedContent{list.id(), hub.receiver()},
            GroupAskedContent{list.id(), list.founder}};
    }
    /// All of it, and nothing is another one afterwards.
    void changesNothing() {
        const GroupView before = view();
        const qsizetype rowsBefore = rows();
        for (const auto& body : everything())
            hub.say(body);
        ASSERT_TRUE(caughtUp());
        EXPECT_EQ(rows(), rowsBefore);
        EXPECT_EQ(view().state, before.state);
        EXPECT_EQ(view().version, before.version);
        EXPECT_EQ(view().unread, before.unread);
        for (qsizetype i = 0; i < before.members.size(); ++i)
            EXPECT_EQ(view().members[i].joined, before.members[i].joined);
    }
    void typeInGroup() { ASSERT_TRUE(groups().sendText(list.id(), QString::fromUtf8(kPhrase))); }
    void expectNothing() {
        settle();
        EXPECT_TRUE(mum.consents.empty());
        EXPECT_TRUE(mum.nears.empty());
        EXPECT_TRUE(mum.launcher.started.empty());
    }
};

// S46, S47: no question is shown for a list that is not good.
TEST_F(LyingGroup, AsksNobodyByAListThatIsNotTheirs) {
    const auto isNone = [&](const SignedMembership& bad) {
        hub.say(GroupMembershipContent{bad});
        ASSERT_TRUE(caughtUp());
        EXPECT_TRUE(groups().all().isEmpty());
    };
    SignedMembership bad = signedList;
    bad.signature[7] ^= std::byte{1};
    isNone(bad);
    bad = signedList;
    bad.signature = crypto::Identity::generate(hub.random).sign("sesame group v1", bad.membership);
    isNone(bad);
    Membership without = list;
    without.members.erase(without.members.begin() + 1);
    isNone(sign(without, hub.identity()));
    Membership over = list;
    over.ended = true;
    isNone(sign(over, hub.identity()));
    hub.changeAccount();
    isNone(signedList);
}

// S10
TEST_F(LyingGroup, ChangesNothingByAnOlderOrAnEqualVersion) {
    join();
    publish();
    for (const std::uint64_t version : {list.version - 1, list.version}) {
        Membership older = list;
        older.version = version;
        older.name = "Others";
        older.members.pop_back();
        hub.say(GroupMembershipContent{sign(older, hub.identity())});
        ASSERT_TRUE(caughtUp());
        EXPECT_EQ(view().name, QStringLiteral("Family"));
        EXPECT_EQ(view().members.size(), 3);
    }
    list.ended = true;
    publish();
    EXPECT_EQ(view().state, GroupState::Ended);
    list.ended = false;
    ++list.version;
    hub.say(GroupMembershipContent{sign(list, hub.identity())});
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(view().state, GroupState::Ended);
}

// M32: of a group that this user has not joined nothing is shown or judged.
TEST_F(LyingGroup, ShowsNothingBeforeTheYes) {
    publish();
    ASSERT_EQ(view().state, GroupState::Asked);
    hub.say(text());
    hub.say(GroupAskedContent{list.id(), list.members[2].key});
    const MessageId id = hub.say(invitation(rule()));
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(rows(), 0);
    EXPECT_FALSE(mum.client->pressInvitation(id, true));
    EXPECT_FALSE(groups().sendText(list.id(), QString::fromUtf8(kPhrase)));
    type(kPhrase);
    expectNothing();
    ASSERT_TRUE(groups().answer(list.id(), false, list.version));
    changesNothing();
}

// M32: group stranger, every kind.
TEST_F(LyingGroup, IsChangedByNoStranger) {
    list.members.pop_back();
    join();
    const MessageId id = inviteInGroup(rule());
    hub.changeAccount();
    changesNothing();
    EXPECT_EQ(stateAt(id), InvitationState::Open);
    expectNothing();
}

// M32: somebody who was removed is a stranger.
TEST_F(LyingGroup, IsChangedByNobodyWhoWasRemoved) {
    joinBoth();
    hub.say(text("hello"));
    ASSERT_TRUE(caughtUp());
    ASSERT_EQ(rowsOf(MessageKind::Text), 1);
    const MessageId theirs = inviteInGroup(rule());
    hub.changeAccount();
    list.members.pop_back();
    publish();
    EXPECT_EQ(stateAt(theirs), InvitationState::Withdrawn);
    hub.changeAccount();
    changesNothing();
    typeInGroup();
    expectNothing();
}

// M32: in the list, and has not said that they joined.
TEST_F(LyingGroup, HearsNothingOfWhoHasNotJoined) {
    join();
    hub.changeAccount();
    hub.say(text());
    hub.say(invitation(rule()));
    hub.say(GroupAskedContent{list.id(), list.founder});
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(rowsOf(MessageKind::Text), 0);
    EXPECT_EQ(rowsOf(MessageKind::Invitation), 0);
    typeInGroup();
    expectNothing();
}

// S19: what another member says, forwards, orders or takes back.
TEST_F(LyingGroup, GrantsNothingByAnotherMember) {
    joinBoth();
    hub.changeAccount();
    const trigger::Rule founders = rule();
    const trigger::SignedRule signedRule = trigger::sign(founders, hub.identity());
    const MessageId id = inviteInGroup(founders);
    const MessageId own = *groups().sendText(list.id(), QStringLiteral("hello"));
    hub.changeAccount();
    const std::int64_t until = clock.wallMs() + 3'600'000;
    for (int round = 0; round < 3; ++round) {
        hub.say(text());
        hub.say(TextContent{kPhrase});
        GroupTextContent copy = text();
        copy.textId = own;
        hub.say(copy);
        hub.say(GroupInvitationContent{list.id(), signedRule, until});
        hub.say(InvitationContent{signedRule, until});
        hub.say(OrderContent{own, id, trigger::hashOf(signedRule)});
        hub.say(InvitationAnswerContent{id, InvitationAnswerContent::Answer::Withdrawn});
        hub.say(InvitationAnswerContent{id, InvitationAnswerContent::Answer::Declined});
    }
    ASSERT_TRUE(caughtUp());
    expectNothing();
    EXPECT_EQ(rowsOf(MessageKind::Invitation), 1);
    EXPECT_EQ(stateAt(id), InvitationState::Open);
    // Nor by an order of the helper's own: nothing in a group is judged elsewhere.
    hub.changeAccount();
    hub.say(OrderContent{own, id, trigger::hashOf(signedRule)});
    ASSERT_TRUE(caughtUp());
    expectNothing();
    // It waits for Mum's own words alone.
    typeInGroup();
    ASSERT_TRUE(eventually([&] { return mum.consents.size() == 1; }));
    EXPECT_EQ(mum.consents[0].contact, liar);
}

// S01: a copy once more, as it was or under another id.
TEST_F(LyingGroup, ShowsEachTextOnce) {
    joinBoth();
    const GroupTextContent said = text("hello");
    hub.say(said);
    hub.deliver(hub.delivered.back());
    hub.say(said);
    GroupTextContent other = said;
    other.text = "something else";
    hub.say(other);
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(rowsOf(MessageKind::Text), 1);
    EXPECT_EQ(view().unread, 1);
}

// A founder who tells each member another story is found out by what they say.
TEST_F(LyingGroup, NoticesAnotherListOfTheSameVersion) {
    joinBoth();
    GroupTextContent said = text("hello");
    said.membershipHash[0] ^= std::byte{1};
    hub.say(said);
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(rowsOf(MessageKind::Text), 0);
    EXPECT_TRUE(groups().history(list.id()).last().text.startsWith(
        QStringLiteral("A message of Second was not taken")));
}

TEST_F(LyingGroup, IsLeftOnlyWithASignature) {
    joinBoth();
    GroupLeaveContent leave{list.id(), list.version, signLeave(list.id(), list.version, hub.identity())};
    leave.signature[3] ^= std::byte{1};
    hub.say(leave);
    hub.say(
        GroupLeaveContent{list.id(), list.version + 1, signLeave(list.id(), list.version, hub.identity())});
    hub.say(GroupAnswerContent{list.id(), Answer::Declined});
    ASSERT_TRUE(caughtUp());
    EXPECT_TRUE(view().members[2].joined);
    hub.say(GroupLeaveContent{list.id(), list.version, signLeave(list.id(), list.version, hub.identity())});
    ASSERT_TRUE(caughtUp());
    EXPECT_FALSE(view().members[2].joined);
    hub.changeAccount();
    hub.say(GroupLeaveContent{list.id(), list.version, signLeave(list.id(), list.version, hub.identity())});
    ASSERT_TRUE(caughtUp());
    EXPECT_TRUE(view().members[1].joined);
}

TEST_F(LyingGroup, TakesNoInvitationThatIsRecognisedElsewhere) {
    join();
    for (const auto place : {trigger::JudgePlace::Helper, trigger::JudgePlace::Hub}) {
        trigger::Rule elsewhere = rule();
        elsewhere.judgedAt = place;
        hub.say(invitation(elsewhere));
    }
    trigger::Rule others = rule();
    others.receiver = list.members[2].key;
    hub.say(invitation(others));
    ASSERT_TRUE(caughtUp());
    EXPECT_EQ(rowsOf(MessageKind::Invitation), 0);
    typeInGroup();
    expectNothing();
}

}  // namespace
}  // namespace sesame::client
