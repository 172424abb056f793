// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// The number of a frame, drawn as black and white cells that survive a lossy codec: its lowest 8 bits, then
/// the same ones inverted. There is one marker at the beginning and one at the end of what a frame changes,
/// and none outside of it; a frame is visible when both are.
namespace sesame::bench::marker {

constexpr int kCell = 8;
constexpr int kBits = 8;
constexpr int kWidth = 2 * kBits * kCell;
constexpr int kSceneWidth = 1280;
constexpr int kSceneHeight = 800;
/// Shown while the watcher looks for the viewer's window.
constexpr std::uint8_t kCalibration = 0xA6;

struct Point {
    int x = 0;
    int y = 0;
};

enum class Kind : std::uint8_t { Calibrate, Change, Echo, Scroll, Drag, Film };

inline Kind kindOf(std::string_view scene) {
    if (scene == "change")
        return Kind::Change;
    if (scene == "scroll")
        return Kind::Scroll;
    if (scene == "drag")
        return Kind::Drag;
    if (scene == "film")
        return Kind::Film;
    return scene == "calibrate" ? Kind::Calibrate : Kind::Echo;
}

// What the scenes are made of.
constexpr Point kPage{40, 32};
constexpr int kPageWidth = 1200;
constexpr int kPageHeight = 736;
constexpr int kDraggedWidth = 600;
constexpr int kDraggedHeight = 400;
constexpr Point kFilm{320, 40};
constexpr int kFilmWidth = 640;
constexpr int kFilmHeight = 360;
constexpr Point kChanged{600, 380};
constexpr Point kEditor{60, 480};

/// Where the dragged window is: there and back, faster across than down.
constexpr Point dragged(unsigned frame) {
    const int across = static_cast<int>(frame * 7 % 1200);
    const int down = static_cast<int>(frame * 3 % 672);
    return {kPage.x + (across < 600 ? across : 1200 - across), kPage.y + (down < 336 ? down : 672 - down)};
}

/// The corners of the two markers of a frame; the same twice when one is enough.
constexpr std::array<Point, 2> places(Kind kind, unsigned frame) {
    switch (kind) {
        case Kind::Calibrate:
            return {{{512, 4}, {512, 788}}};
        case Kind::Change:
            return {{{kChanged.x, kChanged.y + 32}, {kChanged.x, kChanged.y + 32}}};
        case Kind::Echo:
            return {{{kEditor.x, kEditor.y - kCell}, {kEditor.x, kEditor.y - kCell}}};
        case Kind::Scroll:
            return {{kPage, {kPage.x + kPageWidth - kWidth, kPage.y + kPageHeight - kCell}}};
        case Kind::Film:
            return {{kFilm, {kFilm.x + kFilmWidth - kWidth, kFilm.y + kFilmHeight - kCell}}};
        case Kind::Drag:
            break;
    }
    const Point at = dragged(frame);
    return {{at, {at.x + kDraggedWidth - kWidth, at.y + kDraggedHeight - kCell}}};
}

constexpr bool isWhite(std::uint8_t number, int cell) {
    const unsigned bit = static_cast<unsigned>(number) >> static_cast<unsigned>(cell % kBits) & 1U;
    return (bit != 0) == (cell < kBits);
}

/// `grey(x, y)`: how bright that pixel is, counted from the marker's corner. Nothing when this is no marker.
template <typename Grey>
std::optional<std::uint8_t> read(const Grey& grey) {
    unsigned bits[2] = {0, 0};
    for (int cell = 0; cell < 2 * kBits; ++cell) {
        const int value = grey(cell * kCell + kCell / 2, kCell / 2);
        if (value > 64 && value < 192)
            return std::nullopt;
        if (value >= 192)
            bits[cell / kBits] |= 1U << static_cast<unsigned>(cell % kBits);
    }
    if ((bits[0] ^ bits[1]) != 0xFFU)
        return std::nullopt;
    return static_cast<std::uint8_t>(bits[0]);
}

}  // namespace sesame::bench::marker
