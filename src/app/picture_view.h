// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/picture_place.h"
#include "app/remote_hands.h"

#include <QWidget>

namespace sesame::app {

/// The other desktop: draws what changed, as soon as it is told, and takes the helper's mouse and keyboard.
/// Owns no picture; it reads the viewer's.
class PictureView : public QWidget {
    Q_OBJECT

  public:
    explicit PictureView(QWidget* parent = nullptr);

    void setViewer(std::shared_ptr<remote::Viewer> viewer);
    void setLevel(trigger::RemoteLevel level);
    /// Only this part of the picture; empty: all of it.
    void setPart(const QRect& part);
    enum class Size { Fit, PixelByPixel };
    void setSize(Size size);
    /// The picture stands still; it is drawn paler, and nothing of the helper's goes out.
    void setStill(bool still);

    void pictureResized();
    void pictureChanged(const QList<QRect>& areas);
    void showCursor(const desktop::CursorShape& shape);
    /// Their pointer moved there, not by us: it is drawn until our own moves it again.
    void showPointer(QPoint pixel);

    /// The picture as it is, without a scale.
    QImage snapshot() const;
    QSize pictureSize() const { return picture_; }
    RemoteHands& hands() { return hands_; }

    QSize sizeHint() const override;

  Q_SIGNALS:
    void fullScreenWanted();
    /// The keyboard should go to the window's own controls.
    void controlsWanted();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool focusNextPrevChild(bool next) override;

  private:
    void place();
    void followCursor();
    bool ownShortcut(const QKeyEvent& event);
    void point(const QMouseEvent& event);
    void paintPicture(QPainter& painter, const QRegion& region) const;
    QRect pointerRect() const;

    std::shared_ptr<remote::Viewer> viewer_;
    RemoteHands hands_;
    QSize picture_;
    QRect part_;
    Size size_ = Size::Fit;
    PicturePlace place_;
    QCursor theirs_;
    std::optional<QPoint> pointer_;  // theirs, when it is to be drawn
    bool still_ = false;
};

}  // namespace sesame::app
