// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/features.h"

#include "trigger/letters.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::size_t kRun = 3;

std::uint32_t mix(std::uint64_t value) {
    value *= 0x9E3779B97F4A7C15U;
    return static_cast<std::uint32_t>(value >> 32);
}

// Han letters by their sound, so that homophones share features; spaces and marks do not count.
std::vector<std::uint32_t> soundsOf(std::u32string_view text) {
    std::vector<std::uint32_t> out;
    for (const char32_t letter : text) {
        const unsigned sound = isHan(letter) ? soundOf(letter) : 0;
        if (sound != 0)
            out.push_back(0x200000U + sound);
        else if (isLetter(letter) || isDigit(letter) || isCjk(letter))
            out.push_back(letter);
    }
    return out;
}

bool isWide(std::uint32_t unit) {
    return unit >= 0x1100;
}

}  // namespace

std::vector<std::uint32_t> featuresOf(std::u32string_view text) {
    const std::vector<std::uint32_t> units = soundsOf(text);
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (i + 1 < units.size() && (isWide(units[i]) || isWide(units[i + 1])))
            out.push_back(mix(std::uint64_t{units[i]} << 32 | units[i + 1]));
        if (i + 2 < units.size() && isWide(units[i]) && isWide(units[i + 2]))
            out.push_back(mix((std::uint64_t{units[i]} << 32 | units[i + 2]) * 31 + 7));
        if (i + kRun <= units.size() && !isWide(units[i]) && !isWide(units[i + 1]) && !isWide(units[i + 2]))
            out.push_back(
                mix((std::uint64_t{units[i]} << 42) ^ (std::uint64_t{units[i + 1]} << 21) ^ units[i + 2]));
    }
    std::string pinyin;
    for (const char32_t letter : text)
        if (isHan(letter))
            pinyin += pinyinOf(letter);
    for (std::size_t i = 0; i + kRun <= pinyin.size(); ++i) {
        const auto at = [&](std::size_t k) {
            return static_cast<std::uint64_t>(static_cast<unsigned char>(pinyin[k]));
        };
        out.push_back(mix((at(i) << 42) ^ (at(i + 1) << 21) ^ at(i + 2)));
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace sesame::trigger
