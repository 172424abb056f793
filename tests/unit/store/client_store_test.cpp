// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/scratch.h"

#include <algorithm>

namespace sesame::test {
namespace {

using namespace sesame::store;

ContactRecord anna() {
    ContactRecord contact;
    contact.handle = "anna@hub.example";
    contact.name = "Anna";
    contact.ownName = "妈妈";
    contact.identity = idOf<PublicIdentity>(11);
    contact.newIdentity = idOf<PublicIdentity>(12);
    contact.state = ContactState::Accepted;
    contact.verified = true;
    contact.sinceMs = 1'795'000'000'000;
    contact.readUpToMs = 1'795'000'000'001;
    return contact;
}

RuleRecord ruleOf(std::uint64_t version, const std::string& content) {
    RuleRecord rule;
    rule.id = idOf<RuleId>(21);
    rule.contact = ContactId{1};
    rule.direction = Direction::Incoming;
    rule.version = version;
    rule.rule = toBytes(asBytes(content));
    rule.signature = Bytes(64, std::byte{9});
    return rule;
}

InvitationRecord invitationOf(std::uint64_t number) {
    InvitationRecord invitation;
    invitation.id = idOf<MessageId>(number);
    invitation.contact = ContactId{1};
    invitation.direction = Direction::Incoming;
    invitation.ruleHash = idOf<RuleHash>(31);
    invitation.rule = toBytes(asBytes("rule as it was"));
    invitation.ruleSignature = Bytes(64, std::byte{8});
    invitation.expiresMs = 5;
    invitation.receivedMs = 4;
    invitation.receivedBootMs = 3;
    invitation.bootId = "boot";
    return invitation;
}

class ClientStoreTest : public testing::Test {
  protected:
    /// Everything must survive this.
    void reopen() {
        store_.reset();
        store_.emplace(openStore(scratch_));
    }
    ClientStore& store() { return *store_; }

    Scratch scratch_;
    std::optional<ClientStore> store_{openStore(scratch_)};
};

TEST_F(ClientStoreTest, KeepsValuesByName) {
    EXPECT_FALSE(store().value("seed")->has_value());
    ASSERT_TRUE(store().setValue("seed", asBytes("one")));
    ASSERT_TRUE(store().setValue("seed", asBytes("two")));
    ASSERT_TRUE(store().setValue("empty", {}));
    reopen();
    EXPECT_EQ(asText(**store().value("seed")), "two");
    EXPECT_TRUE((*store().value("empty"))->empty());
    ASSERT_TRUE(store().removeValue("seed"));
    EXPECT_FALSE(store().value("seed")->has_value());
}

TEST_F(ClientStoreTest, KeepsContacts) {
    ContactRecord contact = anna();
    contact.id = *store().saveContact(contact);
    EXPECT_NE(contact.id, ContactId{});
    reopen();
    const auto read = **store().contact(contact.id);
    EXPECT_EQ(read.handle, contact.handle);
    EXPECT_EQ(read.name, contact.name);
    EXPECT_EQ(read.ownName, contact.ownName);
    EXPECT_EQ(read.identity, contact.identity);
    EXPECT_EQ(read.newIdentity, contact.newIdentity);
    EXPECT_EQ(read.state, contact.state);
    EXPECT_EQ(read.verified, contact.verified);
    EXPECT_EQ(read.sinceMs, contact.sinceMs);
    EXPECT_EQ(read.readUpToMs, contact.readUpToMs);
    EXPECT_EQ((*store().contactByHandle(contact.handle))->id, contact.id);
    EXPECT_FALSE(store().contactByHandle("nobody@hub.example")->has_value());
}

TEST_F(ClientStoreTest, ChangesAContactUnderItsId) {
    ContactRecord contact = anna();
    contact.id = *store().saveContact(contact);
    contact.newIdentity.reset();
    contact.state = ContactState::Blocked;
    EXPECT_EQ(*store().saveContact(contact), contact.id);
    EXPECT_EQ(store().contacts()->size(), 1U);
    EXPECT_FALSE((*store().contact(contact.id))->newIdentity.has_value());
    EXPECT_EQ((*store().contact(contact.id))->state, ContactState::Blocked);
}

TEST_F(ClientStoreTest, RefusesTwoContactsWithOneHandle) {
    ContactRecord first = anna();
    ASSERT_TRUE(store().saveContact(first));
    EXPECT_EQ(store().saveContact(first).error().code, ErrorCode::Exists);
    ContactRecord second = anna();
    second.handle = "otto@hub.example";
    second.id = *store().saveContact(second);
    second.handle = first.handle;
    EXPECT_EQ(store().saveContact(second).error().code, ErrorCode::Exists);
    second.id = ContactId{99};
    EXPECT_EQ(store().saveContact(second).error().code, ErrorCode::NotFound);
}

TEST_F(ClientStoreTest, KeepsMessagesAsTheyAre) {
    MessageRecord message = textMessage(1, std::string("a\0b 远程 \xff", 12));
    message.extra = "extra";
    message.kind = MessageKind::Invitation;
    ASSERT_TRUE(*store().addMessage(message));
    reopen();
    const auto read = **store().message(message.id);
    EXPECT_EQ(read.id, message.id);
    EXPECT_EQ(read.contact, message.contact);
    EXPECT_EQ(read.direction, message.direction);
    EXPECT_EQ(read.kind, message.kind);
    EXPECT_EQ(read.delivery, message.delivery);
    EXPECT_EQ(read.sentMs, message.sentMs);
    EXPECT_EQ(read.order, message.order);
    EXPECT_EQ(read.text, message.text);
    EXPECT_EQ(read.extra, message.extra);
}

// I8: exactly once to the eye.
TEST_F(ClientStoreTest, AddsAMessageOnlyOncePerContactAndDirection) {
    auto message = textMessage(1, "once", Direction::Incoming);
    EXPECT_TRUE(*store().addMessage(message));
    EXPECT_FALSE(*store().addMessage(message));
    EXPECT_EQ(store().history(ContactId{1}, 0, 10)->size(), 1U);
    EXPECT_EQ(store().search("once", 10)->size(), 1U);
    message.direction = Direction::Outgoing;
    EXPECT_TRUE(*store().addMessage(message));
    message.contact = ContactId{2};
    EXPECT_TRUE(*store().addMessage(message));
}

TEST_F(ClientStoreTest, PrefersTheOwnMessageWhenAPeerBorrowsItsId) {
    auto foreign = textMessage(1, "foreign", Direction::Incoming);
    auto own = textMessage(1, "own");
    ASSERT_TRUE(*store().addMessage(foreign));
    ASSERT_TRUE(*store().addMessage(own));
    EXPECT_EQ((*store().message(own.id))->text, "own");
    EXPECT_EQ((*store().message(own.contact, Direction::Incoming, own.id))->text, "foreign");
}

TEST_F(ClientStoreTest, OrderOnlyRises) {
    std::int64_t last = 0;
    for (std::uint64_t i = 0; i < 20; ++i) {
        auto message = textMessage(i, "m");
        message.sentMs = 1000 - static_cast<std::int64_t>(i);
        ASSERT_TRUE(*store().addMessage(message));
        EXPECT_GT(message.order, last);
        last = message.order;
        if (i == 10)
            reopen();
    }
}

TEST_F(ClientStoreTest, GivesHistoryInPages) {
    for (std::uint64_t i = 1; i <= 10; ++i) {
        auto message = textMessage(i, std::to_string(i));
        ASSERT_TRUE(*store().addMessage(message));
        message.contact = ContactId{2};
        ASSERT_TRUE(*store().addMessage(message));
    }
    const auto newest = *store().history(ContactId{1}, 0, 4);
    ASSERT_EQ(newest.size(), 4U);
    EXPECT_EQ(newest.front().text, "7");
    EXPECT_EQ(newest.back().text, "10");
    const auto older = *store().history(ContactId{1}, newest.front().order, 100);
    ASSERT_EQ(older.size(), 6U);
    EXPECT_EQ(older.front().text, "1");
    EXPECT_EQ(older.back().text, "6");
    EXPECT_EQ((*store().lastMessage(ContactId{1}))->text, "10");
    EXPECT_FALSE(store().lastMessage(ContactId{3})->has_value());
}

TEST_F(ClientStoreTest, DeliveryNeverGoesBackwards) {
    using enum Delivery;
    const std::vector<Delivery> all{None, Sending, Sent, Delivered, Read, Failed};
    const std::vector<std::vector<Delivery>> after{
        // to None, Sending, Sent, Delivered, Read, Failed
        {},
        {Sending, Sending, Sent, Delivered, Read, Failed},
        {Sent, Sent, Sent, Delivered, Read, Sent},
        {Delivered, Delivered, Delivered, Delivered, Read, Delivered},
        {Read, Read, Read, Read, Read, Read},
        {Failed, Failed, Sent, Delivered, Read, Failed},
    };
    std::uint64_t number = 0;
    for (std::size_t from = 1; from < all.size(); ++from) {
        for (std::size_t to = 0; to < all.size(); ++to) {
            auto message = textMessage(++number, "m");
            message.delivery = all[from];
            ASSERT_TRUE(*store().addMessage(message));
            ASSERT_TRUE(store().setDelivery(message.id, all[to], "reason"));
            EXPECT_EQ((*store().message(message.id))->delivery, after[from][to]) << from << " to " << to;
        }
    }
    EXPECT_TRUE(store().setDelivery(idOf<MessageId>(999), Read));
}

TEST_F(ClientStoreTest, OnlyAFailedMessageIsQueuedAgain) {
    auto message = textMessage(1, "m");
    ASSERT_TRUE(*store().addMessage(message));
    EXPECT_EQ(store().requeue(message.id).error().code, ErrorCode::Refused);
    ASSERT_TRUE(store().setDelivery(message.id, Delivery::Failed, "too-big"));
    EXPECT_EQ((*store().message(message.id))->extra, "too-big");
    ASSERT_TRUE(store().requeue(message.id));
    EXPECT_EQ((*store().message(message.id))->delivery, Delivery::Sending);
    EXPECT_EQ((*store().message(message.id))->extra, "");
    EXPECT_EQ(store().requeue(idOf<MessageId>(2)).error().code, ErrorCode::NotFound);
}

TEST_F(ClientStoreTest, AReceiptDoesNotTouchAnIncomingMessageOfTheSameId) {
    auto message = textMessage(1, "m", Direction::Incoming);
    ASSERT_TRUE(*store().addMessage(message));
    ASSERT_TRUE(store().setDelivery(message.id, Delivery::Read));
    EXPECT_EQ((*store().message(message.id))->delivery, Delivery::None);
}

TEST_F(ClientStoreTest, ListsWhatIsOnItsWay) {
    for (std::uint64_t i = 1; i <= 4; ++i) {
        auto message = textMessage(i, "m");
        ASSERT_TRUE(*store().addMessage(message));
    }
    ASSERT_TRUE(store().setDelivery(idOf<MessageId>(2), Delivery::Sent));
    const std::vector expected{idOf<MessageId>(1), idOf<MessageId>(3), idOf<MessageId>(4)};
    EXPECT_EQ(*store().outgoingIn(ContactId{1}, Delivery::Sending), expected);
    EXPECT_EQ(store().outgoingIn(ContactId{2}, Delivery::Sending)->size(), 0U);
}

TEST_F(ClientStoreTest, CountsUnreadAndTellsWhatBecameRead) {
    for (std::uint64_t i = 1; i <= 4; ++i) {
        auto message = textMessage(i, "m", i == 2 ? Direction::Outgoing : Direction::Incoming);
        if (i == 4)
            message.kind = MessageKind::Notice;
        ASSERT_TRUE(*store().addMessage(message));
    }
    EXPECT_EQ(*store().unread(ContactId{1}), 2);
    EXPECT_EQ(*store().markRead(ContactId{1}, 2), std::vector{idOf<MessageId>(1)});
    EXPECT_EQ(*store().unread(ContactId{1}), 1);
    EXPECT_EQ(*store().markRead(ContactId{1}, 100), std::vector{idOf<MessageId>(3)});
    EXPECT_TRUE(store().markRead(ContactId{1}, 100)->empty());
    EXPECT_EQ(*store().unread(ContactId{1}), 0);
}

TEST_F(ClientStoreTest, RemembersEachMailOnce) {
    EXPECT_TRUE(*store().rememberMail(ContactId{1}, idOf<MessageId>(1)));
    reopen();
    EXPECT_FALSE(*store().rememberMail(ContactId{1}, idOf<MessageId>(1)));
    EXPECT_TRUE(*store().rememberMail(ContactId{2}, idOf<MessageId>(1)));
}

TEST_F(ClientStoreTest, KeepsTheOutboxInOrder) {
    for (std::uint64_t i = 1; i <= 5; ++i) {
        OutboxRecord record{0, idOf<MessageId>(i), ContactId{1}, Bytes(i, std::byte{1})};
        ASSERT_TRUE(store().addOutbox(record));
        EXPECT_EQ(record.order, static_cast<std::int64_t>(i));
    }
    OutboxRecord again{0, idOf<MessageId>(3), ContactId{1}, {}};
    EXPECT_EQ(store().addOutbox(again).error().code, ErrorCode::Exists);
    ASSERT_TRUE(store().removeOutbox(idOf<MessageId>(5)));
    reopen();
    const auto waiting = *store().outbox(1, 2);
    ASSERT_EQ(waiting.size(), 2U);
    EXPECT_EQ(waiting[0].id, idOf<MessageId>(2));
    EXPECT_EQ(waiting[1].sealed.size(), 3U);
    // An order is not given twice, not even when the last mail is gone.
    ASSERT_TRUE(store().addOutbox(again = {0, idOf<MessageId>(9), ContactId{1}, {}}));
    EXPECT_GT(again.order, 5);
}

TEST_F(ClientStoreTest, KeepsOneSessionPerContact) {
    EXPECT_FALSE(store().session(ContactId{1})->has_value());
    ASSERT_TRUE(store().saveSession(ContactId{1}, asBytes("old")));
    ASSERT_TRUE(store().saveSession(ContactId{1}, asBytes("new")));
    reopen();
    EXPECT_EQ(asText(**store().session(ContactId{1})), "new");
    ASSERT_TRUE(store().removeSession(ContactId{1}));
    EXPECT_FALSE(store().session(ContactId{1})->has_value());
}

TEST_F(ClientStoreTest, KeepsPrekeysUntilRemoved) {
    PrekeyRecord prekey{4'000'000'000U, true, {}, {}, 77};
    prekey.publicKey.fill(std::byte{1});
    prekey.privateKey.fill(std::byte{2});
    ASSERT_TRUE(store().savePrekey(prekey));
    reopen();
    const auto read = **store().prekey(prekey.id, true);
    EXPECT_EQ(read.id, prekey.id);
    EXPECT_TRUE(read.oneTime);
    EXPECT_EQ(read.publicKey, prekey.publicKey);
    EXPECT_EQ(read.privateKey, prekey.privateKey);
    EXPECT_EQ(read.createdMs, 77);
    EXPECT_FALSE(store().prekey(prekey.id, false)->has_value());
    EXPECT_EQ(store().prekeys(true)->size(), 1U);
    EXPECT_EQ(store().prekeys(false)->size(), 0U);
    ASSERT_TRUE(store().removePrekey(prekey.id, true));
    EXPECT_FALSE(store().prekey(prekey.id, true)->has_value());
}

// S02
TEST_F(ClientStoreTest, SeesAFirstMessageOnlyOnce) {
    ByteArray<32> digest;
    digest.fill(std::byte{5});
    EXPECT_TRUE(*store().rememberInitial(digest));
    reopen();
    EXPECT_FALSE(*store().rememberInitial(digest));
}

// S10
TEST_F(ClientStoreTest, RefusesARuleThatIsNotNewer) {
    ASSERT_TRUE(store().saveRule(ruleOf(3, "three")));
    EXPECT_EQ(store().saveRule(ruleOf(3, "other three")).error().code, ErrorCode::Refused);
    EXPECT_EQ(store().saveRule(ruleOf(2, "two")).error().code, ErrorCode::Refused);
    EXPECT_EQ(store().saveRule(ruleOf(UINT64_MAX, "far")).error().code, ErrorCode::Refused);
    reopen();
    auto rules = *store().rules(ContactId{1}, Direction::Incoming);
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(asText(rules[0].rule), "three");
    EXPECT_EQ(rules[0].version, 3U);
    EXPECT_EQ(rules[0].signature, Bytes(64, std::byte{9}));
    ASSERT_TRUE(store().saveRule(ruleOf(4, "four")));
    rules = *store().rules(ContactId{1}, Direction::Incoming);
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(asText(rules[0].rule), "four");
}

TEST_F(ClientStoreTest, ARuleIdBelongsToOnePairAndDirection) {
    RuleRecord rule = ruleOf(5, "of one");
    ASSERT_TRUE(store().saveRule(rule));
    rule.contact = ContactId{2};
    rule.version = 1;
    ASSERT_TRUE(store().saveRule(rule));
    rule.direction = Direction::Outgoing;
    ASSERT_TRUE(store().saveRule(rule));
    EXPECT_EQ(store().rules(ContactId{1}, Direction::Incoming)->at(0).version, 5U);
}

TEST_F(ClientStoreTest, ADisabledRuleLivesAgainOnlyInANewerVersion) {
    ASSERT_TRUE(store().saveRule(ruleOf(1, "one")));
    ASSERT_TRUE(store().disableRule(ContactId{1}, Direction::Incoming, ruleOf(1, "").id));
    EXPECT_FALSE(store().rules(ContactId{1}, Direction::Incoming)->at(0).enabled);
    EXPECT_FALSE(store().saveRule(ruleOf(1, "one")));
    ASSERT_TRUE(store().saveRule(ruleOf(2, "two")));
    EXPECT_TRUE(store().rules(ContactId{1}, Direction::Incoming)->at(0).enabled);
}

// S09
TEST_F(ClientStoreTest, KeepsAnInvitationAsItWas) {
    const InvitationRecord invitation = invitationOf(41);
    ASSERT_TRUE(store().saveInvitation(invitation));
    InvitationRecord other = invitation;
    other.rule = toBytes(asBytes("another rule"));
    EXPECT_EQ(store().saveInvitation(other).error().code, ErrorCode::Exists);
    reopen();
    const auto read = **store().invitation(invitation.id);
    EXPECT_EQ(read.id, invitation.id);
    EXPECT_EQ(read.contact, invitation.contact);
    EXPECT_EQ(read.direction, invitation.direction);
    EXPECT_EQ(read.ruleHash, invitation.ruleHash);
    EXPECT_EQ(read.rule, invitation.rule);
    EXPECT_EQ(read.ruleSignature, invitation.ruleSignature);
    EXPECT_EQ(read.expiresMs, invitation.expiresMs);
    EXPECT_EQ(read.receivedMs, invitation.receivedMs);
    EXPECT_EQ(read.receivedBootMs, invitation.receivedBootMs);
    EXPECT_EQ(read.bootId, invitation.bootId);
    EXPECT_EQ(read.state, InvitationState::Open);
}

TEST_F(ClientStoreTest, AnInvitationClosesOnceAndForAll) {
    ASSERT_TRUE(store().saveInvitation(invitationOf(41)));
    ASSERT_TRUE(store().saveInvitation(invitationOf(42)));
    EXPECT_EQ(store().openInvitations(ContactId{1}, Direction::Incoming)->size(), 2U);
    ASSERT_TRUE(store().setInvitationState(idOf<MessageId>(41), InvitationState::Used));
    EXPECT_EQ(store().setInvitationState(idOf<MessageId>(41), InvitationState::Open).error().code,
              ErrorCode::Refused);
    EXPECT_EQ(store().setInvitationState(idOf<MessageId>(43), InvitationState::Used).error().code,
              ErrorCode::NotFound);
    const auto open = *store().openInvitations(ContactId{1}, Direction::Incoming);
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].id, idOf<MessageId>(42));
    EXPECT_TRUE(store().openInvitations(ContactId{1}, Direction::Outgoing)->empty());
}

TEST_F(ClientStoreTest, AWishWaitsForOneAnswer) {
    InvitationRecord wish = invitationOf(41);
    wish.rule.clear();
    wish.ruleSignature.clear();
    wish.state = InvitationState::Asked;
    wish.wish = toBytes(asBytes("as it was asked"));
    ASSERT_TRUE(store().saveInvitation(wish));
    EXPECT_EQ(store().openInvitations(ContactId{1}, Direction::Incoming)->size(), 1U);
    InvitationRecord granted = invitationOf(41);
    granted.expiresMs = 77;
    ASSERT_TRUE(store().grantWish(granted));
    EXPECT_EQ(store().grantWish(granted).error().code, ErrorCode::Refused);
    reopen();
    const auto read = **store().invitation(wish.id);
    EXPECT_EQ(read.wish, wish.wish);
    EXPECT_EQ(read.rule, granted.rule);
    EXPECT_EQ(read.ruleSignature, granted.ruleSignature);
    EXPECT_EQ(read.expiresMs, 77);
    EXPECT_EQ(read.state, InvitationState::Open);

    wish.id = idOf<MessageId>(42);
    ASSERT_TRUE(store().saveInvitation(wish));
    ASSERT_TRUE(store().setInvitationState(wish.id, InvitationState::Declined));
    granted.id = wish.id;
    EXPECT_EQ(store().grantWish(granted).error().code, ErrorCode::Refused);
}

// I6
TEST_F(ClientStoreTest, TheAuditLogGrowsWithoutGapsAndNeverChanges) {
    AuditRecord record{1, 5, "asked", "Anna", "open the calculator", {}};
    record.chain.fill(std::byte{3});
    ASSERT_TRUE(store().appendAudit(record));
    EXPECT_EQ(store().appendAudit(record).error().code, ErrorCode::Refused);
    record.index = 3;
    EXPECT_EQ(store().appendAudit(record).error().code, ErrorCode::Refused);
    record.index = 2;
    ASSERT_TRUE(store().appendAudit(record));
    store_.reset();
    {
        auto database = Database::open(scratch_.database(), keyOf(7));
        ASSERT_TRUE(database);
        EXPECT_FALSE(database->execute("DELETE FROM audit WHERE number = 2"));
        EXPECT_FALSE(database->execute("UPDATE audit SET detail = '' WHERE number = 1"));
    }
    reopen();
    const auto read = *store().audit();
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].index, 1U);
    EXPECT_EQ(read[0].wallMs, 5);
    EXPECT_EQ(read[0].event, "asked");
    EXPECT_EQ(read[0].peer, "Anna");
    EXPECT_EQ(read[0].detail, "open the calculator");
    EXPECT_EQ(read[0].chain, record.chain);
}

// S41
TEST_F(ClientStoreTest, ARestoredCopyHasNoLiveRuleNoOpenInvitationAndNoSession) {
    RuleRecord outgoing = ruleOf(1, "out");
    outgoing.direction = Direction::Outgoing;
    ASSERT_TRUE(store().saveRule(ruleOf(1, "in")));
    ASSERT_TRUE(store().saveRule(outgoing));
    ASSERT_TRUE(store().saveInvitation(invitationOf(41)));
    ASSERT_TRUE(store().saveInvitation(invitationOf(42)));
    ASSERT_TRUE(store().setInvitationState(idOf<MessageId>(42), InvitationState::Declined));
    ASSERT_TRUE(store().saveSession(ContactId{1}, asBytes("state")));
    ASSERT_TRUE(store().savePrekey({1, true, {}, {}, 1}));
    ASSERT_TRUE(store().savePrekey({1, false, {}, {}, 1}));
    auto message = textMessage(1, "kept");
    ASSERT_TRUE(*store().addMessage(message));
    ASSERT_TRUE(store().markRestored());
    reopen();
    EXPECT_FALSE(store().rules(ContactId{1}, Direction::Incoming)->at(0).enabled);
    EXPECT_FALSE(store().rules(ContactId{1}, Direction::Outgoing)->at(0).enabled);
    EXPECT_TRUE(store().openInvitations(ContactId{1}, Direction::Incoming)->empty());
    EXPECT_EQ((*store().invitation(idOf<MessageId>(41)))->state, InvitationState::Expired);
    EXPECT_EQ((*store().invitation(idOf<MessageId>(42)))->state, InvitationState::Declined);
    EXPECT_FALSE(store().session(ContactId{1})->has_value());
    EXPECT_TRUE(store().prekeys(true)->empty());
    EXPECT_TRUE(store().prekeys(false)->empty());
    EXPECT_TRUE((*store().message(message.id)).has_value());
}

TEST_F(ClientStoreTest, KnowsWhichFilesMayGoOn) {
    using enum FileState;
    std::uint64_t number = 0;
    for (const auto direction : {Direction::Incoming, Direction::Outgoing})
        for (const auto state : {Offered, Moving, Waiting, Done, Declined, Cancelled, Expired, Failed}) {
            FileRecord file;
            file.id = idOf<MessageId>(++number);
            file.contact = ContactId{1};
            file.direction = direction;
            file.state = state;
            ASSERT_TRUE(store().addFile(file));
        }
    std::vector<std::pair<Direction, FileState>> found;
    const auto files = store().filesUnderWay();
    ASSERT_TRUE(files);
    for (const FileRecord& file : *files)
        found.emplace_back(file.direction, file.state);
    std::ranges::sort(found);
    std::vector<std::pair<Direction, FileState>> expected{
        {Direction::Incoming, Offered}, {Direction::Incoming, Moving},  {Direction::Incoming, Waiting},
        {Direction::Incoming, Failed},  {Direction::Outgoing, Offered}, {Direction::Outgoing, Moving},
        {Direction::Outgoing, Waiting}};
    std::ranges::sort(expected);
    EXPECT_EQ(found, expected);
}

TEST_F(ClientStoreTest, AFailedTransactionLeavesNothing) {
    const Status status = store().transact([&]() -> Status {
        auto message = textMessage(1, "gone");
        SESAME_TRY(store().addMessage(message));
        SESAME_TRY(store().setValue("seed", asBytes("gone")));
        return Error{ErrorCode::Cancelled, "changed my mind"};
    });
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(store().history(ContactId{1}, 0, 10)->empty());
    EXPECT_TRUE(store().search("gone", 10)->empty());
    EXPECT_FALSE(store().value("seed")->has_value());
    // And the next one works.
    ASSERT_TRUE(store().transact([&] { return store().setValue("seed", asBytes("kept")); }));
    reopen();
    EXPECT_EQ(asText(**store().value("seed")), "kept");
}

TEST_F(ClientStoreTest, ARefusalInsideATransactionIsNoFailureOfIt) {
    ASSERT_TRUE(store().saveRule(ruleOf(2, "two")));
    ASSERT_TRUE(store().transact([&]() -> Status {
        SESAME_TRY(store().setValue("seen", asBytes("yes")));
        EXPECT_FALSE(store().saveRule(ruleOf(1, "one")));
        return {};
    }));
    EXPECT_TRUE(store().value("seen")->has_value());
}

}  // namespace
}  // namespace sesame::test
