// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QTimer>
#include <QWidget>

namespace sesame::app {

/// The helper's pointer on the receiver's screen: a large arrow with the helper's name, above everything,
/// that nothing can click on. It goes away when it has rested for a while.
class PointerArrow : public QWidget {
    Q_OBJECT

  public:
    explicit PointerArrow(const QString& name);
    /// Its tip is there from now on, in pixels of the whole desktop. Larger while a button is pressed.
    void point(QPoint at, bool pressed);

    static constexpr int kRestMs = 3000;

  protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Look {
        bool pressed = false;
        bool toLeft = false;  // the arrow lies to the left of its tip, where there is no room to the right
        bool above = false;
        bool operator==(const Look&) const = default;
    };
    void draw(const Look& look);
    QPolygonF arrow(double length) const;
    QString name_;
    Look look_;
    bool drawn_ = false;
    QPoint tip_;  // in the window
    QPolygonF shape_;
    QRect label_;
    QTimer rest_;
};

/// Where this pixel of the whole desktop is for windows, which count in units of their screen.
QPoint windowPlace(QPoint pixel);

}  // namespace sesame::app
