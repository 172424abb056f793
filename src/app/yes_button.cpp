// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/yes_button.h"

#include "app/style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace sesame::app {

YesButton::YesButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {
    setAutoDefault(false);
    setDefault(false);
    setAccessibleDescription(tr("Not active yet; wait a moment"));
}

void YesButton::setReadiness(double part) {
    if (part == readiness_)
        return;
    const bool was = alive();
    readiness_ = part;
    if (was != alive())
        setAccessibleDescription(alive() ? QString() : tr("Not active yet; wait a moment"));
    if (!alive())
        setDown(false);
    update();
}

void YesButton::mousePressEvent(QMouseEvent* event) {
    if (alive())
        QPushButton::mousePressEvent(event);
}

void YesButton::mouseDoubleClickEvent(QMouseEvent* event) {
    event->accept();
}

void YesButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space && event->key() != Qt::Key_Select) {
        QPushButton::keyPressEvent(event);
        return;
    }
    if (alive() && !event->isAutoRepeat())
        QPushButton::keyPressEvent(event);
}

void YesButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto face = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const QColor asleep(0xe6, 0xea, 0xe8);
    painter.setPen(hasFocus() ? QPen(color::kText, 3) : QPen(alive() ? color::kAccent : color::kLine, 2));
    painter.setBrush(!alive() ? asleep : isDown() ? color::kAccent.darker(130) : color::kAccent);
    painter.drawRoundedRect(face, 10, 10);
    if (!alive()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x8f, 0xb5, 0xa8));
        const double full = face.width() - 24;
        painter.drawRoundedRect(QRectF(face.left() + 12, face.bottom() - 9, full * readiness_, 4), 2, 2);
    }
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(alive() ? color::kPaper : QColor(0x5f, 0x6a, 0x66));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

}  // namespace sesame::app
