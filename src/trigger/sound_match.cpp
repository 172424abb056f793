// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/sound_match.h"

#include <algorithm>
#include <bit>

namespace sesame::trigger {
namespace {

constexpr double kMatchErrors = 0.18;  // of the bits; sounds that have nothing in common differ in half
constexpr double kNearErrors = 0.28;
constexpr std::size_t kOffsetsTried = 12;
constexpr int kVoteShift = 14;  // the upper bits survive a lossy encoder, the lower ones often do not

struct Vote {
    std::uint32_t key;
    std::size_t place;
};

/// Starts of `sent` within `rule`, shifted by the length of `sent`, the likeliest first.
std::vector<std::size_t> likelyOffsets(const SoundPrint& rule, const SoundPrint& sent) {
    std::vector<Vote> index;
    for (std::size_t i = 0; i < rule.items.size(); ++i)
        if (i == 0 || rule.items[i] != rule.items[i - 1])
            index.push_back({rule.items[i] >> kVoteShift, i});
    std::ranges::sort(index, {}, &Vote::key);
    std::vector<std::size_t> votes(rule.items.size() + sent.items.size());
    constexpr std::ptrdiff_t kMostRepeats = 64;  // what is everywhere tells no place
    for (std::size_t i = 0; i < sent.items.size(); ++i) {
        const Vote wanted{sent.items[i] >> kVoteShift, 0};
        const auto [first, last] = std::equal_range(
            index.begin(), index.end(), wanted, [](const Vote& a, const Vote& b) { return a.key < b.key; });
        if (last - first > kMostRepeats)
            continue;
        for (auto vote = first; vote != last; ++vote)
            ++votes[vote->place + sent.items.size() - i];
    }
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < votes.size(); ++i)
        if (votes[i] > 0)
            offsets.push_back(i);
    const std::size_t kept = std::min(kOffsetsTried, offsets.size());
    std::ranges::partial_sort(offsets, offsets.begin() + static_cast<std::ptrdiff_t>(kept),
                              std::ranges::greater{}, [&](std::size_t i) { return votes[i]; });
    offsets.resize(kept);
    return offsets;
}

}  // namespace

std::size_t tellingItems(const SoundPrint& sound) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < sound.items.size(); ++i)
        if (i == 0 || sound.items[i] != sound.items[i - 1])
            ++count;
    return count;
}

MatchKind matchSounds(const SoundPrint& rule, const SoundPrint& sent, std::size_t leastOverlap) {
    const std::size_t shorter = std::min(rule.items.size(), sent.items.size());
    const std::size_t needed = std::max(leastOverlap, (shorter + 1) / 2);
    double fewest = 1;
    for (const std::size_t offset : likelyOffsets(rule, sent)) {
        const std::size_t inRule = offset > sent.items.size() ? offset - sent.items.size() : 0;
        const std::size_t inSent = offset < sent.items.size() ? sent.items.size() - offset : 0;
        const std::size_t overlap = std::min(rule.items.size() - inRule, sent.items.size() - inSent);
        if (overlap < needed)
            continue;
        std::size_t errors = 0;
        std::size_t telling = 0;
        for (std::size_t i = 0; i < overlap; ++i) {
            const std::uint32_t item = rule.items[inRule + i];
            errors += static_cast<std::size_t>(std::popcount(item ^ sent.items[inSent + i]));
            telling += i == 0 || item != rule.items[inRule + i - 1] ? 1 : 0;
        }
        if (telling * 2 >= overlap)
            fewest = std::min(fewest, static_cast<double>(errors) / (32.0 * static_cast<double>(overlap)));
    }
    if (fewest <= kMatchErrors)
        return MatchKind::Match;
    return fewest <= kNearErrors ? MatchKind::Near : MatchKind::No;
}

}  // namespace sesame::trigger
