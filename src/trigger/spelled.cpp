// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/spelled.h"

#include "trigger/letters.h"
#include "trigger/unicode_tables.h"
#include "trigger/utf8.h"

#include <unordered_set>

namespace sesame::trigger {
namespace {

constexpr std::size_t kLongestSyllable = 6;  // zhuang

const std::unordered_set<std::string_view>& syllables() {
    static const std::unordered_set<std::string_view> all = [] {
        std::unordered_set<std::string_view> out;
        for (unsigned i = 1; i < tables::syllableCount; ++i)
            out.insert(tables::syllables[i]);
        return out;
    }();
    return all;
}

// "dianhua" is "dian hua": the longest syllable from which the rest can be spelled. Empty if it cannot.
std::vector<std::string> spelled(std::string_view word) {
    std::vector<std::size_t> stepAt(word.size() + 1, 0);  // length of the syllable there; 0: no way
    for (std::size_t i = word.size(); i-- > 0;)
        for (std::size_t length = std::min(kLongestSyllable, word.size() - i); length > 0; --length)
            if ((i + length == word.size() || stepAt[i + length] > 0) &&
                syllables().contains(word.substr(i, length))) {
                stepAt[i] = length;
                break;
            }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < word.size() && stepAt[i] > 0; i += stepAt[i])
        out.emplace_back(word.substr(i, stepAt[i]));
    return out;
}

std::vector<std::string> soundsOf(const WishUnit& unit) {
    if (unit.kind == WishUnit::Kind::Word)
        return unit.text.size() <= 24 ? spelled(unit.text) : std::vector<std::string>();
    if (unit.kind != WishUnit::Kind::Han)
        return {};
    std::string_view rest = unit.text;
    const auto letter = takeCodePoint(rest);
    const std::string sound = letter ? pinyinOf(*letter) : "";
    return sound.empty() ? std::vector<std::string>() : std::vector<std::string>{sound};
}

}  // namespace

std::vector<std::vector<std::string>> spelledRuns(std::span<const WishUnit> units) {
    std::vector<std::vector<std::string>> runs(1);
    for (const WishUnit& unit : units) {
        std::vector<std::string> sounds = soundsOf(unit);
        if (sounds.empty() && !runs.back().empty())
            runs.emplace_back();
        for (std::string& sound : sounds)
            runs.back().push_back(std::move(sound));
    }
    return runs;
}

}  // namespace sesame::trigger
