// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/input_sink.h"

#include <xkbcommon/xkbcommon.h>

#include <array>
#include <memory>
#include <optional>
#include <span>

namespace sesame::desktop {

/// Which key, with which modifiers, makes a symbol: the keyboard map of an X11 device as it was when it was
/// read. Pure.
class KeyboardMap {
  public:
    using Key = std::uint8_t;
    explicit KeyboardMap(xkb_keymap* keymap);  // takes a reference

    /// What is held, latched and locked now, by whomever.
    struct State {
        xkb_mod_mask_t base = 0;
        xkb_mod_mask_t latched = 0;
        xkb_mod_mask_t locked = 0;
        xkb_layout_index_t group = 0;
    };
    /// One key, with the modifiers to press or to let go for its stroke alone.
    struct Stroke {
        Key key = 0;
        std::vector<Key> press{};
        std::vector<Key> letGo{};
        bool operator==(const Stroke&) const = default;
    };
    /// `held`: the keys that we hold; other people's modifiers are not ours to let go. Nothing when no key
    /// makes this symbol now.
    std::optional<Stroke> strokeFor(KeySymbol symbol, const State& state, std::span<const Key> held) const;
    /// Whether the key makes the symbol with some modifiers in some layout.
    bool makes(Key key, KeySymbol symbol) const;
    /// Keys without any symbol.
    std::vector<Key> unusedKeys() const;

  private:
    struct Try {
        State state;
        Stroke stroke;
    };
    std::optional<Try> toggled(Try attempt, Key modifier, std::span<const Key> held) const;
    std::optional<Key> keyNow(KeySymbol symbol, const State& state) const;
    std::optional<Key> keyAtFirstLevel(KeySymbol symbol, const State& state) const;
    std::optional<Key> modifierKey(KeySymbol symbol) const;
    template <typename Found>
    std::optional<Key> findKey(Found found) const;

    std::shared_ptr<xkb_keymap> keymap_;
    std::array<xkb_mod_mask_t, 256> modifiers_{};  // what each key, held down, adds
    std::optional<Key> shift_;
    std::optional<Key> thirdLevel_;
};

/// A symbol that this program presses for nobody: it is no symbol, or it would take the whole display away
/// (switch to another console, end the server).
bool isRefusedSymbol(KeySymbol symbol);
/// Shift, Control, Alt and the like.
bool isModifierSymbol(KeySymbol symbol);
/// A key of its own rather than a character: Return, F1, volume up. Not the keypad, which NumLock changes.
bool isFunctionSymbol(KeySymbol symbol);
/// The one name for symbols that have several: Unicode for all letters but those of Latin-1.
KeySymbol plainSymbol(KeySymbol symbol);

}  // namespace sesame::desktop
