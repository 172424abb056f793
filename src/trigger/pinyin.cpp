// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/pinyin.h"

#include "trigger/letters.h"

#include <algorithm>
#include <string>

namespace sesame::trigger {
namespace {

constexpr std::size_t kFewestSyllables = 4;

char32_t withoutTone(char32_t letter) {
    static constexpr std::u32string_view kMarked = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüv";
    static constexpr std::u32string_view kPlain = U"aaaaeeeeiiiioooouuuuuuuuuu";
    const std::size_t at = kMarked.find(letter);
    return at == kMarked.npos ? letter : kPlain[at];
}

}  // namespace

bool isPinyinOf(const Tokens& phrase, const Tokens& typed) {
    std::u32string sound;
    std::size_t syllables = 0;
    for (const Token& token : phrase)
        if (token.kind == Token::Kind::Cjk) {
            const std::string_view syllable = pinyinOf(token.text.front());
            sound.append(syllable.begin(), syllable.end());
            ++syllables;
        } else if (token.kind != Token::Kind::Mark) {
            return false;
        }
    std::u32string spelled;
    for (const Token& token : typed) {
        if (token.kind == Token::Kind::Cjk)
            return false;
        for (const char32_t letter : token.text)
            if (isLetter(letter))
                spelled += withoutTone(letter);
    }
    return syllables >= kFewestSyllables && sound == spelled;
}

}  // namespace sesame::trigger
