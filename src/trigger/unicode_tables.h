// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

/// Tables that the build writes from ICU's data (unicode_tables_writer.cpp), so that no transliterator is
/// loaded at run time and a look-up costs one array access.
namespace sesame::trigger::tables {

/// What one BMP code point becomes by NFKC case folding and Traditional to Simplified, where that is one
/// code point.
extern const std::uint16_t fold[0x10000];
inline constexpr std::uint16_t kDropped = 0x0000;  ///< default-ignorable
inline constexpr std::uint16_t kComplex = 0xFFFF;  ///< becomes several, or depends on its neighbours

inline constexpr char32_t kFirstHan = 0x4E00;
inline constexpr char32_t kLastHan = 0x9FFF;
/// Number of the pinyin syllable of each Han character in that range; 0: none.
extern const std::uint16_t pinyin[kLastHan - kFirstHan + 1];
extern const char* const syllables[];  ///< without tone; the first is ""
extern const unsigned syllableCount;

}  // namespace sesame::trigger::tables
