// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_spelling.h"

#include "trigger/lexicon.h"
#include "trigger/one_slip.h"
#include "trigger/wish_words.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 20;

bool isAscii(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::u32string wide(std::string_view ascii) {
    return {ascii.begin(), ascii.end()};
}

// The word, and the word with one letter left out: two words that are a slip apart share one of these.
std::vector<std::string> shortened(const std::string& word) {
    std::vector<std::string> out = {word};
    for (std::size_t i = 0; i < word.size(); ++i)
        out.push_back(word.substr(0, i) + word.substr(i + 1));
    return out;
}

}  // namespace

WishSpelling::WishSpelling(std::string_view words) {
    bool common = true;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find('\n'), words.size());
        std::string word(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
        if (word.empty()) {
            common = false;
            continue;
        }
        if (common) {
            for (std::string& key : shortened(word))
                without_[std::move(key)].push_back(static_cast<std::uint32_t>(common_.size()));
            common_.push_back(word);
        }
        known_.insert(std::move(word));
    }
}

std::string WishSpelling::corrected(const std::string& word) const {
    std::uint32_t best = static_cast<std::uint32_t>(common_.size());
    const std::u32string typed = wide(word);
    for (const std::string& key : shortened(word))
        if (const auto found = without_.find(key); found != without_.end())
            for (const std::uint32_t candidate : found->second)
                if (candidate < best && common_[candidate].front() == word.front() &&
                    isOneSlip(wide(common_[candidate]), typed))
                    best = candidate;
    return best < common_.size() ? common_[best] : word;
}

void WishSpelling::correct(std::span<WishUnit> units) const {
    for (WishUnit& unit : units)
        if (unit.kind == WishUnit::Kind::Word && unit.text.size() >= kShortest &&
            unit.text.size() <= kLongest && isAscii(unit.text) && !known_.contains(unit.text) &&
            !wishWords().contains(unit.text) && !lexicon().english.contains(wide(unit.text)))
            unit.text = corrected(unit.text);
}

}  // namespace sesame::trigger
