// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/media/scores.h"

#include <cstdio>

namespace sesame::bench {

void Scores::add(const std::string& change, trigger::MatchKind kind) {
    for (Count* const count : {&counts_[change], &counts_["~ all of them"]}) {
        ++count->all;
        count->match += kind == trigger::MatchKind::Match ? 1 : 0;
        count->near += kind == trigger::MatchKind::Near ? 1 : 0;
    }
}

void Scores::print(const char* title) const {
    std::printf("%s\n", title);
    for (const auto& [change, count] : counts_)
        std::printf("  %-34s %6zu  match %6.2f %%  near %5.2f %%  no %5.2f %%\n", change.c_str(), count.all,
                    100.0 * static_cast<double>(count.match) / static_cast<double>(count.all),
                    100.0 * static_cast<double>(count.near) / static_cast<double>(count.all),
                    100.0 * static_cast<double>(count.all - count.match - count.near) /
                        static_cast<double>(count.all));
    std::fflush(stdout);
}

}  // namespace sesame::bench
