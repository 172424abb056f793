// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/presence_board.h"

namespace sesame::hub {

PresenceBoard::Entry* PresenceBoard::find(const std::string& handle) {
    const auto found = entries_.find(handle);
    return found == entries_.end() ? nullptr : &found->second;
}

PresenceBoard::Entry* PresenceBoard::find(const std::string& handle, const PresenceListener* listener) {
    Entry* entry = find(handle);
    return entry != nullptr && entry->listener.get() == listener ? entry : nullptr;
}

PresenceBoard::Handles PresenceBoard::seenBy(const std::string& handle) {
    Handles out;
    const Entry* self = find(handle);
    if (self == nullptr)
        return out;
    for (const auto& other : self->watched) {
        const Entry* entry = find(other);
        if (entry != nullptr && other != handle && entry->watched.contains(handle) &&
            !entry->blocked.contains(handle) && !self->blocked.contains(other))
            out.insert(other);
    }
    return out;
}

void PresenceBoard::tellChange(const std::string& handle, const Handles& before, const Handles& after) {
    const auto tell = [&](const std::string& other, bool online) {
        if (const Entry* self = find(handle))
            self->listener->tellPresence(other, online);
        if (const Entry* entry = find(other))
            entry->listener->tellPresence(handle, online);
    };
    for (const auto& other : before)
        if (!after.contains(other))
            tell(other, false);
    for (const auto& other : after)
        if (!before.contains(other))
            tell(other, true);
}

void PresenceBoard::remove(const std::string& handle) {
    const Handles before = seenBy(handle);
    entries_.erase(handle);
    tellChange(handle, before, {});
}

void PresenceBoard::enter(const std::string& handle, std::shared_ptr<PresenceListener> listener,
                          Handles blocked) {
    const std::lock_guard lock(mutex_);
    remove(handle);
    entries_[handle] = Entry{std::move(listener), {}, std::move(blocked)};
}

void PresenceBoard::leave(const std::string& handle, const PresenceListener* listener) {
    const std::lock_guard lock(mutex_);
    if (find(handle, listener) != nullptr)
        remove(handle);
}

void PresenceBoard::watch(const std::string& handle, const PresenceListener* listener, Handles watched) {
    const std::lock_guard lock(mutex_);
    Entry* entry = find(handle, listener);
    if (entry == nullptr)
        return;
    const Handles before = seenBy(handle);
    entry->watched = std::move(watched);
    tellChange(handle, before, seenBy(handle));
}

void PresenceBoard::setBlocked(const std::string& handle, const PresenceListener* listener,
                               const std::string& other, bool blocked) {
    const std::lock_guard lock(mutex_);
    Entry* entry = find(handle, listener);
    if (entry == nullptr)
        return;
    const Handles before = seenBy(handle);
    if (blocked)
        entry->blocked.insert(other);
    else
        entry->blocked.erase(other);
    tellChange(handle, before, seenBy(handle));
}

}  // namespace sesame::hub
