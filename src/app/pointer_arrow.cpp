// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pointer_arrow.h"

#include "app/plain_text.h"
#include "app/style.h"

#include <QApplication>
#include <QBitmap>
#include <QCloseEvent>
#include <QPainter>
#include <QScreen>
#include <algorithm>

namespace sesame::app {
namespace {

constexpr int kArrowNameLength = 24;
constexpr double kPressedGrowth = 1.4;
constexpr double kOutline = 4;
constexpr int kPad = 8;
constexpr QColor kArrowFill{0xff, 0xd8, 0x5c};

double arrowLength() {
    return std::max(72.0, QFontMetricsF(QApplication::font()).height() * 4);
}

QRect screenAround(QPoint at) {
    const auto* screen = QGuiApplication::screenAt(at);
    return (screen ? screen : QGuiApplication::primaryScreen())->geometry();
}

}  // namespace

QPoint windowPlace(QPoint pixel) {
    for (const auto* screen : QGuiApplication::screens()) {
        const auto units = screen->geometry();
        const double ratio = screen->devicePixelRatio();
        const QRect pixels(units.topLeft(), (QSizeF(units.size()) * ratio).toSize());
        if (pixels.contains(pixel))
            return units.topLeft() + ((QPointF(pixel) - units.topLeft()) / ratio).toPoint();
    }
    return pixel;
}

PointerArrow::PointerArrow(const QString& name)
    : QWidget(nullptr, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint |
                           Qt::X11BypassWindowManagerHint | Qt::WindowDoesNotAcceptFocus |
                           Qt::WindowTransparentForInput),
      name_(oneLine(name, kArrowNameLength)) {
    setObjectName(QStringLiteral("pointerArrow"));
    setWindowTitle(tr("Where your helper points"));
    setAccessibleName(tr("Where %1 points").arg(name_));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_QuitOnClose, false);
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMs);
    connect(&rest_, &QTimer::timeout, this, &QWidget::hide);
}

void PointerArrow::point(QPoint at, bool pressed) {
    const auto place = windowPlace(at);
    const auto room = screenAround(place);
    const auto length = arrowLength() * kPressedGrowth;
    const int wide = int(length) + fontMetrics().horizontalAdvance(name_);
    Look look;
    look.pressed = pressed;
    look.toLeft = place.x() + wide > room.right() && place.x() - wide > room.left();
    look.above = place.y() + int(2 * length) > room.bottom();
    if (!drawn_ || look != look_)
        draw(look);
    move(place - tip_);
    if (!isVisible())
        show();
    raise();
    rest_.start();
}

QPolygonF PointerArrow::arrow(double length) const {
    // A pointer as people know it, its tip at the origin.
    QPolygonF shape({{0, 0}, {0, 0.86}, {0.2, 0.67}, {0.35, 1.0}, {0.5, 0.93}, {0.36, 0.61}, {0.62, 0.6}});
    for (auto& corner : shape)
        corner *= length;
    return shape;
}

void PointerArrow::draw(const Look& look) {
    look_ = look;
    drawn_ = true;
    auto shape = arrow(arrowLength() * (look.pressed ? kPressedGrowth : 1.0));
    const double turnX = look.toLeft ? -1 : 1;
    const double turnY = look.above ? -1 : 1;
    shape = QTransform::fromScale(turnX, turnY).map(shape);
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
    const QSizeF plate(fontMetrics().horizontalAdvance(name_) + 2 * kPad, fontMetrics().height() + kPad);
    const auto bounds = shape.boundingRect();
    const QPointF corner(
        look.toLeft ? bounds.left() - plate.width() * 3 / 4 : bounds.right() - plate.width() / 4,
        look.above ? bounds.top() - plate.height() : bounds.bottom());
    const auto all = bounds.united(QRectF(corner, plate)).adjusted(-kOutline, -kOutline, kOutline, kOutline);
    const auto shift = -all.topLeft();
    tip_ = shift.toPoint();
    shape_ = shape.translated(shift);
    label_ = QRectF(corner + shift, plate).toAlignedRect();
    resize(all.size().toSize() + QSize(1, 1));
    // A mask works without a compositor, too.
    QBitmap mask(size());
    mask.fill(Qt::color0);
    QPainter painter(&mask);
    painter.setPen(QPen(Qt::color1, 2 * kOutline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::color1);
    painter.drawPolygon(shape_);
    painter.fillRect(label_, Qt::color1);
    painter.end();
    setMask(mask);
    update();
}

void PointerArrow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color::kText);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color::kPaper, 1.5));
    painter.setBrush(look_.pressed ? color::kAlarm : kArrowFill);
    painter.drawPolygon(shape_);
    painter.setPen(color::kPaper);
    painter.drawText(label_, int(Qt::AlignCenter) | Qt::TextSingleLine, name_);
}

void PointerArrow::closeEvent(QCloseEvent* event) {
    event->ignore();
}

}  // namespace sesame::app
