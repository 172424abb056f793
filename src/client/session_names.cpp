// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/client/help_sessions.h"

namespace sesame::client {

const char* name(Pause pause) {
    static constexpr const char* kNames[] = {"none", "private-window", "question", "user", "banner-unseen"};
    return kNames[static_cast<std::size_t>(pause)];
}

const char* name(SessionEnd end) {
    static constexpr const char* kNames[] = {"stopped", "left",     "time-over", "away",
                                             "cut",     "tampered", "failed"};
    return kNames[static_cast<std::size_t>(end)];
}

}  // namespace sesame::client
