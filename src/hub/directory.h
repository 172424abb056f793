// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/hub/mail_store.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace sesame::hub {

class Session;

/// The one live session of each account that is connected. Thread-safe.
class Directory {
  public:
    /// Returns the session whose place it took.
    std::shared_ptr<Session> enter(AccountId account, std::shared_ptr<Session> session) {
        const std::lock_guard lock(mutex_);
        std::swap(sessions_[account], session);
        return session;
    }
    /// Nothing if another session has taken its place.
    void leave(AccountId account, const Session* session) {
        const std::lock_guard lock(mutex_);
        const auto found = sessions_.find(account);
        if (found != sessions_.end() && found->second.get() == session)
            sessions_.erase(found);
    }
    std::shared_ptr<Session> find(AccountId account) const {
        const std::lock_guard lock(mutex_);
        const auto found = sessions_.find(account);
        return found == sessions_.end() ? nullptr : found->second;
    }

  private:
    mutable std::mutex mutex_;
    std::unordered_map<AccountId, std::shared_ptr<Session>> sessions_;
};

}  // namespace sesame::hub
