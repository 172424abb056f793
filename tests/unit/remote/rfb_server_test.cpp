// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/rfb_server.h"

#include "canvas.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace sesame;
using namespace sesame::remote;
using desktop::Rect;
using test::Canvas;

constexpr std::int32_t kTight = 7;
constexpr std::int32_t kCopyRect = 1;
constexpr std::int32_t kCursor = -239;
constexpr std::int32_t kDesktopSize = -223;
constexpr std::int32_t kLastRect = -224;
constexpr std::int32_t kExtendedDesktopSize = -308;

/// Reads what the server wrote.
class Reader {
  public:
    explicit Reader(Bytes bytes) : bytes_(std::move(bytes)) {}
    unsigned byte() { return std::to_integer<unsigned>(bytes_.at(at_++)); }
    unsigned two() {
        const unsigned high = byte();
        return high << 8 | byte();
    }
    std::int32_t four() {
        const unsigned high = two();
        return static_cast<std::int32_t>(high << 16 | two());
    }
    Rect rect() {
        const int x = static_cast<int>(two());
        const int y = static_cast<int>(two());
        const int width = static_cast<int>(two());
        return {x, y, width, static_cast<int>(two())};
    }
    std::string text(std::size_t size) {
        std::string out;
        for (std::size_t i = 0; i < size; ++i)
            out += static_cast<char>(byte());
        return out;
    }
    bool atEnd() const { return at_ == bytes_.size(); }
    std::size_t left() const { return bytes_.size() - at_; }

  private:
    Bytes bytes_;
    std::size_t at_ = 0;
};

class RfbServerTest : public testing::Test {
  protected:
    explicit RfbServerTest(desktop::Size size = {100, 60})
        : canvas_(size), server_(*RfbServer::create(canvas_.pixels())) {
        canvas_.noise(canvas_.whole(), 1);
    }
    Reader said() { return Reader(std::exchange(server_->output(), {})); }
    void can(std::vector<std::int32_t> encodings) {
        said();
        server_->setEncodings({std::move(encodings)});
    }
    /// A viewer's pixel format.
    void speak(int bits, unsigned red, unsigned green, unsigned blue, int redAt, int greenAt, int blueAt,
               bool bigEndian = false) {
        const int values[] = {0,     0,       0,        0, bits,       bits, bigEndian ? 1 : 0,
                              1,     0,       int(red), 0, int(green), 0,    int(blue),
                              redAt, greenAt, blueAt,   0, 0,          0};
        PixelFormatMessage message;
        std::ranges::transform(values, message.bytes.begin(),
                               [](int v) { return static_cast<std::byte>(v); });
        ASSERT_TRUE(server_->setPixelFormat(message));
    }
    Canvas canvas_;
    std::unique_ptr<RfbServer> server_;
};

TEST_F(RfbServerTest, GreetsWithoutWaiting) {
    Reader reader = said();
    EXPECT_EQ(reader.text(12), "RFB 003.008\n");
    EXPECT_EQ(reader.byte(), 1U);
    EXPECT_EQ(reader.byte(), 1U);  // no security of its own
    EXPECT_EQ(reader.four(), 0);
    EXPECT_EQ(reader.rect(), (Rect{100, 60, 32 << 8 | 24, 1}));
    reader.text(12);
    EXPECT_EQ(reader.text(static_cast<std::size_t>(reader.four())), "Sesame");
    EXPECT_TRUE(reader.atEnd());
}

TEST_F(RfbServerTest, SendsEveryPixelToAViewerThatKnowsNoCompression) {
    can({});
    server_->begin();
    ASSERT_TRUE(server_->encode({10, 20, 30, 7}, Fidelity::Photo));
    ASSERT_TRUE(server_->end());
    Reader reader = said();
    EXPECT_EQ(reader.four(), 1) << "an update of one rectangle";
    EXPECT_EQ(reader.rect(), (Rect{10, 20, 30, 7}));
    EXPECT_EQ(reader.four(), 0);
    for (int y = 20; y < 27; ++y)
        for (int x = 10; x < 40; ++x) {
            const unsigned blue = reader.byte();
            const unsigned green = reader.byte();
            const unsigned red = reader.byte();
            ASSERT_EQ(red << 16 | green << 8 | blue, canvas_.at({x, y}));
            reader.byte();
        }
    EXPECT_TRUE(reader.atEnd());
}

TEST_F(RfbServerTest, SpeaksTheViewersPixelFormat) {
    can({});
    canvas_.fill({0, 0, 1, 1}, 0xff8000);
    speak(16, 31, 63, 31, 11, 5, 0, true);
    ASSERT_TRUE(server_->encode({0, 0, 1, 1}, Fidelity::Exact));
    Reader sixteen = said();
    sixteen.text(16);
    EXPECT_EQ(sixteen.two(), 31U << 11 | 32U << 5);
    speak(8, 7, 7, 3, 0, 3, 6);
    ASSERT_TRUE(server_->encode({0, 0, 1, 1}, Fidelity::Exact));
    Reader eight = said();
    eight.text(16);
    EXPECT_EQ(eight.byte(), 7U | 4U << 3);
}

TEST_F(RfbServerTest, PutsAnUpdateOfUnknownLengthBetweenAHeaderAndALastRectangle) {
    can({kTight, kCopyRect, kLastRect});
    server_->begin();
    ASSERT_TRUE(server_->copy({1, 2, 3, 4}, {5, 6}));
    ASSERT_TRUE(server_->end());
    Reader reader = said();
    EXPECT_EQ(reader.four(), 0xffff);
    EXPECT_EQ(reader.rect(), (Rect{1, 2, 3, 4}));
    EXPECT_EQ(reader.four(), kCopyRect);
    EXPECT_EQ(reader.four(), 5 << 16 | 6);
    EXPECT_EQ(reader.rect(), Rect{});
    EXPECT_EQ(reader.four(), kLastRect);
    EXPECT_TRUE(reader.atEnd());
}

TEST_F(RfbServerTest, SendsTheShapeOfThePointer) {
    can({kCursor, kLastRect});
    // Opaque, half transparent, and nothing.
    ASSERT_TRUE(server_->cursor({{3, 1}, {2, 0}, {0xff102030, 0xc0301806, 0x00000000}}));
    Reader reader = said();
    EXPECT_EQ(reader.rect(), (Rect{2, 0, 3, 1}));
    EXPECT_EQ(reader.four(), kCursor);
    EXPECT_EQ(reader.text(4), std::string("\x30\x20\x10\0", 4));
    EXPECT_EQ(reader.text(4), std::string("\x07\x1f\x3f\0", 4));
    reader.text(4);
    EXPECT_EQ(reader.byte(), 0xc0U);
    EXPECT_TRUE(reader.atEnd());
}

TEST_F(RfbServerTest, CutsAHugePointer) {
    can({kCursor, kLastRect});
    const desktop::CursorShape huge{
        {300, 300}, {299, 299}, std::vector<std::uint32_t>(300 * 300, 0xff000000)};
    ASSERT_TRUE(server_->cursor(huge));
    EXPECT_EQ(said().rect(), (Rect{127, 127, 128, 128}));
}

TEST_F(RfbServerTest, TellsAnotherSizeAsTheViewerUnderstandsIt) {
    const Canvas other({50, 40});
    const desktop::Monitor monitors[] = {{"left", {0, 0, 25, 40}, true}, {"right", {25, 0, 25, 40}, false}};
    can({kDesktopSize, kLastRect});
    server_->setPicture(other.pixels());
    ASSERT_TRUE(server_->resize(monitors));
    Reader plain = said();
    EXPECT_EQ(plain.rect(), (Rect{0, 0, 50, 40}));
    EXPECT_EQ(plain.four(), kDesktopSize);
    EXPECT_TRUE(plain.atEnd());

    can({kExtendedDesktopSize, kLastRect});
    ASSERT_TRUE(server_->resize(monitors));
    Reader extended = said();
    EXPECT_EQ(extended.rect(), (Rect{0, 0, 50, 40}));
    EXPECT_EQ(extended.four(), kExtendedDesktopSize);
    EXPECT_EQ(extended.four(), 2 << 24);
    EXPECT_EQ(extended.four(), 1);
    EXPECT_EQ(extended.rect(), (Rect{0, 0, 25, 40}));

    can({kLastRect});
    server_->setPicture(canvas_.pixels());
    EXPECT_EQ(server_->resize(monitors).error().code, ErrorCode::Refused);
}

class LargeRfbServerTest : public RfbServerTest {
  protected:
    LargeRfbServerTest() : RfbServerTest({4100, 300}) {}
};

// The library must never wait for room: what one step writes fits.
TEST_F(LargeRfbServerTest, NoiseOfAnySizeIsEncodedAtOnce) {
    for (const std::vector<std::int32_t>& encodings :
         {std::vector<std::int32_t>{}, {kTight}, {kTight, kLastRect}, {kTight, kLastRect, -24}})
        for (const int bits : {32, 16, 8}) {
            can(encodings);
            if (bits == 32)
                speak(32, 255, 255, 255, 24, 16, 8);
            else if (bits == 16)
                speak(16, 31, 63, 31, 11, 5, 0);
            else
                speak(8, 7, 7, 3, 0, 3, 6);
            const auto start = std::chrono::steady_clock::now();
            server_->begin();
            ASSERT_TRUE(server_->encode(canvas_.whole(), Fidelity::Photo));
            ASSERT_TRUE(server_->end());
            EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
            EXPECT_GT(said().left(), 4100U * 300U / 16);
        }
}

}  // namespace
