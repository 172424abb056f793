// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/slip.h"

#include "trigger/han_word.h"
#include "trigger/letters.h"
#include "trigger/lexicon.h"
#include "trigger/word_slip.h"
#include "trigger/wording.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

using Kind = Edit::Kind;

bool isCount(char32_t letter) {
    return isDigit(letter) || isHanNumeral(letter);
}

// Particles that turn a sentence round, ask, or tell the past.
bool isTurning(char32_t letter) {
    return std::u32string_view(U"不别勿莫没无未非禁停吗呢么拒否甭").find(letter) != std::u32string_view::npos;
}

// Small words without which an order says the same.
bool mayBeLeftOut(std::u32string_view word) {
    static constexpr std::u32string_view kWords[] = {
        U"the", U"a",  U"an", U"my", U"your", U"our",  U"this", U"that", U"these", U"those", U"to",
        U"for", U"of", U"on", U"in", U"at",   U"up",   U"and",  U"now",  U"just",  U"so",    U"me",
        U"us",  U"it", U"is", U"be", U"all",  U"very", U"some", U"then", U"here",  U"please"};
    return std::ranges::find(kWords, word) != std::end(kWords);
}

// One letter apart when typed in pinyin: kai and ka.
bool nearlySoundAlike(char32_t a, char32_t b) {
    const std::string_view one = pinyinOf(a);
    const std::string_view other = pinyinOf(b);
    const std::u32string first(one.begin(), one.end());
    const std::u32string second(other.begin(), other.end());
    return !first.empty() && !second.empty() && first.front() == second.front() &&
           lettersApart(first, second) <= 1;
}

class Differences {
  public:
    Differences(const Reading& phrase, const Reading& typed, const Alignment& place)
        : phrase_(phrase), typed_(typed), place_(place) {}

    Slip judge() {
        widenToWords();
        markWhole();
        for (const Edit& edit : place_.edits)
            weigh(edit);
        const bool fits = !changed_ && insertedWordsFit() && withinBounds() && wordsKeepTheirMeaning() &&
                          !makeAnotherWord();
        return {fits, place_.edits.empty() && surplus_ == 0, first_, last_};
    }

  private:
    // A place that begins or ends inside a word takes in the whole word.
    void widenToWords() {
        first_ = typed_.tokenOf[place_.begin];
        last_ = typed_.tokenOf[place_.end - 1] + 1;
        const std::size_t begin = typed_.firstLetter(first_);
        const std::size_t end = typed_.letterEnd(last_ - 1);
        for (std::size_t i = begin; i < end; ++i)
            if (i < place_.begin || i >= place_.end) {
                ++surplus_;
                changed_ = changed_ || isCount(typed_.letters[i]);
            }
        latin_ += surplus_;
    }

    // Tokens that were put in or left out as a whole.
    void markWhole() {
        inserted_.assign(typed_.tokens.size(), 0);
        dropped_.assign(phrase_.tokens.size(), 0);
        for (const Edit& edit : place_.edits) {
            if (edit.kind == Kind::Insert)
                ++inserted_[typed_.tokenOf[edit.typedAt]];
            if (edit.kind == Kind::Drop)
                ++dropped_[phrase_.tokenOf[edit.phraseAt]];
        }
    }

    bool wholeInserted(std::size_t token) const {
        return inserted_[token] == typed_.letterEnd(token) - typed_.firstLetter(token);
    }
    bool wholeDropped(std::size_t token) const {
        return dropped_[token] == phrase_.letterEnd(token) - phrase_.firstLetter(token);
    }

    void weigh(const Edit& edit) {
        switch (edit.kind) {
            case Kind::Replace:
                return weighReplaced(edit);
            case Kind::Swap:
                changed_ = changed_ || isCount(typed_.letters[edit.typedAt]);
                return add(typed_.letters[edit.typedAt]);
            case Kind::Insert:
                if (wholeInserted(typed_.tokenOf[edit.typedAt]))
                    return;  // read as words below
                changed_ = changed_ || isCount(typed_.letters[edit.typedAt]);
                return add(typed_.letters[edit.typedAt]);
            case Kind::Drop:
                return weighDropped(edit.phraseAt);
        }
    }

    void weighReplaced(const Edit& edit) {
        const char32_t was = phrase_.letters[edit.phraseAt];
        const char32_t is = typed_.letters[edit.typedAt];
        const bool sound = isHan(was) && isHan(is) && soundAlike(was, is);
        const bool shape = !sound && isHan(was) && isHan(is) && lookAlike(was, is);
        const bool opposite = lexicon().opposites.inOneGroup(std::u32string(1, was), std::u32string(1, is));
        changed_ = changed_ || (isHan(was) && opposite) || isCount(was) || (isCount(is) && !sound) ||
                   (isTurning(is) && !sound) || isTurning(was);
        if (sound)
            ++homophones_;
        else if (shape)
            ++shapes_;
        else
            addWrong(edit);
    }

    void addWrong(const Edit& edit) {
        const char32_t was = phrase_.letters[edit.phraseAt];
        const char32_t is = typed_.letters[edit.typedAt];
        add(isCjk(was) ? was : is);
        wrongHan_ += isCjk(was) ? 1 : 0;
        if (isHan(is) && !nearlySoundAlike(was, is))
            otherHan_.push_back(edit.typedAt);
    }

    // 复印机 for 打印机, 老王 for 老李: the wrong letter makes a word of its own, or another name.
    bool makesAnotherWord(std::size_t at) const {
        static constexpr std::u32string_view kBeforeNames = U"老小阿";
        const bool inName = at > 0 && kBeforeNames.find(typed_.letters[at - 1]) != kBeforeNames.npos;
        return inName || isInsideHanWord(typed_.letters, at);
    }
    bool makeAnotherWord() const {
        return std::ranges::any_of(otherHan_, [&](std::size_t at) { return makesAnotherWord(at); });
    }

    void weighDropped(std::size_t letter) {
        const Token& token = phrase_.tokens[phrase_.tokenOf[letter]];
        const char32_t was = phrase_.letters[letter];
        changed_ = changed_ || isCount(was) || isTurning(was);
        if (token.kind == Token::Kind::Word && wholeDropped(phrase_.tokenOf[letter])) {
            changed_ = changed_ || !mayBeLeftOut(token.text);
            dropsWord_ = true;
            return;
        }
        add(was);
    }

    void add(char32_t letter) { ++(isCjk(letter) ? han_ : latin_); }

    bool insertedWordsFit() {
        for (std::size_t i = first_; i < last_;) {
            std::size_t end = i;
            while (end < last_ && wholeInserted(end))
                ++end;
            if (end == i) {
                ++i;
                continue;
            }
            if (!fits(std::span(typed_.tokens).subspan(i, end - i)))
                return false;
            i = end;
        }
        return true;
    }

    bool fits(std::span<const Token> words) {
        const Wording wording = read(words);
        const auto tellsPast = [](const Token& token) {
            return token.text == U"了" || token.text == U"过" || token.text == U"完";
        };
        if (wording.against || std::ranges::any_of(words, tellsPast))
            return false;
        const bool hasWord =
            std::ranges::any_of(words, [](const Token& token) { return token.kind == Token::Kind::Word; });
        if (dropsWord_ && hasWord)
            return false;  // one word in the place of another
        if (wording.strangers == 0)
            return true;
        for (const Token& token : words) {
            if (std::ranges::any_of(token.text, isCount))
                return false;
            for (const char32_t letter : token.text)
                add(letter);
        }
        return true;
    }

    bool withinBounds() const {
        const auto hanCount = static_cast<std::size_t>(std::ranges::count_if(phrase_.letters, isCjk));
        const std::size_t latinCount = phrase_.letters.size() - hanCount;
        const std::size_t hanBound = hanCount >= 4 ? 1 : 0;
        const std::size_t latinBound = latinCount < 4 ? 0 : latinCount < 8 ? 1 : latinCount <= 24 ? 2 : 3;
        const std::size_t soft = homophones_ + shapes_;
        const bool softFits = shapes_ * 3 <= hanCount + 1 && (han_ == 0 || soft * 3 <= hanCount);
        const bool wrongFits = wrongHan_ == 0 || hanCount >= 5;
        return wrongFits && han_ <= hanBound && latin_ <= latinBound && softFits;
    }

    // For every phrase word that was hit, the typed words that stand in its place.
    bool wordsKeepTheirMeaning() const {
        std::vector<std::size_t> origin(typed_.letters.size(), kNone);
        mapLetters(origin);
        for (std::size_t word = 0; word < phrase_.tokens.size(); ++word) {
            if (phrase_.tokens[word].kind != Token::Kind::Word || wholeDropped(word))
                continue;
            const std::u32string typedWord = standIn(word, origin);
            if (!typedWord.empty() && !isWordSlip(plain(phrase_.tokens[word].text), typedWord))
                return false;
        }
        return true;
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    static std::u32string plain(std::u32string word) {
        std::erase(word, U'\'');
        return word;
    }

    // origin[i]: the phrase token that typed letter i stands for.
    void mapLetters(std::vector<std::size_t>& origin) const {
        std::size_t row = 0;
        std::size_t column = place_.begin;
        const auto step = [&] { origin[column++] = phrase_.tokenOf[row++]; };
        for (const Edit& edit : place_.edits) {
            while (row < edit.phraseAt)
                step();
            if (edit.kind == Kind::Insert)
                ++column;
            else if (edit.kind == Kind::Drop)
                ++row;
            else
                for (int i = edit.kind == Kind::Swap ? 2 : 1; i > 0; --i)
                    step();
        }
        while (row < phrase_.letters.size())
            step();
    }

    // What was typed for a phrase word; empty where words ran together, so that no single word stands for it.
    std::u32string standIn(std::size_t word, const std::vector<std::size_t>& origin) const {
        std::u32string out;
        for (std::size_t token = first_; token < last_; ++token) {
            bool mine = false;
            bool others = false;
            for (std::size_t i = typed_.firstLetter(token); i < typed_.letterEnd(token); ++i) {
                mine = mine || origin[i] == word;
                others = others || (origin[i] != word && origin[i] != kNone);
            }
            if (mine && others)
                return {};
            if (mine)
                out += plain(typed_.tokens[token].text);
        }
        return out;
    }

    const Reading& phrase_;
    const Reading& typed_;
    Alignment place_;
    std::vector<std::size_t> inserted_, dropped_;
    std::vector<std::size_t> otherHan_;  // typed letters that neither sound nor look like the phrase's
    std::size_t first_ = 0, last_ = 0;
    std::size_t surplus_ = 0;
    std::size_t han_ = 0, latin_ = 0, homophones_ = 0, shapes_ = 0, wrongHan_ = 0;
    bool changed_ = false, dropsWord_ = false;
};

}  // namespace

Slip judgeSlip(const Reading& phrase, const Reading& typed, const Alignment& place) {
    return Differences(phrase, typed, place).judge();
}

}  // namespace sesame::trigger
