// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/desktop/desktop_entry.h"

#include <algorithm>

/// Whatever an entry says, its program is no option, and no argument carries a control character.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto entry = sesame::desktop::parseDesktopEntry(text);
    const auto line = sesame::desktop::parseExec(entry ? std::string_view(entry->exec) : text);
    if (!line)
        return 0;
    SESAME_ASSERT(!line->argv.empty() && !line->argv.front().empty() && line->argv.front().front() != '-');
    SESAME_ASSERT(!line->fileAt || (*line->fileAt > 0 && *line->fileAt <= line->argv.size()));
    for (const std::string& argument : line->argv)
        SESAME_ASSERT(std::none_of(argument.begin(), argument.end(),
                                   [](unsigned char c) { return c < 0x20 || c == 0x7F; }));
    return 0;
}
