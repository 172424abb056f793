// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/base/assert.h"
#include "sesame/trigger/intent.h"

#include <cstddef>
#include <cstdint>

// Whatever the bytes: an intent of the list, a slot that is a part of the message or a setting, and the
// explanation says the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sesame::trigger;
    const std::string_view message(reinterpret_cast<const char*>(data), size);
    const Wish wish = recogniseWish(message);
    SESAME_ASSERT(static_cast<std::size_t>(wish.intent) < kIntents);
    SESAME_ASSERT(wish.confidence >= 0 && wish.confidence <= 1);
    SESAME_ASSERT(wish.intent == Intent::ImSettings || message.find(wish.slot) != std::string_view::npos);
    const WishExplanation explained = explainWish(message);
    SESAME_ASSERT(explained.wish.intent == wish.intent && explained.wish.slot == wish.slot);
    SESAME_ASSERT((wish.intent == Intent::None) == !explained.guard.empty());
    return 0;
}
