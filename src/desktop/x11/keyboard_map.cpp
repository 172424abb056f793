// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/keyboard_map.h"

#include <xkbcommon/xkbcommon-keysyms.h>

#include <algorithm>
#include <initializer_list>

namespace sesame::desktop {
namespace {

using StateCopy = std::unique_ptr<xkb_state, void (*)(xkb_state*)>;

StateCopy copyOf(xkb_keymap* keymap, const KeyboardMap::State& state) {
    StateCopy copy(xkb_state_new(keymap), &xkb_state_unref);
    xkb_state_update_mask(copy.get(), state.base, state.latched, state.locked, 0, 0, state.group);
    return copy;
}

/// Control, Alt and Super: with them a key is a command, and which other modifiers are held is part of it.
constexpr xkb_mod_mask_t kCommandModifiers = (1U << 2) | (1U << 3) | (1U << 6);

}  // namespace

KeyboardMap::KeyboardMap(xkb_keymap* keymap) : keymap_(xkb_keymap_ref(keymap), &xkb_keymap_unref) {
    for (unsigned key = xkb_keymap_min_keycode(keymap); key <= xkb_keymap_max_keycode(keymap) && key < 256;
         ++key) {
        const StateCopy state = copyOf(keymap, {});
        xkb_state_update_key(state.get(), key, XKB_KEY_DOWN);
        modifiers_[key] = xkb_state_serialize_mods(state.get(), XKB_STATE_MODS_DEPRESSED);
    }
    shift_ = modifierKey(XKB_KEY_Shift_L);
    if (!shift_)
        shift_ = modifierKey(XKB_KEY_Shift_R);
    thirdLevel_ = modifierKey(XKB_KEY_ISO_Level3_Shift);
}

template <typename Found>
std::optional<KeyboardMap::Key> KeyboardMap::findKey(Found found) const {
    const unsigned last = std::min<unsigned>(xkb_keymap_max_keycode(keymap_.get()), 255);
    for (unsigned key = xkb_keymap_min_keycode(keymap_.get()); key <= last; ++key)
        if (found(static_cast<Key>(key)))
            return static_cast<Key>(key);
    return std::nullopt;
}

bool KeyboardMap::makes(Key key, KeySymbol symbol) const {
    for (xkb_layout_index_t layout = 0; layout < xkb_keymap_num_layouts_for_key(keymap_.get(), key); ++layout)
        for (xkb_level_index_t level = 0; level < xkb_keymap_num_levels_for_key(keymap_.get(), key, layout);
             ++level) {
            const xkb_keysym_t* symbols = nullptr;
            const int count = xkb_keymap_key_get_syms_by_level(keymap_.get(), key, layout, level, &symbols);
            for (int i = 0; i < count; ++i)
                if (plainSymbol(symbols[i]) == plainSymbol(symbol))
                    return true;
        }
    return false;
}

std::vector<KeyboardMap::Key> KeyboardMap::unusedKeys() const {
    std::vector<Key> unused;
    findKey([&](Key key) {
        bool used = modifiers_[key] != 0;
        for (xkb_layout_index_t layout = 0; layout < xkb_keymap_num_layouts_for_key(keymap_.get(), key);
             ++layout)
            for (xkb_level_index_t level = 0;
                 level < xkb_keymap_num_levels_for_key(keymap_.get(), key, layout); ++level) {
                const xkb_keysym_t* symbols = nullptr;
                used =
                    used || xkb_keymap_key_get_syms_by_level(keymap_.get(), key, layout, level, &symbols) > 0;
            }
        if (!used)
            unused.push_back(key);
        return false;
    });
    return unused;
}

std::optional<KeyboardMap::Key> KeyboardMap::keyNow(KeySymbol symbol, const State& state) const {
    const StateCopy copy = copyOf(keymap_.get(), state);
    return findKey(
        [&](Key key) { return plainSymbol(xkb_state_key_get_one_sym(copy.get(), key)) == symbol; });
}

std::optional<KeyboardMap::Key> KeyboardMap::keyAtFirstLevel(KeySymbol symbol, const State& state) const {
    const StateCopy copy = copyOf(keymap_.get(), state);
    return findKey([&](Key key) {
        const xkb_layout_index_t layout = xkb_state_key_get_layout(copy.get(), key);
        const xkb_keysym_t* symbols = nullptr;
        return layout != XKB_LAYOUT_INVALID &&
               xkb_keymap_key_get_syms_by_level(keymap_.get(), key, layout, 0, &symbols) == 1 &&
               symbols[0] == symbol && !isRefusedSymbol(xkb_state_key_get_one_sym(copy.get(), key));
    });
}

std::optional<KeyboardMap::Key> KeyboardMap::modifierKey(KeySymbol symbol) const {
    if (const auto plain = keyAtFirstLevel(symbol, {}))
        return plain;
    return findKey([&](Key key) { return makes(key, symbol); });
}

std::optional<KeyboardMap::Try> KeyboardMap::toggled(Try attempt, Key modifier,
                                                     std::span<const Key> held) const {
    const xkb_mod_mask_t mask = modifiers_[modifier];
    State& state = attempt.state;
    if (((state.base | state.latched | state.locked) & mask) == 0) {
        state.base |= mask;
        attempt.stroke.press.push_back(modifier);
        return attempt;
    }
    for (const Key key : held)
        if ((modifiers_[key] & mask) != 0)
            attempt.stroke.letGo.push_back(key);
    if (attempt.stroke.letGo.empty() || ((state.latched | state.locked) & mask) != 0)
        return std::nullopt;
    state.base &= ~mask;
    return attempt;
}

std::optional<KeyboardMap::Stroke> KeyboardMap::strokeFor(KeySymbol symbol, const State& state,
                                                          std::span<const Key> held) const {
    symbol = plainSymbol(symbol);
    const auto plain = [](std::optional<Key> key) {
        return key ? std::optional<Stroke>(Stroke{*key}) : std::nullopt;
    };
    if (isModifierSymbol(symbol))
        return plain(modifierKey(symbol));
    // Shortcuts belong to the key, whatever Shift or Alt would make of it.
    if (const auto key = isFunctionSymbol(symbol) ? keyAtFirstLevel(symbol, state) : std::nullopt)
        return plain(key);
    if (const auto key = keyNow(symbol, state))
        return plain(key);
    if (isFunctionSymbol(symbol))
        return std::nullopt;
    if (((state.base | state.latched) & kCommandModifiers) != 0)
        for (const KeySymbol other : {xkb_keysym_to_lower(symbol), xkb_keysym_to_upper(symbol)})
            if (const auto key = keyNow(plainSymbol(other), state))
                return plain(key);
    std::vector<Try> tries{{state, {}}};
    // With few modifiers before many.
    for (const std::optional<Key>& modifier : {shift_, thirdLevel_})
        for (std::size_t i = 0, before = tries.size(); modifier && i < before; ++i)
            if (auto attempt = toggled(tries[i], *modifier, held))
                tries.push_back(*std::move(attempt));
    for (Try& attempt : tries)
        if (const auto key = keyNow(symbol, attempt.state)) {
            attempt.stroke.key = *key;
            return std::move(attempt.stroke);
        }
    return std::nullopt;
}

}  // namespace sesame::desktop
