// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/bytes.h"

namespace sesame {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64UrlDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string toHex(ByteView bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (std::byte b : bytes) {
        out += kHexDigits[std::to_integer<unsigned>(b) >> 4];
        out += kHexDigits[std::to_integer<unsigned>(b) & 15];
    }
    return out;
}

Result<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0)
        return Error{ErrorCode::Malformed, "odd number of hexadecimal digits"};
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const std::size_t high = kHexDigits.find(text[i]);
        const std::size_t low = kHexDigits.find(text[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return Error{ErrorCode::Malformed, "not a hexadecimal digit"};
        out.push_back(static_cast<std::byte>(high << 4 | low));
    }
    return out;
}

std::string toBase64Url(ByteView bytes) {
    std::string out;
    unsigned buffer = 0;
    int bits = 0;
    for (std::byte b : bytes) {
        buffer = buffer << 8 | std::to_integer<unsigned>(b);
        for (bits += 8; bits >= 6; bits -= 6)
            out += kBase64UrlDigits[buffer >> (bits - 6) & 63];
    }
    if (bits > 0)
        out += kBase64UrlDigits[buffer << (6 - bits) & 63];
    return out;
}

Result<Bytes> fromBase64Url(std::string_view text) {
    Bytes out;
    unsigned buffer = 0;
    int bits = 0;
    for (char c : text) {
        const std::size_t digit = kBase64UrlDigits.find(c);
        if (digit == std::string_view::npos)
            return Error{ErrorCode::Malformed, "not a base64url digit"};
        buffer = buffer << 6 | static_cast<unsigned>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::byte>(buffer >> bits & 255));
        }
    }
    // Left-over bits that are not zero mean a text that no encoder writes.
    if (bits >= 6 || (buffer & ((1U << bits) - 1)) != 0)
        return Error{ErrorCode::Malformed, "base64url has trailing bits"};
    return out;
}

}  // namespace sesame
