// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One message against tables of 10 to 1,000,000 rules.
#include "sesame/trigger/judge.h"

#include <benchmark/benchmark.h>

#include <map>

namespace sesame::trigger {
namespace {

constexpr const char* kObjects[] = {"照片", "相册", "文件夹", "录像", "日记", "菜谱", "地图", "信件"};

std::string phraseOf(std::size_t number) {
    return std::string("打开奶奶的") + kObjects[number % std::size(kObjects)] + "第" +
           std::to_string(number) + "号";
}

const RuleTable& tableOf(std::size_t size) {
    static std::map<std::size_t, RuleTable> tables;
    const auto found = tables.find(size);
    if (found != tables.end())
        return found->second;
    std::vector<Candidate> candidates(size);
    for (std::size_t i = 0; i < size; ++i)
        candidates[i].rule.phrase = phraseOf(i);
    return tables.emplace(size, RuleTable(std::move(candidates))).first->second;
}

void judgeTexts(benchmark::State& state, std::string (*textOf)(std::size_t), MatchKind expected) {
    const auto size = static_cast<std::size_t>(state.range(0));
    const RuleTable& table = tableOf(size);
    std::vector<OwnMessage> messages(1024);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        messages[i].composed = true;
        messages[i].text = textOf(i * 7919 % size);
    }
    std::size_t i = 0;
    for (auto _ : state) {
        const Verdict verdict = judge(messages[i++ % messages.size()], table);
        if (verdict.kind != expected)
            return state.SkipWithError("wrong verdict");
    }
}

std::string smallTalk(std::size_t) {
    return "今天天气真不错，我们去公园走走吧";
}

void exactMessage(benchmark::State& state) {
    judgeTexts(state, phraseOf, MatchKind::Match);
}

void unrelatedMessage(benchmark::State& state) {
    judgeTexts(state, smallTalk, MatchKind::No);
}

BENCHMARK(exactMessage)->RangeMultiplier(10)->Range(10, 1'000'000);
BENCHMARK(unrelatedMessage)->RangeMultiplier(10)->Range(10, 1'000'000);

}  // namespace
}  // namespace sesame::trigger

BENCHMARK_MAIN();
