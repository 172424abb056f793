// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/server_check.h"

#include "host_words.h"

#include <gtest/gtest.h>

namespace sesame::remote {
namespace {

using test::HostWords;

constexpr desktop::Rect kAll{0, 0, 64, 48};

HostWords greeted() {
    return std::move(HostWords().greeting(64, 48));
}

bool acceptsInPieces(ServerCheck& check, ByteView bytes, std::size_t piece) {
    while (!bytes.empty()) {
        const auto taken = check.accept(bytes.first(std::min(piece, bytes.size())));
        if (!taken)
            return false;
        bytes = bytes.subspan(*taken);
    }
    return true;
}

/// Message by message, and byte by byte: the answer must be the same.
bool accepts(const HostWords& words) {
    ServerCheck check;
    ServerCheck other;
    const bool accepted = acceptsInPieces(check, words.bytes, words.bytes.size());
    EXPECT_EQ(acceptsInPieces(other, words.bytes, 1), accepted);
    return accepted;
}

// After it, the host must be at the beginning of a new message.
bool acceptsAndEnds(HostWords words) {
    return accepts(words.update(1).filled(kAll, 1)) && !accepts(words.byte(rfbBell));
}

TEST(ServerCheck, LetsThePartsOfTheProtocolThrough) {
    EXPECT_TRUE(acceptsAndEnds(greeted()));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(0)));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(2).filled({1, 2, 3, 4}, 7).copied({5, 5, 2, 2}, {1, 2})));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(0xFFFF).filled(kAll, 1).rectangle({}, rfbEncodingLastRect)));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(1).rectangle({0, 0, 2, 2}, rfbEncodingRaw).times(16, 9)));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(1).rectangle({9, 9, 0, 0}, rfbEncodingPointerPos)));
    EXPECT_TRUE(acceptsAndEnds(
        greeted().update(1).rectangle({1, 1, 9, 2}, rfbEncodingRichCursor).times(9 * 2 * 4 + 2 * 2, 1)));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(1).rectangle({}, rfbEncodingRichCursor)));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(1).newSize(128, 96)));
}

TEST(ServerCheck, LetsTheKindsOfTightThrough) {
    const auto tight = [](desktop::Rect at) {
        return std::move(greeted().update(1).rectangle(at, rfbEncodingTight));
    };
    // Too small to be compressed: three bytes a pixel, or an index a pixel, or a bit a pixel.
    EXPECT_TRUE(acceptsAndEnds(tight({0, 0, 3, 1}).byte(0x00).times(9, 1)));
    EXPECT_TRUE(acceptsAndEnds(tight({0, 0, 3, 1}).bytesOf({0x40, 0}).times(9, 1)));
    EXPECT_TRUE(acceptsAndEnds(tight({0, 0, 3, 1}).bytesOf({0x50, 1, 2}).times(9, 1).times(3, 0)));
    EXPECT_TRUE(acceptsAndEnds(tight({0, 0, 9, 3}).bytesOf({0x60, 1, 1}).times(6, 1).times(6, 0)));
    EXPECT_TRUE(acceptsAndEnds(tight({0, 0, 40, 3}).byte(0x0F).length(300).times(300, 1)));
    EXPECT_TRUE(acceptsAndEnds(tight({0, 0, 40, 3}).bytesOf({0x00, 0x85, 0x80, 1}).times(0x4005, 1)));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(1).jpeg(kAll, {64, 48})));
    EXPECT_TRUE(acceptsAndEnds(greeted().update(1).jpeg(kAll, {64, 48, 0xFFC0, 1, 1})));
}

TEST(ServerCheck, TellsWhatWasPainted) {
    ServerCheck check;
    auto words = greeted().update(3).filled({1, 2, 3, 4}, 7).copied({5, 5, 2, 2}, {1, 2});
    ASSERT_TRUE(acceptsInPieces(check, words.jpeg({8, 8, 16, 16}, {16, 16}).bytes, 9999));
    ASSERT_EQ(check.painted().size(), 3U);
    EXPECT_EQ(check.painted()[0].area, (desktop::Rect{1, 2, 3, 4}));
    EXPECT_TRUE(check.painted()[0].exact);
    EXPECT_TRUE(check.painted()[1].copied);
    EXPECT_EQ(check.painted()[1].from, (desktop::Point{1, 2}));
    EXPECT_FALSE(check.painted()[2].exact);
    ASSERT_TRUE(check.accept(HostWords().update(1).newSize(9, 9).bytes));
    EXPECT_TRUE(check.painted().empty());
    EXPECT_EQ(check.size(), (desktop::Size{9, 9}));
}

// S47: what a host never says is refused before the library sees it.
TEST(ServerCheck, RefusesEverythingElse) {
    EXPECT_FALSE(accepts(HostWords().text("RFB 003.007\n")));
    EXPECT_FALSE(accepts(HostWords().text("RFB 003.008\n").bytesOf({1, rfbVncAuth})));
    EXPECT_FALSE(accepts(HostWords().text("RFB 003.008\n").bytesOf({2, 1, 19})));
    EXPECT_FALSE(accepts(HostWords().text("RFB 003.008\n").bytesOf({1, 1}).four(1)));
    for (unsigned type = 1; type < 256; ++type)
        EXPECT_FALSE(accepts(greeted().byte(type).times(3, 0))) << type;
    for (const std::int64_t encoding : std::initializer_list<std::int64_t>{
             rfbEncodingRRE, rfbEncodingCoRRE, rfbEncodingHextile, rfbEncodingZlib, rfbEncodingUltra,
             rfbEncodingTRLE, rfbEncodingZRLE, rfbEncodingUltraZip, rfbEncodingXCursor,
             rfbEncodingKeyboardLedState, rfbEncodingSupportedMessages, rfbEncodingSupportedEncodings,
             rfbEncodingServerIdentity, rfbEncodingExtDesktopSize, 0x7FFFFFFF})
        EXPECT_FALSE(
            accepts(greeted().update(1).rectangle({0, 0, 1, 1}, static_cast<std::uint32_t>(encoding))))
            << encoding;
    for (const unsigned control : {0xA0U, 0xB0U, 0xE0U, 0xF0U})
        EXPECT_FALSE(accepts(greeted().update(1).rectangle(kAll, rfbEncodingTight).byte(control)));
    EXPECT_FALSE(accepts(greeted().update(1).rectangle(kAll, rfbEncodingTight).bytesOf({0x40, 2})));
    EXPECT_FALSE(accepts(greeted().update(1).rectangle(kAll, rfbEncodingTight).bytesOf({0x40, 1, 0})));
    EXPECT_FALSE(accepts(greeted().update(1).rectangle(kAll, rfbEncodingTight).bytesOf({0x00, 0})));
}

// S47
TEST(ServerCheck, RefusesWhatGoesBeyondTheBounds) {
    EXPECT_FALSE(accepts(HostWords().greeting(0, 48)));
    EXPECT_FALSE(accepts(HostWords().greeting(ServerCheck::kMaxSide + 1, 1)));
    EXPECT_FALSE(accepts(HostWords().greeting(16'000, 16'000)));
    EXPECT_TRUE(accepts(HostWords().greeting(7680, 4320)));
    EXPECT_FALSE(accepts(HostWords().greeting(64, 48, ServerCheck::kMaxNameBytes + 1)));
    EXPECT_FALSE(accepts(greeted().update(1).newSize(64, 0)));
    EXPECT_FALSE(accepts(greeted().update(1).newSize(65'535, 65'535)));
    EXPECT_FALSE(accepts(greeted().update(1).rectangle({0, 0, 257, 1}, rfbEncodingRichCursor)));
    for (const desktop::Rect outside :
         {desktop::Rect{1, 0, 64, 48}, {0, 1, 64, 48}, {65'535, 0, 1, 1}, {0, 0, 0, 1}, {0, 0, 1, 0}}) {
        EXPECT_FALSE(accepts(greeted().update(1).filled(outside, 1)));
        EXPECT_FALSE(accepts(greeted().update(1).rectangle(outside, rfbEncodingRaw)));
        EXPECT_FALSE(accepts(greeted().update(1).copied(outside, {0, 0})));
    }
    EXPECT_FALSE(accepts(greeted().update(1).copied({0, 0, 8, 8}, {57, 0})));
    EXPECT_FALSE(accepts(greeted().update(1).copied({0, 0, 8, 8}, {0, 41})));
}

// S47: few bytes cannot keep a viewer busy for long.
TEST(ServerCheck, LetsAnUpdatePaintThePictureFourTimes) {
    auto words = greeted().update(5);
    for (int i = 0; i < ServerCheck::kMaxCoats; ++i)
        ASSERT_TRUE(accepts(words.filled(kAll, 1)));
    EXPECT_FALSE(accepts(words.filled({0, 0, 1, 1}, 1)));
    auto sizes = greeted().update(0xFFFF);
    for (int i = 0; i < ServerCheck::kMaxCoats; ++i)
        ASSERT_TRUE(accepts(sizes.newSize(64, 48)));
    EXPECT_FALSE(accepts(sizes.newSize(1, 1)));
}

// S47: a JPEG picture of a few bytes can ask for gigabytes, or for hours.
TEST(ServerCheck, RefusesJpegThatIsMoreThanItsArea) {
    const auto jpeg = [](const HostWords::Jpeg& said) {
        return accepts(greeted().update(1).jpeg(kAll, said));
    };
    EXPECT_FALSE(jpeg({65, 48}));
    EXPECT_FALSE(jpeg({64, 65'500}));
    EXPECT_FALSE(jpeg({64, 48, 0xFFC2}));        // progressive
    EXPECT_FALSE(jpeg({64, 48, 0xFFC9}));        // arithmetic coding
    EXPECT_FALSE(jpeg({64, 48, 0xFFC0, 3, 1}));  // several scans
    EXPECT_FALSE(jpeg({64, 48, 0xFFC0, 4, 4}));  // four colours
    EXPECT_FALSE(jpeg({64, 48, 0xFFDB}));        // no frame at all
    auto shortOne = greeted().update(1).rectangle(kAll, rfbEncodingTight).byte(0x90);
    EXPECT_FALSE(accepts(shortOne.bytesOf({4, 0xFF, 0xD8, 0xFF, 0xE0})));
}

// S47: the library's JPEG reader leaps over a marker by the length that the marker claims.
TEST(ServerCheck, RefusesMarkersThatFollowTheScan) {
    const auto scan = [](std::initializer_list<unsigned> data) {
        HostWords::Jpeg said{64, 48};
        said.data = data;
        return accepts(greeted().update(1).jpeg(kAll, said));
    };
    EXPECT_TRUE(scan({1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 0xFF, 0xD7, 4, 0xFF, 0xD9}));
    EXPECT_TRUE(scan({0xFF, 0xD9}));
    EXPECT_FALSE(scan({1, 0xFF, 0xE0, 0xFF, 0xF0, 0xFF, 0xD9}));
    EXPECT_FALSE(scan({1, 0xFF, 0xFE, 0xFF, 0xF0, 0xFF, 0xD9}));
    EXPECT_FALSE(scan({1, 0xFF, 0xDA, 0, 3, 3, 0xFF, 0xD9}));
    EXPECT_FALSE(scan({1, 0xFF, 0xFF, 0xD9}));
    EXPECT_FALSE(scan({1, 0xFF, 0xD9, 0}));
    EXPECT_FALSE(scan({1, 0xFF, 0xD9, 0xFF, 0xD9}));
    EXPECT_FALSE(scan({1, 2, 3}));
    EXPECT_FALSE(scan({1, 2, 0xFF}));
}

// A count that runs out without a last rectangle must end where the library ends it.
TEST(ServerCheck, CountsEveryRectangle) {
    auto words = greeted().update(0xFFFF);
    for (int i = 0; i < 0xFFFF; ++i)
        words.rectangle({1, 1, 0, 0}, rfbEncodingPointerPos);
    ServerCheck check;
    EXPECT_TRUE(acceptsInPieces(check, words.bytes, words.bytes.size()));
    EXPECT_TRUE(check.accept(HostWords().update(1).filled(kAll, 1).bytes));
    EXPECT_FALSE(check.accept(HostWords().byte(rfbServerCutText).times(3, 0).bytes));
}

TEST(ServerCheck, StopsAtTheEndOfEachMessage) {
    ServerCheck check;
    const Bytes greeting = greeted().bytes;
    const Bytes update = HostWords().update(1).filled(kAll, 1).bytes;
    auto all = greeted().append(update).update(0).append(update);
    ByteView rest = all.bytes;
    for (const std::size_t size : {greeting.size(), update.size(), std::size_t{4}, update.size()}) {
        EXPECT_EQ(check.accept(rest), size);
        rest = rest.subspan(size);
    }
}

TEST(ServerCheck, StaysRefusedForGood) {
    ServerCheck check;
    EXPECT_FALSE(check.accept(HostWords().text("RFB 003.003\n").bytes));
    EXPECT_FALSE(check.accept(greeted().bytes));
}

}  // namespace
}  // namespace sesame::remote
