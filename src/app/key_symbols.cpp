// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/key_symbols.h"

#include <QKeyEvent>
#include <algorithm>
#include <array>

namespace sesame::app {
namespace {

using desktop::KeySymbol;

constexpr KeySymbol kUnicode = 0x01000000;
constexpr KeySymbol kReturn = 0xff0d;
constexpr KeySymbol kTab = 0xff09;

struct NamedKey {
    int key;
    KeySymbol symbol;
};
// For platforms that do not say the symbol themselves.
constexpr std::array kNamedKeys = {
    NamedKey{Qt::Key_Escape, 0xff1b},  NamedKey{Qt::Key_Tab, kTab},
    NamedKey{Qt::Key_Backtab, 0xfe20}, NamedKey{Qt::Key_Backspace, 0xff08},
    NamedKey{Qt::Key_Return, kReturn}, NamedKey{Qt::Key_Enter, 0xff8d},
    NamedKey{Qt::Key_Insert, 0xff63},  NamedKey{Qt::Key_Delete, 0xffff},
    NamedKey{Qt::Key_Pause, 0xff13},   NamedKey{Qt::Key_Print, 0xff61},
    NamedKey{Qt::Key_Home, 0xff50},    NamedKey{Qt::Key_End, 0xff57},
    NamedKey{Qt::Key_Left, 0xff51},    NamedKey{Qt::Key_Up, 0xff52},
    NamedKey{Qt::Key_Right, 0xff53},   NamedKey{Qt::Key_Down, 0xff54},
    NamedKey{Qt::Key_PageUp, 0xff55},  NamedKey{Qt::Key_PageDown, 0xff56},
    NamedKey{Qt::Key_Shift, 0xffe1},   NamedKey{Qt::Key_Control, 0xffe3},
    NamedKey{Qt::Key_Alt, 0xffe9},     NamedKey{Qt::Key_AltGr, 0xfe03},
    NamedKey{Qt::Key_Meta, 0xffeb},    NamedKey{Qt::Key_Super_L, 0xffeb},
    NamedKey{Qt::Key_Super_R, 0xffec}, NamedKey{Qt::Key_Menu, 0xff67},
};

bool staysHere(KeySymbol symbol) {
    constexpr KeySymbol kScrollLock = 0xff14;
    constexpr KeySymbol kMultiKey = 0xff20;
    constexpr KeySymbol kLastInputMethodKey = 0xff3f;
    constexpr KeySymbol kModeSwitch = 0xff7e;
    constexpr KeySymbol kNumLock = 0xff7f;
    constexpr KeySymbol kCapsLock = 0xffe5;
    constexpr KeySymbol kShiftLock = 0xffe6;
    constexpr KeySymbol kFirstGroupKey = 0xfe04;
    constexpr KeySymbol kLastGroupKey = 0xfe0f;
    constexpr KeySymbol kFirstDeadKey = 0xfe50;
    constexpr KeySymbol kLastDeadKey = 0xfe93;
    return symbol == kScrollLock || symbol == kModeSwitch || symbol == kNumLock || symbol == kCapsLock ||
           symbol == kShiftLock || (symbol >= kMultiKey && symbol <= kLastInputMethodKey) ||
           (symbol >= kFirstGroupKey && symbol <= kLastGroupKey) ||
           (symbol >= kFirstDeadKey && symbol <= kLastDeadKey);
}

KeySymbol ofCodePoint(char32_t point) {
    if (point == U'\n' || point == U'\r')
        return kReturn;
    if (point == U'\t')
        return kTab;
    const bool latin = (point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff);
    return latin ? point : kUnicode | point;
}

bool canBeTyped(char32_t point) {
    return point == U'\n' || point == U'\r' || point == U'\t' ||
           (point >= 0x20 && point != 0x7f && !(point >= 0x80 && point < 0xa0) &&
            point != QChar::ReplacementCharacter);
}

}  // namespace

std::optional<KeySymbol> keySymbol(const QKeyEvent& event) {
    if (const auto native = KeySymbol(event.nativeVirtualKey()))
        return staysHere(native) ? std::nullopt : std::optional(native);
    if (event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35)
        return 0xffbe + KeySymbol(event.key() - Qt::Key_F1);
    const auto* named = std::find_if(kNamedKeys.begin(), kNamedKeys.end(),
                                     [&](const NamedKey& one) { return one.key == event.key(); });
    if (named != kNamedKeys.end())
        return named->symbol;
    const auto symbols = textSymbols(event.text());
    if (symbols.size() == 1)
        return symbols.front();
    // With Control held the text is a control character; the key itself says which letter it is.
    if (event.key() > Qt::Key_Space && event.key() <= Qt::Key_AsciiTilde)
        return KeySymbol(QChar(event.key()).toLower().unicode());
    return std::nullopt;
}

QList<KeySymbol> textSymbols(const QString& text) {
    QList<KeySymbol> symbols;
    for (const char32_t point : text.toUcs4())
        if (canBeTyped(point))
            symbols << ofCodePoint(point);
    return symbols;
}

}  // namespace sesame::app
