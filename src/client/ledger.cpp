// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/ledger.h"

namespace sesame::client {

Status Ledger::transact(const std::function<Status()>& change) {
    if (depth_ > 0)
        return change();
    ++depth_;
    Status result = store_.transact(change);
    --depth_;
    return finish(std::move(result));
}

Status Ledger::finish(Status result) {
    // An effect may start the next transaction, with effects of its own.
    std::vector<std::function<void()>> effects;
    effects.swap(effects_);
    for (const auto& run : result ? effects : reloads_)
        run();
    const bool unwritten =
        !result && (result.error().code == ErrorCode::Full || result.error().code == ErrorCode::Io);
    if (unwritten && hear_)
        hear_(result.error());
    return result;
}

void Ledger::afterCommit(std::function<void()> effect) {
    if (depth_ > 0)
        effects_.push_back(std::move(effect));
    else
        effect();
}

std::string Ledger::text(const std::string& name) {
    return toString(bytes(name));
}

Bytes Ledger::bytes(const std::string& name) {
    auto value = store_.value(name);
    return value && *value ? std::move(**value) : Bytes();
}

}  // namespace sesame::client
