// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/group_sign.h"

#include "app/avatar.h"

#include <QPainterPath>

namespace sesame::app {
namespace {

void paintHead(QPainter& painter, const QRectF& place) {
    const double side = place.width();
    painter.drawEllipse(QRectF(place.center().x() - side * 0.22, place.top(), side * 0.44, side * 0.44));
    QPainterPath shoulders;
    shoulders.addRoundedRect(QRectF(place.left(), place.top() + side * 0.54, side, side * 0.8), side * 0.4,
                             side * 0.4);
    painter.setClipRect(QRectF(place.left(), place.top(), side, side));
    painter.drawPath(shoulders);
    painter.setClipping(false);
}

}  // namespace

void paintGroupSign(QPainter& painter, const QRectF& place, const QString& seed) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColor(seed));
    painter.drawRoundedRect(place, place.width() * 0.28, place.width() * 0.28);
    painter.setBrush(Qt::white);
    const double side = place.width();
    paintHead(painter,
              QRectF(place.left() + side * 0.14, place.top() + side * 0.26, side * 0.34, side * 0.34));
    paintHead(painter,
              QRectF(place.left() + side * 0.52, place.top() + side * 0.26, side * 0.34, side * 0.34));
    paintHead(painter, QRectF(place.left() + side * 0.3, place.top() + side * 0.42, side * 0.4, side * 0.4));
    painter.restore();
}

GroupSign::GroupSign(int size, QWidget* parent) : QWidget(parent) {
    setFixedSize(size, size);
}

void GroupSign::show(const QString& seed) {
    seed_ = seed;
    update();
}

void GroupSign::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintGroupSign(painter, rect(), seed_);
}

}  // namespace sesame::app
