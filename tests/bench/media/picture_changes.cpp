// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/media/picture_changes.h"

#include <QBuffer>
#include <QPainter>
#include <QTransform>
#include <algorithm>
#include <random>

namespace sesame::bench {
namespace {

QByteArray packed(const QImage& image, int quality, const char* format = "JPEG") {
    QByteArray out;
    QBuffer buffer(&out);
    image.save(&buffer, format, quality);
    return out;
}

QImage sized(const QImage& picture, double factor) {
    return picture.scaled(picture.size() * factor, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// In parts of the picture.
QImage without(const QImage& picture, double left, double top, double right, double bottom) {
    const auto at = [](int whole, double part) { return static_cast<int>(whole * part); };
    return picture.copy(at(picture.width(), left), at(picture.height(), top),
                        at(picture.width(), 1 - left - right), at(picture.height(), 1 - top - bottom));
}

QImage lit(QImage picture, double gain, int lift) {
    picture.convertTo(QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const auto one = [&](int value) {
                return std::clamp(static_cast<int>(value * gain) + lift, 0, 255);
            };
            line[x] = qRgb(one(qRed(line[x])), one(qGreen(line[x])), one(qBlue(line[x])));
        }
    }
    return picture;
}

/// Noise, and the light of a room that falls on it from one side.
QImage seenByACamera(QImage picture, std::mt19937& dice) {
    picture.convertTo(QImage::Format_RGB32);
    const double slope = 0.3 * static_cast<double>(dice() % 1000) / 1000;
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const double light = 0.85 - slope * x / picture.width();
            const int noise = static_cast<int>(dice() % 17) - 8;
            const auto one = [&](int value, double tint) {
                return std::clamp(static_cast<int>(value * light * tint) + 14 + noise, 0, 255);
            };
            line[x] = qRgb(one(qRed(line[x]), 0.95), one(qGreen(line[x]), 1), one(qBlue(line[x]), 1.05));
        }
    }
    return picture;
}

/// By hand, a little aslant, with the frame of the screen around it and the lines of its pixels.
QByteArray photographed(const QImage& picture, unsigned seed) {
    std::mt19937 dice(seed + 5);
    QImage screen = picture;
    {
        QPainter lines(&screen);
        lines.setPen(QColor(0, 0, 0, 28));
        for (int y = 0; y < screen.height(); y += 3)
            lines.drawLine(0, y, screen.width(), y);
    }
    const double w = picture.width();
    const double h = picture.height();
    const auto off = [&](double whole) {
        return whole * (0.02 + 0.06 * static_cast<double>(dice() % 1000) / 1000);
    };
    const QPolygonF from({{0, 0}, {w, 0}, {w, h}, {0, h}});
    QPolygonF to;
    for (const QPointF corner : from)
        to << QPointF(corner.x() == 0 ? off(w) : w - off(w), corner.y() == 0 ? off(h) : h - off(h));
    QTransform aslant;
    QTransform::quadToQuad(from, to, aslant);
    QImage photo(picture.size(), QImage::Format_RGB32);
    photo.fill(QColor(24, 24, 26));
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(aslant);
    painter.drawImage(0, 0, screen);
    painter.end();
    // Not quite sharp.
    const QImage soft =
        sized(photo, 0.5).scaled(photo.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return packed(seenByACamera(soft, dice), 80);
}

constexpr PictureChange kChanges[] = {
    {"sent on as it is", [](const QImage& picture, unsigned) { return packed(picture, 100, "PNG"); }},
    {"JPEG, quality 85", [](const QImage& picture, unsigned) { return packed(picture, 85); }},
    {"JPEG, quality 50", [](const QImage& picture, unsigned) { return packed(picture, 50); }},
    {"JPEG, quality 20", [](const QImage& picture, unsigned) { return packed(picture, 20); }},
    {"half the size", [](const QImage& picture, unsigned) { return packed(sized(picture, 0.5), 75); }},
    {"a quarter of the size",
     [](const QImage& picture, unsigned) { return packed(sized(picture, 0.25), 75); }},
    {"twice the size", [](const QImage& picture, unsigned) { return packed(sized(picture, 2), 75); }},
    {"packed three times",
     [](const QImage& picture, unsigned) {
         const QImage once = QImage::fromData(packed(sized(picture, 0.8), 60));
         return packed(sized(QImage::fromData(packed(sized(once, 0.9), 50)), 1.1), 60);
     }},
    {"cropped by 3 % on each side",
     [](const QImage& picture, unsigned) { return packed(without(picture, 0.03, 0.03, 0.03, 0.03), 80); }},
    {"cropped by 6 % on each side",
     [](const QImage& picture, unsigned) { return packed(without(picture, 0.06, 0.06, 0.06, 0.06), 80); }},
    {"cropped by 10 % on one side",
     [](const QImage& picture, unsigned seed) {
         return packed(seed % 2 == 0 ? without(picture, 0.1, 0, 0, 0) : without(picture, 0, 0, 0, 0.1), 80);
     }},
    {"darker", [](const QImage& picture, unsigned) { return packed(lit(picture, 0.65, 0), 80); }},
    {"paler", [](const QImage& picture, unsigned) { return packed(lit(picture, 0.6, 90), 80); }},
    {"photographed from a screen", photographed},
};

}  // namespace

std::span<const PictureChange> pictureChanges() {
    return kChanges;
}

}  // namespace sesame::bench
