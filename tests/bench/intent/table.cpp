// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/intent/table.h"

#include <algorithm>
#include <cstdio>

namespace sesame::trigger {
namespace {

double percent(std::size_t part, std::size_t whole) {
    return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

}  // namespace

void printTable(const char* title, const IntentFigures& figures, bool mistakes) {
    std::printf("%s: %zu of %zu that wish nothing, and %zu of %zu refusals, were taken for a wish\n", title,
                figures.noneTaken, figures.none, figures.refusedTaken, figures.refused);
    for (std::size_t i = 1; i < kIntents; ++i) {
        const IntentCount& count = figures.of[i];
        if (count.wished > 0)
            std::printf("  %-15s %4zu  precision %5.1f  recall %5.1f  slot %5.1f, but for an article %5.1f\n",
                        name(static_cast<Intent>(i)), count.wished, 100 * count.precision(),
                        100 * count.recall(), percent(count.slots, count.found),
                        percent(count.nearly, count.found));
    }
    if (mistakes)
        for (const std::string& mistake : figures.mistakes)
            std::printf("    %s\n", mistake.c_str());
}

}  // namespace sesame::trigger
