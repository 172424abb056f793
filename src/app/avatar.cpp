// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/avatar.h"

#include "app/plain_text.h"

#include <QCryptographicHash>
#include <array>

namespace sesame::app {
namespace {

// All dark enough for white letters (4.5:1).
constexpr std::array kColors{QColor(0x1f, 0x6f, 0x8b), QColor(0x8a, 0x4b, 0x2f), QColor(0x5b, 0x4b, 0x9a),
                             QColor(0x2f, 0x73, 0x46), QColor(0x9a, 0x3b, 0x5f), QColor(0x3d, 0x5a, 0xa8),
                             QColor(0x7a, 0x5c, 0x12), QColor(0x4a, 0x60, 0x66)};

QString initial(const QString& name) {
    const auto line = oneLine(name).trimmed();
    if (line.isEmpty())
        return QStringLiteral("?");
    return line.left(line.front().isHighSurrogate() ? 2 : 1).toUpper();
}

}  // namespace

QColor avatarColor(const QString& seed) {
    const auto digest = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha1);
    return kColors[static_cast<unsigned char>(digest.front()) % kColors.size()];
}

void paintAvatar(QPainter& painter, const QRectF& place, const QString& name, const QString& seed) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(avatarColor(seed));
    painter.drawEllipse(place);
    auto font = painter.font();
    font.setPixelSize(int(place.height() * 0.45));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(place, Qt::AlignCenter, initial(name));
    painter.restore();
}

Avatar::Avatar(int size, QWidget* parent) : QWidget(parent) {
    setFixedSize(size, size);
}

void Avatar::show(const QString& name, const QString& seed) {
    name_ = name;
    seed_ = seed;
    update();
}

void Avatar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintAvatar(painter, rect(), name_, seed_);
}

}  // namespace sesame::app
