// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/assert.h"
#include "sesame/trigger/phrase.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string once = sesame::trigger::normalise(text);
    SESAME_ASSERT(sesame::trigger::normalise(once) == once || once.size() > 16384);
    return 0;
}
