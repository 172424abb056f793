// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/assert.h"
#include "sesame/trigger/phrase.h"
#include "sesame/trigger/rule_check.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sesame::trigger;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (!checkPhrase(text))
        SESAME_ASSERT(!normalise(text).empty());
    checkCommand(LaunchProgram{text});
    checkCommand(OpenFile{text, {}});
    checkCommand(OpenFile{{}, text});
    checkCommand(ImSettings{{}, text, text});
    checkCommand(RemoteControl{static_cast<RemoteLevel>(size), static_cast<std::uint32_t>(size)});
    checkCommand(ShareFolder{text, "", static_cast<ShareLevel>(size), static_cast<std::uint32_t>(size)});
    checkCommand(ShareFolder{"", text});
    return 0;
}
