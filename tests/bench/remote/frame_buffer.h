// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "marker.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace sesame::bench {

/// The screen of an Xvfb that was started with -fbdir, as it is at this moment. Reading it costs the X server
/// nothing. Ends the program when the file is not what it should be.
class FrameBuffer {
  public:
    explicit FrameBuffer(const char* file);

    int width() const { return width_; }
    int height() const { return height_; }
    std::uint32_t pixel(int x, int y) const {
        return pixels_[std::size_t(y) * std::size_t(perLine_) + std::size_t(x)];
    }

    /// Whether both markers of this frame are there. `scene`: where the scene is.
    bool shows(marker::Kind kind, marker::Point scene, unsigned frame) const;
    /// The frame that is shown, when it is a later one than `last`.
    std::optional<unsigned> frameAfter(marker::Kind kind, marker::Point scene, unsigned last) const;
    /// Where the scene is that shows the calibration markers.
    std::optional<marker::Point> findScene() const;

  private:
    std::optional<std::uint8_t> markerAt(marker::Point at) const;

    const volatile std::uint32_t* pixels_ = nullptr;
    int width_ = 0;
    int height_ = 0;
    int perLine_ = 0;
};

}  // namespace sesame::bench
