// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sesame/trigger/intent.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace sesame::trigger {

/// How often the recogniser was right about one intent.
struct IntentCount {
    std::size_t wished = 0;   ///< sentences that wish it
    std::size_t found = 0;    ///< of these, recognised
    std::size_t claimed = 0;  ///< recognised at all, rightly or not
    std::size_t slots = 0;    ///< of those found, with the very slot
    std::size_t nearly = 0;   ///< of those found, with the slot but for an article or "my" in front

    double precision() const {
        return claimed == 0 ? 1 : static_cast<double>(found) / static_cast<double>(claimed);
    }
    double recall() const {
        return wished == 0 ? 1 : static_cast<double>(found) / static_cast<double>(wished);
    }
};

struct IntentFigures {
    std::array<IntentCount, kIntents> of;
    std::size_t none = 0, noneTaken = 0;        ///< messages that wish nothing; of these, taken for a wish
    std::size_t refused = 0, refusedTaken = 0;  ///< messages that refuse a wish; of these, taken for one
    std::vector<std::string> mistakes;          ///< "meant → found: message"

    /// `meant`: the name of an intent, or "refused".
    void count(const std::string& meant, const std::string& slot, const std::string& message,
               const Wish& found);
};

/// The sentences of data/<file>, which the recogniser has never learned: intent, slot, message. A file of one
/// column is chat that wishes nothing.
IntentFigures figuresOf(const std::string& file);

}  // namespace sesame::trigger
