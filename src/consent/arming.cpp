// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sesame/consent/arming.h"

#include <algorithm>

namespace sesame::consent {

std::optional<std::int64_t> CalmPress::untilArmed() const {
    if (!shownBootMs_)
        return std::nullopt;
    std::int64_t armedAt = *shownBootMs_ + kInertMs;
    if (inputBootMs_)
        armedAt = std::max(armedAt, *inputBootMs_ + kQuietMs);
    return std::max<std::int64_t>(0, armedAt - clock_->bootMs());
}

}  // namespace sesame::consent
