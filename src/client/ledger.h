// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/store/client_store.h"

#include <functional>
#include <string>
#include <vector>

namespace sesame::client {

/// The client's database, with two additions: a transaction inside another joins it, and what the world is
/// told about a change waits until the change is on disk. One thread.
class Ledger {
  public:
    explicit Ledger(store::ClientStore store) : store_(std::move(store)) {}

    store::ClientStore& store() { return store_; }

    /// All or nothing, on disk when it returns success.
    Status transact(const std::function<Status()>& change);
    /// Runs `effect` after the outermost transaction has been committed; at once when there is none; never
    /// after a rollback.
    void afterCommit(std::function<void()> effect);
    /// Runs at every rollback, to forget what memory holds beyond the disk.
    void onRollback(std::function<void()> reload) { reloads_.push_back(std::move(reload)); }

    /// Hears of every change that could not be written (Full, Io).
    void onFailure(std::function<void(const Error&)> hear) { hear_ = std::move(hear); }

    std::string text(const std::string& name);
    Bytes bytes(const std::string& name);

  private:
    Status finish(Status result);

    store::ClientStore store_;
    int depth_ = 0;
    std::vector<std::function<void()>> effects_;
    std::vector<std::function<void()>> reloads_;
    std::function<void(const Error&)> hear_;
};

}  // namespace sesame::client
