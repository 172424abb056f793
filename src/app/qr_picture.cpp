// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qr_picture.h"

#include <qrencode.h>

#include <QPainter>
#include <memory>

namespace sesame::app {
namespace {

constexpr int kQuietZone = 4;

QImage encode(const QString& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_L), QRcode_free);
    if (!code)
        return {};
    const int size = code->width + 2 * kQuietZone;
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                image.setPixel(x + kQuietZone, y + kQuietZone, qRgb(0, 0, 0));
    return image;
}

}  // namespace

QrPicture::QrPicture(QWidget* parent) : QWidget(parent) {
    setFixedSize(230, 230);
    setAccessibleName(tr("The link as a QR code"));
}

void QrPicture::show(const QString& text) {
    modules_ = encode(text);
    setVisible(!modules_.isNull());
    update();
}

void QrPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (modules_.isNull())
        return;
    // Whole pixels for each module, or cameras fail.
    const int scale = std::max(1, width() / modules_.width());
    const int side = scale * modules_.width();
    painter.drawImage(QRect((width() - side) / 2, (height() - side) / 2, side, side), modules_);
}

}  // namespace sesame::app
