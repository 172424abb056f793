// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "share/partial_holds.h"

namespace sesame::share {

bool PartialHolds::take(const std::string& partial, Holder holder) {
    const std::lock_guard lock(mutex_);
    return holders_.emplace(partial, holder).second;
}

void PartialHolds::letGo(const std::string& partial, Holder holder) {
    const std::lock_guard lock(mutex_);
    if (const auto found = holders_.find(partial); found != holders_.end() && found->second == holder)
        holders_.erase(found);
}

bool PartialHolds::isHeld(const std::string& partial) const {
    const std::lock_guard lock(mutex_);
    return holders_.contains(partial);
}

bool PartialHolds::isHeldBy(const std::string& partial, Holder holder) const {
    const std::lock_guard lock(mutex_);
    const auto found = holders_.find(partial);
    return found != holders_.end() && found->second == holder;
}

std::vector<std::string> PartialHolds::heldBy(Holder holder) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> out;
    for (const auto& [partial, its] : holders_)
        if (its == holder)
            out.push_back(partial);
    return out;
}

std::vector<std::string> PartialHolds::all() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> out;
    for (const auto& [partial, holder] : holders_)
        out.push_back(partial);
    return out;
}

}  // namespace sesame::share
