// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/crypto/stream.h"

#include "seeded_random.h"

#include <gtest/gtest.h>

namespace sesame::crypto {
namespace {

constexpr std::size_t kChunks = 1'001;

struct Sealed {
    ByteArray<24> header;
    std::vector<Bytes> chunks;
};

/// Chunk i holds the decimal number i; the last one is final.
Sealed sealNumbers(const Key& key) {
    StreamSealer sealer(key);
    Sealed out{sealer.header(), {}};
    for (std::size_t i = 0; i < kChunks; ++i) {
        const std::string text = std::to_string(i);
        out.chunks.push_back(i + 1 == kChunks ? sealer.sealFinal(asBytes(text)) : sealer.seal(asBytes(text)));
    }
    return out;
}

class Streams : public testing::Test {
  protected:
    /// An opener that has taken the first `count` chunks.
    StreamOpener after(std::size_t count) {
        StreamOpener opener = *StreamOpener::create(key_, sealed_.header);
        for (std::size_t i = 0; i < count; ++i) {
            const auto chunk = opener.open(sealed_.chunks[i]);
            EXPECT_TRUE(chunk && asText(chunk->data) == std::to_string(i) &&
                        chunk->final == (i + 1 == kChunks));
        }
        return opener;
    }
    /// Refused now, and the right chunk afterwards as well.
    void expectRefused(std::size_t position, const Bytes& wrong) {
        StreamOpener opener = after(position);
        EXPECT_FALSE(opener.open(wrong)) << position;
        EXPECT_FALSE(opener.open(sealed_.chunks[position])) << position;
    }

    Key key_{SeededRandom(5).bytes<32>()};
    Sealed sealed_ = sealNumbers(key_);
};

TEST_F(Streams, GiveBackEveryChunkInOrder) {
    StreamOpener opener = after(kChunks);
    EXPECT_FALSE(opener.open(sealed_.chunks[0]));
}

// M22, truncated: what is there opens, but nothing says that it is all.
TEST_F(Streams, M22WithoutTheirEndAreNeverComplete) {
    StreamOpener opener = *StreamOpener::create(key_, sealed_.header);
    for (std::size_t i = 0; i + 1 < kChunks; ++i)
        EXPECT_FALSE(opener.open(sealed_.chunks[i])->final);
    EXPECT_TRUE(opener.open(sealed_.chunks.back())->final);
}

TEST_F(Streams, M22RefuseAChunkLeftOutOrReordered) {
    for (std::size_t i = 0; i + 1 < kChunks; ++i)
        expectRefused(i, sealed_.chunks[i + 1]);
}

TEST_F(Streams, M22RefuseADuplicate) {
    for (std::size_t i = 1; i < kChunks; ++i)
        expectRefused(i, sealed_.chunks[i - 1]);
}

TEST_F(Streams, M22RefuseASpliceFromAnotherStreamOfTheSameKey) {
    const Sealed other = sealNumbers(key_);
    for (std::size_t i = 0; i < kChunks; ++i)
        expectRefused(i, other.chunks[i]);
}

TEST_F(Streams, M22RefuseAChunkThatIsAlteredOrCutShort) {
    for (std::size_t i = 0; i < kChunks; ++i) {
        Bytes altered = sealed_.chunks[i];
        altered[i % altered.size()] ^= std::byte{static_cast<unsigned char>(1U << (i % 8))};
        expectRefused(i, altered);
    }
    for (std::size_t length = 0; length < sealed_.chunks[0].size(); ++length)
        expectRefused(0, Bytes(sealed_.chunks[0].begin(),
                               sealed_.chunks[0].begin() + static_cast<std::ptrdiff_t>(length)));
}

TEST_F(Streams, RefuseAnotherKeyOrHeader) {
    StreamOpener wrongKey = *StreamOpener::create(Key(SeededRandom(6).bytes<32>()), sealed_.header);
    EXPECT_FALSE(wrongKey.open(sealed_.chunks[0]));
    ByteArray<24> header = sealed_.header;
    header[0] ^= std::byte{1};
    StreamOpener wrongHeader = *StreamOpener::create(key_, header);
    EXPECT_FALSE(wrongHeader.open(sealed_.chunks[0]));
}

TEST_F(Streams, CarryEmptyChunks) {
    StreamSealer sealer(key_);
    StreamOpener opener = *StreamOpener::create(key_, sealer.header());
    EXPECT_TRUE(opener.open(sealer.seal({}))->data.empty());
    EXPECT_TRUE(opener.open(sealer.sealFinal({}))->final);
}

}  // namespace
}  // namespace sesame::crypto
