// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/still_picture.h"

#include "app/style.h"

#include <QMouseEvent>
#include <QPainter>

namespace sesame::app {

StillPicture::StillPicture(QSize most, QWidget* parent) : QWidget(parent), most_(most) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StillPicture::setPicture(const QImage& picture) {
    const bool reshaped = picture.size() != picture_.size();
    picture_ = picture;
    if (reshaped)
        updateGeometry();
    update();
}

QSize StillPicture::sizeHint() const {
    if (picture_.isNull())
        return {0, 0};
    // A tiny picture is shown as it is.
    const QSize most =
        picture_.width() < most_.width() && picture_.height() < most_.height() ? picture_.size() : most_;
    return picture_.size().scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
}

int StillPicture::heightForWidth(int width) const {
    const QSize whole = sizeHint();
    return whole.width() <= width || whole.isEmpty() ? whole.height()
                                                     : std::max(1, whole.height() * width / whole.width());
}

QRect StillPicture::place() const {
    const QSize whole = sizeHint();
    return {QPoint(), whole.width() <= width() ? whole : QSize(width(), heightForWidth(width()))};
}

void StillPicture::paintEvent(QPaintEvent*) {
    if (picture_.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(place(), color::kPaper);
    painter.drawImage(place(), picture_);
}

void StillPicture::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && place().contains(event->pos()))
        Q_EMIT clicked();
}

}  // namespace sesame::app
