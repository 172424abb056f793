// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/keyboard_map.h"

#include <xkbcommon/xkbcommon-keysyms.h>

#include <string_view>

namespace sesame::desktop {
namespace {

constexpr KeySymbol kUnicode = 0x01000000;
constexpr KeySymbol kLastUnicode = kUnicode + 0x10FFFF;
/// Symbols that are keys rather than characters begin here (ISO_Lock and the like, then BackSpace and on).
constexpr KeySymbol kFirstFunction = 0xFD00;

/// Consoles, video modes, the grabs of other programs.
constexpr KeySymbol kLastServerSymbol = 0x1008FE2F;

bool isLatin1(std::uint32_t code) {
    return (code >= 0x20 && code < 0x7F) || (code >= 0xA0 && code < 0x100);
}

}  // namespace

bool isRefusedSymbol(KeySymbol symbol) {
    if (symbol == XKB_KEY_NoSymbol || symbol == XKB_KEY_VoidSymbol || symbol == XKB_KEY_Terminate_Server)
        return true;
    if (symbol >= XKB_KEY_XF86Switch_VT_1 && symbol <= kLastServerSymbol)
        return true;
    if (symbol >= kUnicode && symbol <= kLastUnicode) {
        const std::uint32_t code = symbol - kUnicode;
        return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0xD800 && code < 0xE000);
    }
    char name[64];
    return xkb_keysym_get_name(symbol, name, sizeof name) <= 0 || std::string_view(name).starts_with("0x");
}

bool isModifierSymbol(KeySymbol symbol) {
    return (symbol >= XKB_KEY_Shift_L && symbol <= XKB_KEY_Hyper_R) || symbol == XKB_KEY_Num_Lock ||
           symbol == XKB_KEY_Mode_switch || (symbol >= XKB_KEY_ISO_Lock && symbol <= XKB_KEY_ISO_Level5_Lock);
}

bool isFunctionSymbol(KeySymbol symbol) {
    const bool keypad = symbol >= XKB_KEY_KP_Space && symbol <= XKB_KEY_KP_Equal;
    return !keypad && ((symbol >= kFirstFunction && symbol < kUnicode) || symbol > kLastUnicode);
}

KeySymbol plainSymbol(KeySymbol symbol) {
    if (symbol >= kFirstFunction && symbol < kUnicode)
        return symbol;
    const std::uint32_t code = xkb_keysym_to_utf32(symbol);
    if (code == 0)
        return symbol;
    return isLatin1(code) ? code : kUnicode + code;
}

}  // namespace sesame::desktop
