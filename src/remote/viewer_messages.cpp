// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/viewer_messages.h"

#include <rfb/rfbproto.h>

#include <algorithm>
#include <limits>

namespace sesame::remote::say {
namespace {

constexpr unsigned kJpegQuality = 8;
constexpr unsigned kCompressLevel = 1;

void putByte(Bytes& to, unsigned value) {
    to.push_back(static_cast<std::byte>(value));
}
void putShort(Bytes& to, unsigned value) {
    putByte(to, value >> 8U);
    putByte(to, value);
}
void putLong(Bytes& to, std::uint32_t value) {
    putShort(to, value >> 16U);
    putShort(to, value);
}
unsigned clamped(int value) {
    return static_cast<unsigned>(std::clamp(value, 0, int{std::numeric_limits<std::uint16_t>::max()}));
}

void putPixelFormat(Bytes& to) {
    putByte(to, rfbSetPixelFormat);
    to.insert(to.end(), 3, std::byte{0});
    for (const unsigned value : {32U, 24U, 0U, 1U})  // bits, depth, big-endian, true colour
        putByte(to, value);
    for (int colour = 0; colour < 3; ++colour)
        putShort(to, 255);
    for (const unsigned shift : {16U, 8U, 0U})
        putByte(to, shift);
    to.insert(to.end(), 3, std::byte{0});
}

}  // namespace

Bytes greeting() {
    Bytes out = toBytes(asBytes("RFB 003.008\n"));
    putByte(out, rfbSecTypeNone);
    putByte(out, 1);  // shared
    putPixelFormat(out);
    const std::uint32_t encodings[] = {
        rfbEncodingTight,      rfbEncodingCopyRect,
        rfbEncodingRaw,        rfbEncodingCompressLevel0 + kCompressLevel,
        rfbEncodingRichCursor, rfbEncodingQualityLevel0 + kJpegQuality,
        rfbEncodingPointerPos, rfbEncodingNewFBSize,
        rfbEncodingLastRect,
    };
    putByte(out, rfbSetEncodings);
    putByte(out, 0);
    putShort(out, std::size(encodings));
    for (const std::uint32_t encoding : encodings)
        putLong(out, encoding);
    return out;
}

Bytes request(const desktop::Rect& area, bool changes) {
    Bytes out;
    putByte(out, rfbFramebufferUpdateRequest);
    putByte(out, changes ? 1 : 0);
    for (const int value : {area.x, area.y, area.width, area.height})
        putShort(out, clamped(value));
    return out;
}

Bytes pointer(desktop::Point at, unsigned buttons) {
    Bytes out;
    putByte(out, rfbPointerEvent);
    putByte(out, buttons);
    putShort(out, clamped(at.x));
    putShort(out, clamped(at.y));
    return out;
}

Bytes key(desktop::KeySymbol symbol, bool down) {
    Bytes out;
    putByte(out, rfbKeyEvent);
    putByte(out, down ? 1 : 0);
    putShort(out, 0);
    putLong(out, symbol);
    return out;
}

bool sameButtons(ByteView earlier, ByteView later) {
    return earlier.size() == sz_rfbPointerEventMsg && later.size() == sz_rfbPointerEventMsg &&
           earlier[0] == std::byte{rfbPointerEvent} && later[0] == earlier[0] && later[1] == earlier[1];
}

}  // namespace sesame::remote::say
