// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/utf8.h"

namespace sesame::trigger {
namespace {

struct Lead {
    int length;
    char32_t bits;
    char32_t least;  // smaller values have a shorter form
};

std::optional<Lead> leadOf(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF)
        return Lead{2, byte & 0x1FU, 0x80};
    if ((byte & 0xF0) == 0xE0)
        return Lead{3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4)
        return Lead{4, byte & 0x07U, 0x10000};
    return std::nullopt;
}

}  // namespace

std::optional<char32_t> takeCodePoint(std::string_view& rest) {
    const auto first = static_cast<unsigned char>(rest.front());
    if (first < 0x80) {
        rest.remove_prefix(1);
        return first;
    }
    const auto lead = leadOf(first);
    if (!lead || rest.size() < static_cast<std::size_t>(lead->length))
        return std::nullopt;
    char32_t point = lead->bits;
    for (int i = 1; i < lead->length; ++i) {
        const auto next = static_cast<unsigned char>(rest[static_cast<std::size_t>(i)]);
        if ((next & 0xC0) != 0x80)
            return std::nullopt;
        point = (point << 6) | (next & 0x3FU);
    }
    if (point < lead->least || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(lead->length));
    return point;
}

std::optional<std::u32string> decodeUtf8(std::string_view text) {
    if (text.size() > kMaxTextBytes)
        return std::nullopt;
    std::u32string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto point = takeCodePoint(text);
        if (!point)
            return std::nullopt;
        out.push_back(*point);
    }
    return out;
}

void appendUtf8(std::string& out, char32_t point) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

std::string encodeUtf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (const char32_t point : text)
        appendUtf8(out, point);
    return out;
}

}  // namespace sesame::trigger
