// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/agreement.h"
#include "crypto/checked.h"

#include "sesame/crypto/aead.h"
#include "sesame/crypto/hash.h"
#include "sesame/crypto/kdf.h"

#include <gtest/gtest.h>

namespace sesame::crypto {
namespace {

template <std::size_t N>
ByteArray<N> hex(std::string_view text) {
    return *toArray<N>(*fromHex(text));
}

Bytes range(int first, int last) {
    Bytes out;
    for (int i = first; i <= last; ++i)
        out.push_back(static_cast<std::byte>(i));
    return out;
}

struct Ed25519Vector {
    const char* seed;
    const char* publicKey;
    const char* message;
    const char* signature;
};

// RFC 8032, section 7.1, tests 1 to 3
constexpr Ed25519Vector kEd25519[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f"
     "0"
     "595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2ea"
     "e"
     "b4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e"
     "9"
     "716ed28dc027beceea1ec40a"},
};

TEST(StandardVectors, Ed25519OfRfc8032) {
    for (const Ed25519Vector& vector : kEd25519) {
        const Identity identity = *Identity::fromSeed(Secret<32>(hex<32>(vector.seed)));
        EXPECT_EQ(identity.publicKey().hex(), vector.publicKey);
        // Our signatures have a context in front, so the bare scheme is asked for here.
        Bytes secret = *fromHex(std::string(vector.seed) + vector.publicKey);
        const Bytes message = *fromHex(vector.message);
        Signature signature;
        must(crypto_sign_detached(out(signature), nullptr, in(message), message.size(), in(secret)));
        EXPECT_EQ(toHex(signature), vector.signature);
    }
}

TEST(StandardVectors, X25519OfRfc7748) {
    const Key scalar(hex<32>("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"));
    const AgreementPublic point{hex<32>("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")};
    EXPECT_EQ(toHex(agree(scalar, point)->view()),
              "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
}

std::string hkdf(ByteView salt, ByteView ikm, ByteView info, std::size_t length) {
    Bytes okm(length);
    hkdfSha256(salt, ikm, asText(info), okm);
    return toHex(okm);
}

TEST(StandardVectors, HkdfOfRfc5869) {
    EXPECT_EQ(hkdf(range(0, 0x0c), Bytes(22, std::byte{0x0b}), range(0xf0, 0xf9), 42),
              "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    EXPECT_EQ(
        hkdf(range(0x60, 0xaf), range(0x00, 0x4f), range(0xb0, 0xff), 82),
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da32"
        "75600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    EXPECT_EQ(hkdf({}, Bytes(22, std::byte{0x0b}), {}, 42),
              "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST(StandardVectors, HmacOfRfc4231) {
    EXPECT_EQ(toHex(hmacSha256(asBytes("Jefe"), asBytes("what do ya want for nothing?")).view()),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(StandardVectors, Blake2bOf256Bits) {
    EXPECT_EQ(toHex(hash({})), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(toHex(hash(asBytes("abc"))),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(toHex(keyedHash(range(0, 63), range(0, 254))),
              "fe7b76a61787c089141f9e10fca1e5092488d89c62ea793fb2c5b1f849b4f2cb");
}

TEST(StandardVectors, Sha256OfFips180) {
    EXPECT_EQ(toHex(sha256(asBytes("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(toHex(sha256(asBytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

// draft-irtf-cfrg-xchacha-03, appendix A.3.1
TEST(StandardVectors, XChaCha20Poly1305OfTheDraft) {
    const Key key(*toArray<32>(range(0x80, 0x9f)));
    const Bytes sealed = *fromHex(
        "404142434445464748494a4b4c4d4e4f5051525354555657"
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64"
        "c670"
        "8c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c9763"
        "7da9"
        "768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
    const auto plain = open(key, sealed, *fromHex("50515253c0c1c2c3c4c5c6c7"));
    ASSERT_TRUE(plain);
    EXPECT_EQ(asText(*plain),
              "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
              "sunscreen "
              "would be it.");
}

}  // namespace
}  // namespace sesame::crypto
