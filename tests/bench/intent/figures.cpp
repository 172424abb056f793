// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// intent_figures [--mistakes]: how well wishes in own words are recognised in sentences that were never
// learned, and how long that takes.
#include "bench/intent/table.h"
#include "unit/trigger/tsv.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string_view>

namespace {

constexpr const char* kFiles[] = {"intent_held_out_en.tsv", "intent_held_out_zh.tsv", "intent_chat_en.tsv",
                                  "intent_chat_zh.tsv"};

// Time of this thread alone, so that a busy machine does not count.
double microseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

double timeOf(const std::string& message) {
    const double begin = microseconds();
    (void)sesame::trigger::recogniseWish(message);
    return microseconds() - begin;
}

void printTimes(const std::vector<std::string>& messages) {
    std::printf("first messages, which read the word lists: %.1f ms\n", timeOf("please stop, 停") / 1e3);
    std::string story;
    while (story.size() < 390)
        story += "and then I went home, ";
    (void)timeOf(story);
    std::printf("a message of %zu letters: %.0f µs\n", story.size(), timeOf(story));
    std::vector<double> times;
    for (const std::string& message : messages)
        times.push_back(timeOf(message));
    std::ranges::sort(times);
    std::printf("%zu messages, CPU time: median %.0f µs, 99 %% within %.0f µs, longest %.0f µs\n",
                times.size(), times[times.size() / 2], times[times.size() * 99 / 100], times.back());
}

}  // namespace

int main(int argc, char** argv) {
    using namespace sesame::trigger;
    const bool mistakes = argc > 1 && std::string_view(argv[1]) == "--mistakes";
    std::vector<std::string> messages;
    for (const char* file : kFiles)
        for (const auto& row : readTsv(file))
            messages.push_back(row.back());
    printTimes(messages);
    for (const char* file : kFiles)
        printTable(file, figuresOf(file), mistakes);
    return 0;
}
