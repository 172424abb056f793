// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/client_messages.h"

#include <gtest/gtest.h>

namespace {

using namespace sesame;
using namespace sesame::remote;

Bytes bytesOf(std::initializer_list<int> values) {
    Bytes out;
    for (const int value : values)
        out.push_back(static_cast<std::byte>(value));
    return out;
}

Bytes join(std::initializer_list<Bytes> parts) {
    Bytes out;
    for (const Bytes& part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

const Bytes kHello = join({toBytes(asBytes("RFB 003.008\n")), bytesOf({1, 1})});
const Bytes kFormat = bytesOf({0, 0, 0, 0, 32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0});
const Bytes kEncodings = bytesOf({2, 0, 0, 2, 0, 0, 0, 7, 0xff, 0xff, 0xff, 0x21});
const Bytes kRequest = bytesOf({3, 1, 0, 1, 0, 2, 4, 0, 3, 0});
const Bytes kKey = bytesOf({4, 1, 0, 0, 1, 0, 0x4f, 0x60});
const Bytes kPointer = bytesOf({5, 3, 1, 0, 2, 0});

const std::vector<ClientMessage> kAll = {
    PixelFormatMessage{*toArray<20>(kFormat)},
    EncodingsMessage{{7, -223}},
    UpdateRequest{{1, 2, 1024, 768}, true},
    KeyMessage{0x01004f60, true},
    PointerMessage{{256, 512}, 3},
};

TEST(ClientMessages, TellsWhatTheViewerWants) {
    ClientMessages messages;
    std::vector<ClientMessage> out;
    EXPECT_FALSE(messages.greeted());
    ASSERT_TRUE(messages.take(join({kHello, kFormat, kEncodings, kRequest, kKey, kPointer}), out));
    EXPECT_TRUE(messages.greeted());
    EXPECT_EQ(out, kAll);
}

TEST(ClientMessages, DoesNotCareHowTheBytesAreCut) {
    const Bytes whole = join({kHello, kFormat, kEncodings, kRequest, kKey, kPointer});
    for (std::size_t cut = 1; cut < whole.size(); ++cut) {
        ClientMessages messages;
        std::vector<ClientMessage> out;
        ASSERT_TRUE(messages.take(ByteView(whole).first(cut), out));
        ASSERT_TRUE(messages.take(ByteView(whole).subspan(cut), out));
        EXPECT_EQ(out, kAll) << "cut at " << cut;
    }
    ClientMessages messages;
    std::vector<ClientMessage> out;
    for (const std::byte one : whole)
        ASSERT_TRUE(messages.take({&one, 1}, out));
    EXPECT_EQ(out, kAll);
}

// S29: no clipboard; and no memory for one, however long it claims to be.
TEST(ClientMessages, SkipsWhatAHelpSessionHasNoUseFor) {
    const Bytes cutText = join({bytesOf({6, 0, 0, 0, 0, 0, 0, 3}), toBytes(asBytes("abc"))});
    const Bytes extended = join({bytesOf({6, 0, 0, 0, 0xff, 0xff, 0xff, 0xfc}), bytesOf({1, 2, 3, 4})});
    const Bytes resize = join({bytesOf({251, 0, 4, 0, 3, 0, 1, 0}), Bytes(16)});
    const Bytes fence = join({bytesOf({248, 0, 0, 0, 0, 0, 0, 1, 2}), Bytes(2)});
    const Bytes continuous = bytesOf({150, 1, 0, 0, 0, 0, 1, 0, 1, 0});
    ClientMessages messages;
    std::vector<ClientMessage> out;
    ASSERT_TRUE(messages.take(join({kHello, cutText, extended, resize, fence, continuous, kKey}), out));
    EXPECT_EQ(out, (std::vector<ClientMessage>{kAll[3]}));
}

TEST(ClientMessages, SkipsHugeClipboardsWithoutKeepingThem) {
    ClientMessages messages;
    std::vector<ClientMessage> out;
    ASSERT_TRUE(messages.take(join({kHello, bytesOf({6, 0, 0, 0, 0x80, 0, 0, 0})}), out));
    const Bytes block(std::size_t{1} << 20);
    for (int i = 0; i < 2048; ++i)
        ASSERT_TRUE(messages.take(block, out));
    ASSERT_TRUE(messages.take(kKey, out));
    EXPECT_EQ(out, (std::vector<ClientMessage>{kAll[3]}));
}

TEST(ClientMessages, EndsWhatIsNoRfb) {
    const Bytes badFormats[] = {
        bytesOf({0, 0, 0, 0, 24, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0}),   // 24 bits
        bytesOf({0, 0, 0, 0, 8, 8, 0, 0, 0, 7, 0, 7, 0, 3, 0, 3, 6, 0, 0, 0}),            // colour map
        bytesOf({0, 0, 0, 0, 32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 200, 8, 0, 0, 0, 0}),  // shifted out
        bytesOf({0, 0, 0, 0, 32, 24, 0, 1, 0, 0, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0}),     // no red
        bytesOf({0, 0, 0, 0, 32, 24, 0, 1, 0, 9, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0}),     // broken bits
        bytesOf({0, 0, 0, 0, 32, 24, 0, 1, 0xff, 0xff, 0, 255, 0, 255, 0, 8, 0, 0, 0, 0}),
    };
    std::vector<Bytes> bad = {
        toBytes(asBytes("RFB 003.003\n")),
        toBytes(asBytes("GET / HTTP/1.1\r\n")),
        join({toBytes(asBytes("RFB 003.008\n")), bytesOf({2})}),
        join({kHello, bytesOf({2, 0, 0xff, 0xff})}),
        join({kHello, bytesOf({7})}),    // file transfer
        join({kHello, bytesOf({11})}),   // text chat
        join({kHello, bytesOf({250})}),  // xvp
        join({kHello, bytesOf({255})}),
    };
    for (const Bytes& format : badFormats)
        bad.push_back(join({kHello, format}));
    for (const Bytes& said : bad) {
        ClientMessages messages;
        std::vector<ClientMessage> out;
        EXPECT_EQ(messages.take(said, out).error().code, ErrorCode::Malformed) << toHex(said);
    }
}

}  // namespace
