// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/control_memory.h"

#include <charconv>

namespace sesame::client {
namespace {

// "running" or the last moment by the boot clock, a space, and the boot.
constexpr const char* kControlled = "control.last";
constexpr std::string_view kRunning = "running";

}  // namespace

void ControlMemory::load() {
    const std::string stored = ledger_.text(kControlled);
    const auto space = stored.find(' ');
    if (space == std::string::npos || stored.substr(space + 1) != bootId_)
        return;
    std::int64_t last = clock_.bootMs();  // it ran until this program ended, which may have been just now
    if (stored.substr(0, space) != kRunning)
        std::from_chars(stored.data(), stored.data() + space, last);
    trace_.remember(last);
}

Status ControlMemory::began(const PublicIdentity& helper) {
    running_ = true;
    SESAME_TRY(store());
    trace_.began(helper);
    return {};
}

void ControlMemory::ended() {
    if (!std::exchange(running_, false))
        return;
    trace_.ended();
    static_cast<void>(store());
}

Status ControlMemory::store() {
    const std::string state = running_ ? std::string(kRunning) : std::to_string(clock_.bootMs());
    return ledger_.transact(
        [&] { return ledger_.store().setValue(kControlled, asBytes(state + ' ' + bootId_)); });
}

}  // namespace sesame::client
