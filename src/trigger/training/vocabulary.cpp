// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/training/vocabulary.h"

#include "trigger/wish_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace sesame::trigger::training {
namespace {

constexpr std::size_t kCommon = 6;    // lines in which a word occurs that others may be a slip of
constexpr std::size_t kShortest = 4;  // letters

}  // namespace

std::string vocabulary(const std::vector<Sentence>& sentences) {
    std::map<std::string, std::set<std::size_t>> lines;
    for (const Sentence& sentence : sentences)
        if (const auto text = readWish(sentence.text))
            for (const WishUnit& unit : unitsOf(*text))
                if (unit.kind == WishUnit::Kind::Word && unit.text.size() >= kShortest)
                    lines[unit.text].insert(sentence.line);
    std::vector<std::pair<std::size_t, std::string>> byCount;
    for (const auto& [word, where] : lines)
        byCount.emplace_back(where.size(), word);
    std::ranges::stable_sort(byCount, std::ranges::greater(), &std::pair<std::size_t, std::string>::first);
    std::string out;
    bool common = true;
    for (const auto& [count, word] : byCount) {
        if (common && count < kCommon) {
            out += '\n';
            common = false;
        }
        // A word seen once may be a slip itself.
        if (count > 1)
            (out += word) += '\n';
    }
    return out;
}

}  // namespace sesame::trigger::training
