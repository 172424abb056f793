// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/membership.h"

#include "group.pb.h"

#include <gtest/gtest.h>

#include <random>

namespace sesame::client {
namespace {

namespace pb = wire::pb;

crypto::Identity identityOf(int number) {
    crypto::Secret<32> seed;
    seed.mutableView()[0] = static_cast<std::byte>(number);
    seed.mutableView()[1] = std::byte{7};
    return *crypto::Identity::fromSeed(seed);
}

struct MembershipTest : testing::Test {
    MembershipTest() {
        list.seed.fill(std::byte{5});
        list.founder = founder.publicKey();
        list.version = 3;
        list.name = "家人";
        list.madeMs = 1'795'000'000'000;
        list.members = {{"anna.abc", founder.publicKey()}, {"bo.abc", identityOf(2).publicKey()}};
    }

    // Its wire form changed, and signed again.
    template <typename Change>
    ErrorCode refusalOf(Change change) const {
        pb::Membership wire;
        EXPECT_TRUE(wire.ParseFromString(toString(sign(list, founder).membership)));
        change(wire);
        SignedMembership out{toBytes(asBytes(wire.SerializeAsString())), {}};
        out.signature = founder.sign("sesame group v1", out.membership);
        const auto opened = openMembership(out);
        return opened ? ErrorCode::Exists : opened.error().code;
    }

    crypto::Identity founder = identityOf(1);
    Membership list;
};

TEST_F(MembershipTest, SurvivesSigningAndOpening) {
    for (const bool ended : {false, true}) {
        list.ended = ended;
        const auto opened = openMembership(sign(list, founder));
        ASSERT_TRUE(opened) << opened.error().detail;
        EXPECT_EQ(*opened, list);
    }
    EXPECT_EQ(list.find(founder.publicKey()), &list.members[0]);
    EXPECT_EQ(list.find(std::string("bo.abc")), &list.members[1]);
    EXPECT_EQ(list.find(identityOf(9).publicKey()), nullptr);
}

// Whatever is in it.
TEST_F(MembershipTest, ComesBackForAnyListOfMembers) {
    std::mt19937 dice(20261130);
    for (int round = 0; round < 50; ++round) {
        const std::size_t size = kFewestMembers + dice() % (kMostMembers - kFewestMembers + 1);
        list.version = 1 + dice() % 1'000'000;
        list.members = {{"anna.abc", founder.publicKey()}};
        while (list.members.size() < size) {
            const int number = static_cast<int>(list.members.size()) + 1;
            list.members.push_back({"m" + std::to_string(number) + ".x", identityOf(number).publicKey()});
        }
        std::shuffle(list.members.begin(), list.members.end(), dice);
        const auto opened = openMembership(sign(list, founder));
        ASSERT_TRUE(opened) << opened.error().detail;
        EXPECT_EQ(*opened, list);
    }
}

TEST_F(MembershipTest, IsRefusedWithAnyByteChanged) {
    const SignedMembership good = sign(list, founder);
    for (std::size_t at = 0; at < good.membership.size(); ++at) {
        SignedMembership bad = good;
        bad.membership[at] ^= std::byte{1};
        EXPECT_FALSE(openMembership(bad)) << at;
    }
    for (std::size_t at = 0; at < good.signature.size(); ++at) {
        SignedMembership bad = good;
        bad.signature[at] ^= std::byte{1};
        EXPECT_FALSE(openMembership(bad)) << at;
    }
    for (std::size_t length = 0; length < good.membership.size(); ++length) {
        SignedMembership bad = good;
        bad.membership.resize(length);
        EXPECT_FALSE(openMembership(bad)) << length;
    }
}

TEST_F(MembershipTest, IsSignedForNothingElse) {
    SignedMembership other = sign(list, founder);
    other.signature = founder.sign("sesame rule v1", other.membership);
    EXPECT_EQ(openMembership(other).error().code, ErrorCode::Refused);
    other.signature = identityOf(2).sign("sesame group v1", other.membership);
    EXPECT_EQ(openMembership(other).error().code, ErrorCode::Refused);
}

TEST_F(MembershipTest, HasTwoToTwentyMembersOfWhomEachIsThereOnce) {
    const auto malformed = ErrorCode::Malformed;
    EXPECT_EQ(refusalOf([](pb::Membership& wire) { wire.mutable_members()->RemoveLast(); }), malformed);
    EXPECT_EQ(refusalOf([](pb::Membership& wire) {
                  for (int number = 3; number <= 21; ++number) {
                      auto& one = *wire.add_members();
                      one.set_handle("m" + std::to_string(number) + ".x");
                      one.set_key(toString(identityOf(number).publicKey().view()));
                  }
              }),
              malformed);
    EXPECT_EQ(refusalOf([](pb::Membership& wire) {
                  *wire.add_members() = wire.members(1);
                  wire.mutable_members(2)->set_handle("other.abc");
              }),
              malformed);
    EXPECT_EQ(refusalOf([](pb::Membership& wire) {
                  *wire.add_members() = wire.members(1);
                  wire.mutable_members(2)->set_key(toString(identityOf(3).publicKey().view()));
              }),
              malformed);
}

TEST_F(MembershipTest, IsRefusedWithoutItsFounderOrWithWhatNobodyKnows) {
    const auto malformed = ErrorCode::Malformed;
    EXPECT_EQ(refusalOf([](pb::Membership& wire) {
                  wire.mutable_members(0)->set_key(toString(identityOf(3).publicKey().view()));
              }),
              malformed);
    const auto withUnknown = [](auto& message) {
        message.GetReflection()->MutableUnknownFields(&message)->AddVarint(99, 1);
    };
    EXPECT_EQ(refusalOf([&](pb::Membership& wire) { withUnknown(wire); }), malformed);
    EXPECT_EQ(refusalOf([&](pb::Membership& wire) { withUnknown(*wire.mutable_members(1)); }), malformed);
    EXPECT_EQ(refusalOf([](pb::Membership& wire) { wire.set_version(0); }), malformed);
    EXPECT_EQ(refusalOf([](pb::Membership& wire) { wire.set_seed("short"); }), malformed);
    EXPECT_EQ(refusalOf([](pb::Membership& wire) { wire.mutable_members(1)->set_key("short"); }), malformed);
}

// S11, S49
TEST_F(MembershipTest, HasPlainNamesOnly) {
    for (const char* name : {"", "two\nlines", "Fam\xE2\x80\xAEily", " padded", "\x07"})
        EXPECT_EQ(refusalOf([&](pb::Membership& wire) { wire.set_name(name); }), ErrorCode::Malformed)
            << name;
    EXPECT_EQ(refusalOf([](pb::Membership& wire) { wire.set_name(std::string(129, 'a')); }),
              ErrorCode::Malformed);
    for (const char* handle : {"", "No Capitals", "a", "аnna.abc"})
        EXPECT_EQ(refusalOf([&](pb::Membership& wire) { wire.mutable_members(1)->set_handle(handle); }),
                  ErrorCode::Malformed)
            << handle;
}

// Nobody else can found a group that has the id of this one.
TEST_F(MembershipTest, HasAnIdThatIsItsFoundersAlone) {
    Membership other = list;
    other.founder = identityOf(2).publicKey();
    EXPECT_NE(other.id(), list.id());
    other = list;
    other.seed[0] ^= std::byte{1};
    EXPECT_NE(other.id(), list.id());
    other = list;
    other.version = 9;
    other.name = "Others";
    EXPECT_EQ(other.id(), list.id());
}

TEST_F(MembershipTest, IsLeftOnlyByWhoeverSignsForThisGroupAndVersion) {
    const crypto::Identity bo = identityOf(2);
    const auto signature = signLeave(list.id(), 3, bo);
    EXPECT_TRUE(isLeave(list.id(), 3, bo.publicKey(), signature));
    EXPECT_FALSE(isLeave(list.id(), 4, bo.publicKey(), signature));
    EXPECT_FALSE(isLeave(GroupId{}, 3, bo.publicKey(), signature));
    EXPECT_FALSE(isLeave(list.id(), 3, founder.publicKey(), signature));
}

}  // namespace
}  // namespace sesame::client
