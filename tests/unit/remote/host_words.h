// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/base/bytes.h"
#include "sesame/desktop/geometry.h"

#include <rfb/rfbproto.h>

#include <initializer_list>
#include <vector>

namespace sesame::test {

/// What a host says in RFB, put together by hand.
class HostWords {
  public:
    Bytes bytes;

    HostWords& byte(unsigned value) {
        bytes.push_back(static_cast<std::byte>(value));
        return *this;
    }
    HostWords& bytesOf(std::initializer_list<unsigned> values) {
        for (const unsigned value : values)
            byte(value);
        return *this;
    }
    HostWords& two(unsigned value) { return byte(value >> 8U).byte(value); }
    HostWords& four(std::uint32_t value) { return two(value >> 16U).two(value); }
    HostWords& times(std::size_t count, unsigned value) {
        bytes.insert(bytes.end(), count, static_cast<std::byte>(value));
        return *this;
    }
    HostWords& text(std::string_view words) {
        bytes.insert(bytes.end(), asBytes(words).begin(), asBytes(words).end());
        return *this;
    }

    HostWords& greeting(unsigned width, unsigned height, std::uint32_t nameBytes = 4) {
        text("RFB 003.008\n").bytesOf({1, rfbSecTypeNone}).four(0).two(width).two(height);
        bytesOf({32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0}).four(nameBytes);
        return times(nameBytes, 'n');
    }
    HostWords& update(unsigned rectangles) { return bytesOf({rfbFramebufferUpdate, 0}).two(rectangles); }
    HostWords& rectangle(desktop::Rect at, std::uint32_t encoding) {
        for (const int value : {at.x, at.y, at.width, at.height})
            two(static_cast<unsigned>(value));
        return four(encoding);
    }
    HostWords& filled(desktop::Rect at, std::uint32_t colour) {
        return rectangle(at, rfbEncodingTight)
            .bytesOf({0x80, colour >> 16U & 0xFFU, colour >> 8U & 0xFFU, colour & 0xFFU});
    }
    HostWords& copied(desktop::Rect at, desktop::Point from) {
        return rectangle(at, rfbEncodingCopyRect)
            .two(static_cast<unsigned>(from.x))
            .two(static_cast<unsigned>(from.y));
    }
    HostWords& newSize(int width, int height) {
        return rectangle({0, 0, width, height}, rfbEncodingNewFBSize);
    }
    /// The beginning of a picture; what is not there is zeros. Not one that can be decoded.
    struct Jpeg {
        unsigned width = 0, height = 0;
        unsigned frame = 0xFFC0;  ///< baseline
        unsigned components = 3;
        unsigned inScan = 3;
        std::vector<unsigned> data{0, 0, 0xFF, 0xD9};
    };
    HostWords& jpeg(desktop::Rect at, const Jpeg& jpeg) {
        HostWords picture;
        picture.two(0xFFD8).two(0xFFE0).two(4).two(0);
        picture.two(jpeg.frame).two(8 + 3 * jpeg.components).byte(8).two(jpeg.height).two(jpeg.width);
        picture.byte(jpeg.components).times(std::size_t{3} * jpeg.components, 0);
        picture.two(0xFFDA).two(3).byte(jpeg.inScan);
        for (const unsigned value : jpeg.data)
            picture.byte(value);
        rectangle(at, rfbEncodingTight).byte(0x90);
        return length(picture.bytes.size()).append(picture.bytes);
    }
    /// Tight's own way to write lengths below 16,384.
    HostWords& length(std::size_t size) {
        if (size < 0x80)
            return byte(static_cast<unsigned>(size));
        return byte(static_cast<unsigned>(size & 0x7F) | 0x80U).byte(static_cast<unsigned>(size >> 7));
    }
    HostWords& append(ByteView more) {
        bytes.insert(bytes.end(), more.begin(), more.end());
        return *this;
    }
};

}  // namespace sesame::test
