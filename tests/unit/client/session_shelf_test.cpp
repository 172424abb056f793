// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session_shelf.h"

#include "unit/crypto/people.h"
#include "unit/store/scratch.h"

namespace sesame::client {
namespace {

/// Alice's shelf, and Bob as the sessions that he holds.
struct Shelf : testing::Test {
    const test::Scratch scratch;
    Ledger ledger{test::openStore(scratch)};
    crypto::SeededRandom random{1};
    crypto::Person alice{random};
    crypto::Person bob{random};
    SessionShelf shelf{ledger, random};
    store::ContactId contact;

    void SetUp() override {
        store::ContactRecord record;
        record.identity = bob.id();
        contact = *ledger.store().saveContact(record);
        for (const auto& [pair, oneTime] : {std::pair(&alice.signedPrekey, false), {&alice.oneTime, true}}) {
            store::PrekeyRecord prekey;
            prekey.id = pair->id;
            prekey.oneTime = oneTime;
            prekey.publicKey = pair->publicKey.value;
            prekey.privateKey = *toArray<32>(pair->privateKey.view());
            ASSERT_TRUE(ledger.store().savePrekey(prekey));
        }
    }

    void begin() { ASSERT_TRUE(shelf.begin(contact, alice.identity, bob.id(), bob.bundle())); }
    bool opens(const Bytes& sealed) {
        return shelf.open(contact, alice.identity, bob.id(), sealed, crypto::kAssociated).has_value();
    }
    Bytes seal(crypto::Session& session) {
        return session.encrypt(asBytes("hello"), crypto::kAssociated, random);
    }
    /// A session that Alice began and Bob has answered.
    crypto::Session answered() {
        begin();
        const Bytes first = *shelf.seal(contact, asBytes("hello"), crypto::kAssociated);
        auto accepted = *crypto::Session::accept(bob.identity, alice.id(), first, crypto::kAssociated,
                                                 bob.prekeys(), random);
        EXPECT_TRUE(opens(seal(accepted.session)));
        return std::move(accepted.session);
    }
};

TEST_F(Shelf, KeepsASessionThatWorksHoweverOftenAnotherIsBegun) {
    crypto::Session works = answered();
    for (std::size_t i = 0; i < 3 * SessionShelf::kKept; ++i)
        begin();
    EXPECT_TRUE(opens(seal(works)));
}

TEST_F(Shelf, KeepsASessionThatWorksWhenTheOtherSideBeginsOne) {
    crypto::Session works = answered();
    for (std::size_t i = 1; i < SessionShelf::kKept; ++i)
        begin();
    crypto::Session theirs = *crypto::Session::initiate(bob.identity, alice.id(), alice.bundle(), random);
    EXPECT_TRUE(opens(seal(theirs)));
    EXPECT_TRUE(opens(seal(works)));
    EXPECT_TRUE(opens(seal(theirs)));
}

TEST_F(Shelf, ForgetsTheOldestOfThoseThatNobodyAnswered) {
    std::vector<Bytes> firsts;
    for (std::size_t i = 0; i <= SessionShelf::kKept; ++i) {
        begin();
        firsts.push_back(*shelf.seal(contact, asBytes("hello"), crypto::kAssociated));
    }
    const auto answers = [&](const Bytes& first) {
        auto accepted = *crypto::Session::accept(bob.identity, alice.id(), first, crypto::kAssociated,
                                                 bob.prekeys(), random);
        return opens(seal(accepted.session));
    };
    EXPECT_FALSE(answers(firsts.front()));
    EXPECT_TRUE(answers(firsts[1]));
    EXPECT_TRUE(answers(firsts.back()));
}

}  // namespace
}  // namespace sesame::client
