// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/feature_set.h"
#include "trigger/wish_words.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::size_t kReach = 4;  // units to both sides

// What stands at each unit, with room on both sides.
struct Surroundings {
    std::vector<std::string> words, kinds;
    explicit Surroundings(std::span<const WishUnit> units);
};

Surroundings::Surroundings(std::span<const WishUnit> units)
    : words(units.size() + 2 * kReach, "^"), kinds(units.size() + 2 * kReach, "^") {
    for (std::size_t i = 0; i < units.size(); ++i) {
        words[i + kReach] = units[i].kind == WishUnit::Kind::Number ? "0" : units[i].text;
        kinds[i + kReach] = words[i + kReach];
    }
    for (std::size_t i = 0; i < kReach; ++i)
        words[units.size() + kReach + i] = kinds[units.size() + kReach + i] = "$";
    for (const WishPiece& piece : piecesOf(units))
        for (std::size_t i = piece.first; i <= piece.last && piece.kind != 0; ++i)
            kinds[i + kReach] = std::string(i == piece.first ? "<" : "+") + wishWords().name(piece.kind) +
                                (i == piece.last ? ">" : "+");
}

void addAround(FeatureSet& out, std::string_view family, const std::vector<std::string>& all,
               std::size_t at) {
    for (std::size_t i = 0; i <= 2 * kReach; ++i) {
        const std::size_t place = at - kReach + i;
        const std::string where = std::to_string(i);
        out.add(family, {where, all[place]});
        if (i < 2 * kReach)
            out.add(family, {where, all[place], all[place + 1]});
        if (i >= 1 && i + 2 < 2 * kReach)
            out.add(family, {where, all[place], all[place + 1], all[place + 2]});
    }
}

}  // namespace

std::vector<WishFeatures> placeFeatures(std::span<const WishUnit> units, std::string_view intent) {
    const Surroundings around(units);
    std::vector<WishFeatures> out;
    for (std::size_t i = 0; i < units.size(); ++i) {
        FeatureSet set(Naming::Off);
        const std::size_t at = i + kReach;
        addAround(set, "at", around.words, at);
        addAround(set, "kind", around.kinds, at);
        for (const std::size_t place : {at - 1, at, at + 1}) {
            const std::string where = std::to_string(place + 1 - at);
            set.add("for", {intent, where, around.words[place]});
            set.add("for", {intent, where, around.kinds[place]});
            const std::string& word = around.words[place];
            if (units[i].kind == WishUnit::Kind::Word && word.size() > 3) {
                set.add("end", {where, std::string_view(word).substr(word.size() - 2)});
                set.add("end", {where, std::string_view(word).substr(word.size() - 3)});
                set.add("head", {where, std::string_view(word).substr(0, 3)});
            }
        }
        set.add("sort", {std::to_string(static_cast<int>(units[i].kind)), intent});
        set.add("clause", {std::to_string(std::min(units[i].clause, 3U)),
                           std::to_string(units.back().clause - units[i].clause)});
        set.add("bias", {intent});
        out.push_back(set.take());
    }
    return out;
}

}  // namespace sesame::trigger
