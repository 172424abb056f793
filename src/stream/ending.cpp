// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/stream/stream.h"

namespace sesame::stream {

const char* name(Ending ending) {
    static constexpr const char* kNames[] = {"none", "finished", "lost", "refused", "tampered", "closed"};
    return kNames[static_cast<std::size_t>(ending)];
}

}  // namespace sesame::stream
