// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/keyboard_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xkbcommon/xkbcommon-keysyms.h>

namespace sesame::desktop {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using Key = KeyboardMap::Key;
using State = KeyboardMap::State;
using Stroke = KeyboardMap::Stroke;

// Keys of a PC keyboard, as evdev numbers them.
constexpr Key kOne = 10;
constexpr Key kQ = 24;
constexpr Key kC = 54;
constexpr Key kTab = 23;
constexpr Key kReturn = 36;
constexpr Key kF2 = 68;
constexpr Key kPrint = 107;
constexpr Key kShift = 50;
constexpr Key kAltGr = 92;
constexpr Key kKeypadOne = 87;
constexpr xkb_mod_mask_t kShiftOn = 1;
constexpr xkb_mod_mask_t kLockOn = 1 << 1;
constexpr xkb_mod_mask_t kControlOn = 1 << 2;
constexpr xkb_mod_mask_t kAltOn = 1 << 3;
constexpr xkb_mod_mask_t kNumOn = 1 << 4;

KeyboardMap layout(const char* name) {
    const std::unique_ptr<xkb_context, void (*)(xkb_context*)> context(xkb_context_new(XKB_CONTEXT_NO_FLAGS),
                                                                       &xkb_context_unref);
    const xkb_rule_names names{"evdev", "pc105", name, "", ""};
    xkb_keymap* keymap = xkb_keymap_new_from_names(context.get(), &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    KeyboardMap map(keymap);
    xkb_keymap_unref(keymap);
    return map;
}

Stroke stroke(const KeyboardMap& map, KeySymbol symbol, State state = {}, std::vector<Key> held = {}) {
    return map.strokeFor(symbol, state, held).value_or(Stroke{});
}

TEST(KeyboardMap, FindsTheKeyAndTheModifiersThatItNeeds) {
    const KeyboardMap us = layout("us");
    EXPECT_EQ(stroke(us, 'q'), Stroke{kQ});
    EXPECT_EQ(stroke(us, 'Q'), (Stroke{kQ, {kShift}}));
    EXPECT_EQ(stroke(us, '!'), (Stroke{kOne, {kShift}}));
    const KeyboardMap de = layout("de");
    EXPECT_EQ(stroke(de, '@'), (Stroke{kQ, {kAltGr}}));
    EXPECT_EQ(stroke(de, XKB_KEY_EuroSign), (Stroke{26, {kAltGr}}));
    EXPECT_EQ(stroke(de, 0x010020AC), (Stroke{26, {kAltGr}})) << "the same character by its other name";
}

TEST(KeyboardMap, PressesNoModifierThatIsHeldAlready) {
    const KeyboardMap us = layout("us");
    EXPECT_EQ(stroke(us, 'Q', {kShiftOn}, {kShift}), Stroke{kQ});
    EXPECT_EQ(stroke(us, 'Q', {0, 0, kLockOn}), Stroke{kQ}) << "Caps Lock";
    EXPECT_EQ(stroke(us, 'q', {0, 0, kLockOn}), (Stroke{kQ, {kShift}}));
}

TEST(KeyboardMap, LetsGoOfItsOwnModifiersOnly) {
    const KeyboardMap us = layout("us");
    EXPECT_EQ(stroke(us, 'q', {kShiftOn}, {kShift}), (Stroke{kQ, {}, {kShift}}));
    EXPECT_FALSE(us.strokeFor('q', {kShiftOn}, {})) << "somebody else holds Shift";
    // On a French keyboard digits need Shift, on this one they must not have it.
    EXPECT_EQ(stroke(us, '1', {kShiftOn}, {kShift}), (Stroke{kOne, {}, {kShift}}));
    EXPECT_EQ(stroke(layout("fr"), '1'), (Stroke{kOne, {kShift}}));
}

TEST(KeyboardMap, KeepsShortcutsAsTheyAre) {
    const KeyboardMap us = layout("us");
    EXPECT_EQ(stroke(us, 'c', {kControlOn}), Stroke{kC});
    EXPECT_EQ(stroke(us, 'C', {kControlOn | kShiftOn}), Stroke{kC});
    // A viewer with Caps Lock sends a capital letter: no reason to make it Ctrl+Shift+C.
    EXPECT_EQ(stroke(us, 'C', {kControlOn}), Stroke{kC});
    EXPECT_EQ(stroke(us, 'c', {kControlOn, 0, kLockOn}), Stroke{kC});
}

TEST(KeyboardMap, PressesFunctionKeysWhateverIsHeld) {
    const KeyboardMap us = layout("us");
    for (const xkb_mod_mask_t held : {0U, kShiftOn, kControlOn, kAltOn, kShiftOn | kAltOn}) {
        EXPECT_EQ(stroke(us, XKB_KEY_Return, {held}), Stroke{kReturn});
        EXPECT_EQ(stroke(us, XKB_KEY_Tab, {held}), Stroke{kTab});
        EXPECT_EQ(stroke(us, XKB_KEY_F2, {held}), Stroke{kF2});
        EXPECT_EQ(stroke(us, XKB_KEY_Print, {held}), Stroke{kPrint});
        EXPECT_EQ(stroke(us, XKB_KEY_Shift_L, {held}), Stroke{kShift});
    }
    EXPECT_EQ(stroke(us, XKB_KEY_ISO_Left_Tab, {kShiftOn}, {kShift}), Stroke{kTab});
}

TEST(KeyboardMap, FollowsNumLock) {
    const KeyboardMap us = layout("us");
    EXPECT_EQ(stroke(us, XKB_KEY_KP_1, {0, 0, kNumOn}), Stroke{kKeypadOne});
    EXPECT_EQ(stroke(us, XKB_KEY_KP_End), Stroke{kKeypadOne});
    EXPECT_FALSE(us.strokeFor(XKB_KEY_KP_1, {}, {}));
}

TEST(KeyboardMap, FollowsTheLayoutInUse) {
    const KeyboardMap both = layout("us,ru");
    constexpr KeySymbol kShortI = 0x01000439;
    EXPECT_EQ(stroke(both, 'q'), Stroke{kQ});
    EXPECT_FALSE(both.strokeFor('q', {0, 0, 0, 1}, {}));
    EXPECT_EQ(stroke(both, kShortI, {0, 0, 0, 1}), Stroke{kQ});
    EXPECT_FALSE(both.strokeFor(kShortI, {}, {}));
}

TEST(KeyboardMap, KnowsWhatItCannotMake) {
    const KeyboardMap us = layout("us");
    EXPECT_FALSE(us.strokeFor(0x01004F60, {}, {}));
    EXPECT_FALSE(us.strokeFor(0x0101F600, {}, {}));
    EXPECT_FALSE(us.strokeFor(XKB_KEY_eacute, {}, {}));
}

// Another console would take the receiver's desktop away.
TEST(KeyboardMap, DoesNotSwitchConsoles) {
    const KeyboardMap us = layout("us");
    EXPECT_FALSE(us.strokeFor(XKB_KEY_F2, {kControlOn | kAltOn}, {}));
    for (const KeySymbol symbol : {KeySymbol{XKB_KEY_XF86Switch_VT_2}, KeySymbol{XKB_KEY_XF86Ungrab},
                                   KeySymbol{XKB_KEY_Terminate_Server}})
        EXPECT_TRUE(isRefusedSymbol(symbol));
}

TEST(KeyboardMap, RefusesWhatIsNoSymbol) {
    for (const KeySymbol symbol : {0U, 0xFFFFFFU, 0x01000000U, 0x0100001BU, 0x0100D800U, 0x01110000U,
                                   0xFFFFFFFFU, 0x2000U, 0x12345678U})
        EXPECT_TRUE(isRefusedSymbol(symbol)) << std::hex << symbol;
    for (const KeySymbol symbol :
         {KeySymbol{'a'}, KeySymbol{XKB_KEY_Return}, 0x01004F60U, 0x0101F600U,
          KeySymbol{XKB_KEY_XF86AudioMute}, KeySymbol{XKB_KEY_dead_acute}, KeySymbol{XKB_KEY_Cyrillic_ya}})
        EXPECT_FALSE(isRefusedSymbol(symbol)) << std::hex << symbol;
}

TEST(KeyboardMap, KnowsKeysThatNobodyUses) {
    const std::vector<Key> unused = layout("us").unusedKeys();
    EXPECT_THAT(unused, Not(IsEmpty()));
    for (const Key key : {kQ, kShift, kAltGr, kReturn, kF2})
        EXPECT_THAT(unused, Not(Contains(key)));
}

}  // namespace
}  // namespace sesame::desktop
