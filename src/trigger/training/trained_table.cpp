// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/training/trained_table.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace sesame::trigger::training {
namespace {

constexpr float kMost = 127;
constexpr long kLeast = 22;  // a feature whose weights are all smaller hardly matters

// The largest weights are few; letting them be cut off leaves finer steps for all others.
float scaleOf(const std::vector<float>& weights) {
    std::vector<float> sizes;
    for (const float weight : weights)
        if (weight != 0)
            sizes.push_back(std::abs(weight));
    if (sizes.empty())
        return 1;
    const auto nearlyAll =
        sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * 0.9999);
    std::ranges::nth_element(sizes, nearlyAll);
    return *nearlyAll / kMost;
}

template <class T>
void put(const T& value, std::vector<std::byte>& out) {
    const auto bytes = std::as_bytes(std::span(&value, 1));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

}  // namespace

void append(const TrainedTable& table, std::vector<std::byte>& out) {
    const float scale = scaleOf(table.weights);
    std::vector<std::uint32_t> hashes;
    std::vector<std::int8_t> weights;
    for (std::size_t i = 0; i < table.hashes.size(); ++i) {
        const std::span row = std::span(table.weights).subspan(i * table.answers, table.answers);
        if (std::ranges::all_of(row,
                                [&](float weight) { return std::abs(std::lround(weight / scale)) < kLeast; }))
            continue;
        hashes.push_back(table.hashes[i]);
        for (const float weight : row)
            weights.push_back(
                static_cast<std::int8_t>(std::clamp(std::round(weight / scale), -kMost, kMost)));
    }
    put(static_cast<std::uint32_t>(hashes.size()), out);
    put(static_cast<std::uint32_t>(table.answers), out);
    put(scale, out);
    for (const std::uint32_t hash : hashes)
        put(hash, out);
    for (const std::int8_t weight : weights)
        put(weight, out);
    while (out.size() % 4 != 0)
        out.push_back(std::byte{0});
}

}  // namespace sesame::trigger::training
