// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/wish_features.h"

#include "trigger/feature_set.h"
#include "trigger/spelled.h"
#include "trigger/wish_words.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

constexpr std::size_t kLongestRun = 4;

// A message as words, or as words and kinds, with its beginning and its end.
std::vector<std::string> framed(std::vector<std::string> words) {
    words.insert(words.begin(), "^");
    words.emplace_back("$");
    return words;
}

std::vector<std::string> textsOf(std::span<const WishUnit> units) {
    std::vector<std::string> out;
    for (const WishUnit& unit : units)
        out.push_back(unit.kind == WishUnit::Kind::Number ? "0" : unit.text);
    return framed(std::move(out));
}

void addRuns(FeatureSet& out, std::string_view family, const std::vector<std::string>& words,
             std::size_t longest) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t count = 1; count <= std::min(longest, words.size() - i); ++count)
            if (count > 1 || (i > 0 && i + 1 < words.size()))
                out.add(family, std::span(words).subspan(i, count));
        if (i + 2 < words.size())
            out.add(family, {words[i], "_", words[i + 2]});
        if (i + 3 < words.size())
            out.add(family, {words[i], "__", words[i + 3]});
    }
}

void addPiecesOfWords(FeatureSet& out, std::span<const WishUnit> units) {
    for (const WishUnit& unit : units) {
        if (unit.kind != WishUnit::Kind::Word || unit.text.size() > 24)
            continue;
        const std::string word = "^" + unit.text + "$";
        for (const std::size_t length : {3, 4, 5})
            for (std::size_t i = 0; i + length <= word.size(); ++i)
                out.add("part", {std::string_view(word).substr(i, length)});
    }
}

void addSounds(FeatureSet& out, std::span<const WishUnit> units) {
    for (const std::vector<std::string>& run : spelledRuns(units))
        for (std::size_t i = 0; i + 1 < run.size(); ++i)
            for (std::size_t count = 2; count <= std::min(kLongestRun, run.size() - i); ++count)
                out.add("sound", std::span(run).subspan(i, count));
}

std::string kindName(unsigned kind) {
    return "<" + wishWords().name(kind) + ">";
}

// Words of a known kind stand for their kind.
std::vector<std::string> generalised(std::span<const WishUnit> units, std::span<const WishPiece> pieces) {
    std::vector<std::string> out;
    std::size_t unit = 0;
    for (const WishPiece& piece : pieces) {
        for (; unit < piece.first; ++unit)
            out.push_back(units[unit].text);
        out.push_back(piece.kind != 0 ? kindName(piece.kind) : units[unit].text);
        unit = piece.last + 1;
    }
    for (; unit < units.size(); ++unit)
        out.push_back(units[unit].text);
    return framed(std::move(out));
}

// Which kinds stand together in a clause, in order, and which in different ones.
void addPairs(FeatureSet& out, std::span<const WishPiece> pieces) {
    constexpr std::size_t kPairs = 16;  // pieces; bounds the time of long messages
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].kind == 0)
            continue;
        for (std::size_t k = i + 1; k < std::min(pieces.size(), i + kPairs); ++k)
            if (pieces[k].kind != 0)
                out.add(pieces[i].clause == pieces[k].clause ? "pair" : "far",
                        {kindName(pieces[i].kind), kindName(pieces[k].kind)});
    }
}

// What a negation or an inability reaches: the words after it in its clause.
void addScope(FeatureSet& out, std::span<const WishUnit> units, std::span<const WishPiece> pieces) {
    constexpr std::size_t kScope = 5;  // pieces
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::string& scope = wishWords().name(pieces[i].kind);
        if (scope != "neg" && scope != "cannot" && scope != "notyet")
            continue;
        for (std::size_t k = i + 1; k < pieces.size() && k <= i + kScope; ++k)
            if (pieces[k].clause == pieces[i].clause)
                for (std::size_t unit = pieces[k].first; unit <= pieces[k].last; ++unit)
                    out.add(scope, {units[unit].text});
    }
}

void addShape(FeatureSet& out, std::span<const WishUnit> units) {
    const std::size_t size = units.size();
    const std::size_t step = size <= 6 ? size : 6 + std::min<std::size_t>((size - 6) / 4, 8);
    out.add("units", {std::to_string(step)});
    const unsigned clauses = units.empty() ? 0 : units.back().clause + 1;
    out.add("clauses", {std::to_string(std::min(clauses, 5U))});
    out.add("bias", {"1"});
}

}  // namespace

WishFeatures wishFeatures(std::span<const WishUnit> units, Naming naming) {
    FeatureSet out(naming);
    const std::vector<WishPiece> pieces = piecesOf(units);
    addRuns(out, "words", textsOf(units), kLongestRun);
    addRuns(out, "kinds", generalised(units, pieces), kLongestRun);
    addPiecesOfWords(out, units);
    addSounds(out, units);
    addPairs(out, pieces);
    addScope(out, units, pieces);
    addShape(out, units);
    return out.take();
}

}  // namespace sesame::trigger
