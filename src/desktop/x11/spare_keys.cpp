// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/x11/spare_keys.h"

#include <algorithm>

namespace sesame::desktop {

void SpareKeys::reset(const std::vector<Key>& unused) {
    keys_.clear();
    for (const Key key : unused)
        keys_.push_back({key});
}

std::optional<SpareKeys::Loan> SpareKeys::lend(KeySymbol symbol, std::int64_t nowMs) {
    for (const Spare& spare : keys_)
        if (spare.symbol == symbol)
            return Loan{spare.key, false};
    Spare* oldest = nullptr;
    for (Spare& spare : keys_)
        if (!spare.rests(nowMs) && (!oldest || spare.usedMs < oldest->usedMs))
            oldest = &spare;
    if (!oldest || nowMs - usedMs_ < kSettleMs)
        return std::nullopt;
    oldest->symbol = symbol;
    oldest->awaited = true;
    lentMs_ = nowMs;
    return Loan{oldest->key, true};
}

std::optional<SpareKeys::Key> SpareKeys::pressable(KeySymbol symbol, std::int64_t nowMs) const {
    if (nowMs - lentMs_ < kSettleMs)
        return std::nullopt;
    for (const Spare& spare : keys_)
        if (spare.symbol == symbol)
            return spare.key;
    return std::nullopt;
}

void SpareKeys::used(Key key, bool down, std::int64_t nowMs) {
    for (Spare& spare : keys_)
        if (spare.key == key) {
            spare.awaited = false;
            spare.down = down;
            spare.usedMs = usedMs_ = nowMs;
        }
}

void SpareKeys::abandon() {
    for (Spare& spare : keys_)
        spare.awaited = false;
}

bool SpareKeys::allHeld() const {
    return std::all_of(keys_.begin(), keys_.end(), [](const Spare& spare) { return spare.down; });
}

std::vector<SpareKeys::Key> SpareKeys::takeBack(std::int64_t nowMs, bool all) {
    std::vector<Key> out;
    for (Spare& spare : keys_)
        if (spare.symbol != 0 && (all || !spare.rests(nowMs))) {
            spare.symbol = 0;
            out.push_back(spare.key);
        }
    return out;
}

bool SpareKeys::lent() const {
    return std::any_of(keys_.begin(), keys_.end(), [](const Spare& spare) { return spare.symbol != 0; });
}

std::int64_t SpareKeys::dueInMs(std::int64_t nowMs) const {
    std::int64_t due = kRestMs;
    const auto consider = [&](std::int64_t when) {
        if (when > nowMs)
            due = std::min(due, when - nowMs);
    };
    consider(lentMs_ + kSettleMs);
    consider(usedMs_ + kSettleMs);
    for (const Spare& spare : keys_)
        consider(spare.usedMs + kRestMs);
    return due;
}

}  // namespace sesame::desktop
