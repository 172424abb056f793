// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Kinds of characters, in text that normalise() has gone over.
namespace sesame::trigger {

bool isHan(char32_t point);
bool isKana(char32_t point);
bool isHangul(char32_t point);  ///< whole syllables only
/// A letter of a script that is written without spaces between words.
inline bool isCjk(char32_t point) {
    return point >= 0x3005 && (isHan(point) || isKana(point) || isHangul(point));
}
bool isDigit(char32_t point);
/// 一 二 三 … 十 百 千 万 两 半 零.
bool isHanNumeral(char32_t point);
bool isQuote(char32_t point);
bool isLetter(char32_t point);  ///< any script, marks included

/// Toneless pinyin of a Han letter, "" if there is none.
const char* pinyinOf(char32_t han);
/// Sound alike, allowing for common regional mergers (zh/z, ch/c, sh/s, n/ng, n/l) and second readings.
bool soundAlike(char32_t a, char32_t b);
/// Letters that stand for how `han` sounds after those mergers: equal for letters that sound alike.
unsigned soundOf(char32_t han);
/// Differ by little ink (己 已, 末 未).
bool lookAlike(char32_t a, char32_t b);

}  // namespace sesame::trigger
