// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_place.h"

#include <algorithm>
#include <cmath>

namespace sesame::app {

PicturePlace::PicturePlace(const QRect& part, const QSizeF& room, double scale) : part_(part), scale_(scale) {
    const QSizeF size = QSizeF(part.size()) * scale;
    // On whole pixels, so that an unscaled picture stays sharp.
    const double left = std::floor(std::max(0.0, (room.width() - size.width()) / 2));
    const double top = std::floor(std::max(0.0, (room.height() - size.height()) / 2));
    target_ = QRectF(QPointF(left, top), size);
}

PicturePlace PicturePlace::fitted(const QRect& part, const QSizeF& room) {
    if (part.isEmpty() || room.isEmpty())
        return {};
    constexpr double kAsGoodAsExact = 0.01;
    double scale = std::min(room.width() / part.width(), room.height() / part.height());
    if (scale >= 1.0 && scale < 1.0 + kAsGoodAsExact)
        scale = 1.0;
    return {part, room, scale};
}

PicturePlace PicturePlace::pixelByPixel(const QRect& part, const QSizeF& room, double ratio) {
    return {part, room, 1.0 / ratio};
}

QPoint PicturePlace::pixelAt(const QPointF& place) const {
    const auto inside = (place - target_.topLeft()) / scale_;
    const auto within = [](double value, int first, int count) {
        return first + std::clamp(int(std::floor(value)), 0, std::max(0, count - 1));
    };
    return {within(inside.x(), part_.left(), part_.width()), within(inside.y(), part_.top(), part_.height())};
}

QRect PicturePlace::placeOf(const QRect& pixels) const {
    const auto shown = pixels & part_;
    if (shown.isEmpty())
        return {};
    const QRectF exactly(target_.topLeft() + QPointF(shown.topLeft() - part_.topLeft()) * scale_,
                         QSizeF(shown.size()) * scale_);
    // Smooth scaling mixes neighbours.
    const int rim = exact() ? 0 : int(std::ceil(scale_)) + 1;
    return exactly.toAlignedRect().adjusted(-rim, -rim, rim, rim);
}

}  // namespace sesame::app
