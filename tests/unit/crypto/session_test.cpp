// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/session.h"

#include "people.h"

#include <gtest/gtest.h>

#include <set>

namespace sesame::crypto {
namespace {

class Sessions : public testing::Test {
  protected:
    Session initiate(bool withOneTime = true) {
        return *Session::initiate(alice_.identity, bob_.id(), bob_.bundle(withOneTime), random_);
    }
    Result<Session::Accepted> accept(ByteView envelope) {
        return Session::accept(bob_.identity, alice_.id(), envelope, kAssociated, bob_.prekeys(), random_);
    }
    Bytes seal(Session& session, std::string_view text) {
        return session.encrypt(asBytes(text), kAssociated, random_);
    }
    std::string open(Session& session, ByteView envelope) {
        auto plain = session.decrypt(envelope, kAssociated, random_);
        return plain ? toString(*plain) : "refused: " + plain.error().detail;
    }

    SeededRandom random_{1};
    Person alice_{random_};
    Person bob_{random_};
};

TEST_F(Sessions, CarryTextBothWays) {
    Session alice = initiate();
    auto accepted = *accept(seal(alice, "你好"));
    EXPECT_EQ(asText(accepted.plain), "你好");
    EXPECT_EQ(accepted.signedPrekeyId, 7U);
    EXPECT_EQ(accepted.oneTimePrekeyId, 100U);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(open(alice, seal(accepted.session, "to alice")), "to alice");
        EXPECT_EQ(open(accepted.session, seal(alice, "to bob")), "to bob");
    }
    EXPECT_EQ(alice.peer(), bob_.id());
    EXPECT_EQ(accepted.session.peer(), alice_.id());
    EXPECT_EQ(alice.id(), accepted.session.id());
}

TEST_F(Sessions, WorkWithoutAOneTimePrekey) {
    Session alice = initiate(false);
    auto accepted = *accept(seal(alice, "hello"));
    EXPECT_FALSE(accepted.oneTimePrekeyId);
    EXPECT_EQ(open(alice, seal(accepted.session, "hi")), "hi");
}

TEST_F(Sessions, SendTheInitialHeaderUntilAnswered) {
    Session alice = initiate();
    const Bytes first = seal(alice, "one");
    const Bytes second = seal(alice, "two");
    const Bytes third = seal(alice, "three");
    EXPECT_TRUE(Session::isInitial(first) && Session::isInitial(second) && Session::isInitial(third));
    EXPECT_FALSE(alice.answered());
    // The second arrives first and starts the session; the others then belong to it.
    auto bob = *accept(second);
    EXPECT_EQ(asText(bob.plain), "two");
    EXPECT_EQ(open(bob.session, first), "one");
    EXPECT_EQ(open(bob.session, third), "three");
    EXPECT_EQ(open(alice, seal(bob.session, "answer")), "answer");
    EXPECT_TRUE(alice.answered());
    const Bytes fourth = seal(alice, "four");
    EXPECT_FALSE(Session::isInitial(fourth));
    EXPECT_EQ(open(bob.session, fourth), "four");
}

// S01
TEST_F(Sessions, S01DropAReplayedEnvelope) {
    Session alice = initiate();
    const Bytes hello = seal(alice, "hello");
    auto bob = *accept(hello);
    const Bytes grant = seal(alice, "open sesame");
    EXPECT_EQ(open(bob.session, grant), "open sesame");
    EXPECT_EQ(bob.session.decrypt(grant, kAssociated, random_).error().code, ErrorCode::Expired);
    EXPECT_EQ(bob.session.decrypt(hello, kAssociated, random_).error().code, ErrorCode::Expired);
    const Bytes late = seal(alice, "late");
    EXPECT_EQ(open(bob.session, seal(alice, "early")), "early");
    EXPECT_EQ(open(bob.session, late), "late");
    EXPECT_FALSE(bob.session.decrypt(late, kAssociated, random_));
}

// S02
TEST_F(Sessions, S02GiveEveryCopyOfAStartTheSameDigest) {
    Session alice = initiate(false);
    const Bytes first = seal(alice, "one");
    const Bytes second = seal(alice, "two");
    auto once = *accept(first);
    auto again = *accept(first);
    auto other = *accept(second);
    EXPECT_EQ(once.initialDigest, again.initialDigest);
    EXPECT_EQ(once.initialDigest, other.initialDigest);
    EXPECT_EQ(once.initialDigest, *Session::initialId(second, bob_.id()));
    EXPECT_EQ(once.initialDigest, once.session.id());
    Session fresh = initiate(false);
    EXPECT_NE(once.initialDigest, accept(seal(fresh, "one"))->initialDigest);
}

TEST_F(Sessions, StartOnlyFromWhatTheReceiverStillHas) {
    Session alice = initiate();
    const Bytes hello = seal(alice, "hello");
    Session::PrekeySource none{[](std::uint32_t) { return std::nullopt; },
                               [](std::uint32_t) { return std::nullopt; }};
    EXPECT_EQ(Session::accept(bob_.identity, alice_.id(), hello, kAssociated, none, random_).error().code,
              ErrorCode::NotFound);
    Session::PrekeySource spent = bob_.prekeys();
    spent.oneTimePrekey = none.oneTimePrekey;
    EXPECT_EQ(Session::accept(bob_.identity, alice_.id(), hello, kAssociated, spent, random_).error().code,
              ErrorCode::NotFound);
}

TEST_F(Sessions, RefuseSomebodyElse) {
    Session alice = initiate();
    const Bytes hello = seal(alice, "hello");
    Person carol(random_);
    EXPECT_FALSE(
        Session::accept(bob_.identity, carol.id(), hello, kAssociated, bob_.prekeys(), random_).has_value());
    EXPECT_FALSE(Session::initiate(alice_.identity, carol.id(), bob_.bundle(), random_).has_value());
    PrekeyBundle forged = bob_.bundle();
    forged.signedPrekeySignature = signPrekey(carol.identity, forged.signedPrekey);
    EXPECT_FALSE(Session::initiate(alice_.identity, bob_.id(), forged, random_).has_value());
    EXPECT_FALSE(Session::initiate(bob_.identity, bob_.id(), bob_.bundle(), random_).has_value());
}

TEST_F(Sessions, BindTheAssociatedBytes) {
    Session alice = initiate();
    const Bytes hello = seal(alice, "hello");
    EXPECT_FALSE(Session::accept(bob_.identity, alice_.id(), hello, asBytes("alice@hub to eve@hub"),
                                 bob_.prekeys(), random_)
                     .has_value());
    auto bob = *accept(hello);
    const Bytes next = seal(alice, "next");
    EXPECT_FALSE(bob.session.decrypt(next, {}, random_));
    EXPECT_EQ(open(bob.session, next), "next");
}

TEST_F(Sessions, HideTheLengthInBuckets) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    std::set<std::size_t> sizes;
    for (std::size_t length = 0; length <= 4096; ++length)
        sizes.insert(alice.encrypt(Bytes(length), kAssociated, random_).size());
    EXPECT_EQ(sizes.size(), 7U);  // 128, 256, … 4,096 and 8,192
}

TEST_F(Sessions, CarryEveryLengthAroundABucketsEdge) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    for (const std::size_t edge : {1U, 128U, 256U, 4096U, 8192U, 40960U, 45056U - 1U})
        for (std::size_t length = edge - 1; length <= edge + 1 && length <= kMaxPlainBytes; ++length) {
            // Bytes that look like padding must survive.
            const Bytes text(length, std::byte{static_cast<unsigned char>(length % 2 == 0 ? 0 : 0x80)});
            const Bytes envelope = alice.encrypt(text, kAssociated, random_);
            EXPECT_LE(envelope.size(), 48U * 1024U);
            EXPECT_EQ(*bob.decrypt(envelope, kAssociated, random_), text);
        }
}

TEST_F(Sessions, SkipAtMostAThousandMessagesAtOnce) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    for (int i = 0; i < 1000; ++i)
        seal(alice, "lost");
    Session early = alice.clone();
    const Bytes inReach = seal(early, "in reach");
    seal(alice, "lost");
    const Bytes tooFar = seal(alice, "too far");
    const Bytes before = bob.serialise();
    EXPECT_EQ(bob.decrypt(tooFar, kAssociated, random_).error().code, ErrorCode::Refused);
    EXPECT_EQ(bob.serialise(), before);
    EXPECT_EQ(open(bob, inReach), "in reach");
    EXPECT_EQ(open(bob, tooFar), "too far");
}

TEST_F(Sessions, CountSkippedMessagesOverBothChains) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    for (int i = 0; i < 600; ++i)
        seal(alice, "lost");
    EXPECT_EQ(open(alice, seal(bob, "turn")), "turn");
    for (int i = 0; i < 600; ++i)
        seal(alice, "lost");
    EXPECT_FALSE(bob.decrypt(seal(alice, "1,200 later"), kAssociated, random_));
}

TEST_F(Sessions, StoreAtMostTwoThousandKeysAndForgetTheOldest) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    std::vector<Bytes> held;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 900; ++i)
            held.push_back(seal(alice, "held"));
        EXPECT_EQ(open(bob, seal(alice, "passes")), "passes");
    }
    EXPECT_FALSE(bob.decrypt(held[0], kAssociated, random_));
    EXPECT_FALSE(bob.decrypt(held[699], kAssociated, random_));
    EXPECT_EQ(open(bob, held[700]), "held");
    EXPECT_EQ(open(bob, held[2699]), "held");
    EXPECT_LT(bob.serialise().size(), 2000U * 68U + 1000U);
}

TEST_F(Sessions, GiveTheSameKeyButNeverTheSameKeyStreamAfterALostStateWrite) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    Session old = alice.clone();
    const Bytes first = seal(alice, "aaaa");
    const Bytes second = seal(old, "aaaa");
    const auto cipher = [](const Bytes& envelope) { return Bytes(envelope.begin() + 66, envelope.end()); };
    EXPECT_NE(cipher(first), cipher(second));
    EXPECT_EQ(open(bob, first), "aaaa");
    EXPECT_FALSE(bob.decrypt(second, kAssociated, random_));
}

TEST_F(Sessions, SettleOnOneWhenBothSidesStartAtOnce) {
    Session fromAlice = initiate();
    Session fromBob = *Session::initiate(bob_.identity, alice_.id(), alice_.bundle(), random_);
    const Bytes a = seal(fromAlice, "from alice");
    const Bytes b = seal(fromBob, "from bob");
    auto atBob = *accept(a);
    auto atAlice = *Session::accept(alice_.identity, bob_.id(), b, kAssociated, alice_.prekeys(), random_);
    // Exactly one side moves, so both then send in the same session.
    EXPECT_NE(fromAlice.yieldsTo(atAlice.session), fromBob.yieldsTo(atBob.session));
    const SessionId& alicesChoice =
        fromAlice.yieldsTo(atAlice.session) ? atAlice.session.id() : fromAlice.id();
    const SessionId& bobsChoice = fromBob.yieldsTo(atBob.session) ? atBob.session.id() : fromBob.id();
    EXPECT_EQ(alicesChoice, bobsChoice);
    EXPECT_TRUE(atBob.session.yieldsTo(fromBob));
}

TEST_F(Sessions, RefuseTheInitialEnvelopeOfAnotherSession) {
    Session one = initiate();
    Session two = initiate();
    auto bob = *accept(seal(one, "hello"));
    EXPECT_FALSE(bob.session.decrypt(seal(two, "hello"), kAssociated, random_));
    EXPECT_FALSE(one.decrypt(seal(two, "hello"), kAssociated, random_));
}

TEST_F(Sessions, RestoreToTheSameSession) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    const Bytes held = seal(alice, "held");
    EXPECT_EQ(open(bob, seal(alice, "passes")), "passes");
    const Bytes state = bob.serialise();
    Session restored = *Session::restore(state);
    EXPECT_EQ(restored.serialise(), state);
    EXPECT_EQ(restored.id(), bob.id());
    EXPECT_EQ(restored.peer(), alice_.id());
    EXPECT_EQ(open(restored, held), "held");
    EXPECT_EQ(open(alice, seal(restored, "answer")), "answer");
}

TEST_F(Sessions, RefuseEveryTruncatedState) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    seal(alice, "held");
    EXPECT_EQ(open(bob, seal(alice, "passes")), "passes");
    Bytes state = bob.serialise();
    for (std::size_t length = 0; length < state.size(); ++length)
        EXPECT_FALSE(Session::restore(ByteView(state).first(length))) << length;
    state.push_back(std::byte{0});
    EXPECT_FALSE(Session::restore(state));
}

}  // namespace
}  // namespace sesame::crypto
