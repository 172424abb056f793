// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_words.h"

#include "trigger/lexicon_text.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

std::string_view takeUntil(std::string_view& rest, char parting) {
    const std::size_t end = std::min(rest.find(parting), rest.size());
    const std::string_view taken = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return taken;
}

void append(std::string& word, const WishUnit& unit, bool gap) {
    if (gap && unit.kind != WishUnit::Kind::Han)
        word += ' ';
    word += unit.text;
}

}  // namespace

WishWords::WishWords(const char* text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        std::string_view line = takeUntil(rest, '\n');
        if (line.empty() || line.front() == '#')
            continue;
        names_.emplace_back(takeUntil(line, ':'));
        const auto kind = static_cast<unsigned>(names_.size() - 1);
        while (!line.empty()) {
            const auto read = readWish(takeUntil(line, ','));
            if (!read)
                continue;
            const std::vector<WishUnit> units = unitsOf(*read);
            std::string word;
            for (const WishUnit& unit : units)
                append(word, unit, !word.empty());
            words_.emplace(std::move(word), kind);
            longest_ = std::max(longest_, units.size());
        }
    }
}

WishWords::Found WishWords::at(std::span<const WishUnit> units) const {
    Found found;
    std::string word;
    for (std::size_t count = 1; count <= std::min(longest_, units.size()); ++count) {
        const WishUnit& unit = units[count - 1];
        if (unit.kind == WishUnit::Kind::Mark)
            break;
        append(word, unit, !word.empty());
        if (const auto known = words_.find(word); known != words_.end())
            found = {known->second, count};
    }
    return found;
}

unsigned WishWords::kind(std::string_view name) const {
    const auto found = std::ranges::find(names_, name);
    return found == names_.end() ? 0 : static_cast<unsigned>(found - names_.begin());
}

const WishWords& wishWords() {
    static const WishWords all(words::wish_words);
    return all;
}

std::vector<WishPiece> piecesOf(std::span<const WishUnit> units) {
    std::vector<WishPiece> out;
    for (std::size_t i = 0; i < units.size();) {
        if (units[i].kind == WishUnit::Kind::Mark) {
            ++i;
            continue;
        }
        const WishWords::Found found = wishWords().at(units.subspan(i));
        out.push_back({found.kind, i, i + found.units - 1, units[i].clause});
        i += found.units;
    }
    return out;
}

}  // namespace sesame::trigger
