// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migrations.h"
#include "unit/store/scratch.h"

namespace sesame::test {
namespace {

using namespace sesame::store;

GroupRecord groupOf(std::uint64_t number, std::uint64_t version = 1) {
    GroupRecord group;
    group.id = idOf<GroupId>(number);
    group.founder = idOf<PublicIdentity>(9);
    group.version = version;
    group.name = "家人";
    group.state = GroupState::Joined;
    group.sinceMs = 4;
    group.membership = toBytes(asBytes(std::string_view("as it was signed")));
    group.signature = Bytes(64, std::byte{3});
    return group;
}

GroupMessageRecord said(std::uint64_t number, const std::string& text, std::int64_t sender = 0,
                        std::uint64_t group = 1) {
    GroupMessageRecord message;
    message.id = idOf<MessageId>(number);
    message.group = idOf<GroupId>(group);
    message.sender = ContactId{sender};
    message.sentMs = 7;
    message.text = text;
    message.mail = idOf<MessageId>(number + 1000);
    return message;
}

struct StoredGroups : testing::Test {
    void reopen() {
        store_.reset();
        store_.emplace(openStore(scratch_));
    }
    ClientStore& store() { return *store_; }
    std::int64_t add(GroupMessageRecord message) {
        EXPECT_TRUE(*store().addGroupMessage(message));
        return message.order;
    }

    Scratch scratch_;
    std::optional<ClientStore> store_{openStore(scratch_)};
};

TEST_F(StoredGroups, ComeBackAsTheyWere) {
    ASSERT_TRUE(store().saveGroup(groupOf(1)));
    reopen();
    const auto found = store().group(idOf<GroupId>(1));
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->founder, idOf<PublicIdentity>(9));
    EXPECT_EQ((*found)->version, 1U);
    EXPECT_EQ((*found)->name, "家人");
    EXPECT_EQ((*found)->state, GroupState::Joined);
    EXPECT_EQ((*found)->sinceMs, 4);
    EXPECT_EQ((*found)->membership, groupOf(1).membership);
    EXPECT_EQ((*found)->signature, groupOf(1).signature);
    EXPECT_FALSE(store().group(idOf<GroupId>(2))->has_value());
}

// S10
TEST_F(StoredGroups, DoNotGoBackToAnOlderVersionOrAnotherFounder) {
    ASSERT_TRUE(store().saveGroup(groupOf(1, 5)));
    EXPECT_EQ(store().saveGroup(groupOf(1, 4)).error().code, ErrorCode::Refused);
    GroupRecord stolen = groupOf(1, 9);
    stolen.founder = idOf<PublicIdentity>(8);
    EXPECT_EQ(store().saveGroup(stolen).error().code, ErrorCode::Refused);
    GroupRecord left = groupOf(1, 5);
    left.state = GroupState::Left;
    ASSERT_TRUE(store().saveGroup(left));
    ASSERT_TRUE(store().saveGroup(groupOf(1, 6)));
    EXPECT_EQ(store().groups()->size(), 1U);
    EXPECT_EQ((*store().group(idOf<GroupId>(1)))->version, 6U);
}

TEST_F(StoredGroups, KnowWhoJoined) {
    const GroupId group = idOf<GroupId>(1);
    EXPECT_TRUE(*store().setJoined(group, idOf<PublicIdentity>(2), true));
    EXPECT_FALSE(*store().setJoined(group, idOf<PublicIdentity>(2), true));
    EXPECT_TRUE(*store().setJoined(group, idOf<PublicIdentity>(3), true));
    EXPECT_EQ(store().joined(group)->size(), 2U);
    EXPECT_TRUE(*store().setJoined(group, idOf<PublicIdentity>(2), false));
    EXPECT_EQ(*store().joined(group), std::vector{idOf<PublicIdentity>(3)});
    EXPECT_TRUE(store().joined(idOf<GroupId>(2))->empty());
}

TEST_F(StoredGroups, KeepAMessageOncePerSender) {
    add(said(1, "hello", 4));
    GroupMessageRecord again = said(1, "hello once more", 4);
    EXPECT_FALSE(*store().addGroupMessage(again));
    add(said(1, "the id of another", 5));
    add(said(1, "in another group", 4, 2));
    EXPECT_EQ(store().groupHistory(idOf<GroupId>(1), 0, 10)->size(), 2U);
}

TEST_F(StoredGroups, ShowTheirHistoryPageByPage) {
    for (std::uint64_t number = 1; number <= 5; ++number)
        add(said(number, std::to_string(number)));
    add(said(9, "elsewhere", 0, 2));
    const auto newest = store().groupHistory(idOf<GroupId>(1), 0, 2);
    ASSERT_EQ(newest->size(), 2U);
    EXPECT_EQ((*newest)[0].text, "4");
    EXPECT_EQ((*newest)[1].text, "5");
    const auto older = store().groupHistory(idOf<GroupId>(1), (*newest)[0].order, 10);
    ASSERT_EQ(older->size(), 3U);
    EXPECT_EQ((*older)[0].text, "1");
}

TEST_F(StoredGroups, CountWhatOthersSaidAsUnread) {
    const GroupId group = idOf<GroupId>(1);
    add(said(1, "mine"));
    const auto upTo = add(said(2, "theirs", 4));
    add(said(3, "theirs too", 5));
    EXPECT_EQ(*store().groupUnread(group), 2);
    const auto read = store().markGroupRead(group, upTo);
    ASSERT_EQ(read->size(), 1U);
    EXPECT_EQ((*read)[0].mail, idOf<MessageId>(1002));
    EXPECT_EQ((*read)[0].sender, ContactId{4});
    EXPECT_EQ(*store().groupUnread(group), 1);
}

TEST_F(StoredGroups, AreSearchedApartFromConversationsOfTwo) {
    add(said(1, "周末一起吃饭"));
    add(said(2, "see you on Sunday", 4));
    auto other = textMessage(3, "Sunday it is");
    ASSERT_TRUE(store().addMessage(other));
    const auto found = store().searchGroups("sunday", 10);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ((*found)[0].id, idOf<MessageId>(2));
    EXPECT_EQ(store().searchGroups("吃饭", 10)->size(), 1U);
    EXPECT_EQ(store().search("sunday", 10)->size(), 1U);
}

// Nothing that looks for a contact's messages finds what was said in a group.
TEST_F(StoredGroups, AreNobodysConversationOfTwo) {
    add(said(1, "hello", 4));
    EXPECT_TRUE(store().history(ContactId{4}, 0, 10)->empty());
    EXPECT_FALSE(store().message(idOf<MessageId>(1))->has_value());
    EXPECT_FALSE(store().message(ContactId{4}, Direction::Incoming, idOf<MessageId>(1))->has_value());
    EXPECT_EQ(*store().unread(ContactId{4}), 0);
}

TEST_F(StoredGroups, FollowEachCopyOfAMessage) {
    const auto order = add(said(1, "hello"));
    ASSERT_TRUE(
        store().addGroupCopy({order, "bo.abc", ContactId{4}, idOf<MessageId>(21), Delivery::Sending, {}}));
    ASSERT_TRUE(store().addGroupCopy({order, "chen.abc", ContactId{0}, {}, Delivery::None, "no-contact"}));
    const MessageId mail = idOf<MessageId>(21);
    ASSERT_TRUE(store().setGroupCopy(mail, Delivery::Delivered));
    ASSERT_TRUE(store().setGroupCopy(mail, Delivery::Sent));
    EXPECT_EQ((*store().groupCopy(mail))->delivery, Delivery::Delivered);
    EXPECT_FALSE(store().groupCopy({})->has_value());
    ASSERT_TRUE(store().setGroupCopy({}, Delivery::Sent));
    reopen();
    const auto copies = store().groupCopies(order);
    ASSERT_EQ(copies->size(), 2U);
    EXPECT_EQ((*copies)[0].delivery, Delivery::Delivered);
    EXPECT_EQ((*copies)[1].delivery, Delivery::None);
    EXPECT_EQ((*copies)[1].reason, "no-contact");
    EXPECT_EQ(*store().groupCopiesIn(ContactId{4}, Delivery::Delivered), std::vector{mail});
}

TEST_F(StoredGroups, LetACopyThatFailedGoAgain) {
    const auto order = add(said(1, "hello"));
    const MessageId mail = idOf<MessageId>(21);
    ASSERT_TRUE(store().addGroupCopy({order, "bo.abc", ContactId{4}, mail, Delivery::Sending, {}}));
    ASSERT_TRUE(store().setGroupCopy(mail, Delivery::Failed, "mailbox-full"));
    EXPECT_EQ((*store().groupCopy(mail))->reason, "mailbox-full");
    ASSERT_TRUE(store().setGroupCopy(mail, Delivery::Sending));
    EXPECT_EQ((*store().groupCopy(mail))->delivery, Delivery::Sending);
}

TEST_F(StoredGroups, GiveAnInvitationItsPlace) {
    InvitationRecord invitation;
    invitation.id = idOf<MessageId>(5);
    invitation.contact = ContactId{4};
    ASSERT_TRUE(store().saveInvitation(invitation));
    invitation.id = idOf<MessageId>(6);
    invitation.group = idOf<GroupId>(1);
    ASSERT_TRUE(store().saveInvitation(invitation));
    reopen();
    EXPECT_FALSE((*store().invitation(idOf<MessageId>(5)))->group.has_value());
    EXPECT_EQ((*store().invitation(idOf<MessageId>(6)))->group, idOf<GroupId>(1));
}

}  // namespace
}  // namespace sesame::test
