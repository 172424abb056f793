// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/server_check.h"

#include <rfb/rfbproto.h>

#include <algorithm>

namespace sesame::remote {
namespace {

constexpr std::string_view kVersion = "RFB 003.008\n";
constexpr unsigned kFill = 8;
constexpr unsigned kJpeg = 9;
constexpr unsigned kExplicitFilter = 4;
// Shorter data is not compressed and has no length in front.
constexpr std::int64_t kMinToCompress = 12;

}  // namespace

std::optional<std::size_t> ServerCheck::accept(ByteView bytes) {
    atEnd_ = false;
    ByteView rest = bytes;
    while (!rest.empty() && !refused_ && !atEnd_) {
        std::size_t step = 0;
        if (toSkip_ > 0) {
            step = static_cast<std::size_t>(std::min<std::uint64_t>(rest.size(), toSkip_));
            toSkip_ -= step;
            if (inScan_)
                jpegScanData(rest.first(step));
        } else {
            step = std::min(rest.size(), wanted_ - header_.size());
            header_.insert(header_.end(), rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(step));
        }
        rest = rest.subspan(step);
        if (toSkip_ == 0 && header_.size() == wanted_)
            (this->*then_)();
    }
    if (refused_)
        return std::nullopt;
    return bytes.size() - rest.size();
}

void ServerCheck::want(std::size_t bytes, Step then) {
    header_.clear();
    wanted_ = bytes;
    then_ = then;
}

// Does not need the bytes themselves.
void ServerCheck::skip(std::int64_t bytes, Step then) {
    want(0, then);
    toSkip_ = static_cast<std::uint64_t>(bytes);
    if (bytes == 0)
        (this->*then)();
}

void ServerCheck::version() {
    if (asText(header_) != kVersion)
        return refuse();
    want(2, &ServerCheck::securityTypes);
}

void ServerCheck::securityTypes() {
    if (byteAt(0) != 1 || byteAt(1) != rfbSecTypeNone)
        return refuse();
    want(4, &ServerCheck::securityResult);
}

void ServerCheck::securityResult() {
    if (longAt(0) != 0)
        return refuse();
    want(sz_rfbServerInitMsg, &ServerCheck::serverInit);
}

void ServerCheck::serverInit() {
    area_ = {0, 0, static_cast<int>(shortAt(0)), static_cast<int>(shortAt(2))};
    const std::int64_t name = longAt(20);
    newSize();
    if (name > kMaxNameBytes)
        return refuse();
    if (!refused_)
        skip(name, &ServerCheck::nextMessage);
}

void ServerCheck::newSize() {
    const std::int64_t pixels = std::int64_t{area_.width} * area_.height;
    if (pixels == 0 || area_.width > kMaxSide || area_.height > kMaxSide || pixels > kMaxPixels)
        return refuse();
    size_ = {area_.width, area_.height};
}

void ServerCheck::nextMessage() {
    atEnd_ = true;
    want(1, &ServerCheck::message);
}

// The library acts on this byte alone.
void ServerCheck::message() {
    if (byteAt(0) != rfbFramebufferUpdate)
        return refuse();
    want(sz_rfbFramebufferUpdateMsg - 1, &ServerCheck::update);
}

void ServerCheck::update() {
    painted_.clear();
    budget_ = kMaxCoats * std::int64_t{size_.width} * size_.height;
    rectanglesLeft_ = shortAt(1);
    nextRectangle();
}

void ServerCheck::nextRectangle() {
    if (rectanglesLeft_ == 0)
        return nextMessage();
    --rectanglesLeft_;
    want(sz_rfbFramebufferUpdateRectHeader, &ServerCheck::rectangle);
}

void ServerCheck::rectangle() {
    area_ = {static_cast<int>(shortAt(0)), static_cast<int>(shortAt(2)), static_cast<int>(shortAt(4)),
             static_cast<int>(shortAt(6))};
    switch (longAt(8)) {
        case rfbEncodingTight:
            if (paint(false))
                want(1, &ServerCheck::tightControl);
            return;
        case rfbEncodingCopyRect:
            if (paint(true))
                want(sz_rfbCopyRect, &ServerCheck::copyRectangle);
            return;
        case rfbEncodingRaw:
            if (paint(false))
                skip(std::int64_t{area_.width} * area_.height * 4, &ServerCheck::nextRectangle);
            return;
        case rfbEncodingRichCursor:
            return cursor();
        case rfbEncodingPointerPos:
            return nextRectangle();
        case rfbEncodingNewFBSize:
            newSize();
            budget_ -= std::int64_t{size_.width} * size_.height;
            // What was painted before is gone.
            painted_.clear();
            return budget_ < 0 || refused_ ? refuse() : nextRectangle();
        case rfbEncodingLastRect:
            rectanglesLeft_ = 0;
            return nextMessage();
        default:
            return refuse();
    }
}

void ServerCheck::cursor() {
    if (area_.width > kMaxCursorSide || area_.height > kMaxCursorSide)
        return refuse();
    const std::int64_t pixels = std::int64_t{area_.width} * area_.height;
    cursorHidden_ = pixels == 0;
    const std::int64_t mask = std::int64_t{(area_.width + 7) / 8} * area_.height;
    skip(cursorHidden_ ? 0 : pixels * 4 + mask, &ServerCheck::nextRectangle);
}

bool ServerCheck::paint(bool copied) {
    const std::int64_t pixels = std::int64_t{area_.width} * area_.height;
    budget_ -= pixels;
    if (pixels == 0 || budget_ < 0 || area_.x + area_.width > size_.width ||
        area_.y + area_.height > size_.height) {
        refuse();
        return false;
    }
    painted_.push_back({area_, true, copied, {}});
    return true;
}

void ServerCheck::copyRectangle() {
    const desktop::Point from{static_cast<int>(shortAt(0)), static_cast<int>(shortAt(2))};
    if (from.x + area_.width > size_.width || from.y + area_.height > size_.height)
        return refuse();
    painted_.back().from = from;
    nextRectangle();
}

void ServerCheck::tightControl() {
    const unsigned control = byteAt(0) >> 4U;
    if (control == kFill)
        return skip(3, &ServerCheck::nextRectangle);
    if (control == kJpeg) {
        painted_.back().exact = false;
        return compactLength(&ServerCheck::jpegData);
    }
    if (control > (kExplicitFilter | 3U))
        return refuse();
    if ((control & kExplicitFilter) != 0)
        return want(1, &ServerCheck::tightFilter);
    tightBits(24);
}

void ServerCheck::tightFilter() {
    if (byteAt(0) == rfbTightFilterCopy)
        return tightBits(24);
    if (byteAt(0) != rfbTightFilterPalette)
        return refuse();
    want(1, &ServerCheck::tightPalette);
}

void ServerCheck::tightPalette() {
    const unsigned colours = byteAt(0) + 1;
    if (colours < 2)
        return refuse();
    length_ = colours == 2 ? 1 : 8;
    skip(std::int64_t{3} * colours, &ServerCheck::tightData);
}

void ServerCheck::tightBits(int bitsPerPixel) {
    length_ = bitsPerPixel;
    tightData();
}

void ServerCheck::tightData() {
    const std::int64_t rowBytes = (area_.width * length_ + 7) / 8;
    if (rowBytes * area_.height < kMinToCompress)
        return skip(rowBytes * area_.height, &ServerCheck::nextRectangle);
    compactLength(nullptr);
}

// One to three bytes, seven bits each; the highest bit says that more follow. Then so many bytes of data.
void ServerCheck::compactLength(Step then) {
    length_ = 0;
    lengthBytes_ = 0;
    afterLength_ = then;
    want(1, &ServerCheck::moreLength);
}

void ServerCheck::moreLength() {
    const bool last = lengthBytes_ == 2;
    length_ |= std::int64_t{byteAt(0) & (last ? 0xFFU : 0x7FU)} << 7U * lengthBytes_;
    ++lengthBytes_;
    if (!last && byteAt(0) >= 0x80)
        return want(1, &ServerCheck::moreLength);
    if (length_ == 0)
        return refuse();
    if (afterLength_ != nullptr)
        return (this->*afterLength_)();
    skip(length_, &ServerCheck::nextRectangle);
}

void ServerCheck::inJpeg(std::int64_t bytes, Step then, bool keep) {
    length_ -= bytes;
    if (bytes < 0 || length_ < 0)
        return refuse();
    if (keep)
        want(static_cast<std::size_t>(bytes), then);
    else
        skip(bytes, then);
}

// Only plain JPEG of the very size and in one scan: what takes memory or time beyond the area's own is not.
void ServerCheck::jpegData() {
    inJpeg(2, &ServerCheck::jpegMarker, true);
}

void ServerCheck::jpegMarker() {
    if (header_.size() == 2) {
        if (shortAt(0) != 0xFFD8)
            return refuse();
        return inJpeg(4, &ServerCheck::jpegMarker, true);
    }
    if (header_.empty())
        return inJpeg(4, &ServerCheck::jpegMarker, true);
    const unsigned marker = shortAt(0);
    const std::int64_t body = std::int64_t{shortAt(2)} - 2;
    const bool table = marker == 0xFFDB || marker == 0xFFC4 || marker == 0xFFDD;
    const bool remark = (marker >= 0xFFE0 && marker <= 0xFFEF) || marker == 0xFFFE;
    if (marker == 0xFFC0 && components_ == 0 && body >= 6)
        return inJpeg(body, &ServerCheck::jpegFrame, true);
    if (marker == 0xFFDA && components_ != 0 && body >= 1)
        return inJpeg(body, &ServerCheck::jpegScan, true);
    if (!table && !remark)
        return refuse();
    inJpeg(body, &ServerCheck::jpegMarker, false);
}

void ServerCheck::jpegFrame() {
    components_ = byteAt(5);
    if (static_cast<int>(shortAt(1)) != area_.height || static_cast<int>(shortAt(3)) != area_.width ||
        (components_ != 1 && components_ != 3))
        return refuse();
    inJpeg(4, &ServerCheck::jpegMarker, true);
}

void ServerCheck::jpegScan() {
    if (byteAt(0) != components_)
        return refuse();
    components_ = 0;
    inScan_ = true;
    afterFf_ = false;
    scanEnded_ = false;
    skip(length_, &ServerCheck::jpegEnd);
}

// The decoder believes the length of every marker, so there is none but those of the scan, and the end.
void ServerCheck::jpegScanData(ByteView bytes) {
    constexpr std::byte kFf{0xFF};
    constexpr std::byte kEnd{0xD9};
    for (auto at = bytes.begin(); at != bytes.end(); ++at) {
        if (afterFf_) {
            const bool isData = *at == std::byte{0} || (*at & std::byte{0xF8}) == std::byte{0xD0};
            const bool isEnd = *at == kEnd && toSkip_ == 0 && at + 1 == bytes.end();
            if (!isData && !isEnd)
                return refuse();
            afterFf_ = false;
            scanEnded_ = isEnd;
            continue;
        }
        at = std::find(at, bytes.end(), kFf);
        if (at == bytes.end())
            return;
        afterFf_ = true;
    }
}

void ServerCheck::jpegEnd() {
    inScan_ = false;
    if (!scanEnded_)
        return refuse();
    nextRectangle();
}

}  // namespace sesame::remote
