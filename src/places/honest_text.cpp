// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/places/honest_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace sesame::places {
namespace {

struct Range {
    std::uint32_t first;
    std::uint32_t last;
};

// U+200D and variation selectors are invisible too, but emoji in file names need them.
constexpr std::array<Range, 19> kRefused = {{{0x00, 0x1F},
                                             {0x7F, 0x9F},
                                             {0xAD, 0xAD},
                                             {0x61C, 0x61C},
                                             {0x115F, 0x1160},
                                             {0x17B4, 0x17B5},
                                             {0x180B, 0x180F},
                                             {0x200B, 0x200C},
                                             {0x200E, 0x200F},
                                             {0x2028, 0x202E},
                                             {0x2060, 0x206F},
                                             {0x3164, 0x3164},
                                             {0xE000, 0xF8FF},
                                             {0xFEFF, 0xFEFF},
                                             {0xFFA0, 0xFFA0},
                                             {0xFFF0, 0xFFFB},
                                             {0xFFFE, 0xFFFF},
                                             {0xE0000, 0xE0FFF},
                                             {0xF0000, 0x10FFFF}}};

/// Takes one character off the front; nullopt where the bytes are no well-formed UTF-8.
std::optional<std::uint32_t> take(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    constexpr std::array<std::uint32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    if (text.size() < length || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4)
        return std::nullopt;
    std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80)
            return std::nullopt;
        point = point << 6 | (next & 0x3F);
    }
    text.remove_prefix(length);
    if (point < kLeast[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
        return std::nullopt;
    return point;
}

bool isHonest(std::uint32_t point) {
    return std::none_of(kRefused.begin(), kRefused.end(),
                        [&](const Range& range) { return point >= range.first && point <= range.last; });
}

}  // namespace

bool isHonestText(std::string_view text) {
    while (!text.empty()) {
        const auto point = take(text);
        if (!point || !isHonest(*point))
            return false;
    }
    return true;
}

std::string shownText(std::string_view raw) {
    std::string out;
    while (!raw.empty()) {
        std::string_view rest = raw;
        const auto point = take(rest);
        if (!point)
            rest = raw.substr(1);
        out += point && isHonest(*point) ? raw.substr(0, raw.size() - rest.size()) : "\uFFFD";
        raw = rest;
    }
    return out;
}

std::string shownName(std::string_view path) {
    return shownText(path.substr(path.rfind('/') + 1));
}

}  // namespace sesame::places
