// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRect>
#include <QRectF>

namespace sesame::app {

/// Where a part of a picture is drawn in a widget, and back again. Pure value; both have their origin at the
/// top left.
class PicturePlace {
  public:
    PicturePlace() = default;
    /// All of `part`, as large as `room` allows, in the middle.
    static PicturePlace fitted(const QRect& part, const QSizeF& room);
    /// One pixel of the picture on one pixel of the screen. `ratio`: pixels of the screen to one of the
    /// widget.
    static PicturePlace pixelByPixel(const QRect& part, const QSizeF& room, double ratio);

    const QRect& part() const { return part_; }
    const QRectF& target() const { return target_; }
    double scale() const { return scale_; }
    bool exact() const { return scale_ == 1.0; }

    /// The pixel below this place; the nearest one when it lies outside.
    QPoint pixelAt(const QPointF& place) const;
    /// What must be drawn again when these pixels have changed; empty when none of them is shown.
    QRect placeOf(const QRect& pixels) const;

  private:
    PicturePlace(const QRect& part, const QSizeF& room, double scale);
    QRect part_;
    QRectF target_;
    double scale_ = 1.0;
};

}  // namespace sesame::app
