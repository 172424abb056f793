// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/update_writer.h"

#include "canvas.h"

#include <gtest/gtest.h>

namespace {

using namespace sesame;
using namespace sesame::remote;
using namespace std::chrono_literals;
using desktop::Rect;
using test::Canvas;

/// A viewer that knows no compression and is sent a picture over a line that has room for a part of it.
class UpdateWriterTest : public testing::Test {
  protected:
    static constexpr std::size_t kLittleRoom = 1000;

    /// Writes once and says how much of `area` was sent.
    std::int64_t sentOf(const Rect& area, std::size_t budget) {
        server_->begin();
        EXPECT_TRUE(*writer_.write(*server_, canvas_.pixels(), canvas_.whole(), budget, now_ += 33ms));
        EXPECT_TRUE(server_->end());
        const Bytes said = std::exchange(server_->output(), {});
        std::int64_t sum = 0;
        for (std::size_t at = 0; at < said.size();) {
            const auto two = [&](std::size_t offset) {
                return std::to_integer<int>(said.at(at + offset)) << 8 |
                       std::to_integer<int>(said.at(at + offset + 1));
            };
            const Rect sent{two(4), two(6), two(8), two(10)};
            sum += sent.common(area).area();
            at += 16 + static_cast<std::size_t>(sent.area()) * sizeof(std::uint32_t);
        }
        return sum;
    }
    void change(const Rect& area) {
        canvas_.noise(area, ++seed_);
        writer_.suspect(area);
    }

    Canvas canvas_{{640, 480}};
    std::unique_ptr<RfbServer> server_ = *RfbServer::create(canvas_.pixels());
    UpdateWriter writer_{canvas_.size()};
    UpdateWriter::Time now_{1h};
    unsigned seed_ = 0;

    UpdateWriterTest() {
        server_->output().clear();
        PixelFormatMessage format;
        const std::uint8_t bytes[] = {32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0};
        std::ranges::transform(bytes, format.bytes.end() - sizeof bytes,
                               [](std::uint8_t value) { return std::byte{value}; });
        EXPECT_TRUE(server_->setPixelFormat(format));
        server_->setEncodings({{}});
    }
};

TEST_F(UpdateWriterTest, LetsNoPartOfALargePictureStarve) {
    const Rect bottom{0, 400, 640, 80};
    std::int64_t sent = 0;
    for (int i = 0; i < 8; ++i) {
        change(canvas_.whole());
        sent += sentOf(bottom, kLittleRoom);
    }
    EXPECT_GE(sent, bottom.area());
}

TEST_F(UpdateWriterTest, SendsALetterBeforeWhatHasWaited) {
    sentOf(canvas_.whole(), SIZE_MAX);
    change({0, 0, 640, 400});
    sentOf(canvas_.whole(), kLittleRoom);
    const Rect letter{300, 440, 10, 20};
    change(letter);
    EXPECT_EQ(sentOf(letter, kLittleRoom), letter.area());
}

}  // namespace
