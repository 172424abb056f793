// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/places/path_policy.h"

/// A path that passes is canonical, below the place, and has no part that is hidden or an option.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string path(reinterpret_cast<const char*>(data), size);
    const std::string place = "/home/li";
    for (const std::string& candidate : {path, place + '/' + path}) {
        const auto below = sesame::places::checkPathBelow(candidate, place);
        if (!below)
            continue;
        std::string again = place;
        for (const std::string& part : *below) {
            SESAME_ASSERT(!part.empty() && part.front() != '.' && part.front() != '-');
            again += '/' + part;
        }
        SESAME_ASSERT(again == candidate);
    }
    return 0;
}
