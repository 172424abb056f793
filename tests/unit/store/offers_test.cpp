// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/store/scratch.h"

namespace sesame::test {
namespace {

using namespace sesame::store;

OfferRecord offerOf(std::uint64_t number, Direction direction = Direction::Incoming) {
    OfferRecord offer;
    offer.id = idOf<MessageId>(number);
    offer.contact = ContactId{1};
    offer.direction = direction;
    offer.set = idOf<SetId>(7);
    offer.name = "家人";
    offer.madeMs = 4;
    offer.madeBootMs = 3;
    offer.bootId = "boot";
    offer.expiresMs = 5;
    offer.count = 2;
    offer.rules = toBytes(asBytes(std::string_view("as they came")));
    return offer;
}
const std::vector<RuleId> kRules{idOf<RuleId>(1), idOf<RuleId>(2)};

struct StoredOffers : testing::Test {
    void reopen() {
        store_.reset();
        store_.emplace(openStore(scratch_));
    }
    ClientStore& store() { return *store_; }

    Scratch scratch_;
    std::optional<ClientStore> store_{openStore(scratch_)};
};

TEST_F(StoredOffers, ComeBackAsTheyWere) {
    ASSERT_TRUE(store().addOffer(offerOf(1), kRules));
    reopen();
    const auto found = store().offer(idOf<MessageId>(1));
    ASSERT_TRUE(found && *found);
    const OfferRecord& offer = **found;
    EXPECT_EQ(offer.contact, ContactId{1});
    EXPECT_EQ(offer.set, idOf<SetId>(7));
    EXPECT_EQ(offer.name, "家人");
    EXPECT_EQ(offer.state, OfferState::Open);
    EXPECT_EQ(offer.madeMs, 4);
    EXPECT_EQ(offer.madeBootMs, 3);
    EXPECT_EQ(offer.bootId, "boot");
    EXPECT_EQ(offer.expiresMs, 5);
    EXPECT_EQ(offer.count, 2U);
    EXPECT_EQ(offer.rules, offerOf(1).rules);
    EXPECT_FALSE(store().offer(idOf<MessageId>(2))->has_value());
}

TEST_F(StoredOffers, AreThereOnce) {
    ASSERT_TRUE(store().addOffer(offerOf(1), kRules));
    const Status again = store().addOffer(offerOf(1, Direction::Outgoing), {idOf<RuleId>(9)});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Exists);
    EXPECT_FALSE(*store().isOnlyOffered(ContactId{1}, Direction::Incoming, idOf<RuleId>(9)));
}

TEST_F(StoredOffers, AreListedNewestFirstAndByState) {
    for (std::uint64_t number = 1; number <= 3; ++number)
        ASSERT_TRUE(store().addOffer(offerOf(number), kRules));
    ASSERT_TRUE(store().addOffer(offerOf(4, Direction::Outgoing), kRules));
    ASSERT_TRUE(store().setOfferState(idOf<MessageId>(2), OfferState::Accepted, 2));
    const auto all = store().offers(Direction::Incoming);
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 3U);
    EXPECT_EQ((*all)[0].id, idOf<MessageId>(3));
    EXPECT_EQ((*all)[1].taken, 2U);
    EXPECT_TRUE((*all)[0].rules.empty());
    EXPECT_EQ(store().openOffers(ContactId{1}, Direction::Incoming)->size(), 2U);
    EXPECT_TRUE(store().openOffers(ContactId{2}, Direction::Incoming)->empty());
}

TEST_F(StoredOffers, HoldRulesThatAreNoneBeforeTheyAreAccepted) {
    ASSERT_TRUE(store().addOffer(offerOf(1), kRules));
    const auto only = [&](ContactId contact, Direction direction, std::uint64_t rule) {
        return *store().isOnlyOffered(contact, direction, idOf<RuleId>(rule));
    };
    EXPECT_TRUE(only(ContactId{1}, Direction::Incoming, 2));
    EXPECT_FALSE(only(ContactId{1}, Direction::Incoming, 3));
    EXPECT_FALSE(only(ContactId{1}, Direction::Outgoing, 2));
    EXPECT_FALSE(only(ContactId{2}, Direction::Incoming, 2));
    ASSERT_TRUE(store().setOfferState(idOf<MessageId>(1), OfferState::Declined));
    EXPECT_TRUE(only(ContactId{1}, Direction::Incoming, 2));
    ASSERT_TRUE(store().setOfferState(idOf<MessageId>(1), OfferState::Accepted, 2));
    EXPECT_FALSE(only(ContactId{1}, Direction::Incoming, 2));
}

// S41
TEST_F(StoredOffers, AreOverInARestoredCopy) {
    ASSERT_TRUE(store().addOffer(offerOf(1), kRules));
    ASSERT_TRUE(store().markRestored());
    EXPECT_EQ((*store().offer(idOf<MessageId>(1)))->state, OfferState::Expired);
}

}  // namespace
}  // namespace sesame::test
