// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/padding.h"
#include "people.h"

#include "sesame/crypto/aead.h"
#include "sesame/crypto/hash.h"
#include "sesame/crypto/passphrase.h"

#include <gtest/gtest.h>

namespace sesame::crypto {
namespace {

TEST(Secret, LeavesNothingBehindWhenMoved) {
    Key from(ByteArray<32>{std::byte{1}, std::byte{2}});
    const Key to = std::move(from);
    EXPECT_EQ(to.view()[1], std::byte{2});
    EXPECT_TRUE(equalConstantTime(from.view(), ByteArray<32>{}));  // NOLINT(bugprone-use-after-move)
}

TEST(Hash, ComparesInConstantTimeOnlyWhatHasOneLength) {
    EXPECT_TRUE(equalConstantTime({}, {}));
    EXPECT_TRUE(equalConstantTime(asBytes("same"), asBytes("same")));
    EXPECT_FALSE(equalConstantTime(asBytes("same"), asBytes("sane")));
    EXPECT_FALSE(equalConstantTime(asBytes("same"), asBytes("sames")));
}

TEST(SystemRandom, NeverRepeats) {
    SystemRandom random;
    EXPECT_NE(random.messageId(), random.messageId());
    EXPECT_NE(random.ruleId(), random.ruleId());
}

TEST(Aead, OpensOnlyWhatItSealed) {
    SeededRandom random(1);
    const Key key(random.bytes<32>());
    const Bytes sealed = seal(key, asBytes("text"), asBytes("row 7"), random);
    EXPECT_EQ(sealed.size(), 4 + kSealOverhead);
    EXPECT_EQ(asText(*open(key, sealed, asBytes("row 7"))), "text");
    EXPECT_FALSE(open(key, sealed, asBytes("row 8")));
    EXPECT_FALSE(open(Key(random.bytes<32>()), sealed, asBytes("row 7")));
    for (std::size_t length = 0; length < sealed.size(); ++length)
        EXPECT_FALSE(open(key, ByteView(sealed).first(length), asBytes("row 7")));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        Bytes altered = sealed;
        altered[i] ^= std::byte{1};
        EXPECT_FALSE(open(key, altered, asBytes("row 7")));
    }
    EXPECT_EQ(open(key, seal(key, {}, {}, random), {})->size(), 0U);
}

TEST(Padding, HasOneFormForEveryText) {
    Bytes padded = pad(asBytes("text"));
    EXPECT_EQ(padded.size(), 128U);
    EXPECT_EQ(asText(*unpad(padded)), "text");
    EXPECT_FALSE(unpad(Bytes(128)));
    EXPECT_FALSE(unpad({}));
    padded.back() = std::byte{1};
    EXPECT_FALSE(unpad(padded));
    // A short text in a bucket that is too big for it.
    Bytes wide(256);
    wide[0] = std::byte{0x80};
    EXPECT_FALSE(unpad(wide));
    Bytes odd(100);
    odd[0] = std::byte{0x80};
    EXPECT_FALSE(unpad(odd));
}

// M26: a guess costs at least 64 MiB; the passes are set so that it also costs half a second.
TEST(Passphrase, M26MakesAGuessDear) {
    EXPECT_GE(kPassphraseMemoryBytes, 64U * 1024U * 1024U);
    EXPECT_GE(kPassphrasePasses, 3U);
}

TEST(Passphrase, GivesTheSameKeyForEver) {
    const Result<Key> key = deriveKey("correct horse battery staple", Salt{std::byte{1}});
    ASSERT_TRUE(key);
    EXPECT_EQ(toHex(key->view()), "a8ba26a79eb306efb8c8b266f6af71895d29e17752cea9609b1e00f8bce6876e");
    EXPECT_EQ(deriveKey("", Salt{}).error().code, ErrorCode::Refused);
}

TEST(Identity, KeepsSignaturesOfDifferentPurposesApart) {
    SeededRandom random(2);
    const Identity identity = Identity::generate(random);
    const Signature signature = identity.sign("purpose", asBytes("data"));
    EXPECT_TRUE(verify(identity.publicKey(), "purpose", asBytes("data"), signature));
    EXPECT_FALSE(verify(identity.publicKey(), "purpos", asBytes("edata"), signature));
    EXPECT_FALSE(verify(identity.publicKey(), "purposed", asBytes("ata"), signature));
    EXPECT_FALSE(verify(identity.publicKey(), "purpose", asBytes("date"), signature));
    EXPECT_FALSE(verify(Identity::generate(random).publicKey(), "purpose", asBytes("data"), signature));
}

TEST(Identity, ComesBackFromItsSeed) {
    SeededRandom random(3);
    const Identity identity = Identity::generate(random);
    const Identity again = *Identity::fromSeed(identity.seed());
    EXPECT_EQ(again.publicKey(), identity.publicKey());
    EXPECT_EQ(again.sign("p", {}), identity.sign("p", {}));
    EXPECT_TRUE(equalConstantTime(again.agreementKey().view(), identity.agreementKey().view()));
}

TEST(Prekeys, AreSignedByTheirOwner) {
    SeededRandom random(4);
    const Person bob(random);
    const PrekeyBundle bundle = bob.bundle();
    EXPECT_TRUE(verifyPrekey(bob.id(), bundle.signedPrekey, bundle.signedPrekeySignature));
    EXPECT_FALSE(verifyPrekey(bob.id(), bob.oneTime.publicKey, bundle.signedPrekeySignature));
    EXPECT_FALSE(verifyPrekey(Person(random).id(), bundle.signedPrekey, bundle.signedPrekeySignature));
}

}  // namespace
}  // namespace sesame::crypto
