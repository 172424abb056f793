// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/client_messages.h"

#include <algorithm>
#include <bit>

namespace sesame::remote {
namespace {

// RFC 6143, 7.5, and what common viewers send besides.
constexpr std::uint8_t kSetPixelFormat = 0;
constexpr std::uint8_t kSetEncodings = 2;
constexpr std::uint8_t kUpdateRequest = 3;
constexpr std::uint8_t kKeyEvent = 4;
constexpr std::uint8_t kPointerEvent = 5;
constexpr std::uint8_t kClientCutText = 6;
constexpr std::uint8_t kEnableContinuousUpdates = 150;
constexpr std::uint8_t kClientFence = 248;
constexpr std::uint8_t kSetDesktopSize = 251;

constexpr std::string_view kVersion = "RFB 003.008\n";
constexpr std::uint8_t kSecurityNone = 1;

std::uint8_t byteAt(const Bytes& bytes, std::size_t at) {
    return std::to_integer<std::uint8_t>(bytes[at]);
}
std::uint16_t shortAt(const Bytes& bytes, std::size_t at) {
    return static_cast<std::uint16_t>(byteAt(bytes, at) << 8 | byteAt(bytes, at + 1));
}
std::uint32_t longAt(const Bytes& bytes, std::size_t at) {
    return static_cast<std::uint32_t>(shortAt(bytes, at)) << 16 | shortAt(bytes, at + 2);
}

/// A true-colour format in which every channel is whole bits that lie inside the pixel.
Status checkPixelFormat(const Bytes& message) {
    constexpr std::size_t kAt = 4;
    const unsigned bits = byteAt(message, kAt);
    const bool trueColour = byteAt(message, kAt + 3) != 0;
    if ((bits != 8 && bits != 16 && bits != 32) || !trueColour)
        return Error{ErrorCode::Malformed, "pixel format"};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const unsigned most = shortAt(message, kAt + 4 + 2 * channel);
        const unsigned shift = byteAt(message, kAt + 10 + channel);
        const bool whole = most > 0 && most <= 255 && std::has_single_bit(most + 1);
        if (!whole || shift + std::bit_width(most) > bits)
            return Error{ErrorCode::Malformed, "pixel format"};
    }
    return {};
}

}  // namespace

Status ClientMessages::take(ByteView bytes, std::vector<ClientMessage>& messages) {
    while (!bytes.empty()) {
        if (skippable_ > 0) {
            const auto skipped = static_cast<std::size_t>(std::min<std::uint64_t>(skippable_, bytes.size()));
            skippable_ -= skipped;
            bytes = bytes.subspan(skipped);
            continue;
        }
        SESAME_TRY_ASSIGN(const std::size_t whole, needed());
        const std::size_t taken = std::min(whole - buffer_.size(), bytes.size());
        buffer_.insert(buffer_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        // More bytes may have shown that the message is longer than it seemed.
        SESAME_TRY_ASSIGN(const std::size_t wholeNow, needed());
        if (buffer_.size() < wholeNow)
            continue;
        SESAME_TRY(handle(messages));
        buffer_.clear();
    }
    return {};
}

/// How many bytes the message in the buffer has, as far as it is known.
Result<std::size_t> ClientMessages::needed() const {
    switch (stage_) {
        case Stage::Version:
            return kVersion.size();
        case Stage::Security:
        case Stage::Init:
            return std::size_t{1};
        case Stage::Normal:
            break;
    }
    return buffer_.empty() ? Result<std::size_t>(std::size_t{1}) : neededNormal();
}

Result<std::size_t> ClientMessages::neededNormal() const {
    switch (byteAt(buffer_, 0)) {
        case kSetPixelFormat:
            return std::size_t{20};
        case kSetEncodings:
            if (buffer_.size() < 4)
                return std::size_t{4};
            if (shortAt(buffer_, 2) > kMostEncodings)
                return Error{ErrorCode::Malformed, "too many encodings"};
            return 4 + std::size_t{4} * shortAt(buffer_, 2);
        case kUpdateRequest:
        case kEnableContinuousUpdates:
            return std::size_t{10};
        case kKeyEvent:
        case kClientCutText:
        case kSetDesktopSize:
            return std::size_t{8};
        case kPointerEvent:
            return std::size_t{6};
        case kClientFence:
            return std::size_t{9};
        default:
            return Error{ErrorCode::Malformed, "unknown message"};
    }
}

Status ClientMessages::handle(std::vector<ClientMessage>& messages) {
    switch (stage_) {
        case Stage::Version:
            if (asText(buffer_) != kVersion)
                return Error{ErrorCode::Malformed, "version"};
            stage_ = Stage::Security;
            return {};
        case Stage::Security:
            if (byteAt(buffer_, 0) != kSecurityNone)
                return Error{ErrorCode::Malformed, "security type"};
            stage_ = Stage::Init;
            return {};
        case Stage::Init:
            stage_ = Stage::Normal;
            return {};
        case Stage::Normal:
            break;
    }
    return handleNormal(messages);
}

Status ClientMessages::handleNormal(std::vector<ClientMessage>& messages) {
    switch (byteAt(buffer_, 0)) {
        case kSetPixelFormat:
            SESAME_TRY(checkPixelFormat(buffer_));
            messages.emplace_back(PixelFormatMessage{*toArray<20>(buffer_)});
            break;
        case kSetEncodings: {
            EncodingsMessage said;
            for (std::size_t at = 4; at < buffer_.size(); at += 4)
                said.encodings.push_back(static_cast<std::int32_t>(longAt(buffer_, at)));
            messages.emplace_back(std::move(said));
            break;
        }
        case kUpdateRequest:
            messages.emplace_back(UpdateRequest{
                {shortAt(buffer_, 2), shortAt(buffer_, 4), shortAt(buffer_, 6), shortAt(buffer_, 8)},
                byteAt(buffer_, 1) != 0});
            break;
        case kKeyEvent:
            messages.emplace_back(KeyMessage{longAt(buffer_, 4), byteAt(buffer_, 1) != 0});
            break;
        case kPointerEvent:
            messages.emplace_back(
                PointerMessage{{shortAt(buffer_, 2), shortAt(buffer_, 4)}, byteAt(buffer_, 1)});
            break;
        case kClientCutText: {
            // A negative length is the extended clipboard's.
            const auto length = static_cast<std::int32_t>(longAt(buffer_, 4));
            const std::int64_t text = length;
            skippable_ = static_cast<std::uint64_t>(text < 0 ? -text : text);
            break;
        }
        case kSetDesktopSize:
            skippable_ = std::uint64_t{16} * byteAt(buffer_, 6);
            break;
        case kClientFence:
            skippable_ = byteAt(buffer_, 8);
            break;
        default:  // EnableContinuousUpdates: they are always on
            break;
    }
    return {};
}

}  // namespace sesame::remote
