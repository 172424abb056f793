// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/agreement.h"
#include "crypto/checked.h"
#include "people.h"

#include <gtest/gtest.h>

// M21: keys that an honest program never makes, at every place where one can be put.
namespace sesame::crypto {
namespace {

/// The u-coordinates whose X25519 result is all zero: orders 1, 2, 4 and 8 on curve and twist, and the same
/// numbers written larger than the prime.
constexpr const char* kLowOrderPoints[] = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
};

/// The eight points of small order on Ed25519, and non-canonical encodings of points.
constexpr const char* kUnsoundIdentities[] = {
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
};

ByteArray<32> key(std::string_view hex) {
    return *toArray<32>(*fromHex(hex));
}

/// Every low-order point, with the ignored top bit clear and set.
std::vector<AgreementPublic> lowOrderPoints() {
    std::vector<AgreementPublic> out;
    for (const char* hex : kLowOrderPoints) {
        out.push_back({key(hex)});
        out.push_back({key(hex)});
        out.back().value[31] |= std::byte{0x80};
    }
    return out;
}

class BadKeys : public testing::Test {
  protected:
    template <typename T>
    static void expectRefused(const Result<T>& result, std::string_view why) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Refused);
        EXPECT_EQ(result.error().detail, why);
    }
    auto initiate(const PrekeyBundle& bundle) {
        return Session::initiate(alice_.identity, bundle.identity, bundle, random_);
    }
    Bytes hello(bool withOneTime) {
        Session session = *Session::initiate(alice_.identity, bob_.id(), bob_.bundle(withOneTime), random_);
        return session.encrypt(asBytes("hello"), kAssociated, random_);
    }
    auto accept(const PublicIdentity& peer, const Bytes& envelope) {
        return Session::accept(bob_.identity, peer, envelope, kAssociated, bob_.prekeys(), random_);
    }
    static void put(Bytes& envelope, std::size_t offset, const ByteArray<32>& bytes) {
        std::copy(bytes.begin(), bytes.end(), envelope.begin() + static_cast<std::ptrdiff_t>(offset));
    }

    SeededRandom random_{30};
    Person alice_{random_};
    Person bob_{random_};
};

TEST_F(BadKeys, M21AreRefusedByEveryAgreement) {
    for (const AgreementPublic& point : lowOrderPoints())
        expectRefused(agree(alice_.signedPrekey.privateKey, point), "key of low order");
}

// DH1 and DH3 of the initiator, from a peer who signs it.
TEST_F(BadKeys, M21AreRefusedAsSignedPrekey) {
    for (const AgreementPublic& point : lowOrderPoints()) {
        PrekeyBundle bundle = bob_.bundle();
        bundle.signedPrekey = point;
        bundle.signedPrekeySignature = signPrekey(bob_.identity, point);
        expectRefused(initiate(bundle), "key of low order");
    }
}

// DH2 of the initiator, DH1 of the responder.
TEST_F(BadKeys, M21AreRefusedAsIdentity) {
    const Bytes good = hello(true);
    for (const char* hex : kUnsoundIdentities) {
        const PublicIdentity identity{key(hex)};
        expectRefused(agreementForm(identity), "unsound identity key");
        PrekeyBundle bundle = bob_.bundle();
        bundle.identity = identity;
        EXPECT_FALSE(initiate(bundle));
        Bytes envelope = good;
        put(envelope, 2, identity.value);
        expectRefused(accept(identity, envelope), "unsound identity key");
    }
}

// DH4 of the initiator.
TEST_F(BadKeys, M21AreRefusedAsOneTimePrekey) {
    for (const AgreementPublic& point : lowOrderPoints()) {
        PrekeyBundle bundle = bob_.bundle();
        bundle.oneTime->key = point;
        expectRefused(initiate(bundle), "key of low order");
    }
}

// DH2, DH3 and DH4 of the responder.
TEST_F(BadKeys, M21AreRefusedAsEphemeralKey) {
    for (const bool withOneTime : {false, true}) {
        const Bytes good = hello(withOneTime);
        for (const AgreementPublic& point : lowOrderPoints()) {
            Bytes envelope = good;
            put(envelope, 34, point.value);
            expectRefused(accept(alice_.id(), envelope), "key of low order");
        }
    }
}

TEST_F(BadKeys, M21AreRefusedAsRatchetKey) {
    auto [alice, bob] = Conversation::start(alice_, bob_, random_);
    const Bytes good = alice.encrypt(asBytes("text"), kAssociated, random_);
    const Bytes before = bob.serialise();
    for (const AgreementPublic& point : lowOrderPoints()) {
        Bytes envelope = good;
        put(envelope, 2, point.value);
        expectRefused(bob.decrypt(envelope, kAssociated, random_), "key of low order");
    }
    EXPECT_EQ(bob.serialise(), before);
    Bytes first = hello(true);
    put(first, 75, key(kLowOrderPoints[0]));
    expectRefused(accept(alice_.id(), first), "key of low order");
}

TEST_F(BadKeys, M21SignNothing) {
    const Signature signature = alice_.identity.sign("purpose", asBytes("data"));
    for (const char* hex : kUnsoundIdentities) {
        const PublicIdentity signer{key(hex)};
        EXPECT_FALSE(verify(signer, "purpose", asBytes("data"), signature));
        // R the neutral point and S zero satisfy the bare equation for a key of order 1.
        Signature trivial{};
        trivial[0] = std::byte{1};
        EXPECT_FALSE(verify(signer, "purpose", asBytes("data"), trivial));
    }
}

TEST_F(BadKeys, M21OutsideTheMainSubgroupAreUnsound) {
    const ByteArray<32> torsion = key(kUnsoundIdentities[4]);
    PublicIdentity mixed;
    must(crypto_core_ed25519_add(out(mixed.value), in(alice_.id().value), in(torsion)));
    expectRefused(agreementForm(mixed), "unsound identity key");
    EXPECT_FALSE(verify(mixed, "purpose", asBytes("data"), alice_.identity.sign("purpose", asBytes("data"))));
}

TEST_F(BadKeys, M21SignaturesWithALargerSAreNotCanonical) {
    // The order of the base point, little-endian.
    const ByteArray<32> order = key("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    Signature signature = alice_.identity.sign("purpose", asBytes("data"));
    ASSERT_TRUE(verify(alice_.id(), "purpose", asBytes("data"), signature));
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        carry += std::to_integer<unsigned>(signature[32 + i]) + std::to_integer<unsigned>(order[i]);
        signature[32 + i] = static_cast<std::byte>(carry & 255);
        carry >>= 8;
    }
    EXPECT_FALSE(verify(alice_.id(), "purpose", asBytes("data"), signature));
}

TEST_F(BadKeys, M21SignaturesWithEveryFlippedBitAreRefused) {
    const Signature good = alice_.identity.sign("purpose", asBytes("data"));
    for (std::size_t bit = 0; bit < 512; ++bit) {
        Signature signature = good;
        signature[bit / 8] ^= std::byte{static_cast<unsigned char>(1U << (bit % 8))};
        EXPECT_FALSE(verify(alice_.id(), "purpose", asBytes("data"), signature));
    }
}

}  // namespace
}  // namespace sesame::crypto
