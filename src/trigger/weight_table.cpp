// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trigger/weight_table.h"

#include <algorithm>
#include <cstring>

namespace sesame::trigger {
namespace {

struct Head {
    std::uint32_t features, answers;
    float scale;
};

}  // namespace

WeightTable WeightTable::take(std::span<const std::byte>& rest) {
    Head head{};
    if (rest.size() < sizeof head)
        return {};
    std::memcpy(&head, rest.data(), sizeof head);
    const std::size_t hashes = std::size_t{head.features} * sizeof(std::uint32_t);
    const std::size_t weights = std::size_t{head.features} * head.answers;
    const std::size_t padded = (weights + 3) / 4 * 4;
    if (rest.size() - sizeof head < hashes + padded)
        return {};
    const std::byte* at = rest.data() + sizeof head;
    WeightTable out;
    out.answers_ = head.answers;
    out.scale_ = head.scale;
    out.hashes_ = {reinterpret_cast<const std::uint32_t*>(at), head.features};
    out.weights_ = {reinterpret_cast<const std::int8_t*>(at + hashes), weights};
    rest = rest.subspan(sizeof head + hashes + padded);
    return out;
}

std::span<const std::int8_t> WeightTable::row(std::uint32_t hash) const {
    const auto found = std::ranges::lower_bound(hashes_, hash);
    if (found == hashes_.end() || *found != hash)
        return {};
    return weights_.subspan(static_cast<std::size_t>(found - hashes_.begin()) * answers_, answers_);
}

}  // namespace sesame::trigger
