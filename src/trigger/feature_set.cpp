// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/feature_set.h"

#include <algorithm>

namespace sesame::trigger {
namespace {

// FNV-1a, with its high half folded in.
std::uint32_t hashOf(std::string_view key) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : key)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

void FeatureSet::add(std::string_view family, std::span<const std::string> words) {
    key_ = family;
    for (const std::string& word : words)
        (key_ += ' ') += word;
    finish();
}

void FeatureSet::add(std::string_view family, std::initializer_list<std::string_view> words) {
    key_ = family;
    for (const std::string_view word : words)
        (key_ += ' ') += word;
    finish();
}

void FeatureSet::finish() {
    all_.push_back({hashOf(key_), naming_ == Naming::On ? key_ : std::string()});
}

WishFeatures FeatureSet::take() {
    std::ranges::sort(all_, {}, &WishFeature::hash);
    const auto same = [](const WishFeature& a, const WishFeature& b) { return a.hash == b.hash; };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
    return std::move(all_);
}

}  // namespace sesame::trigger
