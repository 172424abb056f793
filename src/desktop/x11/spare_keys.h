// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/desktop/input_sink.h"

#include <optional>

namespace sesame::desktop {

/// Keys that the keyboard layout leaves unused, lent to symbols that no key makes. Pure; the caller tells the
/// server.
///
/// Programs learn of a new meaning late: they ask for the keyboard map when they handle a key, and a change
/// that reaches them while they ask may be lost. So meanings change only while no lent key is on its way:
/// many keys get theirs at once, then they are pressed, then they rest before they may mean something else.
class SpareKeys {
  public:
    using Key = std::uint8_t;
    /// Between the last change of a meaning and the next stroke of a lent key, and the other way round.
    static constexpr std::int64_t kSettleMs = 10;
    /// Until a key that was used may mean something else.
    static constexpr std::int64_t kRestMs = 200;

    /// What the layout leaves unused now. Nothing is lent any more.
    void reset(const std::vector<Key>& unused);
    bool exist() const { return !keys_.empty(); }

    struct Loan {
        Key key;
        bool fresh;  ///< the key has to get this meaning first
    };
    /// Takes a key for this symbol; nothing while none may change its meaning.
    std::optional<Loan> lend(KeySymbol symbol, std::int64_t nowMs);
    /// The key that was lent to the symbol, once it may be pressed.
    std::optional<Key> pressable(KeySymbol symbol, std::int64_t nowMs) const;
    /// The key was pressed or released.
    void used(Key key, bool down, std::int64_t nowMs);
    /// Keys that were lent will not be pressed after all.
    void abandon();
    /// Waiting does not help: one must be released first.
    bool allHeld() const;
    /// Takes back every key that is at rest, or all of them. They have to lose their meaning.
    std::vector<Key> takeBack(std::int64_t nowMs, bool all);
    bool lent() const;
    /// When something of the above may have another answer without anybody's doing.
    std::int64_t dueInMs(std::int64_t nowMs) const;

  private:
    struct Spare {
        Key key;
        KeySymbol symbol = 0;
        bool awaited = false;  ///< lent, not pressed yet
        bool down = false;
        std::int64_t usedMs = INT64_MIN / 2;
        bool rests(std::int64_t nowMs) const { return awaited || down || nowMs - usedMs < kRestMs; }
    };
    std::vector<Spare> keys_;
    std::int64_t lentMs_ = INT64_MIN / 2;
    std::int64_t usedMs_ = INT64_MIN / 2;
};

}  // namespace sesame::desktop
