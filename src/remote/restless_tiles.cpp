// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/restless_tiles.h"

#include <algorithm>
#include <array>

namespace sesame::remote {
namespace {

// Text, however smoothed, stands on a ground of one colour; in a photograph no colour has a third of it, and
// there are many.
constexpr int kGround = 3;
constexpr int kManyColours = 64;

bool looksLikeAPhotograph(const desktop::Pixels& picture, const desktop::Rect& area) {
    constexpr unsigned kBits = 11;
    std::array<std::uint16_t, 1U << kBits> counts{};
    int looked = 0;
    int colours = 0;
    int most = 0;
    for (int y = area.y; y < area.bottom(); y += 2) {
        const std::uint32_t* row = picture.data + static_cast<std::ptrdiff_t>(y) * picture.stride;
        for (int x = area.x; x < area.right(); ++x) {
            const int count = ++counts[(row[x] & 0xffffff) * 2'654'435'761U >> (32 - kBits)];
            colours += count == 1 ? 1 : 0;
            most = std::max(most, count);
            ++looked;
        }
    }
    return colours >= kManyColours && most * kGround < looked;
}

}  // namespace

void RestlessTiles::changed(int tile, Time now) {
    Tile& one = at(tile);
    one.changes = now - one.changedAt < kPause
                      ? static_cast<std::uint8_t>(std::min<int>(one.changes + 1, kChanges))
                      : std::uint8_t{0};
    one.changedAt = now;
    one.waitsSince = Time::max();
}

void RestlessTiles::waits(int tile, Time now) {
    Tile& one = at(tile);
    if (now - one.changedAt < kPause)
        one.changedAt = now;
    one.waitsSince = std::min(one.waitsSince, now);
}

bool RestlessTiles::isVideo(const desktop::Pixels& picture, int tile, const desktop::Rect& changed) const {
    return at(tile).changes >= kChanges && looksLikeAPhotograph(picture, changed);
}

void RestlessTiles::sent(const desktop::Rect& area, bool rough) {
    grid_.forEach(area, [&](int tile) {
        // An exact part does not make a rough tile exact.
        if (!rough && !area.contains(grid_.area(tile)))
            return;
        rough_ += static_cast<int>(rough) - static_cast<int>(at(tile).rough);
        at(tile).rough = rough;
    });
}

void RestlessTiles::copied(const desktop::Rect& to, desktop::Point from, Time now) {
    if (rough_ == 0)
        return;
    bool rough = false;
    grid_.forEach({from.x, from.y, to.width, to.height}, [&](int tile) { rough = rough || at(tile).rough; });
    if (!rough)
        return sent(to, false);
    sent(to, true);
    grid_.forEach(to, [&](int tile) { at(tile).changedAt = now; });
}

std::vector<int> RestlessTiles::due(const desktop::Rect& wanted, Time now) const {
    std::vector<int> out;
    if (rough_ == 0)
        return out;
    grid_.forEach(wanted, [&](int tile) {
        if (at(tile).rough && now - at(tile).changedAt >= kPause)
            out.push_back(tile);
    });
    return out;
}

std::optional<RestlessTiles::Time> RestlessTiles::nextDue(const desktop::Rect& wanted) const {
    std::optional<Time> next;
    if (rough_ == 0)
        return next;
    grid_.forEach(wanted, [&](int tile) {
        if (at(tile).rough)
            next = std::min(next.value_or(Time::max()), at(tile).changedAt + kPause);
    });
    return next;
}

}  // namespace sesame::remote
