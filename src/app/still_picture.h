// SPDX-FileCopyrightText: 2026 The Sesame authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace sesame::app {

/// A picture at the largest size of its shape within a limit, smaller where there is less room.
class StillPicture : public QWidget {
    Q_OBJECT

  public:
    explicit StillPicture(QSize most, QWidget* parent = nullptr);
    void setPicture(const QImage& picture);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  Q_SIGNALS:
    void clicked();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

  private:
    QRect place() const;
    QSize most_;
    QImage picture_;
};

}  // namespace sesame::app
