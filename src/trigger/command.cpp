// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/trigger/command.h"

#include <utility>

namespace sesame::trigger {

const char* name(RemoteLevel level) {
    static constexpr const char* kNames[] = {"", "look", "point", "control"};
    return kNames[static_cast<std::size_t>(level)];
}

const char* name(ShareLevel level) {
    static constexpr const char* kNames[] = {"", "look", "take", "put"};
    return kNames[static_cast<std::size_t>(level)];
}

const std::uint32_t* minutesOf(const Command& command) {
    if (const auto* remote = std::get_if<RemoteControl>(&command))
        return &remote->minutes;
    const auto* share = std::get_if<ShareFolder>(&command);
    return share != nullptr ? &share->minutes : nullptr;
}

std::uint32_t* minutesOf(Command& command) {
    return const_cast<std::uint32_t*>(minutesOf(std::as_const(command)));
}

}  // namespace sesame::trigger
