// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/relay_board.h"

#include "hub/relay.h"

#include <algorithm>

namespace sesame::hub {

RelayBoard::Entered RelayBoard::enter(const Place& place, const std::shared_ptr<Relay>& relay) {
    const std::lock_guard lock(mutex_);
    const auto known = streams_.find(place.stream);
    Pair pair{End{place.handle, {}, nullptr}, End{place.peer, {}, nullptr}};
    if (known != streams_.end()) {
        pair = known->second;
        if (pair[0].handle != place.handle)
            std::swap(pair[0], pair[1]);
        if (pair[0].handle != place.handle || pair[1].handle != place.peer)
            return {Entry::Taken};
    }
    End& own = pair[0];
    End& other = pair[1];
    Entered out;
    if (own.raw) {
        // A second try, before the hub has seen that the first is dead. What it was joined to is half a
        // stream.
        if (auto old = own.relay.lock())
            out.over.push_back(std::move(old));
        if (auto half = other.relay.lock(); half && half->isJoined()) {
            out.over.push_back(std::move(half));
            --counts_[other.handle];
            other.raw = nullptr;
            other.relay.reset();
        }
    } else if (counts_[own.handle]++ >= kMaxPerAccount) {
        --counts_[own.handle];
        return {Entry::TooMany};
    }
    own.relay = relay;
    own.raw = relay.get();
    out.other = other.relay.lock();
    out.entry = out.other ? Entry::Meets : Entry::Waits;
    if (out.other) {
        relay->join(out.other);
        out.other->join(relay);
    }
    streams_[place.stream] = pair;
    return out;
}

void RelayBoard::leave(const Place& place, const Relay* relay) {
    const std::lock_guard lock(mutex_);
    const auto known = streams_.find(place.stream);
    if (known == streams_.end())
        return;
    for (End& end : known->second) {
        if (end.raw != relay)
            continue;
        end.raw = nullptr;
        end.relay.reset();
        const auto count = counts_.find(end.handle);
        if (--count->second == 0)
            counts_.erase(count);
    }
    const Pair& pair = known->second;
    if (std::none_of(pair.begin(), pair.end(), [](const End& end) { return end.raw != nullptr; }))
        streams_.erase(known);
}

}  // namespace sesame::hub
