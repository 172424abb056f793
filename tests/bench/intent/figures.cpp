// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// intent_figures [--mistakes]: how well wishes in own words are recognised in sentences that were never
// learned, and how long that takes.
#include "bench/intent/table.h"
#include "unit/trigger/tsv.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>

namespace {

using Clock = std::chrono::steady_clock;

void printTimes(const std::vector<std::string>& messages) {
    std::vector<double> times;
    for (const std::string& message : messages) {
        const Clock::time_point begin = Clock::now();
        (void)sesame::trigger::recogniseWish(message);
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - begin).count());
    }
    std::ranges::sort(times);
    std::printf("%zu messages: median %.0f µs, 99 %% within %.0f µs, longest %.0f µs\n", times.size(),
                times[times.size() / 2], times[times.size() * 99 / 100], times.back());
}

}  // namespace

int main(int argc, char** argv) {
    using namespace sesame::trigger;
    const bool mistakes = argc > 1 && std::string_view(argv[1]) == "--mistakes";
    std::vector<std::string> messages;
    for (const char* file :
         {"intent_held_out_en.tsv", "intent_held_out_zh.tsv", "intent_chat_en.tsv", "intent_chat_zh.tsv"}) {
        printTable(file, figuresOf(file), mistakes);
        for (const auto& row : readTsv(file))
            messages.push_back(row.back());
    }
    printTimes(messages);
    return 0;
}
