// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace sesame::hub {

/// Gets told who comes and goes. Called from any thread, with the board locked: must not call it back.
class PresenceListener {
  public:
    virtual ~PresenceListener() = default;
    virtual void tellPresence(const std::string& handle, bool online) = 0;
};

/// Who is online, told only between two accounts that watch each other and neither of which blocks the other.
/// Thread-safe.
class PresenceBoard {
  public:
    using Handles = std::unordered_set<std::string>;

    /// Takes the place of an earlier listener for the same handle.
    void enter(const std::string& handle, std::shared_ptr<PresenceListener> listener, Handles blocked);
    /// These three do nothing if `listener` is not, or no longer, the one for `handle`.
    void leave(const std::string& handle, const PresenceListener* listener);
    void watch(const std::string& handle, const PresenceListener* listener, Handles watched);
    void setBlocked(const std::string& handle, const PresenceListener* listener, const std::string& other,
                    bool blocked);

  private:
    struct Entry {
        std::shared_ptr<PresenceListener> listener;
        Handles watched;
        Handles blocked;
    };

    Entry* find(const std::string& handle);
    Entry* find(const std::string& handle, const PresenceListener* listener);
    Handles seenBy(const std::string& handle);
    void tellChange(const std::string& handle, const Handles& before, const Handles& after);
    void remove(const std::string& handle);

    std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace sesame::hub
