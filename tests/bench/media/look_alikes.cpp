// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/media/look_alikes.h"

#include "trigger/picture_alignment.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace sesame::bench {
namespace {

using trigger::MatchKind;

std::vector<trigger::CoarseLooks> looksOf(const std::vector<trigger::PicturePrint>& prints,
                                          trigger::Side side) {
    std::vector<trigger::CoarseLooks> out;
    out.reserve(prints.size());
    for (const auto& print : prints)
        out.push_back(trigger::coarseLooks(trigger::fieldOf(print.grey, trigger::kPictureSide), side));
    return out;
}

}  // namespace

LookAlikes findLookAlikes(const std::vector<trigger::PicturePrint>& prints, std::size_t parts) {
    const auto rules = looksOf(prints, trigger::Side::Rule);
    const auto sent = looksOf(prints, trigger::Side::Sent);
    LookAlikes found;
    std::mutex mutex;
    std::atomic<std::size_t> next{0};
    // Blocks of pictures that stay in the cache while each is compared with each.
    constexpr std::size_t kBlock = 32;
    const std::size_t blocks = (prints.size() + kBlock - 1) / kBlock;
    const auto compareBlocks = [&](std::size_t a, std::size_t b, LookAlikes& into) {
        for (std::size_t i = a * kBlock; i < std::min(prints.size(), (a + 1) * kBlock); ++i)
            for (std::size_t k = std::max(i + 1, b * kBlock); k < std::min(prints.size(), (b + 1) * kBlock);
                 ++k) {
                ++into.pairs;
                if (trigger::coarseLikeness(rules[i], sent[k]) < trigger::kLeastCoarse)
                    continue;
                ++into.compared;
                const MatchKind kind = trigger::compare(prints[i], prints[k]);
                if (kind == MatchKind::Match)
                    into.match.emplace_back(i, k);
                else if (kind == MatchKind::Near)
                    into.near.emplace_back(i, k);
            }
    };
    const auto work = [&] {
        LookAlikes own;
        for (std::size_t a = next++; a < blocks; a = next++)
            for (std::size_t b = a; b < blocks; ++b)
                if ((a + b) % parts == 0)
                    compareBlocks(a, b, own);
        const std::lock_guard lock(mutex);
        found.pairs += own.pairs;
        found.compared += own.compared;
        found.match.insert(found.match.end(), own.match.begin(), own.match.end());
        found.near.insert(found.near.end(), own.near.begin(), own.near.end());
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    threads.clear();
    return found;
}

}  // namespace sesame::bench
