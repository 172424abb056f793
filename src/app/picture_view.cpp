// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_view.h"

#include "app/style.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

namespace sesame::app {

using trigger::RemoteLevel;

PictureView::PictureView(QWidget* parent) : QWidget(parent), theirs_(Qt::ArrowCursor) {
    setObjectName(QStringLiteral("pictureView"));
    setAccessibleName(tr("Their screen"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_InputMethodEnabled);
    followCursor();
}

void PictureView::setViewer(std::shared_ptr<remote::Viewer> viewer) {
    hands_.setViewer(viewer);
    viewer_ = std::move(viewer);
    pictureResized();
}

void PictureView::setLevel(RemoteLevel level) {
    hands_.setLevel(level);
    followCursor();
}

void PictureView::setPart(const QRect& part) {
    part_ = part;
    place();
}

void PictureView::setSize(Size size) {
    size_ = size;
    place();
}

void PictureView::setStill(bool still) {
    if (still == still_)
        return;
    if (still)
        hands_.releaseAll();
    still_ = still;
    update();
}

void PictureView::pictureResized() {
    picture_ = {};
    if (viewer_)
        viewer_->read([this](const desktop::Pixels& pixels) {
            picture_ = {pixels.size.width, pixels.size.height};
        });
    place();
}

void PictureView::place() {
    const QRect whole({}, picture_);
    const auto wanted = part_.isEmpty() ? whole : part_ & whole;
    const auto shown = wanted.isEmpty() ? whole : wanted;
    const double ratio = devicePixelRatioF();
    const auto natural = shown.size() / ratio;
    setMinimumSize(size_ == Size::Fit ? QSize(1, 1) : natural);
    place_ = size_ == Size::Fit ? PicturePlace::fitted(shown, QWidget::size())
                                : PicturePlace::pixelByPixel(shown, QWidget::size(), ratio);
    updateGeometry();
    update();
}

void PictureView::pictureChanged(const QList<QRect>& areas) {
    QRegion changed;
    for (const auto& area : areas)
        changed += place_.placeOf(area);
    if (!changed.isEmpty())
        repaint(changed);  // at once: this delay is what the helper feels
}

void PictureView::showCursor(const desktop::CursorShape& shape) {
    update(pointerRect());
    const QSize size(shape.size.width, shape.size.height);
    if (size.isEmpty() || shape.argb.size() < std::size_t(size.width()) * std::size_t(size.height())) {
        theirs_ = QCursor(Qt::BlankCursor);
    } else {
        const QImage image(reinterpret_cast<const uchar*>(shape.argb.data()), size.width(), size.height(),
                           QImage::Format_ARGB32_Premultiplied);
        // A pixmap would go on using the memory of the shape.
        theirs_ = QCursor(QPixmap::fromImage(image.copy()), shape.hot.x, shape.hot.y);
    }
    update(pointerRect());
    followCursor();
}

void PictureView::showPointer(QPoint pixel) {
    update(pointerRect());
    pointer_ = pixel;
    update(pointerRect());
}

QRect PictureView::pointerRect() const {
    if (!pointer_ || theirs_.pixmap().isNull())
        return {};
    const auto pixmap = theirs_.pixmap();
    const auto tip = place_.placeOf(QRect(*pointer_, QSize(1, 1))).center();
    return {tip - theirs_.hotSpot(), pixmap.size()};
}

void PictureView::followCursor() {
    setCursor(hands_.level() >= RemoteLevel::Control ? theirs_ : QCursor(Qt::ArrowCursor));
}

QImage PictureView::snapshot() const {
    QImage copy;
    if (viewer_)
        viewer_->read([&copy](const desktop::Pixels& pixels) {
            if (pixels.data)
                copy = QImage(reinterpret_cast<const uchar*>(pixels.data), pixels.size.width,
                              pixels.size.height, qsizetype(pixels.stride) * 4, QImage::Format_RGB32)
                           .copy();
        });
    return part_.isEmpty() ? copy : copy.copy(part_);
}

QSize PictureView::sizeHint() const {
    constexpr QSize kUsual(960, 600);
    const auto shown = place_.part().size();
    return shown.isEmpty() ? kUsual : shown / devicePixelRatioF();
}

void PictureView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const QColor around(0x2b, 0x31, 0x2f);
    const auto shown = place_.target().toAlignedRect();
    for (const auto& rim : event->region() - shown)
        painter.fillRect(rim, around);
    if (picture_.isEmpty())
        painter.fillRect(event->rect(), around);
    else
        paintPicture(painter, event->region() & shown);
    if (const auto theirs = pointerRect(); theirs.intersects(event->rect()))
        painter.drawPixmap(theirs.topLeft(), theirs_.pixmap());
    if (still_)
        for (const auto& rect : event->region())
            painter.fillRect(rect, QColor(0xf2, 0xf4, 0xf1, 0xb0));
}

void PictureView::paintPicture(QPainter& painter, const QRegion& region) const {
    viewer_->read([&](const desktop::Pixels& pixels) {
        if (!pixels.data)
            return;
        const QImage image(reinterpret_cast<const uchar*>(pixels.data), pixels.size.width, pixels.size.height,
                           qsizetype(pixels.stride) * 4, QImage::Format_RGB32);
        const auto corner = place_.target().topLeft().toPoint();
        if (place_.exact() && devicePixelRatioF() == 1.0) {
            painter.setCompositionMode(QPainter::CompositionMode_Source);
            for (const auto& rect : region)
                painter.drawImage(rect.topLeft(), image, rect.translated(place_.part().topLeft() - corner));
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            return;
        }
        // The same transformation for every part, so that parts drawn one after the other fit together.
        painter.save();
        painter.setClipRegion(region);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place_.target(), image, place_.part());
        painter.restore();
    });
}

void PictureView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

bool PictureView::event(QEvent* event) {
    // No shortcut of this program takes a key that is meant for the other desktop.
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return QWidget::event(event);
}

bool PictureView::focusNextPrevChild(bool) {
    return false;
}

bool PictureView::ownShortcut(const QKeyEvent& event) {
    const auto held = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
    const bool chord = held == (Qt::ControlModifier | Qt::AltModifier);
    const bool full = (chord && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)) ||
                      (held == Qt::NoModifier && event.key() == Qt::Key_F11);
    const bool controls = chord && event.key() == Qt::Key_Home;
    if (!full && !controls)
        return false;
    hands_.releaseAll();
    if (full)
        Q_EMIT fullScreenWanted();
    else
        Q_EMIT controlsWanted();
    return true;
}

void PictureView::keyPressEvent(QKeyEvent* event) {
    event->accept();
    if (!ownShortcut(*event) && !still_)
        hands_.press(*event);
}

void PictureView::keyReleaseEvent(QKeyEvent* event) {
    event->accept();
    hands_.release(*event);
}

void PictureView::inputMethodEvent(QInputMethodEvent* event) {
    if (!still_)
        hands_.type(event->commitString());
    event->accept();
}

QVariant PictureView::inputMethodQuery(Qt::InputMethodQuery query) const {
    switch (query) {
        case Qt::ImEnabled:
            return true;
        case Qt::ImHints:
            return int(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        case Qt::ImCursorRectangle:
            return QRect(mapFromGlobal(QCursor::pos()), QSize(1, 1));
        default:
            return QWidget::inputMethodQuery(query);
    }
}

void PictureView::point(const QMouseEvent& event) {
    if (still_ || place_.part().isEmpty())
        return;
    hands_.point(place_.pixelAt(event.position()), event.buttons());
    if (hands_.level() < RemoteLevel::Control)
        return;
    update(pointerRect());
    pointer_.reset();
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    point(*event);
}

void PictureView::mouseReleaseEvent(QMouseEvent* event) {
    point(*event);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    point(*event);
}

void PictureView::mouseDoubleClickEvent(QMouseEvent* event) {
    point(*event);
}

void PictureView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!still_ && !place_.part().isEmpty())
        hands_.wheel(place_.pixelAt(event->position()), event->angleDelta());
}

void PictureView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    hands_.releaseAll();
}

void PictureView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    hands_.releaseAll();
}

}  // namespace sesame::app
